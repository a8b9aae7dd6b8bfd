import type { Trx } from '../../../platform/db/transaction.ts';
import { Invalid } from '../../../platform/errors.ts';
import { noteHappening } from '../happenings.ts';
import { refuseRestricted } from '../restriction.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { insertShare, liveShare } from './queries.ts';
import { type Disclosure, disclosureFor, type Given } from './rules.ts';

export type DisclosedNeed = { id: string; owner_org: string };

/**
 * Makes sure that an organisation may see a need before it is asked about it: the live share, or a new one on the ground given.
 * @throws Invalid `ground-needed` towards another organisation without basis and ground, or a consent without the way it was given;
 *   Conflict `processing-restricted` where only a consent would do
 */
export async function discloseFor(
  desk: Desk,
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  need: DisclosedNeed,
  toOrg: string,
  given: Given,
): Promise<void> {
  const live = await liveShare(trx, need.id, toOrg);
  const disclosure = groundOf(matter, need, toOrg, live !== undefined, given);
  if (live) await refuseRestricted(trx, matter.id, live.basis);
  if (disclosure) await recordShare(desk, trx, call, matter, need, { organisationId: toOrg, ...disclosure });
}

/** @throws Invalid `ground-needed`, naming what was left out */
export function groundOf(matter: LockedMatter, need: DisclosedNeed, toOrg: string, live: boolean, given: Given): Disclosure | null {
  const disclosure = disclosureFor({ ownerOrg: need.owner_org }, toOrg, live, given, matter.language);
  if ('missing' in disclosure) throw new Invalid('ground-needed', { fields: disclosure.missing });
  return disclosure.record;
}

/**
 * Writes the share, its line on the timeline and its trace (tiedonhallintalaki 17 §: who disclosed what to whom, on which ground).
 * @throws Conflict `processing-restricted` but with the customer's consent
 */
export async function recordShare(
  desk: Desk,
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  need: DisclosedNeed,
  to: Disclosure & { organisationId: string; until?: Temporal.Instant | null },
): Promise<string> {
  await refuseRestricted(trx, matter.id, to.basis);
  const id = await insertShare(trx, {
    ...to,
    matterId: matter.id,
    needId: need.id,
    until: to.until ?? null,
    sharedBy: call.actor.personId,
    sharedAt: desk.clock.now(),
  });
  await noteHappening(trx, {
    matterId: matter.id,
    needId: need.id,
    ownerOrg: need.owner_org,
    kind: 'shared',
    personId: call.actor.personId,
    about: { organisationId: to.organisationId, basis: to.basis },
  });
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: 'need.shared',
    subjects: [need.id, id, to.organisationId],
    event: 'need.shared',
    facts: { ownerOrg: need.owner_org, needId: need.id, toOrg: to.organisationId },
  });
  return id;
}
