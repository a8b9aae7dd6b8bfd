import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { Language } from '../../../directory/types.ts';
import type { EntryKind } from '../types.ts';

/** Fewer may be one person's own words. */
export const SHOWN_FROM_TIMES = 3;
/** Days over which searches are looked at, and after which rare ones are forgotten. */
export const RECENT_DAYS = 30;
/** Days after which all are forgotten. */
export const KEPT_DAYS = 365;

export type Site = 'desk' | 'public';
export type Counted = { day: Temporal.PlainDate; language: Language; site: Site; words: string };
export type Tally = { times: number; unfound: number; chosen: number };

export async function addToCount(db: Db, { day, language, site, words }: Counted, { times, unfound, chosen }: Tally): Promise<void> {
  await sql`insert into search_count as c (day, language, site, words, times, unfound, chosen)
    values (${day}::date, ${language}, ${site}, ${words}, ${times}::int, ${unfound}::int, ${chosen}::int)
    on conflict (day, language, site, words) do update
    set times = c.times + excluded.times, unfound = c.unfound + excluded.unfound, chosen = c.chosen + excluded.chosen`.execute(db);
}

export async function addChoice(db: Db, { day, language, words }: Counted, kind: EntryKind, entryId: string): Promise<void> {
  await sql`insert into search_choice as c (day, language, words, kind, entry_id) values (${day}::date, ${language}, ${words}, ${kind}, ${entryId})
    on conflict (day, language, words, kind, entry_id) do update set times = c.times + 1`.execute(db);
}

/** Whether somebody of the staff is called so, by one of their names. `word`: in lower case. */
export async function isStaffsName(db: Db, word: string): Promise<boolean> {
  const { rows } = await sql`select 1 from person where ${word} = any(regexp_split_to_array(lower(name), '\\s+')) limit 1`.execute(db);
  return rows.length > 0;
}

export type Unanswered = { language: Language; words: string; times: number; unfound: number; lastDay: Temporal.PlainDate };

/** Recent words that have come often enough to be nobody's own, and found nothing or nothing anybody chose, since they were last settled. */
export async function unansweredSearches(db: Db, today: Temporal.PlainDate): Promise<Unanswered[]> {
  const { rows } =
    await sql<Unanswered>`select c.language, c.words, sum(c.times)::int as times, sum(c.unfound)::int as unfound, max(c.day) as "lastDay"
    from search_count c left join search_settled s on s.language = c.language and s.words = c.words
    where c.day > ${today.subtract({ days: RECENT_DAYS })}::date and c.words <> '' and (s.settled_on is null or c.day > s.settled_on)
    group by c.language, c.words
    having sum(c.times) >= ${SHOWN_FROM_TIMES}::int and (sum(c.chosen) = 0 or sum(c.unfound) = sum(c.times))
    order by sum(c.unfound) desc, sum(c.times) desc, c.words limit 200`.execute(db);
  return rows;
}

/** All recent searches, those whose words are not kept as well. */
export async function recentTotals(db: Db, today: Temporal.PlainDate): Promise<Tally> {
  const { rows } = await sql<Tally>`select coalesce(sum(times), 0)::int as times, coalesce(sum(unfound), 0)::int as unfound,
    coalesce(sum(chosen), 0)::int as chosen from search_count where day > ${today.subtract({ days: RECENT_DAYS })}::date`.execute(db);
  return rows[0] as Tally;
}

export async function putSettled(trx: Trx, settled: { language: Language; words: string; day: Temporal.PlainDate; personId: string }) {
  await sql`insert into search_settled (language, words, settled_on, settled_by)
    values (${settled.language}, ${settled.words}, ${settled.day}::date, ${settled.personId}::uuid)
    on conflict (language, words) do update set settled_on = excluded.settled_on, settled_by = excluded.settled_by`.execute(trx);
}

/** @returns how many rows were forgotten */
export async function deleteForgettable(db: Db, today: Temporal.PlainDate): Promise<number> {
  const [rareBefore, allBefore] = [today.subtract({ days: RECENT_DAYS }), today.subtract({ days: KEPT_DAYS })];
  const { rows } = await sql<{ count: number }>`with rare as (
      select language, words from search_count group by language, words having sum(times) < ${SHOWN_FROM_TIMES}::int),
    counts as (
      delete from search_count c where c.day < ${allBefore}::date
        or (c.day < ${rareBefore}::date and exists (select from rare r where r.language = c.language and r.words = c.words)) returning 1),
    choices as (
      delete from search_choice c where c.day < ${allBefore}::date
        or (c.day < ${rareBefore}::date and not exists (select from search_count k where k.language = c.language and k.words = c.words)) returning 1),
    settled as (
      delete from search_settled s where s.settled_on < ${allBefore}::date returning 1)
    select (select count(*) from counts) + (select count(*) from choices) + (select count(*) from settled) as count`.execute(db);
  return rows[0]?.count ?? 0;
}
