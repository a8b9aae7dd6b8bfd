import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { visibleToCustomer } from '../policy.ts';
import type { DataRequest, DataRequestAnswer, DataRequestCounts, RequestKind } from './schema.ts';

/** The controllers of what is asked about: of one matter, of all, or of the region where there is no matter. */
export async function controllersOf(db: Db, caller: CustomerCaller, matterId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct m.owner_org as id from matter m where ${visibleToCustomer(caller)}
    and (${matterId}::uuid is null or m.id = ${matterId}::uuid)`.execute(db);
  if (rows.length > 0 || matterId) return rows.map(({ id }) => id);
  const region = await sql<{
    id: string;
  }>`select id from organisation where keeps_region and valid_until is null order by key limit 1`.execute(db);
  return region.rows.map(({ id }) => id);
}

export type NewRequest = {
  customerId: string;
  byCustomerId: string;
  kind: RequestKind;
  matterId: string | null;
  ownerOrg: string;
  words: string;
  askedAt: Temporal.Instant;
  dueOn: Temporal.PlainDate;
};

export async function insertRequest(trx: Trx, request: NewRequest): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into data_request (customer_id, by_customer_id, kind, matter_id, owner_org, words, asked_at, due_on)
    values (${request.customerId}::uuid, ${request.byCustomerId}::uuid, ${request.kind}, ${request.matterId}::uuid, ${request.ownerOrg}::uuid,
      ${request.words}, ${request.askedAt}::timestamptz, ${request.dueOn.toString()}::date) returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export type OwnRequest = Pick<
  DataRequest,
  'id' | 'kind' | 'words' | 'askedAt' | 'dueOn' | 'isLate' | 'outcome' | 'reason' | 'erased' | 'answeredAt' | 'liftsAt' | 'liftReason'
> & {
  ownerOrganisationId: string;
  matterNumber: string | null;
};

export async function ownRequests(db: Db, customerId: string, today: Temporal.PlainDate): Promise<OwnRequest[]> {
  const { rows } = await sql<{
    row: OwnRequest;
  }>`select ${common(today)} as row from data_request q left join matter m on m.id = q.matter_id
    where q.customer_id = ${customerId}::uuid order by q.asked_at desc, q.id`.execute(db);
  return rows.map(({ row }) => row);
}

/** Of the organisations one answers for: those not answered yet by their day, or those answered, newest first. */
export async function requestsFor(
  db: Db,
  organisations: string[],
  view: 'open' | 'answered',
  today: Temporal.PlainDate,
): Promise<(DataRequest & { customerId: string })[]> {
  const { rows } = await sql<{ row: DataRequest & { customerId: string } }>`
    select ${common(today)} || jsonb_build_object('customerId', q.customer_id, 'customerName', trim(c.given_name || ' ' || c.family_name),
      'askedByName', case when q.by_customer_id <> q.customer_id then trim(b.given_name || ' ' || b.family_name) end,
      'isServed', exists (select 1 from matter o where o.customer_id = c.id and o.state = 'open'),
      'isNoticed', ${matterToTellBy} is not null, 'mayLift', coalesce(q.kind = 'restrict' and q.outcome in ('done', 'partly') and q.lifts_at is null, false),
      'matterNumbers', coalesce((select jsonb_agg(o.number order by o.opened_at) from matter o where o.customer_id = c.id and o.owner_org = q.owner_org
        and o.state <> 'merged'), '[]')) as row
    from data_request q join customer c on c.id = q.customer_id join customer b on b.id = q.by_customer_id left join matter m on m.id = q.matter_id
    where q.owner_org = any(${organisations}::uuid[]) and ${view === 'open' ? sql`q.outcome is null` : sql`q.outcome is not null`}
    order by ${view === 'open' ? sql`q.due_on, q.asked_at` : sql`q.answered_at desc`}, q.id limit 200`.execute(db);
  return rows.map(({ row }) => row);
}

/** By which matter the customer is told of the answer: the one it is about, else their latest here; another's matter would tell its keepers. */
const matterToTellBy = sql`(select t.id from matter t where t.customer_id = q.customer_id and t.owner_org = q.owner_org and t.state <> 'merged'
  order by t.id = q.matter_id desc nulls last, t.state = 'open' desc, t.opened_at desc limit 1)`;

function common(today: Temporal.PlainDate) {
  return sql`jsonb_build_object('id', q.id, 'kind', q.kind, 'words', q.words, 'askedAt', iso(q.asked_at), 'dueOn', q.due_on,
    'isLate', q.outcome is null and q.due_on < ${today.toString()}::date, 'outcome', q.outcome, 'reason', q.reason, 'erased', q.erased,
    'answeredAt', iso(q.answered_at), 'liftsAt', iso(q.lifts_at), 'liftReason', q.lift_reason, 'ownerOrganisationId', q.owner_org, 'matterNumber', m.number)`;
}

export async function countsFor(
  db: Db,
  organisations: string[],
  today: Temporal.PlainDate,
  soon: Temporal.PlainDate,
): Promise<DataRequestCounts> {
  const found = await sql<DataRequestCounts>`select count(*)::int as open,
      count(*) filter (where due_on between ${today.toString()}::date and ${soon.toString()}::date)::int as "dueSoon",
      count(*) filter (where due_on < ${today.toString()}::date)::int as late
    from data_request where owner_org = any(${organisations}::uuid[]) and outcome is null`.execute(db);
  return found.rows[0] as DataRequestCounts;
}

export type LockedRequest = {
  id: string;
  kind: RequestKind;
  customer_id: string;
  matter_id: string | null;
  owner_org: string;
  outcome: string | null;
  lifts_at: Temporal.Instant | null;
  /** By which the customer is told. */
  tell_by: string | null;
};

export async function lockRequest(trx: Trx, organisations: string[], id: string): Promise<LockedRequest | undefined> {
  const found =
    await sql<LockedRequest>`select q.id, q.kind, q.customer_id, q.matter_id, q.owner_org, q.outcome, q.lifts_at, ${matterToTellBy} as tell_by
    from data_request q where q.id = ${id}::uuid and q.owner_org = any(${organisations}::uuid[]) for update of q`.execute(trx);
  return found.rows[0];
}

/** The customer is locked with it: no matter of theirs is opened between the question and the erasing. */
export async function isServed(trx: Trx, customerId: string): Promise<boolean> {
  await sql`select 1 from customer where id = ${customerId}::uuid for update`.execute(trx);
  const found = await sql`select 1 from matter where customer_id = ${customerId}::uuid and state = 'open' limit 1`.execute(trx);
  return found.rows.length > 0;
}

export async function writeAnswer(
  trx: Trx,
  id: string,
  { outcome, reason, erase }: DataRequestAnswer,
  by: { personId: string; at: Temporal.Instant },
): Promise<void> {
  await sql`update data_request set outcome = ${outcome}, reason = ${reason}, erased = ${erase}::text[], answered_at = ${by.at}::timestamptz,
    answered_by = ${by.personId}::uuid where id = ${id}::uuid`.execute(trx);
}

/** What this controller keeps of the customer, or the one matter asked about; also what was joined into others. */
export async function mattersAbout(trx: Trx, { customer_id, matter_id, owner_org }: LockedRequest): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from matter where customer_id = ${customer_id}::uuid
    and (id = ${matter_id}::uuid or (${matter_id}::uuid is null and owner_org = ${owner_org}::uuid)) order by id`.execute(trx);
  return rows.map(({ id }) => id);
}

export type Restricted = { id: string; ownerOrg: string };

/**
 * The matters that a restriction is about, locked: whoever changes one of them now goes first, and whoever comes later finds it restricted.
 */
export async function lockRestricted(trx: Trx, { customer_id, matter_id, owner_org }: LockedRequest): Promise<Restricted[]> {
  const found =
    await sql<Restricted>`select m.id, m.owner_org as "ownerOrg" from matter m where m.customer_id = ${customer_id}::uuid and m.state <> 'merged'
    and (m.id = ${matter_id}::uuid or (${matter_id}::uuid is null and m.owner_org = ${owner_org}::uuid)) order by m.id for update`.execute(
      trx,
    );
  return found.rows;
}

export async function writeLifting(
  trx: Trx,
  id: string,
  lifting: { reason: string; liftsAt: Temporal.Instant; personId: string; at: Temporal.Instant },
): Promise<void> {
  await sql`update data_request set lifts_at = ${lifting.liftsAt}::timestamptz, lift_reason = ${lifting.reason}, lift_told_at = ${lifting.at}::timestamptz,
    lift_told_by = ${lifting.personId}::uuid where id = ${id}::uuid`.execute(trx);
}
