import { type RawBuilder, sql } from 'kysely';
import type { OpeningHours } from '../../../platform/clock/opening.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { type Sight, visibleRequest } from '../policy.ts';
import type { RunningTimes } from './clocks.ts';
import type { RequestState } from './schema.ts';

/** One question of a chain as a use case needs it. */
export type LockedRequest = RunningTimes & {
  id: string;
  matterId: string;
  needId: string;
  ownerOrg: string;
  rootId: string;
  parentId: string | null;
  tier: number;
  askedBy: string;
  askedUnitId: string;
  toUnitId: string;
  toOrg: string;
  toPersonId: string | null;
  title: string;
  sensitivity: string;
  customerWaiting: boolean;
  state: RequestState;
  escalated: boolean;
  /** Of the asked unit. */
  opening: OpeningHours;
  escalatesToId: string | null;
  visible: boolean;
};

/** Where an overdue request of unit `u` goes: only within its organisation, since no other has been let see the need. */
export const escalationUnit = sql<
  string | null
>`(select e.id from unit e where e.id = u.escalates_to_id and e.active and e.organisation_id = u.organisation_id)`;

/** Where a request belongs, for those who see it. */
export async function findRequest(db: Db, sight: Sight, id: string): Promise<{ matterId: string; rootId: string } | undefined> {
  const found = await sql<{ matterId: string; rootId: string }>`select q.matter_id as "matterId", q.root_id as "rootId"
    from support_request q where q.id = ${id}::uuid and ${visibleRequest(sight)}`.execute(db);
  return found.rows[0];
}

/** A question and those put further from it, oldest first; locked whole, with what the reader sees of them. */
export async function lockChain(trx: Trx, sight: Sight, rootId: string): Promise<LockedRequest[]> {
  const found = await sql<LockedRequest>`select ${lockedColumns}, ${visibleRequest(sight)} as visible
    from support_request q join unit u on u.id = q.to_unit_id where q.root_id = ${rootId}::uuid order by q.asked_at, q.id for update of q`.execute(
    trx,
  );
  return found.rows;
}

const lockedColumns = sql`q.id, q.matter_id as "matterId", q.need_id as "needId", q.owner_org as "ownerOrg", q.root_id as "rootId",
  q.parent_id as "parentId", q.tier, q.asked_by as "askedBy", q.asked_unit_id as "askedUnitId", q.to_unit_id as "toUnitId", q.to_org as "toOrg",
  q.to_person_id as "toPersonId", q.title, q.sensitivity, q.customer_waiting as "customerWaiting", q.state, q.due_at as "dueAt",
  q.remind_at as "remindAt", q.away_since as "awaySince", q.escalated_at is not null as escalated, u.opening, ${escalationUnit} as "escalatesToId"`;

export type NewRequest = {
  id: string;
  matterId: string;
  needId: string;
  ownerOrg: string;
  rootId: string;
  parentId: string | null;
  tier: number;
  askedBy: string;
  askedUnitId: string;
  toUnitId: string;
  toOrg: string;
  toPersonId: string | null;
  title: string;
  question: string;
  sensitivity: string;
  customerWaiting: boolean;
  askedAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  remindAt: Temporal.Instant;
};

/** False when a question is open at this tier about the same need. */
export async function insertRequest(trx: Trx, request: NewRequest): Promise<boolean> {
  const written = await sql<{ id: string }>`
    insert into support_request (id, matter_id, need_id, owner_org, root_id, parent_id, tier, asked_by, asked_unit_id, to_unit_id, to_org, to_person_id,
      title, question, sensitivity, customer_waiting, asked_at, due_at, remind_at)
    values (${request.id}::uuid, ${request.matterId}::uuid, ${request.needId}::uuid, ${request.ownerOrg}::uuid, ${request.rootId}::uuid,
      ${request.parentId}::uuid, ${request.tier}, ${request.askedBy}::uuid, ${request.askedUnitId}::uuid, ${request.toUnitId}::uuid, ${request.toOrg}::uuid,
      ${request.toPersonId}::uuid, ${request.title}, ${request.question}, ${request.sensitivity}, ${request.customerWaiting},
      ${request.askedAt}::timestamptz, ${request.dueAt}::timestamptz, ${request.remindAt}::timestamptz)
    on conflict (need_id, tier) where state in ('open', 'asked-back', 'forwarded', 'answer-below') do nothing returning id`.execute(trx);
  return written.rows.length > 0;
}

export type StoredEntryKind =
  | 'asked'
  | 'claimed'
  | 'asked-back'
  | 'replied'
  | 'forwarded'
  | 'answered'
  | 'returned'
  | 'withdrawn'
  | 'reminded'
  | 'escalated'
  | 'moved';

export async function insertEntry(
  trx: Trx,
  entry: { requestId: string; kind: StoredEntryKind; at: Temporal.Instant; personId?: string | null; text?: string },
): Promise<void> {
  await sql`insert into support_request_entry (request_id, kind, at, person_id, text) values (${entry.requestId}::uuid, ${entry.kind},
    ${entry.at}::timestamptz, ${entry.personId ?? null}::uuid, ${entry.text ?? ''})`.execute(trx);
}

/** Writes the state with its times, and whoever holds it now. */
export async function moveRequest(
  trx: Trx,
  requestId: string,
  to: RunningTimes & { state: RequestState; toPersonId: string | null },
): Promise<void> {
  await sql`update support_request set state = ${to.state}, to_person_id = ${to.toPersonId}::uuid, due_at = ${to.dueAt}::timestamptz,
    remind_at = ${to.remindAt}::timestamptz, away_since = ${to.awaySince}::timestamptz, version = version + 1 where id = ${requestId}::uuid`.execute(
    trx,
  );
}

export async function writeAnswer(
  trx: Trx,
  requestId: string,
  answer: { text: string; use: 'tell' | 'advisor'; at: Temporal.Instant },
): Promise<void> {
  await sql`update support_request set answer = ${answer.text}, answer_use = ${answer.use}, answered_at = ${answer.at}::timestamptz
    where id = ${requestId}::uuid`.execute(trx);
}

export async function markNeedInHand(trx: Trx, needId: string): Promise<void> {
  await sql`update need set state = 'in-hand' where id = ${needId}::uuid and state in ('identified', 'directed')`.execute(trx);
}

/** The chains in which an organisation has an open question about a need. */
export async function rootsAskedOf(trx: Trx, needId: string, toOrg: string): Promise<string[]> {
  const found = await sql<{ rootId: string }>`select distinct root_id as "rootId" from support_request
    where need_id = ${needId}::uuid and to_org = ${toOrg}::uuid and state in ('open', 'asked-back', 'forwarded', 'answer-below')`.execute(
    trx,
  );
  return found.rows.map((row) => row.rootId);
}

/** Open questions to organisations whose share has ended with its time: they see them no longer. */
export async function openWithoutShare(db: Db, limit: number): Promise<{ matterId: string; needId: string; toOrg: string }[]> {
  const found = await sql<{ matterId: string; needId: string; toOrg: string }>`
    select distinct q.matter_id as "matterId", q.need_id as "needId", q.to_org as "toOrg" from support_request q
    where q.state in ('open', 'asked-back', 'forwarded', 'answer-below') and not exists (select 1 from share s where s.need_id = q.need_id
      and s.organisation_id = q.to_org and s.revoked_at is null and (s.until is null or s.until > now())) limit ${limit}`.execute(db);
  return found.rows;
}

/** The states of the questions put straight from this matter by the organisation that keeps it now. */
export async function statesAskedFrom(trx: Trx, matterId: string): Promise<RequestState[]> {
  const found = await sql<{ state: RequestState }>`select q.state from support_request q join matter m on m.id = q.matter_id
    where q.matter_id = ${matterId}::uuid and q.parent_id is null and q.owner_org = m.owner_org`.execute(trx);
  return found.rows.map((row) => row.state);
}

/** The authority's turn: no promise of ours runs. */
export async function awaitAuthority(trx: Trx, matterId: string, at: Temporal.Instant): Promise<void> {
  await sql`update matter set awaits = 'authority', awaits_since = case when awaits = 'authority' then awaits_since else ${at}::timestamptz end,
    due_at = null, version = version + 1 where id = ${matterId}::uuid and state = 'open'`.execute(trx);
}

/** Rows of `support_request` (alias `q`, with its unit as `u`) that a person of these units answers for: theirs, and what escalated to them. */
export function askedOfUnits(unitIds: string[], managedOrgs: string[]): RawBuilder<boolean> {
  return sql<boolean>`(q.to_unit_id = any(${unitIds}::uuid[]) or (q.escalated_at is not null
    and case when ${escalationUnit} is null then q.to_org = any(${managedOrgs}::uuid[]) else ${escalationUnit} = any(${unitIds}::uuid[]) end))`;
}
