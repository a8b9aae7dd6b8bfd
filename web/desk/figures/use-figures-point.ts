import { useQuery } from '@tanstack/react-query';
import { readVisitedPoints } from '../../shared/api/figures.ts';
import { useKeptPoints } from '../admin/queues/use-kept-points.ts';
import { useSession } from '../session.tsx';
import { preferredPoint } from './preferred-point.ts';

/** The point whose figures are read: the one asked for, one's own of today, or one where visitors have been. */
export function useFiguresPoint(asked: string | undefined) {
  const points = useKeptPoints();
  const { me } = useSession();
  const visited = useQuery({ queryKey: ['visited-points'], queryFn: readVisitedPoints, staleTime: 300_000 });
  const isKnown = points.length === 0 || !visited.isPending;
  const pointId = preferredPoint(
    points.map(({ id }) => id),
    { asked, own: me.pointId, visited: visited.data?.pointIds ?? (isKnown ? [] : null) },
  );
  return { points, pointId, isKnown };
}
