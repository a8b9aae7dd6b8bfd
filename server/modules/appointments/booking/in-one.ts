import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import type { EarlierRow } from '../../../platform/http/idempotency.ts';
import { rangeOf } from '../capacity/queries.ts';
import type { Span } from '../slots/spans.ts';
import {
  type AppointmentRow,
  appointmentColumns,
  asConfirmed,
  type Confirmation,
  daysLocked,
  daysOf,
  type Holders,
  holdColumns,
  holdValues,
  type NewHold,
} from './queries.ts';

/*
 * Holding and confirming as one statement each, without a transaction around it: most of what a booking costs is messages to the database
 * and back. The locks and counts stand in functions whose own statements see what was committed while they waited; a statement
 * otherwise sees what was there when it began, so what is written by one that waited is judged by constraints alone.
 */

type Beside = { earlier: RawBuilder<unknown>; beside: (from: RawBuilder<unknown>) => readonly RawBuilder<unknown>[] };

/** `row`: null when nothing was written. */
type Outcome = { earlier: EarlierRow | null; count: number | null; row: AppointmentRow | null };

/** Of each part, who could take it, those first who are asked first, and how many of them it needs. */
export type PartToFill = { among: readonly string[]; count: number };
export type HoldInOne = { parts: readonly PartToFill[]; during: Span; holders: (Holders & { most: number }) | undefined };

/**
 * Takes the first who are free. Nothing is written when a part has too few of them (`count` is null then), when somebody was sooner, or when
 * the network holds `most` already.
 * @throws `pointsNowhere`: only a part of what it takes was free
 */
export async function holdInOne(
  db: Kysely<Tables>,
  hold: NewHold,
  { parts, during, holders }: HoldInOne,
  { earlier, beside }: Beside,
): Promise<Outcome> {
  const isUnder = holders ? sql`ready.count < ${holders.most}::int` : sql`true`;
  const range = rangeOf(during.from, during.until);
  const ids = parts.flatMap(({ among }) => among);
  const partOf = parts.flatMap(({ among }, at) => among.map(() => at + 1));
  const needed = parts.map(({ count }) => count);
  return run(
    db,
    earlier,
    sql`picked as materialized (select first_free(${ids}::uuid[], ${partOf}::int[], ${needed}::int[], ${range}) as ids where not exists (select from earlier)),
      ready as materialized (select ${daysLocked(sql`picked.ids`, daysOf(during), holders)} as count from picked where picked.ids is not null),
      took as (insert into appointment_resource (appointment_id, resource_id, during) select ${hold.id}::uuid, resource, ${range}
        from ready, picked, unnest(picked.ids) as resource where ${isUnder} on conflict do nothing returning 1),
      written as (insert into appointment (${holdColumns}) select ${holdValues(hold)} from ready
        where (select count(*) from took) = ${needed.reduce((sum, count) => sum + count, 0)}::int returning ${appointmentColumns})`,
    beside(sql`written`),
  );
}

export type ConfirmInOne = { held: Pick<AppointmentRow, 'id' | 'bookableId' | 'version'>; hashes: readonly string[]; most: number };

/**
 * Nothing is written when it is not as it was seen, or its booker has `most` of the service to come.
 * @throws `pointsNowhere`: `beside` did not write who is expected
 */
export async function confirmInOne(
  db: Kysely<Tables>,
  { held, hashes, most }: ConfirmInOne,
  agreed: Confirmation,
  now: Temporal.Instant,
  { earlier, beside }: Beside,
): Promise<Outcome> {
  return run(
    db,
    earlier,
    // The case keeps the planner from looking through all that is held for the one that it knows by its id.
    sql`ready as materialized (select coming_of_booker(${hashes}::text[], ${held.bookableId}::uuid, ${now}::timestamptz) as count
        where not exists (select from earlier)),
      written as (update appointment set ${asConfirmed(agreed, now)} from ready where id = ${held.id}::uuid
        and case when state = 'held' then version end = ${held.version}::int and ready.count < ${most}::int returning ${appointmentColumns})`,
    beside(sql`written`),
  );
}

/** What is written points at something that is nowhere, so nothing was written. */
export const pointsNowhere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === FOREIGN_KEY_VIOLATION;
const FOREIGN_KEY_VIOLATION = '23503';

async function run(
  db: Kysely<Tables>,
  earlier: RawBuilder<unknown>,
  change: RawBuilder<unknown>,
  beside: readonly RawBuilder<unknown>[],
): Promise<Outcome> {
  const others = beside.map((one, n) => sql`, ${sql.ref(`beside${n}`)} as (${one})`);
  const { rows } = await sql<Flat>`with earlier as materialized (${earlier}), ${change}${sql.join(others, sql``)}
    select earlier."resourceId", earlier.status, earlier."bodyHash", ready.count, written.*
    from (select) as always left join earlier on true left join ready on true left join written on true`.execute(db);
  const { resourceId, status, bodyHash, count, ...row } = rows[0] as Flat;
  return {
    earlier: resourceId === null ? null : { resourceId, status, bodyHash },
    count,
    row: row.id === null ? null : (row as AppointmentRow),
  };
}

type Flat = { [K in keyof EarlierRow]: EarlierRow[K] } & { count: number | null } & AppointmentRow;
