import { useQuery } from '@tanstack/react-query';
import { readBoard, readCounterCalls, readOnward, readVisit } from '../../shared/api/visits.ts';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';

/** The floor of the point where one sits; the live line makes it old. `error` 404: one does not work in its queues. */
export const useBoard = (pointId: string | null) =>
  useQuery({
    queryKey: keys.board(pointId ?? ''),
    queryFn: () => readBoard(pointId as string),
    enabled: pointId !== null,
    // Waits grow shorter by the clock alone.
    refetchInterval: 60_000,
  });

export const useVisit = (visitId: string) => useQuery({ queryKey: keys.visit(visitId), queryFn: () => readVisit(visitId) });

/** Where else a visitor may be sent; asked when one is. */
export const useOnward = (pointId: string) => useQuery({ queryKey: ['onward', pointId], queryFn: () => readOnward(pointId), gcTime: 0 });

/** Colleagues at the point one sits at who have asked somebody to their counter. */
export function useCounterCalls() {
  const { me } = useSession();
  const serves = useServesVisitors();
  return useQuery({
    queryKey: keys.counterCalls(me.pointId ?? ''),
    queryFn: () => readCounterCalls(me.pointId as string),
    enabled: me.pointId !== null && serves,
  });
}

/** Whether one's roles serve visitors. The server decides; this only spares asking. */
export function useServesVisitors(): boolean {
  const { me } = useSession();
  const serving = ['service-advisor', 'receptionist', 'authority-specialist', 'digital-support-advisor', 'point-manager'] as const;
  return serving.some((role) => me.roles.includes(role));
}
