import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { pointOf } from '../../directory/service.ts';
import { lockToKeep, lockToStore } from '../locking.ts';
import { lockNeed } from '../needs/queries.ts';
import { sightOf } from '../policy.ts';
import { leaveTrace } from '../trace.ts';
import { takeTurn } from '../turn.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import {
  insertContact,
  type LockedContact,
  lockContact,
  lockUnfinished,
  matterOfContact,
  type NewContact,
  removeUnused,
  takeContact,
  updateContact,
} from './queries.ts';
import { endOf, endOfNote, isSettled } from './rules.ts';
import type { Channel, ContactChange, ContactInput } from './schema.ts';

/**
 * Notes another occasion of a matter: the customer called again, came back, or was called. One they began gives the turn to us.
 * @throws NotFound for a need or point that is not there for the caller
 */
export async function noteContact(desk: Desk, call: Call, matterId: string, input: ContactInput): Promise<{ id: string }> {
  return inTransaction(desk.db, (trx) => noteContactIn(desk, trx, call, matterId, input));
}

/** The same as a part of another change: a visit that turns out to be about a matter. */
export async function noteContactIn(
  desk: Pick<Desk, 'clock'>,
  trx: Trx,
  call: Call,
  matterId: string,
  input: ContactInput,
): Promise<{ id: string }> {
  const matter = await lockToStore(trx, call, matterId);
  const need = input.needId ? await lockNeed(trx, matter.id, input.needId) : undefined;
  if (input.needId && need?.owner_org !== matter.owner_org) throw new NotFound();
  if (input.pointId && !(await pointOf(trx, input.pointId))) throw new NotFound();
  const startedAt = startOf(desk, input);
  const id = await addContact(trx, call, matter, {
    needId: input.needId ?? null,
    channel: input.channel,
    direction: input.direction,
    startedAt,
    endedAt: endOfNote(startedAt, input.endedAt, desk.clock.now()),
    personId: call.actor.personId,
    pointId: input.pointId ?? call.actor.pointId,
    identification: input.identification,
    summary: input.summary,
  });
  if (input.direction === 'in') await takeTurn(trx, matter, startedAt);
  return { id };
}

/**
 * What is typed while talking, saved as it comes.
 * @throws Conflict `contact-changed` when another has written since `version`, `wrap-up-settled`; Invalid `end-before-start`
 */
export async function changeContact(desk: Desk, call: Call, contactId: string, change: ContactChange): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, contact } = await lockContactToKeep(trx, call, contactId);
    const now = desk.clock.now();
    if (contact.version !== change.version) throw new Conflict('contact-changed');
    if (isSettled(contact.wrapped_at, now)) throw new Conflict('wrap-up-settled');
    await updateContact(trx, contact.id, change, readEnd(contact, change.endedAt, now));
    await traceContact(trx, call, matter, contact, 'contact.changed');
  });
}

/** Loads and locks a contact with its matter. @throws NotFound when not visible; Forbidden for those who do not keep the matter. */
export async function lockContactToKeep(
  trx: Trx,
  call: Call,
  contactId: string,
): Promise<{ matter: LockedMatter; contact: LockedContact }> {
  const matterId = await matterOfContact(trx, sightOf(call.actor), contactId);
  if (!matterId) throw new NotFound();
  const matter = await lockToKeep(trx, call, matterId);
  const contact = await lockContact(trx, matter, contactId);
  if (!contact) throw new NotFound();
  return { matter, contact };
}

/** An end given by hand: not before the start, and never in the future. */
export function readEnd(
  contact: Pick<LockedContact, 'started_at'>,
  endedAt: string | null | undefined,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (!endedAt) return null;
  const end = endOf(contact.started_at, Temporal.Instant.from(endedAt), now);
  if (!end) throw new Invalid('end-before-start', { fields: ['endedAt'] });
  return end;
}

/** The occasion an outgoing message belongs to: the caller's unfinished one, one that waits for somebody, or else a new one. */
export async function joinContact(
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  occasion: { channel: Channel; needId: string | null; at: Temporal.Instant },
): Promise<string> {
  const { personId, pointId } = call.actor;
  const unfinished = await lockUnfinished(trx, matter, personId);
  if (!unfinished) {
    const { at: startedAt, ...rest } = occasion;
    return addContact(trx, call, matter, { ...rest, startedAt, direction: 'out', personId, pointId, identification: 'none', summary: '' });
  }
  if (!unfinished.person_id) await takeContact(trx, unfinished.id, personId, pointId);
  return unfinished.id;
}

/** An occasion that was only there for a message taken back goes with it. */
export async function leaveContact(
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  contact: { id: string; channel: Channel },
  joinedAt: Temporal.Instant,
): Promise<void> {
  if (await removeUnused(trx, contact.id, joinedAt)) await traceContact(trx, call, matter, contact, 'contact.removed');
}

/** Writes a contact and its trace; `call` null: it came by a channel. */
export async function addContact(
  trx: Trx,
  call: Call | null,
  matter: LockedMatter,
  contact: Omit<NewContact, 'matterId' | 'ownerOrg'>,
): Promise<string> {
  const id = await insertContact(trx, { ...contact, matterId: matter.id, ownerOrg: matter.owner_org });
  await traceContact(trx, call, matter, { id, channel: contact.channel }, 'contact.noted');
  return id;
}

export async function traceContact(
  trx: Trx,
  call: Call | null,
  matter: LockedMatter,
  contact: { id: string; channel: Channel },
  action: 'contact.noted' | 'contact.changed' | 'contact.removed' | 'contact.wrapped-up' | 'contact.unwrapped',
): Promise<void> {
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [contact.id],
    event: action,
    facts: { ownerOrg: matter.owner_org, contactId: contact.id, channel: contact.channel },
  });
}

/** A note may be saved after the talk began, but a start in the future or over a day back is the clock's now. */
function startOf(desk: Pick<Desk, 'clock'>, input: ContactInput): Temporal.Instant {
  const now = desk.clock.now();
  if (!input.startedAt) return now;
  const started = Temporal.Instant.from(input.startedAt);
  const hours = now.since(started).total('hours');
  return hours < 0 || hours > 24 ? now : started;
}
