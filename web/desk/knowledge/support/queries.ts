import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ActorView, listActors, readActor, suggestActors, type Wanted } from '../../../shared/api/support.ts';
import { keys } from '../../queries.ts';

export const useActors = (view: ActorView) => useQuery({ queryKey: [...keys.supportActors, view], queryFn: () => listActors(view) });
/** How many of one's own want looking over; asked for by those only who keep any. */
export const useActorsToCheck = (isKeeper: boolean) =>
  useQuery({ queryKey: [...keys.supportActors, 'check'], queryFn: () => listActors('check'), enabled: isKeeper }).data?.counts.check ?? 0;
export const useActor = (id: string) => useQuery({ queryKey: [...keys.supportActors, 'one', id], queryFn: () => readActor(id) });

/** While the next ones are asked for, the last ones stay: the list does not blink at each tick. */
export const useSuggestions = (wanted: Wanted) =>
  useQuery({
    queryKey: [...keys.supportActors, 'suggested', wanted],
    queryFn: () => suggestActors(wanted),
    placeholderData: keepPreviousData,
  });
