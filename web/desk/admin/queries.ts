import { type QueryKey, useQuery } from '@tanstack/react-query';
import { useSession } from '../session.tsx';
import {
  agreements,
  findPeople,
  listFaults,
  listQuarantined,
  mailboxes,
  organisations,
  points,
  readLists,
  templates,
  units,
} from './api.ts';

const home = 'admin';

/** What the administrator's pages keep. A change also makes the session's names old. */
export const keys = {
  people: [home, 'people'],
  organisations: [home, 'organisations'],
  points: [home, 'points'],
  units: [home, 'units'],
  agreements: [home, 'agreements'],
  lists: [home, 'lists'],
  templates: [home, 'templates'],
  mailboxes: [home, 'mailboxes'],
  quarantined: [home, 'quarantined'],
  faults: [home, 'faults'],
  session: ['session'],
} as const satisfies Record<string, QueryKey>;

export const usePeople = (words = '') =>
  useQuery({
    queryKey: [...keys.people, words],
    queryFn: ({ signal }) => findPeople(words, signal),
    placeholderData: (previous) => previous,
  });
/** Also those that have ended; administrators alone may ask. */
export const useOrganisations = () => {
  const { me } = useSession();
  return useQuery({ queryKey: keys.organisations, queryFn: organisations.list, enabled: me.roles.includes('administrator') });
};
export const usePoints = () => useQuery({ queryKey: keys.points, queryFn: points.list });
export const useUnits = () => useQuery({ queryKey: keys.units, queryFn: units.list });
export const useAgreements = () => useQuery({ queryKey: keys.agreements, queryFn: agreements.list });
export const useLists = () => useQuery({ queryKey: keys.lists, queryFn: readLists });
export const useTemplates = () => useQuery({ queryKey: keys.templates, queryFn: templates.list });
export const useMailboxes = () => useQuery({ queryKey: keys.mailboxes, queryFn: mailboxes.list });
/** Each look is written down in the audit log, so it is not taken again at every turn. */
export const useQuarantined = () =>
  useQuery({ queryKey: keys.quarantined, queryFn: listQuarantined, staleTime: 60_000, refetchOnWindowFocus: false });
export const useFaults = (enabled: boolean) =>
  useQuery({ queryKey: keys.faults, queryFn: listFaults, staleTime: 60_000, refetchOnWindowFocus: false, enabled });
