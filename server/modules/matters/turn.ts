import { sql } from 'kysely';
import type { Trx } from '../../platform/db/transaction.ts';
import { findUnit } from '../directory/service.ts';
import { promiseOf } from './promise.ts';
import type { LockedMatter } from './types.ts';

/**
 * The customer has written or called, or what we sent did not arrive: the turn is ours, promised by the unit's own open minutes from
 * `at` on. A turn that is ours already keeps its older promise.
 */
export async function takeTurn(trx: Trx, matter: Pick<LockedMatter, 'id' | 'unit_id' | 'awaits'>, at: Temporal.Instant): Promise<void> {
  if (matter.awaits === 'us') return;
  const unit = await findUnit(trx, matter.unit_id);
  const dueAt = unit ? promiseOf(unit, at) : null;
  await sql`update matter set awaits = 'us', awaits_since = ${at}::timestamptz, due_at = ${dueAt}::timestamptz, version = version + 1
    where id = ${matter.id}::uuid and state = 'open'`.execute(trx);
}

/**
 * Something has left for the customer: the turn is theirs, or the authority's while a support request waits there. Stays ours when the
 * customer wrote after `writtenAt`, or an authority has asked back: that has not been answered yet.
 */
export async function giveTurn(trx: Trx, matterId: string, writtenAt: Temporal.Instant, now: Temporal.Instant): Promise<void> {
  await sql`update matter m set awaits_since = ${now}::timestamptz, due_at = null, version = version + 1,
      awaits = case when exists (select 1 from support_request q where ${straight} and q.state in ('open', 'forwarded', 'answer-below'))
        then 'authority' else 'customer' end
    where m.id = ${matterId}::uuid and m.state = 'open' and m.awaits = 'us'
      and not exists (select 1 from support_request q where ${straight} and q.state = 'asked-back')
      and not exists (select 1 from message i where i.matter_id = m.id and i.direction = 'in' and i.created_at > ${writtenAt}::timestamptz)`.execute(
    trx,
  );
}

/** Put straight from the matter by who keeps it now; what tier 2 and 3 ask each other is theirs (as in `requests/rules.turnOf`). */
const straight = sql`q.matter_id = m.id and q.owner_org = m.owner_org and q.parent_id is null`;
