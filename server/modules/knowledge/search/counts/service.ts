import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import { dayOf } from '../../../../platform/clock/day.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { type Db, inTransaction } from '../../../../platform/db/transaction.ts';
import type { Log } from '../../../../platform/log/log.ts';
import type { Language } from '../../../directory/types.ts';
import type { By } from '../../../identity/types.ts';
import type { Search } from '../service.ts';
import type { EntryKind } from '../types.ts';
import { firstTimes } from './once.ts';
import {
  addChoice,
  addToCount,
  deleteForgettable,
  isStaffsName,
  putSettled,
  recentTotals,
  type Site,
  unansweredSearches,
} from './queries.ts';
import type { Unanswered } from './schema.ts';
import { countableWords } from './words.ts';

/** `caller` is only compared with itself, never kept: a person's or address's name as rate limits use it. */
type Searched = { site: Site; language: Language; words: string; caller: string };

/** Counts searches without who made them. A count that fails is no reason to leave a searcher without an answer. */
export type SearchCounts = {
  searched(search: Searched & { found: boolean }): Promise<void>;
  chose(search: Searched & { kind: EntryKind; id: string }): Promise<void>;
};

/** Different words a node takes in one day: more is a flood, and is counted without its words. */
const MOST_WORDS_A_DAY = 20_000;

/** `isCustomersName`: whether a customer is called so; `word` in lower case. */
export type CustomersNames = { isCustomersName: (word: string) => Promise<boolean> };
type Counting = CustomersNames & { db: Kysely<Tables>; clock: Clock; log: Log; search: Pick<Search, 'knows'> };

export function searchCounts({ db, clock, log, search: index, isCustomersName }: Counting, mostWordsADay = MOST_WORDS_A_DAY): SearchCounts {
  const isFirst = firstTimes(clock);
  const kept = { day: '', words: new Set<string>() };

  /** At a desk a customer's name is soon typed into the wrong field, and alone it tells whom the desk has to do with. */
  async function countable({ language, words }: Searched): Promise<string> {
    const isKnown = (word: string) => index.knows(word, language);
    const kept = countableWords(words, isKnown);
    if (kept === '' || kept.includes(' ') || isKnown(kept)) return kept;
    return (await isStaffsName(db, kept)) || (await isCustomersName(kept)) ? '' : kept;
  }

  function countedOf({ site, language }: Searched, words: string) {
    const day = dayOf(clock.now());
    if (kept.day !== day.toString()) Object.assign(kept, { day: day.toString(), words: new Set() });
    if (kept.words.size < mostWordsADay) kept.words.add(words);
    return { day, language, site, words: kept.words.has(words) ? words : '' };
  }

  const quietly = (work: Promise<unknown>) =>
    work.then(
      () => {},
      (error: unknown) => log.warn('a search could not be counted', { error }),
    );

  return {
    searched: (search) => quietly(countSearch(search)),
    chose: (search) => quietly(countChoice(search)),
  };

  async function countSearch(search: Searched & { found: boolean }): Promise<void> {
    const words = await countable(search);
    if (!isFirst(search.caller, nameOf(search, words))) return;
    await addToCount(db, countedOf(search, words), { times: 1, unfound: search.found ? 0 : 1, chosen: 0 });
  }

  async function countChoice(search: Searched & { kind: EntryKind; id: string }): Promise<void> {
    const words = await countable(search);
    const times = isFirst(search.caller, nameOf(search, words)) ? 1 : 0;
    if (!isFirst(search.caller, `chose ${nameOf(search, words)}`)) return;
    const counted = countedOf(search, words);
    await inTransaction(db, async (trx) => {
      await addToCount(trx, counted, { times, unfound: 0, chosen: 1 });
      if (counted.words !== '') await addChoice(trx, counted, search.kind, search.id);
    });
  }
}

/** By the words that are kept: whoever adds a name to them each time is still one. */
const nameOf = ({ site, language, words }: Searched, counted: string) => `${site} ${language} ${counted || words.trim().toLowerCase()}`;

/** What content owners should look at: words that recently found nothing, or nothing that anybody chose. */
export async function unanswered(db: Db, clock: Clock): Promise<Unanswered> {
  const today = dayOf(clock.now());
  const [searches, totals] = await Promise.all([unansweredSearches(db, today), recentTotals(db, today)]);
  return {
    searches: searches.map(({ unfound, ...search }) => ({ ...search, why: unfound === search.times ? 'nothing-found' : 'nothing-chosen' })),
    times: totals.times,
    unfound: totals.unfound,
  };
}

/** The words leave the list until they come again on a later day. */
export async function settleSearch(
  { db, clock }: { db: Kysely<Tables>; clock: Clock },
  { actor }: By,
  search: { language: Language; words: string },
): Promise<void> {
  await inTransaction(db, (trx) => putSettled(trx, { ...search, day: dayOf(clock.now()), personId: actor.personId }));
}

/** Nightly: words that stayed rare go after thirty days, everything after a year. @returns how many rows went */
export async function forgetSearches(db: Db, clock: Clock): Promise<number> {
  return deleteForgettable(db, dayOf(clock.now()));
}
