import { type Kysely, sql } from 'kysely';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import type { Desk } from '../types.ts';
import { giveBack, moveToUnit, type OwnedRequest, ownedColumns, successorAble } from './owners.ts';
import { escalationUnit, insertEntry } from './queries.ts';
import { ableAt } from './recipients.ts';
import { traceByItself } from './trace.ts';
import { withdrawUnseen } from './withdrawing.ts';

/** Rows in one transaction: each takes some milliseconds, and no transaction may last a second. */
const BATCH = 50;

type Due = OwnedRequest & { escalatesToId: string | null };
type Ownerless = Due & { held: boolean; unable: boolean; escalated: boolean; successorId: string | null };

/**
 * The job of each minute: reminds the one who holds a request or its unit before the due time, once; after it tells the unit it escalates to,
 * or the point managers, once. What has lost its owner gets one, what its owner may see no longer comes back. Whatever a stopped node left undone, the next run does; nodes running
 * at once share the rows.
 * @returns how many of each
 */
export async function remindAndEscalate(desk: Desk): Promise<{ withdrawn: number; restored: number; reminded: number; escalated: number }> {
  const { db, clock } = desk;
  const now = clock.now();
  return {
    withdrawn: await withdrawUnseen(desk, BATCH),
    restored: await inBatches(db, (trx) => restoreOwners(trx, now)),
    reminded: await inBatches(db, (trx) => remind(trx, now)),
    escalated: await inBatches(db, (trx) => escalateOverdue(trx, now)),
  };
}

async function inBatches(db: Kysely<Tables>, work: (trx: Trx) => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const some = await inTransaction(db, work);
    all += some;
    if (some < BATCH) return all;
  }
}

/** One that is overdue already is not reminded of any more: the escalation says it. */
async function remind(trx: Trx, now: Temporal.Instant): Promise<number> {
  const due = await lockDue(trx, sql`q.reminded_at is null and q.remind_at <= ${now}::timestamptz and q.due_at > ${now}::timestamptz`);
  for (const request of due) {
    await sql`update support_request set reminded_at = ${now}::timestamptz where id = ${request.id}::uuid`.execute(trx);
    await insertEntry(trx, { requestId: request.id, kind: 'reminded', at: now });
    await traceByItself(trx, request, 'request.due-soon', [request.toUnitId]);
  }
  return due.length;
}

async function escalateOverdue(trx: Trx, now: Temporal.Instant): Promise<number> {
  const due = await lockDue(trx, sql`q.escalated_at is null and q.due_at <= ${now}::timestamptz`);
  for (const request of due) await escalate(trx, request, now);
  return due.length;
}

/** The request stays where it is; those it escalates to may take it from then on. */
async function escalate(trx: Trx, request: Due, now: Temporal.Instant): Promise<void> {
  await sql`update support_request set escalated_at = ${now}::timestamptz, version = version + 1 where id = ${request.id}::uuid`.execute(
    trx,
  );
  await insertEntry(trx, { requestId: request.id, kind: 'escalated', at: now });
  const unitIds = request.escalatesToId ? [request.toUnitId, request.escalatesToId] : [request.toUnitId];
  const managers = request.escalatesToId ? [] : await pointManagersOf(trx, request.toOrg, dayOf(now));
  await traceByItself(trx, request, 'request.overdue', unitIds, managers);
}

/** A grant may run out or be revoked without anybody leaving a unit: what nobody can answer any more goes on to somebody who can. */
async function restoreOwners(trx: Trx, now: Temporal.Instant): Promise<number> {
  const day = dayOf(now);
  const found = await sql<Ownerless>`
    select ${ownedColumns}, ${escalationUnit} as "escalatesToId", u.successor_id as "successorId", q.to_person_id is not null as held, q.escalated_at is not null as escalated,
      ${nobodyAble(day)} as unable
    from support_request q join unit u on u.id = q.to_unit_id
    where q.state in ('open', 'asked-back', 'forwarded', 'answer-below')
      and ((q.to_person_id is not null and not ${ableAt(sql.ref('q.to_person_id'), sql.ref('q.to_org'), day)})
        or (q.escalated_at is null and ${nobodyAble(day)}))
    order by q.id limit ${BATCH} for update of q skip locked`.execute(trx);
  for (const request of found.rows) await restoreOwner(trx, request, now);
  return found.rows.length;
}

async function restoreOwner(trx: Trx, request: Ownerless, now: Temporal.Instant): Promise<void> {
  if (!request.unable) return giveBack(trx, request, now);
  const successor = await successorAble(trx, { id: request.toUnitId, successorId: request.successorId }, dayOf(now));
  if (successor) return moveToUnit(trx, request, successor, now);
  if (request.held) await giveBack(trx, request, now);
  if (!request.escalated) await escalate(trx, { ...request, toPersonId: null }, now);
}

function nobodyAble(day: Temporal.PlainDate) {
  return sql<boolean>`not exists (select 1 from unit_member k where k.unit_id = u.id
    and ${ableAt(sql.ref('k.person_id'), sql.ref('u.organisation_id'), day)})`;
}

async function lockDue(trx: Trx, when: ReturnType<typeof sql>): Promise<Due[]> {
  const found = await sql<Due>`select ${ownedColumns}, ${escalationUnit} as "escalatesToId"
    from support_request q join unit u on u.id = q.to_unit_id where q.state in ('open', 'answer-below') and ${when}
    order by q.due_at limit ${BATCH} for update of q skip locked`.execute(trx);
  return found.rows;
}

async function pointManagersOf(trx: Trx, organisationId: string, day: Temporal.PlainDate): Promise<string[]> {
  const found = await sql<{ id: string }>`select distinct g.person_id as id from person_grant g join person p on p.id = g.person_id
    where g.organisation_id = ${organisationId}::uuid and g.role = 'point-manager' and p.disabled_at is null and g.revoked_at is null
      and g.valid_from <= ${day}::date and (g.valid_until is null or g.valid_until > ${day}::date)`.execute(trx);
  return found.rows.map((row) => row.id);
}
