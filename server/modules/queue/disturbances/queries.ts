import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import { USUAL_MONTHS } from './rules.ts';
import type { Disturbance, DisturbanceInput } from './schema.ts';

export type Row = Omit<Disturbance, 'happenedAt' | 'debriefedOn' | 'nextUntil'> & {
  happenedAt: Temporal.Instant;
  debriefedOn: Temporal.PlainDate | null;
  nextUntil: Temporal.PlainDate | null;
};
export type Locked = { pointId: string; version: number; writtenById: string; present: string[] };

const columns = sql`d.id, d.state, d.source, d.kind, d.happened_at as "happenedAt", d.counter_id as "counterId", d.place, d.what, d.done, d.present,
  d.debriefed_on as "debriefedOn", d.police, d.next_step as "nextStep", d.next_by as "nextBy", d.next_until as "nextUntil",
  p.name as "writtenBy", d.version`;

export type Page = { ownOf: string | null; after: { at: string; id: string } | null; limit: number };

/** Newest first. `ownOf`: only what this person wrote or was present at. */
export async function rowsOf(db: Db, pointId: string, { ownOf, after, limit }: Page): Promise<Row[]> {
  const own = ownOf ? sql`and (d.written_by = ${ownOf}::uuid or ${ownOf}::uuid = any (d.present))` : sql``;
  const before = after ? sql`and (d.happened_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Row>`select ${columns} from disturbance d join person p on p.id = d.written_by
    where d.point_id = ${pointId}::uuid ${own} ${before} order by d.happened_at desc, d.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function lockDisturbance(trx: Trx, id: string): Promise<Locked | undefined> {
  const { rows } = await sql<Locked>`select point_id as "pointId", version, written_by as "writtenById", present from disturbance
    where id = ${id}::uuid for update`.execute(trx);
  return rows[0];
}

export type Written = { pointId: string; personId: string; at: Temporal.Instant };

export async function insertDisturbance(trx: Trx, { pointId, personId, at }: Written, it: DisturbanceInput): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into disturbance (point_id, state, source, kind, happened_at, counter_id, place, what, done, present,
      debriefed_on, police, next_step, next_by, next_until, written_by, written_at)
    values (${pointId}::uuid, 'written', 'entry', ${it.kind}, ${it.happenedAt}::timestamptz, ${it.counterId}::uuid, ${it.place}, ${it.what}, ${it.done},
      ${it.present}::uuid[], ${it.debriefedOn}::date, ${it.police}, ${it.nextStep}, ${it.nextBy}::uuid, ${it.nextUntil}::date, ${personId}::uuid,
      ${at}::timestamptz) returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

/** What an alarm left behind, to be written out: those who came were there. */
export async function insertDraft(
  trx: Trx,
  { pointId, personId, at }: Written,
  alarm: { id: string; counterId: string | null; raisedBy: string; raisedAt: Temporal.Instant },
): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into disturbance (point_id, state, source, kind, happened_at, counter_id, present, written_by, written_at)
    select ${pointId}::uuid, 'draft', 'alarm', 'other', ${alarm.raisedAt}::timestamptz, ${alarm.counterId}::uuid,
      array(select ${alarm.raisedBy}::uuid union select person_id from silent_alarm_coming where alarm_id = ${alarm.id}::uuid), ${personId}::uuid,
      ${at}::timestamptz returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

export async function updateDisturbance(trx: Trx, id: string, it: DisturbanceInput): Promise<void> {
  await sql`update disturbance set state = 'written', kind = ${it.kind}, happened_at = ${it.happenedAt}::timestamptz, counter_id = ${it.counterId}::uuid,
    place = ${it.place}, what = ${it.what}, done = ${it.done}, present = ${it.present}::uuid[], debriefed_on = ${it.debriefedOn}::date, police = ${it.police},
    next_step = ${it.nextStep}, next_by = ${it.nextBy}::uuid, next_until = ${it.nextUntil}::date, version = version + 1 where id = ${id}::uuid`.execute(
    trx,
  );
}

/** How many of them stand here: people of whom each is known, and a counter of the point. */
export async function knownPeople(db: Db, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from person where id = any (${ids}::uuid[])`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function isCounterOf(db: Db, counterId: string, pointId: string): Promise<boolean> {
  const { rows } = await sql`select from counter where id = ${counterId}::uuid and point_id = ${pointId}::uuid`.execute(db);
  return rows.length > 0;
}

/** Those who have signed in to this point and are still there, and those of these ids. */
export async function peopleOf(db: Db, pointId: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select p.id, p.name from person p where p.id = any (${ids}::uuid[])
      or (p.disabled_at is null and exists (select from staff_session s where s.person_id = p.id and s.point_id = ${pointId}::uuid
        and s.ended_at is null and s.expires_at > now())) order by p.name collate "fi-x-icu"`.execute(db);
  return rows;
}

export async function countersOf(db: Db, pointId: string): Promise<{ id: string; name: Names }[]> {
  const { rows } = await sql<{ id: string; name: Names }>`select id, name from counter where point_id = ${pointId}::uuid and active
    order by position, id`.execute(db);
  return rows;
}

export async function monthsOf(db: Db, pointId: string): Promise<number> {
  const { rows } = await sql<{ months: number }>`select months from disturbance_keeping where point_id = ${pointId}::uuid`.execute(db);
  return rows[0]?.months ?? USUAL_MONTHS;
}

export async function putMonths(trx: Trx, pointId: string, months: number): Promise<void> {
  await sql`insert into disturbance_keeping (point_id, months) values (${pointId}::uuid, ${months})
    on conflict (point_id) do update set months = excluded.months`.execute(trx);
}

export async function insertFeedback(trx: Trx, { pointId, personId, at }: Written, words: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into spoken_feedback (point_id, words, noted_by, noted_at)
    values (${pointId}::uuid, ${words}, ${personId}::uuid, ${at}::timestamptz) returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

export async function feedbackOf(db: Db, pointId: string): Promise<{ id: string; words: string; notedAt: Temporal.Instant }[]> {
  const { rows } = await sql<{
    id: string;
    words: string;
    notedAt: Temporal.Instant;
  }>`select id, words, noted_at as "notedAt" from spoken_feedback
    where point_id = ${pointId}::uuid order by noted_at desc limit 100`.execute(db);
  return rows;
}
