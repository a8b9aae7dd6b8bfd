import { sql } from 'kysely';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import { record } from '../../audit/service.ts';
import { createSecretLink } from '../../identity/service.ts';
import type { LinkHolder } from '../../identity/types.ts';
import { noteHappening } from '../happenings.ts';
import { lockToKeep } from '../locking.ts';
import { lockSurviving } from '../messages/receiving/queries.ts';
import type { Outcome } from '../needs/schema.ts';
import { eventRow, leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { endLinksTo } from './ending.ts';
import { readForLink } from './queries.ts';
import type { FollowPage } from './schema.ts';

export { turnBox } from './page.ts';
export { type Glance, glanceAt } from './queries.ts';

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
    await endLinksTo(trx, matterId, desk.clock.now());
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
    const matter = await lockSurviving(trx, holder.matterId);
    if (!matter) throw new NotFound();
    const [matterId, customerId, ownerOrg] = [matter.id, matter.customer_id, matter.owner_org];
    await noteOutcome(trx, matter, outcome, desk.clock.now());
    const action = 'matter.outcome-said';
    await record(trx, { requestId, actorKind: 'link', action, purpose: 'own-matter', matterId, customerId, ownerOrg });
  });
}

/** In the transaction of whoever lets the customer say it, and audits it. */
export async function noteOutcome(
  trx: Trx,
  { id: matterId, owner_org: ownerOrg }: Pick<LockedMatter, 'id' | 'owner_org'>,
  outcome: Outcome,
  at: Temporal.Instant,
): Promise<void> {
  await sql`update matter set customer_outcome = ${outcome}, customer_outcome_at = ${at}::timestamptz, version = version + 1
    where id = ${matterId}::uuid`.execute(trx);
  await noteHappening(trx, { matterId, ownerOrg, kind: 'customer-outcome', about: { outcome } });
  await eventRow({ matterId, event: 'matter.changed', facts: { ownerOrg, outcome } }).execute(trx);
  wakeReadersAfterCommit(trx);
}

/**
 * The customer was asked whether the page behind the link may name authorities, and on the papers they are given: being a customer of one
 * may itself be secret, so it is no unless they said yes (M13).
 */
export async function agreeToNames(desk: Desk, call: Call, matterId: string, agreed: boolean): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    await noteNames(trx, call, await lockToKeep(trx, call, matterId), agreed);
  });
}

/** In the transaction of a use case that asks it along the way. */
export async function noteNames(trx: Trx, call: Call, matter: LockedMatter, agreed: boolean): Promise<void> {
  await sql`update matter set names_agreed = ${agreed}, version = version + 1 where id = ${matter.id}::uuid`.execute(trx);
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: agreed ? 'matter.names-agreed' : 'matter.names-refused',
    event: 'matter.changed',
    facts: { ownerOrg: matter.owner_org },
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
