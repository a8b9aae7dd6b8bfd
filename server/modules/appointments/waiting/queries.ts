import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { WaitingState, WaitingWish } from './types.ts';

export type WaitingRow = WaitingWish & {
  id: string;
  contact: string | null;
  secretHash: string;
  /** An agreed time that moves when an offer is taken; null also when it is agreed no more. */
  appointmentId: string | null;
  appointmentStartsAt: Temporal.Instant | null;
  /** We cancelled the agreed time: they wait for any that suits. */
  wasCalledOff: boolean;
  /** They came with the time of a matter whose customer is under turvakielto: how they are reached is used for nothing. */
  isProtected: boolean;
  state: WaitingState;
  unanswered: number;
  joinedAt: Temporal.Instant;
  version: number;
};

const isProtected = sql<boolean>`exists (select from appointment t join matter m on m.id = t.matter_id join customer c on c.id = m.customer_id
  where t.id = w.appointment_id and c.restricted)`;
const wasCalledOff = sql<boolean>`exists (select from appointment o where o.id = w.appointment_id and o.state = 'cancelled')`;
const columns = sql`w.id, w.bookable_id as "bookableId", w.way, w.point_ids as "pointIds", w.weekdays, w.from_hour as "fromHour", w.until_hour as "untilHour",
  w.from_day as "fromDay", w.until_day as "untilDay", w.language, w.needs, w.interpreter_language as "interpreterLanguage", w.contact, w.secret_hash as "secretHash", a.id as "appointmentId",
  a.starts_at as "appointmentStartsAt", w.state, w.unanswered, w.joined_at as "joinedAt", w.version, ${isProtected} as "isProtected",
  ${wasCalledOff} as "wasCalledOff"`;
const rows = sql`waiting w left join appointment a on a.id = w.appointment_id and a.state = 'confirmed'`;

export async function waitingOf(db: Db, id: string): Promise<WaitingRow | undefined> {
  return (await sql<WaitingRow>`select ${columns} from ${rows} where w.id = ${id}::uuid`.execute(db)).rows[0];
}

export async function lockWaiting(trx: Trx, id: string): Promise<WaitingRow | undefined> {
  return (await sql<WaitingRow>`select ${columns} from ${rows} where w.id = ${id}::uuid for update of w`.execute(trx)).rows[0];
}

/** Places that would move this agreed time, locked before it, as whoever takes an offer does. */
export async function lockBeside(trx: Trx, appointmentId: string): Promise<string[]> {
  const { rows: found } = await sql<{
    id: string;
  }>`select id from waiting where appointment_id = ${appointmentId}::uuid and state = 'waiting'
    order by id for update`.execute(trx);
  return found.map(({ id }) => id);
}

/** Whether it is agreed, and is until the end of the transaction. */
export async function staysAgreed(trx: Trx, appointmentId: string): Promise<boolean> {
  const { rows: found } = await sql`select from appointment where id = ${appointmentId}::uuid and state = 'confirmed' for share`.execute(
    trx,
  );
  return found.length > 0;
}

/** Of those who came, or did not, at the time that was to be moved: there is no earlier one any more. */
export async function pastWaiting(db: Db, bookableId: string, now: Temporal.Instant): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`select w.id from waiting w join appointment a on a.id = w.appointment_id
    where w.bookable_id = ${bookableId}::uuid and w.state = 'waiting'
      and (a.state in ('arrived', 'missed') or (a.state = 'confirmed' and a.starts_at <= ${now}::timestamptz)) order by w.id`.execute(db);
  return found.map(({ id }) => id);
}

export type EndedRow = { id: string; bookableId: string; endedAt: Temporal.Instant };

/** Places that ended with the last change of this time, locked before it. */
export async function lockEndedWith(trx: Trx, appointmentId: string): Promise<EndedRow[]> {
  const { rows: found } = await sql<EndedRow>`select w.id, w.bookable_id as "bookableId", w.ended_at as "endedAt"
    from waiting w join appointment a on a.id = w.appointment_id
    where a.id = ${appointmentId}::uuid and w.state = 'left' and w.ended_at = a.changed_at order by w.id for update of w`.execute(trx);
  return found;
}

/** Whether somebody behind a place that has ended was offered a time since. */
export async function wasPassedBy(trx: Trx, id: string): Promise<boolean> {
  const { rows: found } =
    await sql`select from waiting w join waiting b on b.bookable_id = w.bookable_id and (b.joined_at, b.id) > (w.joined_at, w.id)
      join waiting_offer o on o.waiting_id = b.id
    where w.id = ${id}::uuid and o.told_at >= w.ended_at limit 1`.execute(trx);
  return found.length > 0;
}

/** Where they stood. @returns whether they do: not when they have joined anew meanwhile, nor when they do so this very moment */
export async function standAgain(trx: Trx, id: string): Promise<boolean> {
  await sql`savepoint before_standing`.execute(trx);
  try {
    const { rows: found } = await sql`update waiting set state = 'waiting', ended_at = null, version = version + 1
      where id = ${id}::uuid returning id`.execute(trx);
    return found.length > 0;
  } catch (error) {
    if (!isTaken(error)) throw error;
    await sql`rollback to savepoint before_standing`.execute(trx);
    return false;
  }
}
const isTaken = (error: unknown) => error instanceof Error && 'constraint' in error && error.constraint === 'waiting_once';

/** What became of waiting for an earlier time with the last change of this one: it ended, or goes on though the time was called off. */
export async function waitingWith(db: Db, appointmentId: string): Promise<'ended' | 'kept' | null> {
  const { rows: found } = await sql<{ state: WaitingState }>`select w.state from waiting w join appointment a on a.id = w.appointment_id
    where a.id = ${appointmentId}::uuid and ((w.state = 'waiting' and a.state = 'cancelled') or (w.state = 'left' and w.ended_at = a.changed_at))
    limit 1`.execute(db);
  return found[0] ? (found[0].state === 'waiting' ? 'kept' : 'ended') : null;
}

export async function waitingOfSecret(db: Db, secretHash: string): Promise<string | undefined> {
  return (await sql<{ id: string }>`select id from waiting where secret_hash = ${secretHash}`.execute(db)).rows[0]?.id;
}

/** Whoever was told of nothing yet and can be, in the order of joining. */
export async function lineOf(db: Db, bookableId: string): Promise<WaitingRow[]> {
  const { rows: line } =
    await sql<WaitingRow>`select ${columns} from ${rows} where w.bookable_id = ${bookableId}::uuid and w.state = 'waiting' and not ${isProtected}
      and not exists (select from waiting_offer o where o.waiting_id = w.id and o.state = 'open') order by w.joined_at, w.id`.execute(db);
  return line;
}

/** Those whose line is to be looked at. */
export async function bookablesAwaited(db: Db): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`select distinct w.bookable_id as id from waiting w where w.state = 'waiting'
    union select distinct w.bookable_id from waiting_offer o join waiting w on w.id = o.waiting_id join appointment a on a.id = o.appointment_id
      where o.state <> 'taken' and a.state = 'held'`.execute(db);
  return found.map(({ id }) => id);
}

/** Whether anybody waits: without them nothing needs to be offered. */
export async function isAwaited(db: Db, bookableId: string): Promise<boolean> {
  return (await sql`select from waiting where bookable_id = ${bookableId}::uuid and state = 'waiting' limit 1`.execute(db)).rows.length > 0;
}

export type NewWaiting = WaitingWish & {
  id: string;
  contact: string;
  bookerHash: string | null;
  secretHash: string;
  appointmentId: string | null;
  /** From where they joined; not for those who are known. */
  holderHash?: string | null;
};

/** @returns the place that the same person has in the line already, if they have one: it stays as it is */
export async function insertWaiting(trx: Trx, it: NewWaiting, now: Temporal.Instant): Promise<string> {
  const { rows: written } = await sql<{
    id: string;
  }>`insert into waiting (id, bookable_id, way, point_ids, weekdays, from_hour, until_hour, from_day, until_day,
      language, needs, interpreter_language, contact, booker_hash, secret_hash, appointment_id, holder_hash, joined_at)
    values (${it.id}::uuid, ${it.bookableId}::uuid, ${it.way}, ${it.pointIds}::uuid[], ${it.weekdays}::smallint[], ${it.fromHour}, ${it.untilHour},
      ${it.fromDay?.toString() ?? null}::date, ${it.untilDay?.toString() ?? null}::date, ${it.language}, ${it.needs}::text[], ${it.interpreterLanguage ?? null}, ${it.contact}, ${it.bookerHash},
      ${it.secretHash}, ${it.appointmentId}::uuid, ${it.holderHash ?? null}, ${now}::timestamptz) on conflict (bookable_id, booker_hash) where state = 'waiting' do update set booker_hash = excluded.booker_hash returning id`.execute(
    trx,
  );
  return (written[0] as { id: string }).id;
}

/** How many places joined from there have not been opened yet, counted one at a time until the end of the transaction. */
export async function unopenedFrom(trx: Trx, holderHashes: readonly string[]): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`select unopened_from(${holderHashes}::text[]) as count`.execute(trx);
  return counted[0]?.count ?? 0;
}

/** From where they joined is of no matter once the link has been opened. */
export async function noteOpened(db: Db, secretHash: string): Promise<void> {
  await sql`update waiting set holder_hash = null where secret_hash = ${secretHash} and holder_hash is not null`.execute(db);
}

export type When = Pick<WaitingWish, 'weekdays' | 'fromHour' | 'untilHour' | 'fromDay' | 'untilDay'>;

export async function changeWhen(trx: Trx, id: string, it: When): Promise<void> {
  await sql`update waiting set weekdays = ${it.weekdays}::smallint[], from_hour = ${it.fromHour}, until_hour = ${it.untilHour},
    from_day = ${it.fromDay?.toString() ?? null}::date, until_day = ${it.untilDay?.toString() ?? null}::date, version = version + 1 where id = ${id}::uuid`.execute(
    trx,
  );
}

export async function endWaiting(trx: Trx, id: string, state: Exclude<WaitingState, 'waiting'>, now: Temporal.Instant): Promise<void> {
  await sql`update waiting set state = ${state}, holder_hash = null, ended_at = ${now}::timestamptz, version = version + 1 where id = ${id}::uuid`.execute(
    trx,
  );
}

/** @returns how many in a row */
export async function countUnanswered(trx: Trx, id: string, answered: boolean): Promise<number> {
  const { rows: counted } = await sql<{ unanswered: number }>`update waiting set unanswered = ${answered ? sql`0` : sql`unanswered + 1`},
    version = version + 1 where id = ${id}::uuid returning unanswered`.execute(trx);
  return counted[0]?.unanswered ?? 0;
}

/** How they stand in line: 1 is the first. */
export async function placeInLine(db: Db, { id, bookableId, joinedAt }: WaitingRow): Promise<number> {
  const { rows: counted } = await sql<{
    ahead: number;
  }>`select count(*)::int as ahead from waiting w where w.bookable_id = ${bookableId}::uuid
    and w.state = 'waiting' and (w.joined_at, w.id) < (${joinedAt}::timestamptz, ${id}::uuid)`.execute(db);
  return (counted[0]?.ahead ?? 0) + 1;
}

export type Terms = { answerMinutes: number; mostUnanswered: number; ownerOrg: string };

export async function termsOf(db: Db, bookableId: string): Promise<Terms | undefined> {
  const { rows: found } =
    await sql<Terms>`select answer_minutes as "answerMinutes", most_unanswered as "mostUnanswered", organisation_id as "ownerOrg"
    from bookable where id = ${bookableId}::uuid and active`.execute(db);
  return found[0];
}
