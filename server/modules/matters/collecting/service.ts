import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts';
import { record } from '../../audit/service.ts';
import { addContact } from '../contacts/service.ts';
import { documentsOf } from '../documents/shown.ts';
import { noteHappening } from '../happenings.ts';
import { lockMatterItself } from '../locking.ts';
import { lockSurviving } from '../messages/receiving/queries.ts';
import { waitingToCollect } from '../noticing/service.ts';
import { type SlipDeps, type SlipWords, tryPin } from '../slips/trying.ts';
import { entryBy, leaveTrace } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { collectingOrganisation, mayCollect } from './policy.ts';
import {
  endOpen,
  findOpen,
  insertCollecting,
  isOwn,
  isStanding,
  type OpenCollecting,
  readCollecting,
  settleContact,
  writeIdentification,
} from './queries.ts';
import { COLLECTING_MINUTES, isProven } from './rules.ts';
import type { Collecting, CollectingIdentified } from './schema.ts';

export const PURPOSE = 'collecting';

/**
 * Opens, by number and PIN, what waits for a customer, for 15 minutes and for this person only. It is an occasion of the matter, at the
 * point where the person sits.
 * @throws Forbidden for who does not serve at a desk; Conflict `slip-not-open`, the same for an unknown number, a wrong PIN and a slip that is locked, revoked or has run out
 */
export async function openCollecting(deps: SlipDeps, call: Call, words: SlipWords): Promise<{ id: string }> {
  if (!mayCollect(call.actor)) throw new Forbidden();
  const slip = await tryAtDesk(deps, call, words);
  const { desk } = deps;
  const { personId, pointId } = call.actor;
  return inTransaction(desk.db, async (trx) => {
    const now = desk.clock.now();
    const matter = await lockSurviving(trx, slip.matterId);
    if (!matter || !(await isStanding(trx, slip.id, now))) throw new Conflict('slip-not-open');
    const contactId = await addContact(trx, call, matter, {
      needId: null,
      channel: 'counter',
      direction: 'in',
      startedAt: now,
      endedAt: now,
      personId,
      pointId,
      identification: 'none',
      summary: '',
    });
    await settleContact(trx, contactId, now);
    const organisationId = collectingOrganisation(call.actor);
    const expiresAt = now.add({ minutes: COLLECTING_MINUTES });
    const id = await insertCollecting(trx, {
      slipId: slip.id,
      matterId: matter.id,
      contactId,
      personId,
      organisationId,
      pointId,
      startedAt: now,
      expiresAt,
    });
    return { id };
  });
}

/** In a transaction of its own, so that a wrong try stands whatever happens next. */
async function tryAtDesk(deps: SlipDeps, call: Call, words: SlipWords): Promise<{ id: string; matterId: string }> {
  const slip = await inTransaction(deps.desk.db, async (trx) => {
    const tried = await tryPin(trx, deps, words, 'desk');
    const about = tried.slip ? { matterId: tried.slip.matterId, subjects: [tried.slip.id] } : {};
    const outcome = tried.right ? 'done' : 'refused';
    await record(trx, { ...entryBy(call), ...about, action: 'collecting.opened', purpose: PURPOSE, outcome });
    return tried.right ? tried.slip : undefined;
  });
  if (!slip) throw new Conflict('slip-not-open');
  return slip;
}

/** What waits, as it is now; the look is audited with it. @throws NotFound when the occasion has ended, or is another's */
export async function seeCollecting(desk: Desk, call: Call, id: string): Promise<Collecting> {
  return inTransaction(desk.db, async (trx) => {
    const open = await requireOpen(desk, trx, call, id);
    const page = await readCollecting(trx, call, id, desk.clock.now());
    if (!page) throw new NotFound();
    await recordLook(trx, call, open, 'collecting.read', []);
    const documents = isProven(page.identification) ? await documentsOf(trx, open.matterId) : [];
    return { ...page, documents, news: await waitingToCollect(trx, open.matterId) };
  });
}

/**
 * A document has been seen, and its name compared with the one given in the matter. One that differs ends the occasion, and the keeper's
 * timeline says so.
 * @throws Conflict `collecting-name-needed` where the customer has given a name and it was not compared
 */
export async function identifyCollector(desk: Desk, call: Call, id: string, { level, name }: CollectingIdentified): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const open = await requireOpen(desk, trx, call, id);
    if (name === 'differs') return refuseCollector(desk, trx, call, open);
    if (open.named && name !== 'same') throw new Conflict('collecting-name-needed');
    await writeIdentification(trx, open, level);
    await traceCollecting(trx, call, open, 'collecting.identified');
  });
}

async function refuseCollector(desk: Desk, trx: Trx, call: Call, open: OpenCollecting): Promise<void> {
  await endOpen(trx, open.id, desk.clock.now());
  await noteAtPlace(trx, call, open, 'collecting-refused');
  await traceCollecting(trx, call, open, 'collecting.refused');
}

export async function endCollecting(desk: Desk, call: Call, id: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const open = await findOpen(trx, call, id, desk.clock.now());
    if (!open && !(await isOwn(trx, call, id))) throw new NotFound();
    // Ended by itself a moment ago: what was wished is so.
    if (!open) return;
    await lockMatterItself(trx, open.matterId);
    const now = desk.clock.now();
    await endOpen(trx, id, now);
    await settleContact(trx, open.contactId, now);
    await traceCollecting(trx, call, open, 'collecting.ended');
  });
}

/** Locks the matter, then looks again: nothing is told from an occasion that ended meanwhile. @throws NotFound */
export async function requireOpen(desk: Desk, trx: Trx, call: Call, id: string): Promise<OpenCollecting> {
  const found = mayCollect(call.actor) ? await findOpen(trx, call, id, desk.clock.now()) : undefined;
  if (!found) throw new NotFound();
  await lockMatterItself(trx, found.matterId);
  const open = await findOpen(trx, call, id, desk.clock.now());
  if (!open) throw new NotFound();
  return open;
}

export async function recordLook(trx: Trx, call: Call, open: OpenCollecting, action: string, subjects: string[]): Promise<void> {
  const { matterId, customerId, ownerOrg } = open;
  await record(trx, { ...entryBy(call), action, purpose: PURPOSE, matterId, customerId, ownerOrg, subjects });
}

/** Where it was, on the timeline of those who keep the matter. */
export async function noteAtPlace(trx: Trx, call: Call, open: OpenCollecting, kind: 'collected' | 'collecting-refused'): Promise<void> {
  const { matterId, ownerOrg, organisationId, pointId, id } = open;
  const about = { collectingId: id, organisationId, ...(pointId ? { pointId } : {}) };
  await noteHappening(trx, { matterId, ownerOrg, kind, personId: call.actor.personId, about });
}

async function traceCollecting(trx: Trx, call: Call, open: OpenCollecting, action: string): Promise<void> {
  const { matterId, customerId, ownerOrg, contactId } = open;
  await leaveTrace(trx, call, {
    matterId,
    customerId,
    action,
    purpose: PURPOSE,
    subjects: [contactId],
    event: 'contact.changed',
    facts: { ownerOrg, contactId, channel: 'counter' },
  });
}
