import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { OrderRule, Ticket } from '../order/rules.ts';
import type { Direction } from '../schema.ts';
import type { CameBy } from '../types.ts';

export type LockedCounter = {
  id: string;
  pointId: string;
  name: Names;
  direction: Direction | null;
  state: 'open' | 'break' | 'closed';
  personId: string | null;
  version: number;
  queues: { id: string; organisationId: string }[];
  /** Who is called to it or served at it now. */
  visitId: string | null;
  rules: OrderRule[] | null;
};

/** In two steps: who is at it is read once it is locked, or a call that was just ending would not be seen. */
export async function lockCounter(trx: Trx, id: string): Promise<LockedCounter | undefined> {
  const locked = await sql`select from counter where id = ${id}::uuid and active for no key update`.execute(trx);
  if (locked.rows.length === 0) return undefined;
  const { rows } =
    await sql<LockedCounter>`select c.id, c.point_id as "pointId", c.name, c.direction, c.state, c.person_id as "personId", c.version,
      (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'organisationId', q.organisation_id)), '[]')
        from counter_queue x join queue q on q.id = x.queue_id and q.active where x.counter_id = c.id) as queues,
      (select s.visit_id from visit_step s where s.counter_id = c.id and s.state in ('called', 'serving')) as "visitId",
      (select o.rules from queue_policy o where o.point_id = c.point_id) as rules
    from counter c where c.id = ${id}::uuid`.execute(trx);
  return rows[0];
}

/** Whoever leaves their seat needs nobody there any more. */
export const noHelp = (left: RawBuilder<unknown>) => sql`help_asked_at = case when ${left} then null else help_asked_at end,
  help_taken_by = case when ${left} then null else help_taken_by end`;

/** Two tabs of one person open counters one after the other. */
export async function lockSeat(trx: Trx, personId: string): Promise<void> {
  await sql`select from person where id = ${personId}::uuid for no key update`.execute(trx);
}

export async function setCounter(
  trx: Trx,
  id: string,
  personId: string | null,
  state: LockedCounter['state'],
  at: Temporal.Instant,
): Promise<void> {
  await sql`update counter set person_id = ${personId}::uuid, state = ${state}, since = ${at}::timestamptz, version = version + 1,
      ${noHelp(sql`${state} = 'closed'`)} where id = ${id}::uuid`.execute(trx);
}

/** The person's other counter is left: one sits at one place. @returns false when a visitor is at it */
export async function leaveOtherCounters(trx: Trx, personId: string, except: string, at: Temporal.Instant): Promise<boolean> {
  const other = sql`person_id = ${personId}::uuid and id <> ${except}::uuid`;
  const left = await sql<{ id: string }>`select id from counter where ${other} for no key update`.execute(trx);
  const ids = left.rows.map(({ id }) => id);
  if (ids.length === 0) return true;
  const busy = await sql`select from visit_step where counter_id = any(${ids}::uuid[]) and state in ('called', 'serving')`.execute(trx);
  if (busy.rows.length > 0) return false;
  await sql`update counter set person_id = null, state = 'closed', since = ${at}::timestamptz, version = version + 1, ${noHelp(sql`true`)}
    where id = any(${ids}::uuid[])`.execute(trx);
  return true;
}

/** Who waits in these queues and may be served by this person. */
export async function candidates(trx: Trx, queueIds: readonly string[], personId: string): Promise<Ticket[]> {
  const { rows } =
    await sql<Ticket>`select s.id, v.code, s.queue_id as "queueId", ${ms('s.waits_from')} as "waitsFrom", ${ms('s.due_at')} as "dueAt",
      ${ms('s.not_before')} as "notBefore", s.by_chain as "byChain", v.needs
    from visit_step s join visit v on v.id = s.visit_id
    where s.queue_id = any(${queueIds}::uuid[]) and s.state = 'waiting' and not (${personId}::uuid = any(s.excluded_ids))`.execute(trx);
  return rows;
}

/** One picked from the list; those of another point are not there. */
export async function stepToCall(trx: Trx, id: string, pointId: string): Promise<{ queueId: string; excludedIds: string[] } | undefined> {
  const { rows } = await sql<{
    queueId: string;
    excludedIds: string[];
  }>`select queue_id as "queueId", excluded_ids as "excludedIds" from visit_step
    where id = ${id}::uuid and point_id = ${pointId}::uuid`.execute(trx);
  return rows[0];
}

export async function isPerson(db: Db, id: string): Promise<boolean> {
  return (await sql`select from person where id = ${id}::uuid`.execute(db)).rows.length > 0;
}

export async function codeOfStep(db: Db, stepId: string): Promise<{ visitId: string; stepId: string; code: string } | undefined> {
  const { rows } = await sql<{ visitId: string; stepId: string; code: string }>`select v.id as "visitId", s.id as "stepId", v.code
    from visit_step s join visit v on v.id = s.visit_id where s.id = ${stepId}::uuid`.execute(db);
  return rows[0];
}

const ms = (column: string) => sql`floor(extract(epoch from ${sql.raw(column)}) * 1000)::float8`;

export type Claim = {
  stepId: string;
  visitId: string;
  pointId: string;
  code: string;
  language: string;
  matterId: string | null;
  dueAt: Temporal.Instant | null;
  cameBy: CameBy;
  queueOrganisation: string;
  before: object;
};

/**
 * Takes the first of these that no other counter is just taking: a counter that waits for another's row would give its own visitor a
 * wait, so locked rows are passed by, and the order is displaced by no more than the counters that call at once.
 */
export async function claimFirst(
  trx: Trx,
  stepIds: readonly string[],
  states: readonly ('waiting' | 'parked')[],
  at: { counterId: string; personId: string; now: Temporal.Instant },
): Promise<Claim | undefined> {
  const { rows } = await sql<Claim>`
    with first as (
      select s.id, to_jsonb(s) as before from visit_step s join unnest(${stepIds}::uuid[]) with ordinality as o (id, place) on o.id = s.id
      where s.state = any(${states}::text[]) and not (${at.personId}::uuid = any(s.excluded_ids)) order by o.place limit 1 for update of s skip locked)
    update visit_step s set state = 'called', counter_id = ${at.counterId}::uuid, person_id = ${at.personId}::uuid, called_at = ${at.now}::timestamptz,
      calls = 1, not_before = null
    from first f, visit v, queue q where s.id = f.id and v.id = s.visit_id and q.id = s.queue_id
    returning s.id as "stepId", s.visit_id as "visitId", s.point_id as "pointId", v.code, v.language, v.matter_id as "matterId", s.due_at as "dueAt", v.came_by as "cameBy",
      q.organisation_id as "queueOrganisation",
      jsonb_build_object('visit', to_jsonb(v) - 'secret_hash',
        'steps', (select jsonb_agg(case when x.id = s.id then f.before else to_jsonb(x) end) from visit_step x where x.visit_id = s.visit_id)) as before`.execute(
    trx,
  );
  return rows[0];
}

export type StepChange = {
  state?: string;
  counterId?: string | null;
  personId?: string | null;
  calledAt?: Temporal.Instant | null;
  calls?: number;
  servingAt?: Temporal.Instant | null;
  endedAt?: Temporal.Instant | null;
  notBefore?: Temporal.Instant | null;
  joinedAt?: Temporal.Instant;
  excludedIds?: readonly string[];
  contactId?: string;
};

const columnOf: Record<keyof StepChange, string> = {
  state: 'state',
  counterId: 'counter_id',
  personId: 'person_id',
  calledAt: 'called_at',
  calls: 'calls',
  servingAt: 'serving_at',
  endedAt: 'ended_at',
  notBefore: 'not_before',
  joinedAt: 'joined_at',
  excludedIds: 'excluded_ids',
  contactId: 'contact_id',
};

export async function changeStep(trx: Trx, id: string, change: StepChange): Promise<void> {
  const sets = Object.entries(change).map(([key, value]) => sql`${sql.ref(columnOf[key as keyof StepChange])} = ${value}`);
  await sql`update visit_step set ${sql.join(sets)} where id = ${id}::uuid`.execute(trx);
}

export type LastDeed = {
  id: number;
  deed: string;
  doneAt: Temporal.Instant;
  personId: string | null;
  /** Whether it can be taken back at all: what the visitor did on their phone cannot. */
  isKept: boolean;
  /** Where and with whom the visitor was before, if at a counter. */
  at: { counterId: string; personId: string } | null;
  /** A queue it would put the visitor back to is no longer used. */
  isQueueGone: boolean;
};

/** The latest of what moved the visitor, whoever did it. */
export async function lastDeed(trx: Trx, visitId: string): Promise<LastDeed | undefined> {
  const { rows } = await sql<LastDeed>`
    with last as (select * from visit_deed where visit_id = ${visitId}::uuid and undone_at is null
      and deed not in ('arrived', 'needs', 'matter', 'undone') order by id desc limit 1),
    was as (select s.* from last, jsonb_populate_recordset(null::visit_step, last.before -> 'steps') s)
    select l.id, l.deed, l.at as "doneAt", l.person_id as "personId", l.before is not null as "isKept",
      (select jsonb_build_object('counterId', counter_id, 'personId', person_id) from was where state in ('called', 'serving')) as at,
      exists (select from was join queue q on q.id = was.queue_id where not q.active
        and was.state in ('planned', 'waiting', 'called', 'serving', 'parked')) as "isQueueGone" from last l`.execute(trx);
  return rows[0];
}

/**
 * Puts a visit and its steps back as they were; steps that the deed made are gone. What was learned of the visitor meanwhile stays, also the
 * contact noted at a step that goes: it is of the part gone back to, unless another organisation noted it.
 */
export async function restore(trx: Trx, visitId: string, deedId: number, now: Temporal.Instant): Promise<void> {
  const before = sql`(select before from visit_deed where id = ${deedId}::bigint)`;
  await sql`update visit_step s set contact_id = n.contact_id
    from jsonb_populate_recordset(null::visit_step, ${before} -> 'steps') was, queue q,
      (select x.contact_id, c.owner_org from visit_step x join contact c on c.id = x.contact_id where x.visit_id = ${visitId}::uuid
        and x.id not in (select (y ->> 'id')::uuid from jsonb_array_elements(${before} -> 'steps') y) order by x.position desc limit 1) n
    where s.id = was.id and was.state in ('waiting', 'called', 'serving', 'parked') and s.contact_id is null and q.id = s.queue_id
      and n.owner_org = q.organisation_id`.execute(trx);
  // First, and apart: what it made may stand where what was goes back to.
  await sql`delete from visit_step where visit_id = ${visitId}::uuid
    and id not in (select (x ->> 'id')::uuid from jsonb_array_elements(${before} -> 'steps') x)`.execute(trx);
  await sql`with b as (select ${before} as before),
      w as (select x.* from b, jsonb_populate_recordset(null::visit_step, b.before -> 'steps') x),
      back as (update visit_step s set (${columns}) = row(${restored}) from w where s.id = w.id),
      v as (select y.* from b, jsonb_populate_record(null::visit, b.before -> 'visit') y),
      again as (update visit t set ended_at = v.ended_at, ended_how = v.ended_how, point_id = v.point_id, code = v.code from v
        where t.id = ${visitId}::uuid)
    update visit_deed set undone_at = ${now}::timestamptz where id = ${deedId}::bigint`.execute(trx);
}

const changing = [
  'state',
  'queue_id',
  'point_id',
  'counter_id',
  'person_id',
  'called_at',
  'calls',
  'serving_at',
  'ended_at',
  'not_before',
  'waits_from',
  'joined_at',
  'excluded_ids',
  'by_chain',
  'position',
];
const columns = sql.join(changing.map((name) => sql.ref(name)));
const restored = sql.join(changing.map((name) => sql.ref(`w.${name}`)));
