import { useMemo } from 'react';
import type { Bookable, BookingChoices, BookingResource } from '../../../shared/api/booking-setup.ts';
import { inOrder, nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { useNames } from '../../session.tsx';
import { useChoices, useResources, useServices } from './queries.ts';

export type BookingSetUp = { services: Bookable[]; resources: BookingResource[]; choices: BookingChoices };

/** All that the set-up is drawn from, in the order in which one reads it; undefined until all of it is here. */
export function useSetUp() {
  const queries = [useServices(), useResources(), useChoices()] as const;
  const [services, resources, choices] = queries.map(({ data }) => data) as [Bookable[]?, BookingResource[]?, BookingChoices?];
  const names = useNames();
  const locale = useLocale();
  const setUp = useMemo((): BookingSetUp | undefined => {
    if (!services || !resources || !choices) return undefined;
    return {
      services: inOrder(services, ({ name }) => nameIn(name, locale), locale),
      resources: inOrder(resources, ({ name }) => name, locale),
      choices: {
        ...choices,
        places: inOrder(choices.places, ({ pointId }) => names.point(pointId), locale),
        people: inOrder(choices.people, ({ name }) => name, locale),
      },
    };
  }, [services, resources, choices, names, locale]);
  const failed = queries.find(({ error, data }) => error && data === undefined);
  return { setUp, error: failed?.error, retry: () => void Promise.all(queries.map((query) => query.refetch())) };
}
