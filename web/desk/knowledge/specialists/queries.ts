import { useQuery } from '@tanstack/react-query';
import { listCandidates, listSpecialists, readOwnPresence, readSpecialist, specialistsOfCard } from '../../../shared/api/specialists.ts';
import { untilChange } from '../../../shared/ui/until-change.ts';
import { keys } from '../../queries.ts';

/** What stands is fetched anew when the clock alone changes it: a duty ends without anybody's doing. */
const byTheClock = {
  refetchInterval: (query: { state: { data: { changesAt: string | null } | undefined } }) => untilChange(query.state.data?.changesAt),
};

export const useSpecialists = () => useQuery({ queryKey: [...keys.specialists, 'all'], queryFn: listSpecialists, ...byTheClock });
export const useSpecialist = (id: string) =>
  useQuery({ queryKey: [...keys.specialists, 'one', id], queryFn: () => readSpecialist(id), ...byTheClock });
export const useSpecialistsOfCard = (cardId: string) =>
  useQuery({ queryKey: [...keys.specialists, 'card', cardId], queryFn: () => specialistsOfCard(cardId), ...byTheClock });
export const useOwnPresence = () => useQuery({ queryKey: [...keys.specialists, 'own'], queryFn: readOwnPresence });
export const useCandidates = () => useQuery({ queryKey: [...keys.specialists, 'candidates'], queryFn: listCandidates });
