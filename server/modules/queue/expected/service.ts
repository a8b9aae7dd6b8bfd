import { randomInt, randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { insertEvents, publish } from '../../../platform/events/publish.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { hashSecret, keyedHash, keyedHashes } from '../../../platform/keys/keys.ts';
import { FLOOR_CHANGED, type FloorChanged } from '../events.ts';
import type { Floor } from '../types.ts';
import { arrivalCodeHash, arrivalCodeHashes, expectedSecret } from '../visits/secrets.ts';

/** Somebody who is to come at an agreed time. */
export type Expected = {
  pointId: string;
  queueId: string;
  dueAt: Temporal.Instant;
  matterId?: string | null;
  language?: string;
  needs?: readonly string[];
  /** Only a keyed hash of it is kept. */
  phone?: string | null;
  createdBy?: string | null;
  /** Where the visit goes on from there, in order. */
  following?: readonly ExpectedStep[];
  /** They have one already, of another day of the same course. */
  code?: string | null;
  /** Of a meeting of many: where it is, '' where it has no room. Nobody calls them. */
  meetingRoom?: string | null;
};

export type ExpectedStep = { queueId: string; dueAt: Temporal.Instant };

/** No sign that is taken for another, said aloud or read. */
const SIGNS = '23456789ACDEFGHJKMNPQRTUVWXY';
const SIGNS_IN_CODE = 6;
const TRIES = 5;

/**
 * Writes who is expected. @returns the code they type or show on arrival, and what opens `/q/<secret>`, where they say on their own phone
 * that they have come. Neither is stored.
 */
export async function expectVisit(
  { keys }: Pick<Floor, 'keys'>,
  trx: Trx,
  it: Expected,
): Promise<{ id: string; code: string; secret: string }> {
  const id = randomUUID();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const code = it.code ?? newArrivalCode();
    const { rows } = await sql`${insertExpected(keys, id, code, it)} returning id`.execute(trx);
    if (!rows[0]) continue;
    await publish(trx, floorEvent(it));
    return { id, code, secret: expectedSecret(keys, id) };
  }
  throw new Error('no free arrival code was found');
}

/**
 * The same as pieces of a bigger statement, `from` one of its other pieces, without whose row nobody is expected. Once in half a milliard
 * the code is taken and nothing is written: what points at it makes the statement fail, and it is to be done by `expectVisit`.
 */
export function expectedBeside(
  { keys }: Pick<Floor, 'keys'>,
  it: Expected,
): { id: string; code: string; rows: (from: RawBuilder<unknown>) => RawBuilder<unknown>[] } {
  const id = randomUUID();
  const code = newArrivalCode();
  return { id, code, rows: (from) => [insertExpected(keys, id, code, it, from), insertEvents([floorEvent(it)], from)] };
}

function insertExpected(keys: Keyring, id: string, code: string, it: Expected, from?: RawBuilder<unknown>): RawBuilder<unknown> {
  const hash = arrivalCodeHash(keys, it.pointId, code);
  const { matterId = null, language = 'fi', needs = [], phone, createdBy = null, following = [], meetingRoom = null } = it;
  return sql`insert into expected_visit (id, secret_hash, point_id, queue_id, code_hash, due_at, matter_id, language, needs, phone_hash, created_by, following,
        meeting_room)
      select ${id}::uuid, ${hashSecret(expectedSecret(keys, id))}, ${it.pointId}::uuid, ${it.queueId}::uuid, ${hash}, ${it.dueAt}::timestamptz, ${matterId}::uuid,
        ${language}, ${needs}::text[], ${phone ? keyedHash(keys, PHONE, digitsOf(phone)) : null}, ${createdBy}::uuid, ${JSON.stringify(following)}::jsonb, ${meetingRoom}
      ${from ? sql`from ${from}` : sql``}
      where ${it.code != null} or not exists (select from expected_visit o
        where o.point_id = ${it.pointId}::uuid and o.code_hash = ${hash} and o.visit_id is null and o.cancelled_at is null)
      on conflict do nothing`;
}

const floorEvent = ({ pointId }: Expected) => ({ type: FLOOR_CHANGED, subject: pointId, data: { pointId } satisfies FloorChanged });

/** What is said or shown on arrival: of one in half a milliard. Where no queue takes arrivals, whoever booked gives one for the point's list of the day. */
export const newArrivalCode = (): string => Array.from({ length: SIGNS_IN_CODE }, () => SIGNS[randomInt(SIGNS.length)]).join('');

export type ExpectedRow = {
  id: string;
  queueId: string;
  dueAt: Temporal.Instant;
  matterId: string | null;
  language: string;
  needs: string[];
  following: { queueId: string; dueAt: string }[];
  meetingRoom: string | null;
  /** Who shows the code of a meeting again is told the way again. */
  visitId: string | null;
};

export type Day = { from: Temporal.Instant; until: Temporal.Instant };

/**
 * Of that day of the point, not yet come; of a course's meetings of the day the nearest, come to or not. Locked: two who show the same code
 * at once are one. Anybody could have typed their telephone number before them: who holds the code comes all the same.
 */
export async function expectedByCode(
  { keys, clock }: Pick<Floor, 'keys' | 'clock'>,
  trx: Trx,
  pointId: string,
  code: string,
  day: Day,
): Promise<ExpectedRow | undefined> {
  const isTheirs = sql`e.code_hash = any(${arrivalCodeHashes(keys, pointId, code)}::text[])`;
  const which = sql`(${isToCome} or e.meeting_room is not null)`;
  return first(trx, pointId, day, isTheirs, which, sql`abs(extract(epoch from e.due_at - ${clock.now()}::timestamptz)), e.due_at`);
}

/** Nobody has come for it but, perhaps, whoever typed a telephone number: who holds the code or the page comes all the same. */
export const isToCome = sql`(e.visit_id is null or exists (select from visit v where v.id = e.visit_id
  and v.came_by = 'phone' and v.ended_how is distinct from 'served'))`;

/** Locked, like the others. */
export async function expectedById(trx: Trx, id: string): Promise<(ExpectedRow & { pointId: string; zone: string }) | undefined> {
  const { rows } = await sql<ExpectedRow & { pointId: string; zone: string }>`select e.id, e.point_id as "pointId", p.zone,
      e.queue_id as "queueId", e.due_at as "dueAt", e.matter_id as "matterId", e.language, e.needs, e.following,
      e.meeting_room as "meetingRoom", e.visit_id as "visitId"
    from expected_visit e join service_point p on p.id = e.point_id
    where e.id = ${id}::uuid and ${isToCome} and e.cancelled_at is null for update of e`.execute(trx);
  return rows[0];
}

/** Not at a meeting: the way to its room would tell whoever types the number that its holder is expected. */
export async function expectedByPhone(
  { keys }: Pick<Floor, 'keys'>,
  trx: Trx,
  pointId: string,
  phone: string,
  day: Day,
): Promise<ExpectedRow | undefined> {
  return first(
    trx,
    pointId,
    day,
    sql`e.phone_hash = any(${keyedHashes(keys, PHONE, digitsOf(phone))}::text[])`,
    sql`e.visit_id is null and e.meeting_room is null`,
  );
}

type Condition = ReturnType<typeof sql>;

async function first(
  trx: Db,
  pointId: string,
  { from, until }: Day,
  who: Condition,
  isFree: Condition,
  order: Condition = sql`e.due_at`,
): Promise<ExpectedRow | undefined> {
  const { rows } =
    await sql<ExpectedRow>`select e.id, e.queue_id as "queueId", e.due_at as "dueAt", e.matter_id as "matterId", e.language, e.needs, e.following,
      e.meeting_room as "meetingRoom", e.visit_id as "visitId"
    from expected_visit e where e.point_id = ${pointId}::uuid and ${isFree} and e.cancelled_at is null and ${who}
      and e.due_at >= ${from}::timestamptz and e.due_at < ${until}::timestamptz order by ${order} limit 1 for update`.execute(trx);
  return rows[0];
}

/** Expected at another time, first in another queue, or to go on elsewhere, under the same code; who has come already has come. */
export async function changeExpected(
  trx: Trx,
  expectedId: string,
  to: Partial<ExpectedStep> & { dueAt: Temporal.Instant; following: readonly ExpectedStep[] },
): Promise<void> {
  const { rows } = await sql<{
    pointId: string;
  }>`update expected_visit set queue_id = coalesce(${to.queueId ?? null}::uuid, queue_id), due_at = ${to.dueAt}::timestamptz,
      following = ${JSON.stringify(to.following)}::jsonb
    where id = ${expectedId}::uuid and visit_id is null and cancelled_at is null returning point_id as "pointId"`.execute(trx);
  const pointId = rows[0]?.pointId;
  if (pointId) await publish(trx, { type: FLOOR_CHANGED, subject: pointId, data: { pointId } satisfies FloorChanged });
}

/** The meeting is in another room, or the room has another name; who has come already reads it on their page. */
export async function changeMeetingRoom(trx: Trx, expectedIds: readonly string[], room: string): Promise<void> {
  await sql`update expected_visit set meeting_room = ${room} where id = any(${expectedIds}::uuid[]) and meeting_room <> ${room}`.execute(
    trx,
  );
}

/** What they have told since of what they need; who has come already was asked at arrival. */
export async function changeNeeds(trx: Trx, expectedId: string, needs: readonly string[]): Promise<void> {
  const { rows } = await sql<{ pointId: string }>`update expected_visit set needs = ${needs}::text[]
    where id = ${expectedId}::uuid and visit_id is null and cancelled_at is null returning point_id as "pointId"`.execute(trx);
  const pointId = rows[0]?.pointId;
  if (pointId) await publish(trx, { type: FLOOR_CHANGED, subject: pointId, data: { pointId } satisfies FloorChanged });
}

/** Whether they have come already. Locked: who is just arriving is waited for. */
export async function hasCome(trx: Trx, expectedId: string): Promise<boolean> {
  const { rows } = await sql<{ coming: boolean }>`select ${isToCome} as coming from expected_visit e
    where e.id = ${expectedId}::uuid and e.cancelled_at is null for update of e`.execute(trx);
  return rows[0]?.coming === false;
}

/** They are not expected any more; who has come already has come. */
export async function cancelExpected(trx: Trx, expectedId: string): Promise<void> {
  const { rows } = await sql<{ pointId: string }>`update expected_visit set cancelled_at = now()
    where id = ${expectedId}::uuid and visit_id is null and cancelled_at is null returning point_id as "pointId"`.execute(trx);
  const pointId = rows[0]?.pointId;
  if (pointId) await publish(trx, { type: FLOOR_CHANGED, subject: pointId, data: { pointId } satisfies FloorChanged });
}

/** Nothing says any more whose they were; the times stay for the figures. */
export async function forgetExpected(trx: Trx, ids: readonly string[]): Promise<void> {
  await sql`update expected_visit set matter_id = null, phone_hash = null, needs = '{}' where id = any(${ids}::uuid[])`.execute(trx);
}

export async function markArrived(trx: Trx, expectedId: string, visitId: string): Promise<void> {
  await sql`update expected_visit set visit_id = ${visitId}::uuid where id = ${expectedId}::uuid`.execute(trx);
}

/** They are to come again. */
export async function markNotArrived(trx: Trx, visitId: string): Promise<void> {
  await sql`update expected_visit set visit_id = null where visit_id = ${visitId}::uuid`.execute(trx);
}

const PHONE = 'arrival-phone';

/** "+358 50 000 1234" and "050 000 1234" are one number. */
const digitsOf = (phone: string) => phone.replace(/[^0-9+]/g, '').replace(/^(\+358|00358)/, '0');
