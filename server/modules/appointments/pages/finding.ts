import { dayOf } from '../../../platform/clock/day.ts';
import type { Locale } from '../../../platform/i18n/locale.ts';
import type { ListItem } from '../../directory/types.ts';
import type { Entry, Search } from '../../knowledge/service.ts';
import type { ChoosingDeps } from './deps.ts';
import { bookablesAbout, type Nearness, type OfferedService } from './queries.ts';

/** `helped`: not theirs to give, but they help with it. */
export type FoundService = OfferedService & { helped: boolean };

/** So many services of the directory are looked up, and none that fits much worse than the best. */
const MOST_TEXTS = 8;
const WORST_OF_BEST = 0.4;
const near: readonly Nearness[] = ['linked', 'whose', 'helped'];

export type Finder = (
  services: readonly OfferedService[],
  situations: readonly ListItem[],
  words: string,
  locale: Locale,
) => Promise<FoundService[]>;

/**
 * Finds what can be booked by everyday words, inflected, misspelt or in another language: by its own name and life situations, and by the
 * services of the directory that it is about. What is asked is kept nowhere.
 */
export function serviceFinder(deps: ChoosingDeps): Finder {
  const own = ownIndex(deps.search);
  return async (services, situations, words, locale) => {
    const asked = { words, language: locale, audience: 'everyone' as const };
    const byName = own(services, situations).search({ ...asked, limit: services.length || 1 });
    const textIds = textsFor(deps.search, asked);
    const about = textIds.length > 0 ? await bookablesAbout(deps.db, textIds, dayOf(deps.clock.now())) : [];
    about.sort((a, b) => near.indexOf(a.near) - near.indexOf(b.near) || textIds.indexOf(a.textId) - textIds.indexOf(b.textId));
    const named = new Set(byName.map(({ id }) => id));
    const helped = new Set(
      about
        .filter(({ id }) => !named.has(id))
        .filter(({ id }) => isOnlyHelped(about, id))
        .map(({ id }) => id),
    );
    return [...new Set([...named, ...about.map(({ id }) => id)])].flatMap((id) => {
      const service = services.find((one) => one.id === id);
      return service ? [{ ...service, helped: helped.has(id) }] : [];
    });
  };
}

const isOnlyHelped = (about: readonly { id: string; near: Nearness }[], id: string) =>
  about.filter((one) => one.id === id).every((one) => one.near === 'helped');

function textsFor(search: Search, asked: Parameters<Search['find']>[0]): string[] {
  const hits = search.find({ ...asked, kinds: ['service'], limit: MOST_TEXTS });
  const best = hits[0]?.score ?? 0;
  return hits.filter(({ score }) => score >= best * WORST_OF_BEST).flatMap(({ id, alike }) => [id, ...alike]);
}

/** Made anew when what can be booked has changed. */
function ownIndex(search: Search) {
  let kept: { of: string; index: ReturnType<Search['beside']> } | undefined;
  return (services: readonly OfferedService[], situations: readonly ListItem[]) => {
    const entries = services.map((service) => entryOf(service, situations));
    const of = JSON.stringify(entries);
    if (kept?.of !== of) kept = { of, index: search.beside(entries) };
    return kept.index;
  };
}

function entryOf({ id, name, situations: keys }: OfferedService, situations: readonly ListItem[]): Entry {
  const those = situations.filter(({ key }) => keys.includes(key));
  const wordsIn = (language: Locale) => ({ title: name[language], terms: those.flatMap(({ label }) => label[language] || []) });
  return { kind: 'service', id, audience: 'everyone', words: { fi: wordsIn('fi'), sv: wordsIn('sv'), en: wordsIn('en') } };
}
