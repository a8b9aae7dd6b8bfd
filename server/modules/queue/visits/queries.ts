import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { PointOfQueues } from '../policy.ts';
import type { Direction } from '../schema.ts';
import type { CameBy, StepState } from '../types.ts';

export type QueuePoint = PointOfQueues & { zone: string };

/** @returns undefined for a point that is not there */
export async function pointWithQueues(db: Db, pointId: string): Promise<QueuePoint | undefined> {
  const { rows } = await sql<QueuePoint>`select p.id, p.organisation_id as "organisationId", p.zone,
      (select coalesce(array_agg(distinct q.organisation_id), '{}') from queue q where q.point_id = p.id and q.active) as "queueOrganisations"
    from service_point p where p.id = ${pointId}::uuid`.execute(db);
  return rows[0];
}

export type ActiveQueue = { id: string; pointId: string; organisationId: string; prefix: string };

/** Kept in use until the change is written: whoever takes the queue out of use meanwhile waits, and then sees who has joined it. */
export async function activeQueue(trx: Trx, id: string): Promise<ActiveQueue | undefined> {
  const { rows } = await sql<ActiveQueue>`select id, point_id as "pointId", organisation_id as "organisationId", prefix from queue
    where id = ${id}::uuid and active for share`.execute(trx);
  return rows[0];
}

/** The next number of a letter on that day: whoever asks at the same time waits for this one. `count` numbers are taken at once. */
export async function takeNumbers(
  trx: Trx,
  pointId: string,
  day: Temporal.PlainDate,
  prefix: string,
  count = 1,
): Promise<{ first: number; last: number }> {
  const { rows } = await sql<{
    last: number;
  }>`insert into queue_number (point_id, day, prefix, last) values (${pointId}::uuid, ${day}::date, ${prefix}, ${count})
    on conflict (point_id, day, prefix) do update set last = queue_number.last + ${count} returning last`.execute(trx);
  const last = (rows[0] as { last: number }).last;
  return { first: last - count + 1, last };
}

export async function isService(db: Db, id: string): Promise<boolean> {
  return (await sql`select from service where id = ${id}::uuid`.execute(db)).rows.length > 0;
}

export type NewVisit = {
  id: string;
  pointId: string;
  day: Temporal.PlainDate;
  code: string;
  cameBy: CameBy;
  deviceId: string | null;
  arrivedAt: Temporal.Instant;
  language: string;
  needs: readonly string[];
  serviceId: string | null;
  situation: string | null;
  matterId: string | null;
  secretHash: string;
};

export async function insertVisit(trx: Trx, it: NewVisit): Promise<void> {
  await sql`insert into visit (id, point_id, day, code, came_by, device_id, arrived_at, language, needs, service_id, situation, matter_id, secret_hash)
    values (${it.id}::uuid, ${it.pointId}::uuid, ${it.day}::date, ${it.code}, ${it.cameBy}, ${it.deviceId}::uuid, ${it.arrivedAt}::timestamptz, ${it.language},
      ${it.needs}::text[], ${it.serviceId}::uuid, ${it.situation}, ${it.matterId}::uuid, ${it.secretHash})`.execute(trx);
}

export type NewStep = {
  visitId: string;
  pointId: string;
  queueId: string;
  state: 'planned' | 'waiting';
  waitsFrom: Temporal.Instant;
  joinedAt: Temporal.Instant;
  dueAt?: Temporal.Instant | null;
  byChain?: boolean;
  excludedIds?: readonly string[];
};

/** Adds a step after all others of its visit. */
export async function insertStep(trx: Trx, it: NewStep): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into visit_step (visit_id, point_id, queue_id, position, state, waits_from, joined_at, due_at, by_chain, excluded_ids)
    select ${it.visitId}::uuid, ${it.pointId}::uuid, ${it.queueId}::uuid, (select coalesce(max(position) + 1, 0) from visit_step where visit_id = ${it.visitId}::uuid),
      ${it.state}, ${it.waitsFrom}::timestamptz, ${it.joinedAt}::timestamptz, ${it.dueAt ?? null}::timestamptz, ${it.byChain ?? false}, ${it.excludedIds ?? []}::uuid[]
    returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

/** Keeps what a visitor was told first, for measuring how right it was. */
export async function keepFirstTold(
  trx: Trx,
  stepId: string,
  at: Temporal.Instant,
  told: { low: number; likely: number; high: number },
): Promise<void> {
  await sql`update visit_step set first_told_at = ${at}::timestamptz, first_low = ${told.low}, first_likely = ${told.likely}, first_high = ${told.high},
    last_told_at = ${at}::timestamptz, last_low = ${told.low}, last_likely = ${told.likely}, last_high = ${told.high} where id = ${stepId}::uuid`.execute(
    trx,
  );
}

export type LockedVisit = {
  id: string;
  pointId: string;
  day: Temporal.PlainDate;
  code: string;
  cameBy: CameBy;
  language: string;
  needs: string[];
  matterId: string | null;
  arrivedAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  steps: LockedStep[];
};

export type LockedStep = {
  id: string;
  pointId: string;
  queueId: string;
  queueOrganisation: string;
  state: StepState;
  position: number;
  waitsFrom: Temporal.Instant;
  dueAt: Temporal.Instant | null;
  notBefore: Temporal.Instant | null;
  byChain: boolean;
  excludedIds: string[];
  counterId: string | null;
  personId: string | null;
  servingAt: Temporal.Instant | null;
  calls: number;
  contactId: string | null;
  counterName: Names | null;
  counterDirection: Direction | null;
};

/**
 * Locks the visit, then its steps: deeds on one visit come one after another. Not `for update`, which would wait for a call that is
 * just writing its own row beside the visit while it holds a step we are about to lock.
 */
export async function lockVisit(trx: Trx, visitId: string): Promise<LockedVisit | undefined> {
  const found = await sql<
    Omit<LockedVisit, 'steps'>
  >`select id, point_id as "pointId", day, code, came_by as "cameBy", language, needs, matter_id as "matterId", arrived_at as "arrivedAt",
      ended_at as "endedAt" from visit where id = ${visitId}::uuid for no key update`.execute(trx);
  const [visit] = found.rows;
  if (!visit) return undefined;
  const steps =
    await sql<LockedStep>`select ${stepColumns} from visit_step s join queue q on q.id = s.queue_id left join counter c on c.id = s.counter_id
    where s.visit_id = ${visitId}::uuid order by s.position for no key update of s`.execute(trx);
  return { ...visit, steps: steps.rows };
}

const stepColumns = sql`s.id, s.point_id as "pointId", s.queue_id as "queueId", q.organisation_id as "queueOrganisation", s.state, s.position, s.waits_from as "waitsFrom", s.due_at as "dueAt",
  s.not_before as "notBefore", s.by_chain as "byChain", s.excluded_ids as "excludedIds", s.counter_id as "counterId", s.person_id as "personId", s.serving_at as "servingAt", s.calls,
  s.contact_id as "contactId", c.name as "counterName", c.direction as "counterDirection"`;

/** A visit and its steps as they are, for undoing what comes next. */
export async function asBefore(trx: Trx, visitId: string): Promise<object> {
  const { rows } = await sql<{ before: object }>`select jsonb_build_object('visit', to_jsonb(v) - 'secret_hash',
      'steps', (select jsonb_agg(to_jsonb(s)) from visit_step s where s.visit_id = v.id)) as before
    from visit v where v.id = ${visitId}::uuid`.execute(trx);
  return (rows[0] as { before: object }).before;
}

export async function endVisit(
  trx: Trx,
  visitId: string,
  at: Temporal.Instant,
  how: 'served' | 'left' | 'no-show' | 'closed',
): Promise<void> {
  await sql`with told as (delete from visit_push where visit_id = ${visitId}::uuid)
    update visit set ended_at = ${at}::timestamptz, ended_how = ${how} where id = ${visitId}::uuid`.execute(trx);
}

/** What was done to the visit and not taken back, the arrival too, in its order. */
export async function deedsOf(trx: Trx, visitId: string): Promise<{ deed: string; at: Temporal.Instant; personId: string | null }[]> {
  const { rows } = await sql<{ deed: string; at: Temporal.Instant; personId: string | null }>`select deed, at, person_id as "personId"
    from visit_deed where visit_id = ${visitId}::uuid and undone_at is null and deed <> 'undone' order by id`.execute(trx);
  return rows;
}

/** A visit that never was: no figure counts it. Its number is not given again. */
export async function deleteVisit(trx: Trx, visitId: string): Promise<void> {
  await sql`delete from visit_deed where visit_id = ${visitId}::uuid`.execute(trx);
  await sql`delete from visit_step where visit_id = ${visitId}::uuid`.execute(trx);
  await sql`delete from visit where id = ${visitId}::uuid`.execute(trx);
}

export async function setNeeds(trx: Trx, visitId: string, needs: readonly string[]): Promise<void> {
  await sql`update visit set needs = ${needs}::text[] where id = ${visitId}::uuid`.execute(trx);
}

export async function setMatter(trx: Trx, visitId: string, matterId: string): Promise<void> {
  await sql`update visit set matter_id = ${matterId}::uuid where id = ${visitId}::uuid`.execute(trx);
}

/** At another point under the number it has there. */
export async function moveVisit(trx: Trx, visitId: string, pointId: string, code: string): Promise<void> {
  await sql`update visit set point_id = ${pointId}::uuid, code = ${code} where id = ${visitId}::uuid`.execute(trx);
}

/** The next steps of the chain, of which none has begun. */
export async function dropPlanned(trx: Trx, visitId: string, at: Temporal.Instant): Promise<void> {
  await sql`update visit_step set state = 'dropped', ended_at = ${at}::timestamptz where visit_id = ${visitId}::uuid and state = 'planned'`.execute(
    trx,
  );
}

export async function codeIsTaken(trx: Trx, pointId: string, day: Temporal.PlainDate, code: string): Promise<boolean> {
  const { rows } = await sql`select from visit where point_id = ${pointId}::uuid and day = ${day}::date and code = ${code}`.execute(trx);
  return rows.length > 0;
}

export async function setContact(trx: Trx, stepId: string, contactId: string): Promise<void> {
  await sql`update visit_step set contact_id = ${contactId}::uuid where id = ${stepId}::uuid`.execute(trx);
}

export type StoredVisit = { code: string; language: string; secretHash: string | null };

export async function findVisit(db: Db, id: string): Promise<StoredVisit | undefined> {
  const { rows } = await sql<StoredVisit>`select code, language, secret_hash as "secretHash" from visit where id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** The meeting of many they have come to. */
export async function meetingOfVisit(db: Db, visitId: string): Promise<{ room: string | null; startsAt: Temporal.Instant } | null> {
  const { rows } = await sql<{
    room: string | null;
    startsAt: Temporal.Instant;
  }>`select nullif(e.meeting_room, '') as room, e.due_at as "startsAt"
    from expected_visit e where e.visit_id = ${visitId}::uuid and e.meeting_room is not null`.execute(db);
  return rows[0] ?? null;
}

export async function setSecret(trx: Trx, id: string, secretHash: string): Promise<void> {
  await sql`update visit set secret_hash = ${secretHash} where id = ${id}::uuid`.execute(trx);
}

export async function pointOfStep(db: Db, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ pointId: string }>`select point_id as "pointId" from visit_step where id = ${id}::uuid`.execute(db);
  return rows[0]?.pointId;
}
