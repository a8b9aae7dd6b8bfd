import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { noteHappening } from '../../happenings.ts';
import { leaveTrace } from '../../trace.ts';
import type { Call, Desk, LockedMatter } from '../../types.ts';
import { unname } from '../cards/naming.ts';
import { mayUndoWrapUp } from '../rules.ts';
import { lockContactToKeep, traceContact } from '../service.ts';

/**
 * Takes a wrap-up back: the contact and the needs are as they were before it. A need settled anew meanwhile stays so.
 * @throws Conflict `wrap-up-stands` when there is none, or a minute has passed; `matter-closed`, `matter-merged`
 */
export async function takeBackWrapUp(desk: Desk, call: Call, contactId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, contact } = await lockContactToKeep(trx, call, contactId);
    if (matter.state !== 'open') throw new Conflict(matter.state === 'closed' ? 'matter-closed' : 'matter-merged');
    const wrappedAt = await lastWrapUpOf(trx, contact.id);
    if (!wrappedAt || !mayUndoWrapUp(wrappedAt, desk.clock.now())) throw new Conflict('wrap-up-stands');
    for (const needId of await unsettleNeeds(trx, contact.id)) await tellUnsettled(trx, call, matter, needId);
    await unname(trx, contact.id);
    await restoreContact(trx, contact.id);
    await traceContact(trx, call, matter, contact, 'contact.unwrapped');
  });
}

/** Written before the wrap-up itself, of the contact and of the needs that the keeper could settle with it. */
export async function keepForUndo(trx: Trx, contactId: string, now: Temporal.Instant): Promise<void> {
  await sql`update contact c set before_wrap_up = jsonb_build_object('at', ${now}::timestamptz,
      'contact', jsonb_build_object(${sql.join(wrapUpColumns.flatMap((name) => [sql.lit(name), sql.ref(`c.${name}`)]))}),
      'needs', (select coalesce(jsonb_agg(jsonb_build_object(${sql.join(outcomeColumns.flatMap((name) => [sql.lit(name), sql.ref(`n.${name}`)]))})), '[]')
        from need n where n.matter_id = c.matter_id and n.owner_org = c.owner_org))
    where c.id = ${contactId}::uuid`.execute(trx);
}

/** What can no longer be taken back is not kept twice. Returns how many were forgotten. */
export async function forgetWrapUpUndo(db: Db, now: Temporal.Instant): Promise<number> {
  const { numAffectedRows = 0n } = await sql`update contact set before_wrap_up = null where id in (
    select id from contact where before_wrap_up is not null and (before_wrap_up ->> 'at')::timestamptz < ${now}::timestamptz - interval '1 hour'
    limit 2000)`.execute(db);
  return Number(numAffectedRows);
}

const wrapUpColumns = [
  ...['ended_at', 'person_id', 'point_id', 'wrapped_at', 'reasons', 'directed_by', 'support_kinds', 'how', 'not_alone'],
  ...['could_self_serve', 'hops', 'told_again', 'guidance', 'guidance_words', 'advice_level'],
];
const outcomeColumns = [
  'id',
  'state',
  'outcome',
  'outcome_why',
  'receipt',
  'outcome_at',
  'outcome_by',
  'service_id',
  'service_name',
  'organisation_id',
];

async function lastWrapUpOf(trx: Trx, contactId: string): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select (before_wrap_up ->> 'at')::timestamptz as at from contact where id = ${contactId}::uuid`.execute(trx);
  return rows[0]?.at ?? null;
}

/** Only what this very wrap-up settled: its outcomes carry its moment. */
async function unsettleNeeds(trx: Trx, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update need n set state = b.state, outcome = b.outcome, outcome_why = b.outcome_why, receipt = b.receipt, outcome_at = b.outcome_at, outcome_by = b.outcome_by
    from contact c, jsonb_populate_recordset(null::need, c.before_wrap_up -> 'needs') b
    where c.id = ${contactId}::uuid and n.id = b.id and n.outcome_at = (c.before_wrap_up ->> 'at')::timestamptz
      and (b.outcome_at is distinct from n.outcome_at or b.outcome is distinct from n.outcome)
    returning n.id`.execute(trx);
  return rows.map(({ id }) => id);
}

async function restoreContact(trx: Trx, contactId: string): Promise<void> {
  const columns = sql.join(wrapUpColumns.map((name) => sql.ref(name)));
  await sql`update contact set (${columns}) = (select ${sql.join(wrapUpColumns.map((name) => sql.ref(`b.${name}`)))}
      from jsonb_populate_record(null::contact, contact.before_wrap_up -> 'contact') b), before_wrap_up = null, version = version + 1
    where id = ${contactId}::uuid`.execute(trx);
}

async function tellUnsettled(trx: Trx, call: Call, matter: LockedMatter, needId: string): Promise<void> {
  const { id: matterId, owner_org: ownerOrg } = matter;
  await noteHappening(trx, { matterId, needId, ownerOrg, kind: 'need-unsettled', personId: call.actor.personId });
  const facts = { ownerOrg, needId, outcome: null };
  await leaveTrace(trx, call, {
    ...{ matterId, customerId: matter.customer_id, facts },
    ...{ action: 'need.unsettled', subjects: [needId], event: 'need.settled' },
  });
}
