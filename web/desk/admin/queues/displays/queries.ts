import { useQuery } from '@tanstack/react-query';
import { listPieces, listPresences, listSlides } from '../../../../shared/api/displays.ts';

export const keys = {
  slides: (pointId: string) => ['admin', 'queues', pointId, 'slides'] as const,
  presences: (pointId: string) => ['admin', 'queues', pointId, 'presences'] as const,
  pieces: (pointId: string) => ['admin', 'queues', pointId, 'pieces'] as const,
};

export const useSlides = (pointId: string) => useQuery({ queryKey: keys.slides(pointId), queryFn: () => listSlides(pointId) });
export const usePresences = (pointId: string) => useQuery({ queryKey: keys.presences(pointId), queryFn: () => listPresences(pointId) });
export const usePieces = (pointId: string) => useQuery({ queryKey: keys.pieces(pointId), queryFn: () => listPieces(pointId) });
