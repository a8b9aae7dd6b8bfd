import { dayOf } from '../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import { noteHappening } from '../happenings.ts';
import { lockMatter, lockToStore } from '../locking.ts';
import { lockNeed } from '../needs/queries.ts';
import { mayKeep, sightOf } from '../policy.ts';
import { withdrawAskedOf } from '../requests/withdrawing.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { groundOf, recordShare } from './disclosing.ts';
import { endShare, isCurrentOrganisation, type LockedShare, liveShare, lockShare } from './queries.ts';
import type { Disclosure } from './rules.ts';
import type { ShareEnd, ShareInput } from './schema.ts';

/**
 * Discloses a need to another organisation on a recorded ground (julkisuuslaki 26 §, 29 §).
 * @throws Conflict `processing-restricted`, `already-shared` when a share on another ground lives; Invalid `until-passed`, `own-organisation`, `unknown-reference`
 */
export async function shareNeed(desk: Desk, call: Call, matterId: string, input: ShareInput): Promise<{ id: string }> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockToStore(trx, call, matterId);
    const need = await lockNeed(trx, matter.id, input.needId);
    if (!need || need.owner_org !== matter.owner_org) throw new NotFound();
    const until = await refuseWrongShare(desk, trx, matter, input);
    const live = await liveShare(trx, need.id, input.organisationId);
    if (live?.basis === input.basis && live.ground === input.ground) return { id: live.id };
    if (live) throw new Conflict('already-shared');
    const disclosure = groundOf(matter, need, input.organisationId, false, input) as Disclosure;
    return { id: await recordShare(desk, trx, call, matter, need, { ...disclosure, organisationId: input.organisationId, until }) };
  });
}

/**
 * Ends a disclosure: the organisation loses sight with this commit, in lists, search and live streams alike, since each asks the share.
 * What is still open there is withdrawn, so that nobody works on what they may no longer see.
 */
export async function revokeShare(
  desk: Desk,
  call: Call,
  matterId: string,
  shareId: string,
  end: ShareEnd = { by: 'staff' },
): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockMatter(trx, call, matterId);
    const share = await lockShare(trx, sightOf(call.actor), matter.id, shareId);
    if (!share) throw new NotFound();
    if (!mayKeep(call.actor, share.owner_org)) throw new Forbidden('matter-kept-elsewhere');
    await withdrawAskedOf(desk, trx, call, matter, { needId: share.need_id, toOrg: share.organisation_id });
    await endShare(trx, share.id, { ...end, at: desk.clock.now() });
    await tellRevoked(trx, call, matter, share, end.by);
  });
}

async function refuseWrongShare(desk: Desk, trx: Trx, matter: LockedMatter, input: ShareInput): Promise<Temporal.Instant | null> {
  const now = desk.clock.now();
  const until = input.until ? Temporal.Instant.from(input.until) : null;
  if (until && Temporal.Instant.compare(until, now) <= 0) throw new Invalid('until-passed', { fields: ['until'] });
  if (input.organisationId === matter.owner_org) throw new Invalid('own-organisation', { fields: ['organisationId'] });
  if (!(await isCurrentOrganisation(trx, input.organisationId, dayOf(now))))
    throw new Invalid('unknown-reference', { fields: ['organisationId'] });
  return until;
}

async function tellRevoked(trx: Trx, call: Call, matter: LockedMatter, share: LockedShare, by: ShareEnd['by']): Promise<void> {
  await noteRevoked(trx, share, matter.id, { by, personId: call.actor.personId });
  await leaveTrace(trx, call, { ...revokedTrace(share, matter.id), customerId: matter.customer_id });
}

/** The line on the timeline; `by` the customer themselves or through staff. */
export async function noteRevoked(
  trx: Trx,
  share: LockedShare,
  matterId: string,
  { by, personId }: { by: ShareEnd['by']; personId: string | null },
): Promise<void> {
  const about = { organisationId: share.organisation_id, ...(by === 'customer' ? { withdrawn: true } : {}) };
  await noteHappening(trx, { matterId, needId: share.need_id, ownerOrg: share.owner_org, kind: 'unshared', personId, about });
}

export function revokedTrace(share: LockedShare, matterId: string) {
  return {
    matterId,
    action: 'need.unshared',
    subjects: [share.need_id, share.id, share.organisation_id],
    event: 'need.unshared' as const,
    facts: { ownerOrg: share.owner_org, needId: share.need_id, toOrg: share.organisation_id },
  };
}
