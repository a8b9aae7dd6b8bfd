import { useQuery } from '@tanstack/react-query';
import { listGuides, readGuide } from '../../../shared/api/guides.ts';
import { keys } from '../../queries.ts';

export const useGuides = (view: string) => useQuery({ queryKey: [...keys.guides, view], queryFn: () => listGuides(view) });
export const useGuide = (id: string | undefined) =>
  useQuery({ queryKey: keys.guide(id ?? ''), queryFn: () => readGuide(id as string), enabled: id !== undefined });
