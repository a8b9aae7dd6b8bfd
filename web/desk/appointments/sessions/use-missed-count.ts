import { useQuery } from '@tanstack/react-query';
import { countMissed } from '../../../shared/api/meetings.ts';
import { useServesVisitors } from '../../visits/queries.ts';
import { missedCountKey } from './keys.ts';

/** Meetings missed by those whom one's own organisation asked to come, seen to by nobody yet; told anew as they are missed. */
export function useMissedCount(): number {
  const serves = useServesVisitors();
  return useQuery({ queryKey: missedCountKey, queryFn: countMissed, enabled: serves }).data ?? 0;
}
