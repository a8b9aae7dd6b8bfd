import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { rangeOf } from '../capacity/queries.ts';
import type { Span } from '../slots/spans.ts';
import type { AppointmentState, Way } from '../types.ts';

export type NewHold = {
  id: string;
  bookableId: string;
  pointId: string | null;
  stopId?: string | null;
  ownerOrg: string;
  way: Way;
  from: number;
  until: number;
  heldUntil: Temporal.Instant;
  language: string;
  needs: readonly string[];
  interpreterLanguage?: string | null | undefined;
  secretHash: string;
  holderHash: string | null;
  bookedBy: string | null;
  people: number;
  /** The meeting of many it is a place at, and what was agreed as one with it. */
  sessionId?: string;
  jointId?: string;
};

/** Days of resources that are known to stand in `resource_day`; they are never taken away. Bounded, since days pass. */
const known = new Set<string>();
const MOST_KNOWN = 50_000;

/** Sees to it that there is a row to lock for each. Outside the transaction that locks: inserting there would wait out of turn. */
export async function ensureDays(db: Db, resourceIds: readonly string[], days: readonly string[]): Promise<void> {
  const wanted = resourceIds.flatMap((id) => days.map((day) => ({ id, day, key: `${id} ${day}` }))).filter(({ key }) => !known.has(key));
  if (wanted.length === 0) return;
  // Whoever staff chose may be nobody: there is no time of theirs to lock.
  await sql`insert into resource_day (resource_id, day) select * from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ day }) => day)}::date[])
    as x (id, day) where exists (select from resource r where r.id = x.id) order by id, day on conflict do nothing`.execute(db);
  if (known.size > MOST_KNOWN) known.clear();
  for (const { key } of wanted) known.add(key);
}

/** The dates in UTC that the stretch touches: only a name for what is locked, so the zone is of no matter as long as it is one. */
export function daysOf({ from, until }: Span): string[] {
  const [first, last] = [from, until - 1].map((moment) => Math.floor(moment / DAY_MS)) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, n) => dateIn((first + n) * DAY_MS));
}

const DAY_MS = 86_400_000;
const DATE_LENGTH = 10;
const dateIn = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toString().slice(0, DATE_LENGTH);

/** Whose held times are counted, and whether they wait for each other. */
export type Holders = { hashes: readonly string[]; now: Temporal.Instant; inTurn: boolean };

/**
 * Each in the order of the key, always: two who want the same wait for each other in line.
 * @returns how many times `holders` hold then, as `heldFrom` counts
 */
export async function lockDays(trx: Trx, resourceIds: readonly string[], days: readonly string[], holders?: Holders): Promise<number> {
  const { rows } = await sql<{ held: number }>`select ${daysLocked(resourceIds, days, holders)} as held`.execute(trx);
  return rows[0]?.held ?? 0;
}

export function daysLocked(
  resourceIds: readonly string[] | RawBuilder<unknown>,
  days: readonly string[],
  holders?: Holders,
): RawBuilder<number> {
  const { hashes, now, inTurn } = holders ?? { hashes: [], now: null, inTurn: false };
  return sql`lock_days(${resourceIds}::uuid[], ${days}::date[], ${hashes}::text[], ${now}::timestamptz, ${inTurn})`;
}

/** The days of whatever these appointments take, in the same order as anybody locks them. */
export async function lockTakenDays(trx: Trx, ids: readonly string[]): Promise<void> {
  await sql`select from resource_day d where exists (select from appointment_resource ar where ar.appointment_id = any(${ids}::uuid[]) and ar.live
      and ar.resource_id = d.resource_id and d.day between (lower(ar.during) at time zone 'UTC')::date
        and ((upper(ar.during) - interval '1 millisecond') at time zone 'UTC')::date)
    order by d.resource_id, d.day for no key update of d`.execute(trx);
}

/** Lets go of what has been held too long on these, under their locks: it frees once, whoever comes first. */
export async function expireOn(trx: Trx, resourceIds: readonly string[], { from, until }: Span, now: Temporal.Instant): Promise<void> {
  await sql`with old as (
      update appointment a set state = 'expired', changed_at = ${now}::timestamptz, version = version + 1
      where a.state = 'held' and a.held_until <= ${now}::timestamptz and a.id in (select ar.appointment_id from appointment_resource ar
        where ar.resource_id = any(${resourceIds}::uuid[]) and ar.live and ar.during && ${rangeOf(from, until)})
      returning a.id)
    update appointment_resource set live = false where appointment_id in (select id from old)`.execute(trx);
}

/** @returns the hold when all of it was free: if not, the transaction must be given up */
export async function insertHold(
  trx: Trx,
  hold: NewHold,
  resourceIds: readonly string[],
  during: Span,
  alongside: RawBuilder<unknown>,
): Promise<AppointmentRow | undefined> {
  const { rows } = await sql<AppointmentRow & { taken: number }>`
    with held as (insert into appointment (${holdColumns}) select ${holdValues(hold)} returning ${appointmentColumns}),
      took as (${insertTaken(hold.id, resourceIds, during)} returning 1), beside as (${alongside})
    select held.*, (select count(*)::int from took) as taken from held`.execute(trx);
  return rows[0]?.taken === resourceIds.length ? rows[0] : undefined;
}

export const holdColumns = sql`id, bookable_id, point_id, stop_id, owner_org, way, starts_at, ends_at, state, held_until, language, needs, interpreter_language, secret_hash, holder_hash,
  booked_by, people, session_id, joint_id, created_at, changed_at`;

export const holdValues = (hold: NewHold): RawBuilder<unknown> => sql`${hold.id}::uuid, ${hold.bookableId}::uuid, ${hold.pointId}::uuid,
  ${hold.stopId ?? null}::uuid, ${hold.ownerOrg}::uuid, ${hold.way}, to_timestamp(${hold.from}::float8 / 1000), to_timestamp(${hold.until}::float8 / 1000), 'held',
  ${hold.heldUntil}::timestamptz, ${hold.language}, ${hold.needs}::text[], ${hold.interpreterLanguage ?? null}, ${hold.secretHash}, ${hold.holderHash}, ${hold.bookedBy}::uuid, ${hold.people}::int,
  ${hold.sessionId ?? null}::uuid, ${hold.jointId ?? null}::uuid, now(), now()`;

/** What is taken already is passed by; who asks counts. */
const insertTaken = (id: string, resourceIds: readonly string[], { from, until }: Span): RawBuilder<unknown> =>
  sql`insert into appointment_resource (appointment_id, resource_id, during)
    select ${id}::uuid, resource, ${rangeOf(from, until)} from unnest(${resourceIds}::uuid[]) as resource on conflict do nothing`;

/** How many times are held now from there, all that is booked as one being one; `inTurn`: counted one holder at a time until the end of the transaction. */
export async function heldFrom(trx: Trx, { hashes, now, inTurn }: Holders): Promise<number> {
  const { rows } = await sql<{ count: number }>`select held_from(${hashes}::text[], ${now}::timestamptz, ${inTurn}) as count`.execute(trx);
  return rows[0]?.count ?? 0;
}

export type AppointmentRow = {
  id: string;
  bookableId: string;
  pointId: string | null;
  /** At which stop of the bus. */
  stopId: string | null;
  way: Way;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  state: AppointmentState;
  heldUntil: Temporal.Instant | null;
  language: string;
  needs: string[];
  /** That is interpreted; null: not said, or nobody interprets. */
  interpreterLanguage: string | null;
  contact: string | null;
  /** Sealed: where a video call is opened. */
  meetingLink: string | null;
  expectedId: string | null;
  ownerOrg: string;
  secretHash: string;
  /** Of which matter it is a step, and which step says it; `stepMade`: it stands there for nothing else. */
  matterId: string | null;
  stepId: string | null;
  stepMade: boolean;
  bookedBy: string | null;
  sequence: number;
  version: number;
  people: number;
  sessionId: string | null;
  jointId: string | null;
  /** The authority that asked the customer to come to this meeting of many. */
  askedBy: string | null;
};

export const appointmentColumns = sql`id, bookable_id as "bookableId", point_id as "pointId", stop_id as "stopId", way, starts_at as "startsAt", ends_at as "endsAt", state,
  held_until as "heldUntil", language, needs, interpreter_language as "interpreterLanguage", contact, meeting_link as "meetingLink", expected_id as "expectedId", owner_org as "ownerOrg", secret_hash as "secretHash", matter_id as "matterId", step_id as "stepId", step_made as "stepMade",
  booked_by as "bookedBy", sequence, version, people, session_id as "sessionId", joint_id as "jointId", asked_by as "askedBy"`;

export async function appointmentOf(db: Db, id: string): Promise<AppointmentRow | undefined> {
  const { rows } = await sql<AppointmentRow>`select ${appointmentColumns} from appointment where id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function appointmentsOf(db: Db, ids: readonly string[]): Promise<AppointmentRow[]> {
  const { rows } = await sql<AppointmentRow>`select ${appointmentColumns} from appointment where id = any(${ids}::uuid[])`.execute(db);
  return rows;
}

/** Its key stays, so whoever writes of it meanwhile (letters, by a reaction, of several in the order of what happened) need not wait. */
export async function lockAppointment(trx: Trx, id: string): Promise<AppointmentRow | undefined> {
  const { rows } =
    await sql<AppointmentRow>`select ${appointmentColumns} from appointment where id = ${id}::uuid for no key update`.execute(trx);
  return rows[0];
}

export async function appointmentBySecret(db: Db, secretHash: string): Promise<AppointmentRow | undefined> {
  const { rows } = await sql<AppointmentRow>`select ${appointmentColumns} from appointment where secret_hash = ${secretHash}`.execute(db);
  return rows[0];
}

/** How many times the same person has to come for this service, what was agreed as one being one; counted one booker at a time until the end of the transaction. */
export async function countOfBooker(trx: Trx, bookableId: string, hashes: readonly string[], now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select coming_of_booker(${hashes}::text[], ${bookableId}::uuid, ${now}::timestamptz) as count`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Both at once, for whoever confirms it: `coming` is the count of this booker. */
export async function lockToConfirm(
  trx: Trx,
  id: string,
  hashes: readonly string[],
  now: Temporal.Instant,
): Promise<(AppointmentRow & { coming: number }) | undefined> {
  const { rows } = await sql<AppointmentRow & { coming: number }>`select ${appointmentColumns},
    coming_of_booker(${hashes}::text[], bookable_id, ${now}::timestamptz) as coming from appointment where id = ${id}::uuid for no key update`.execute(
    trx,
  );
  return rows[0];
}

export type Confirmation = { contact: string; bookerHash: string | null; expectedId: string | null; matterId: string | null };

/** `beside`: what else is written in the same statement. */
export async function confirm(
  trx: Trx,
  id: string,
  agreed: Confirmation,
  now: Temporal.Instant,
  beside: readonly RawBuilder<unknown>[] = [],
): Promise<AppointmentRow> {
  const others = beside.map((one, n) => sql`, ${sql.ref(`beside${n}`)} as (${one})`);
  const { rows } = await sql<AppointmentRow>`with confirmed as (update appointment set ${asConfirmed(agreed, now)}
    where id = ${id}::uuid returning ${appointmentColumns})${sql.join(others, sql``)} select * from confirmed`.execute(trx);
  return rows[0] as AppointmentRow;
}

export const asConfirmed = (
  { contact, bookerHash, expectedId, matterId }: Confirmation,
  now: Temporal.Instant,
): RawBuilder<unknown> => sql`state = 'confirmed',
  held_until = null, holder_hash = null, contact = ${contact}, booker_hash = ${bookerHash}, expected_id = ${expectedId}::uuid, matter_id = ${matterId}::uuid,
  changed_at = ${now}::timestamptz, version = version + 1`;

/** Which step of its matter's path says it. */
export async function setStep(trx: Trx, id: string, { stepId, made }: { stepId: string; made: boolean }): Promise<void> {
  await sql`update appointment set step_id = ${stepId}::uuid, step_made = ${made} where id = ${id}::uuid`.execute(trx);
}

/** The appointment is no more, and what it took is free: a place at a meeting too. */
export async function endAppointment(trx: Trx, id: string, state: 'cancelled' | 'expired', now: Temporal.Instant): Promise<void> {
  await sql`with ended as (update appointment set state = ${state}, changed_at = ${now}::timestamptz, sequence = sequence + 1, version = version + 1
      where id = ${id}::uuid),
      freed as (update booking_session s set taken = s.taken - a.people from appointment a where a.id = ${id}::uuid and s.id = a.session_id)
    update appointment_resource set live = false where appointment_id = ${id}::uuid and live`.execute(trx);
}

export async function freeTaken(trx: Trx, id: string): Promise<void> {
  await sql`update appointment_resource set live = false where appointment_id = ${id}::uuid and live`.execute(trx);
}

/** `stopId`: of the bus, where it is then. */
export type NewTime = { during: Span; time: Span; stopId: string | null; expectedId: string | null; contact: string | null };

/** @returns whether all of it was free */
export async function moveTo(trx: Trx, id: string, resourceIds: readonly string[], to: NewTime, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ taken: number }>`
    with moved as (update appointment set moved_from = starts_at, starts_at = to_timestamp(${to.time.from}::float8 / 1000), ends_at = to_timestamp(${to.time.until}::float8 / 1000),
        stop_id = ${to.stopId}::uuid, expected_id = ${to.expectedId}::uuid, contact = ${to.contact}, changed_at = ${now}::timestamptz, sequence = sequence + 1, version = version + 1
        where id = ${id}::uuid),
      took as (${insertTaken(id, resourceIds, to.during)} returning 1)
    select count(*)::int as taken from took`.execute(trx);
  return rows[0]?.taken === resourceIds.length;
}

/** What the hold took becomes the appointment's, at its time. */
export async function takeOver(
  trx: Trx,
  id: string,
  held: Pick<AppointmentRow, 'id' | 'startsAt' | 'endsAt'>,
  { contact, expectedId }: Pick<NewTime, 'contact' | 'expectedId'>,
  now: Temporal.Instant,
): Promise<void> {
  await freeTaken(trx, id);
  await sql`update appointment_resource set appointment_id = ${id}::uuid where appointment_id = ${held.id}::uuid and live`.execute(trx);
  await sql`update appointment set moved_from = starts_at, starts_at = ${held.startsAt}::timestamptz, ends_at = ${held.endsAt}::timestamptz, expected_id = ${expectedId}::uuid,
    contact = ${contact}, changed_at = ${now}::timestamptz, sequence = sequence + 1, version = version + 1 where id = ${id}::uuid`.execute(
    trx,
  );
}

export async function setMatter(trx: Trx, id: string, matterId: string): Promise<void> {
  await sql`update appointment set matter_id = ${matterId}::uuid where id = ${id}::uuid`.execute(trx);
}

/** @returns whether all of it was free */
export async function takeOthers(
  trx: Trx,
  id: string,
  resourceIds: readonly string[],
  during: Span,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ taken: number }>`
    with given as (update appointment set changed_at = ${now}::timestamptz, version = version + 1 where id = ${id}::uuid),
      took as (${insertTaken(id, resourceIds, during)} returning 1)
    select count(*)::int as taken from took`.execute(trx);
  return rows[0]?.taken === resourceIds.length;
}
