import type { Db } from '../../../../platform/db/transaction.ts';
import type { Language } from '../../../directory/types.ts';
import type { GivenBy, Place, Provider } from '../schema.ts';
import { type Near, type PlaceRow, type ProviderRow, placesOf, providersOf } from './queries.ts';

export type Asker = { language: Language; near?: Near | undefined; organisationIds: readonly string[] };
type Some<T> = { count: number; first: T[] };
export type Expansion = { providers: Some<Provider>; places: Some<Place> };

/** A line's worth: "Lahdensuon kaupunki + 3 others". */
const FIRST_PROVIDERS = 3;
const FIRST_PLACES = 2;
const MOST = 500;
const fallbacks: readonly Language[] = ['fi', 'sv', 'en'];

/** Who gives the services of these texts, and where, by the text's number. */
export async function expand(db: Db, textIds: readonly number[], asker: Asker): Promise<Map<number, Expansion>> {
  if (textIds.length === 0) return new Map();
  const [providers, places] = await Promise.all([
    providersOf(db, textIds, FIRST_PROVIDERS, asker.organisationIds),
    placesOf(db, textIds, FIRST_PLACES, asker.near),
  ]);
  const [byProvider, byPlace] = [Map.groupBy(providers, ({ textId }) => textId), Map.groupBy(places, ({ textId }) => textId)];
  return new Map(
    textIds.map((textId) => {
      const [given, found] = [byProvider.get(textId) ?? [], byPlace.get(textId) ?? []];
      return [
        textId,
        {
          providers: { count: given[0]?.count ?? 0, first: given.map((row) => providerIn(row, asker.language)) },
          places: { count: found[0]?.count ?? 0, first: found.map((row) => placeIn(row, asker.language)) },
        },
      ];
    }),
  );
}

/** All who give a service and all its places; `more`: there are more than five hundred of either. */
export async function givenBy(db: Db, textId: number, asker: Asker): Promise<GivenBy> {
  const [providers, places] = await Promise.all([
    providersOf(db, [textId], MOST, asker.organisationIds),
    placesOf(db, [textId], MOST, undefined),
  ]);
  return {
    providers: providers.map((row) => providerIn(row, asker.language)),
    places: places.map((row) => placeIn(row, asker.language)),
    more: (providers[0]?.count ?? 0) > MOST || (places[0]?.count ?? 0) > MOST,
  };
}

function providerIn({ serviceId, names }: ProviderRow, language: Language): Provider {
  return { serviceId, ...inBest(names, language) };
}

function placeIn({ id, names, streets, house, cities, latitude, longitude, metres }: PlaceRow, language: Language): Place {
  const street = [inBest(streets, language).name, house].filter(Boolean).join(' ');
  return { id, ...inBest(names, language), street, city: inBest(cities, language).name, latitude, longitude, metres };
}

/** In the asked language, or the best there is, marked with its own. */
function inBest(names: { [L in Language]?: string | null } | null, language: Language): { name: string; language: Language } {
  const best = [language, ...fallbacks].find((one) => names?.[one]) ?? language;
  return { name: names?.[best] ?? '', language: best };
}
