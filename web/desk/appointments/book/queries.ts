import { useQuery } from '@tanstack/react-query';
import {
  type BookableOffer,
  type FreeWish,
  readBookedOfMatter,
  readBookedOfVisit,
  readFreeTimes,
  readOffers,
} from '../../../shared/api/booked.ts';
import { stopsOfBus } from '../../../shared/api/bus.ts';
import { inOrder, nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { keys } from '../../queries.ts';
import { useNames } from '../../session.tsx';

export function useOffers() {
  const names = useNames();
  const locale = useLocale();
  return useQuery({
    queryKey: ['booking-offers'],
    queryFn: readOffers,
    staleTime: 60_000,
    select: ({ services }) => ({
      services: inOrder(services, ({ name }) => nameIn(name, locale), locale).map((one) => ({
        ...one,
        placeIds: inOrder(one.placeIds, names.point, locale),
      })),
    }),
  });
}

/** Services to choose among, with whose each is. */
export function useOfferOptions() {
  const names = useNames();
  const locale = useLocale();
  return (services: readonly BookableOffer[]) =>
    services.map(({ id, name, organisationId }) => ({ id, label: nameIn(name, locale), hint: names.shortOrganisation(organisationId) }));
}

/** What is free now: somebody else may book any of it meanwhile. */
export const useFreeTimes = (wish: FreeWish | null) =>
  useQuery({
    queryKey: ['free-times', wish],
    queryFn: () => readFreeTimes(wish as FreeWish),
    enabled: wish !== null,
    staleTime: 5_000,
    gcTime: 30_000,
  });

/** Read again with the matter: a time is a step of its path. */
export const useBookedOfMatter = (matterId: string) =>
  useQuery({ queryKey: [...keys.matter(matterId), 'booked'], queryFn: () => readBookedOfMatter(matterId) });

/** Of most visitors there is none. */
export const useBookedOfVisit = (visitId: string) =>
  useQuery({ queryKey: [...keys.visit(visitId), 'booked'], queryFn: () => readBookedOfVisit(visitId), retry: false });

export const useStops = (busId: string) =>
  useQuery({ queryKey: ['bus-stops', busId], queryFn: () => stopsOfBus(busId), staleTime: 60_000 });
