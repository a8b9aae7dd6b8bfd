import { sql } from 'kysely';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import { record } from '../../audit/service.ts';
import { createSecretLink, revokeLinks } from '../../identity/service.ts';
import type { LinkHolder } from '../../identity/types.ts';
import { noteHappening } from '../happenings.ts';
import { lockToKeep } from '../locking.ts';
import type { Outcome } from '../needs/schema.ts';
import { eventRow, leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { readForLink } from './queries.ts';
import type { FollowPage } from './schema.ts';

const linkDays = 90;

/** Makes a link the customer can follow the matter by. The token is in the answer only; the desk prints or sends it. */
export async function makeFollowLink(desk: Desk, call: Call, matterId: string): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockToKeep(trx, call, matterId);
    const token = await createSecretLink(trx, matterId, linkDays, desk.clock.now());
    await traceLink(trx, call, matter, 'link-made');
    return { token, expiresAt: desk.clock.now().add({ hours: 24 * linkDays }) };
  });
}

export async function revokeFollowLinks(desk: Desk, call: Call, matterId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockToKeep(trx, call, matterId);
    await revokeLinks(trx, matterId, desk.clock.now());
    await traceLink(trx, call, matter, 'link-revoked');
  });
}

/** What the page behind a secret link shows. @throws NotFound when the matter is gone */
export async function follow(desk: Desk, holder: LinkHolder, requestId: string): Promise<FollowPage> {
  const page = await readForLink(desk.db, holder.matterId, requestId);
  if (!page) throw new NotFound();
  return page;
}

/** The customer says how it ended; they may change their mind. Kept beside what the staff recorded, never over it (M8). */
export async function sayOutcome(desk: Desk, holder: LinkHolder, requestId: string, outcome: Outcome): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const said = await sql<{ id: string; owner_org: string; customer_id: string }>`
      update matter set customer_outcome = ${outcome}, customer_outcome_at = ${desk.clock.now()}::timestamptz, version = version + 1
      where id = (select coalesce(m.merged_into, m.id) from matter m where m.id = ${holder.matterId}::uuid) returning id, owner_org, customer_id`.execute(
      trx,
    );
    const matter = said.rows[0];
    if (!matter) throw new NotFound();
    await noteHappening(trx, { matterId: matter.id, ownerOrg: matter.owner_org, kind: 'customer-outcome', about: { outcome } });
    const [matterId, customerId, ownerOrg] = [matter.id, matter.customer_id, matter.owner_org];
    await record(trx, {
      requestId,
      actorKind: 'link',
      action: 'matter.outcome-said',
      purpose: 'own-matter',
      matterId,
      customerId,
      ownerOrg,
    });
    await eventRow({ matterId, event: 'matter.changed', facts: { ownerOrg: matter.owner_org, outcome } }).execute(trx);
    wakeReadersAfterCommit(trx);
  });
}

async function traceLink(trx: Trx, call: Call, matter: LockedMatter, kind: 'link-made' | 'link-revoked'): Promise<void> {
  await noteHappening(trx, { matterId: matter.id, ownerOrg: matter.owner_org, kind, personId: call.actor.personId });
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: `matter.${kind}`,
    event: 'matter.changed',
    facts: { ownerOrg: matter.owner_org },
  });
}
