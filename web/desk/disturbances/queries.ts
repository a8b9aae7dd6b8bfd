import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Me } from '../../shared/api/desk.ts';
import { readAlarms, readDisturbances, readFeedback, readHelpCalls } from '../../shared/api/disturbances.ts';
import { keys } from '../queries.ts';
import { keepsPoint, keepsPoints, useSession } from '../session.tsx';

const serving: readonly Me['roles'][number][] = [
  'service-advisor',
  'receptionist',
  'authority-specialist',
  'digital-support-advisor',
  'point-manager',
];

const serves = (me: Me): boolean => serving.some((role) => me.roles.includes(role));
const guards = (me: Me): boolean => me.roles.includes('guard');

/** A guard and nothing else: the log is all of the desk that is theirs. */
export const onlyGuards = (me: Me): boolean => me.roles.length > 0 && me.roles.every((role) => role === 'guard');

/** The points whose log one may open: where one sits, and those that are one's own to guard or keep. */
export function useLogPoints(): string[] {
  const { me, directory } = useSession();
  const guarded = me.grants.flatMap(({ role, pointId }) => (role === 'guard' && pointId ? [pointId] : []));
  const kept = directory.points.filter((point) => keepsPoint(me, point)).map(({ id }) => id);
  return [...new Set([...(me.pointId ? [me.pointId] : []), ...guarded, ...kept])];
}

/** Whether the page has anything for this person; the server decides what. */
export const usesDisturbances = (me: Me): boolean => guards(me) || keepsPoints(me) || (me.pointId !== null && serves(me));

/** Open alarms at the point one sits at; an authority that has no queue there is refused, and hears none. */
export function useAlarms() {
  const { me } = useSession();
  const { pointId } = me;
  return useQuery({
    queryKey: keys.alarms(pointId ?? ''),
    queryFn: () => readAlarms(pointId as string),
    // That an alarm was a mistake is told for minutes only, and no event tells that it is told no more.
    refetchInterval: ({ state }) => (state.data?.alarms.some(({ mistaken }) => mistaken) ? 30_000 : false),
    enabled: pointId !== null && (serves(me) || guards(me)),
  });
}

export function useHelpCalls() {
  const { me } = useSession();
  const { pointId } = me;
  return useQuery({
    queryKey: keys.helpCalls(pointId ?? ''),
    queryFn: () => readHelpCalls(pointId as string),
    enabled: pointId !== null && serves(me),
  });
}

export const useDisturbances = (pointId: string) =>
  useInfiniteQuery({
    queryKey: keys.disturbances(pointId),
    queryFn: ({ pageParam }) => readDisturbances(pointId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const useFeedback = (pointId: string, isSeen: boolean) =>
  useQuery({ queryKey: keys.spokenFeedback(pointId), queryFn: () => readFeedback(pointId), enabled: isSeen });
