import type { Bookable, BookingChoices, BookingResource } from '../../../shared/api/booking-setup.ts';
import { useChoices, useResources, useServices } from './queries.ts';

export type BookingSetUp = { services: Bookable[]; resources: BookingResource[]; choices: BookingChoices };

/** All that the set-up is drawn from; undefined until all of it is here. */
export function useSetUp() {
  const queries = [useServices(), useResources(), useChoices()] as const;
  const [services, resources, choices] = queries.map(({ data }) => data) as [Bookable[]?, BookingResource[]?, BookingChoices?];
  const setUp: BookingSetUp | undefined = services && resources && choices ? { services, resources, choices } : undefined;
  const failed = queries.find(({ error, data }) => error && data === undefined);
  return { setUp, error: failed?.error, retry: () => void Promise.all(queries.map((query) => query.refetch())) };
}
