import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import { dayOf } from '../../../../platform/clock/day.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { type Db, inTransaction } from '../../../../platform/db/transaction.ts';
import type { Log } from '../../../../platform/log/log.ts';
import type { Language } from '../../../directory/types.ts';
import type { By } from '../../../identity/types.ts';
import type { EntryKind } from '../types.ts';
import { firstTimes } from './once.ts';
import { addChoice, addToCount, deleteForgettable, putSettled, recentTotals, type Site, unansweredSearches } from './queries.ts';
import type { Unanswered } from './schema.ts';
import { countableWords } from './words.ts';

/** `caller` is only compared with itself, never kept: a person's or address's name as rate limits use it. */
type Searched = { site: Site; language: Language; words: string; caller: string };

/** Counts searches without who made them. A count that fails is no reason to leave a searcher without an answer. */
export type SearchCounts = {
  searched(search: Searched & { found: boolean }): Promise<void>;
  chose(search: Searched & { kind: EntryKind; id: string }): Promise<void>;
};

/** New words a node takes in one day: more is a flood, and is counted without its words. */
const MOST_WORDS_A_DAY = 20_000;

export function searchCounts({ db, clock, log }: { db: Kysely<Tables>; clock: Clock; log: Log }): SearchCounts {
  const isFirst = firstTimes(clock);
  const kept = { day: '', count: 0 };

  function countedOf({ site, language, words }: Searched) {
    const day = dayOf(clock.now());
    if (kept.day !== day.toString()) Object.assign(kept, { day: day.toString(), count: 0 });
    kept.count++;
    return { day, language, site, words: kept.count > MOST_WORDS_A_DAY ? '' : countableWords(words) };
  }

  const quietly = (work: Promise<unknown>) =>
    work.then(
      () => {},
      (error: unknown) => log.warn('a search could not be counted', { error }),
    );

  return {
    async searched(search) {
      const counted = countedOf(search);
      if (!isFirst(search.caller, nameOf(search))) return;
      await quietly(addToCount(db, counted, { times: 1, unfound: search.found ? 0 : 1, chosen: 0 }));
    },
    async chose(search) {
      const counted = countedOf(search);
      const times = isFirst(search.caller, nameOf(search)) ? 1 : 0;
      if (!isFirst(search.caller, `chose ${nameOf(search)}`)) return;
      await quietly(
        inTransaction(db, async (trx) => {
          await addToCount(trx, counted, { times, unfound: 0, chosen: 1 });
          if (counted.words !== '') await addChoice(trx, counted, search.kind, search.id);
        }),
      );
    },
  };
}

const nameOf = ({ site, language, words }: Searched) => `${site} ${language} ${words.trim().toLowerCase()}`;

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
