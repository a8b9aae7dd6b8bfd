import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import { record } from '../../audit/service.ts';
import { type Carried, customerOfDocument, hasIdentity, type Identifying, passOn, requireRight } from '../../customers/service.ts';
import { customerEntry, handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller, LinkHolder } from '../../identity/types.ts';
import { isIdentified } from '../contacts/rules.ts';
import type { Identification } from '../contacts/schema.ts';
import { noteHappening } from '../happenings.ts';
import { lockMatter, lockToKeep } from '../locking.ts';
import { lockSurviving } from '../messages/receiving/queries.ts';
import { mayKeep } from '../policy.ts';
import { entryBy, eventRow, leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import * as rows from './queries.ts';
import type { ClaimDecision, IdentityInput, MatterIdentity } from './schema.ts';

/** `own`: the matter is theirs, and its id no secret to them. */
export type Claimed = { state: 'own'; matterId: string } | { state: rows.ClaimState };

/** How a signed-in customer stands to the matter whose link they hold; undefined: they have not said it is theirs. */
export async function standing(desk: Desk, holder: LinkHolder, caller: CustomerCaller): Promise<Claimed | undefined> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockSurviving(trx, holder.matterId);
    if (!matter) throw new NotFound();
    if (matter.customer_id === handledCustomer(caller)) return { state: 'own', matterId: matter.id };
    const state = await rows.latestClaim(trx, matter.id, handledCustomer(caller));
    return state && { state };
  });
}

/**
 * The holder of a link or slip has signed in and says that the matter is theirs. The link proves nothing, and neither does a name that
 * happens to be the same: a keeper confirms it, and until then nothing opens that the link alone does not open. Once refused stays so.
 * @throws NotFound; Forbidden `mandate-too-narrow` for one who may only see for another
 */
export async function claimMatter(desk: Desk, holder: LinkHolder, caller: CustomerCaller, requestId: string): Promise<Claimed> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockSurviving(trx, holder.matterId);
    if (!matter) throw new NotFound();
    const customerId = handledCustomer(caller);
    if (matter.customer_id === customerId) return { state: 'own', matterId: matter.id };
    requireRight(caller, 'write');
    const earlier = await rows.latestClaim(trx, matter.id, customerId);
    if (earlier === 'waiting' || earlier === 'refused') return { state: earlier };
    const claimedBy = caller.actingFor ? caller.customerId : null;
    await rows.insertClaim(trx, { matterId: matter.id, customerId, claimedBy, at: desk.clock.now() });
    const about = claimedBy ? { byRepresentative: true } : {};
    await noteHappening(trx, { matterId: matter.id, ownerOrg: matter.owner_org, kind: 'customer-claimed', about });
    const action = 'matter.claimed';
    const entry = customerEntry(caller, requestId);
    await record(trx, { ...entry, action, purpose: 'own-matter', matterId: matter.id, ownerOrg: matter.owner_org });
    await eventRow({ matterId: matter.id, event: 'matter.changed', facts: { ownerOrg: matter.owner_org } }).execute(trx);
    wakeReadersAfterCommit(trx);
    return { state: 'waiting' };
  });
}

/** How the customer is known, and who waits to be. For those who keep the matter. @throws NotFound, Forbidden */
export async function readMatterIdentity(desk: Desk, call: Call, matterId: string): Promise<MatterIdentity> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockMatter(trx, call, matterId);
    if (!mayKeep(call.actor, matter.owner_org)) throw new Forbidden('matter-kept-elsewhere');
    const { customer_id: customerId, owner_org: ownerOrg } = matter;
    const subjects = await rows.claimants(trx, matterId);
    await record(trx, { ...entryBy(call), action: 'identity.read', purpose: 'advice', matterId, customerId, ownerOrg, subjects });
    return rows.readIdentity(trx, matterId);
  });
}

/**
 * A keeper says whether the one who signed in is the one the matter is about. Confirmed, the matter is that customer's from then on;
 * nothing of it can be taken back here, as secrets may have been read at once. How they said they are reached has been proved by nobody:
 * it goes along only as far as the keeper chose.
 * @throws NotFound for a claim decided already; Conflict `customer-has-identity` when the customer is proved to be another, `matter-merged`
 */
export async function decide(
  desk: Desk,
  call: Call,
  matterId: string,
  claimId: string,
  { decision, carry = [] }: ClaimDecision,
): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockToIdentify(trx, call, matterId);
    const claim = await rows.lockWaiting(trx, matterId, claimId);
    if (!claim) throw new NotFound();
    await rows.decideClaim(trx, claimId, { state: decision, by: call.actor.personId, at: desk.clock.now() });
    if (decision === 'confirmed') {
      if (await hasIdentity(trx, matter.customer_id)) throw new Conflict('customer-has-identity');
      await giveTo(trx, matter, claim.customerId, { parts: carry, over: true });
    }
    const about = decision === 'confirmed' && carry.length > 0 ? { carried: carry } : {};
    await tellOf(trx, call, matter, decision === 'confirmed' ? 'customer-identified' : 'claim-refused', claim.customerId, about);
  });
}

/**
 * A document has been seen: the matter is the customer's of this identity code. Of how they said they are reached only what the keeper
 * chose fills what that customer had no word of; what they had stays.
 * @returns that customer
 * @throws Conflict `identification-needed` when no seen document is noted on the matter today, `customer-has-identity`, `matter-merged`;
 *   Invalid `identity-code-invalid`
 */
export async function identifyByDocument(
  desk: Desk,
  identifying: Identifying,
  call: Call,
  matterId: string,
  { identityCode, fill = [] }: IdentityInput,
): Promise<string> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockToIdentify(trx, call, matterId);
    await refuseWithoutProof(desk, trx, matterId);
    const present = await rows.presentCustomer(trx, matterId);
    const customerId = await customerOfDocument(trx, identifying, present, identityCode);
    const moves = customerId !== matter.customer_id;
    if (moves) await giveTo(trx, matter, customerId, { parts: fill, over: false });
    await tellOf(trx, call, matter, 'customer-identified', customerId, moves && fill.length > 0 ? { carried: fill } : {});
    return customerId;
  });
}

/** A matter that ended is still somebody's; one that went on in another is nobody's own any more. */
async function lockToIdentify(trx: Trx, call: Call, matterId: string): Promise<LockedMatter> {
  const matter = await lockToKeep(trx, call, matterId);
  if (matter.state === 'merged') throw new Conflict('matter-merged');
  return matter;
}

async function refuseWithoutProof(desk: Desk, trx: Trx, matterId: string): Promise<void> {
  const [proof] = await rows.lastProofs(trx, matterId);
  const talk = proof && { identification: proof.identification as Identification, startedAt: proof.startedAt };
  if (!isIdentified(talk, desk.clock.now())) throw new Conflict('identification-needed');
}

async function giveTo(trx: Trx, matter: LockedMatter, customerId: string, carry: Carried): Promise<void> {
  const { alone } = await rows.presentCustomer(trx, matter.id);
  await rows.moveToCustomer(trx, matter.id, customerId);
  await passOn(trx, { fromId: matter.customer_id, toId: customerId, emptied: alone, carry });
}

async function tellOf(
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  kind: 'customer-identified' | 'claim-refused',
  customerId: string,
  about: Record<string, unknown> = {},
): Promise<void> {
  const [matterId, ownerOrg] = [matter.id, matter.owner_org];
  await noteHappening(trx, { matterId, ownerOrg, kind, personId: call.actor.personId, about });
  await leaveTrace(trx, call, {
    matterId,
    customerId,
    action: `matter.${kind}`,
    subjects: [matter.customer_id, customerId],
    event: 'matter.changed',
    facts: { ownerOrg },
  });
}
