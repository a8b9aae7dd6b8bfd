import type { Trx } from '../../../platform/db/transaction.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { record } from '../../audit/service.ts';
import type { AuditEntry } from '../../audit/types.ts';
import { talkOf } from '../contacts/queries.ts';
import { isIdentified } from '../contacts/rules.ts';
import type { Channel } from '../contacts/schema.ts';
import { joinContact } from '../contacts/service.ts';
import { lockToKeep, lockToStore } from '../locking.ts';
import { lockNeed } from '../needs/queries.ts';
import { sightOf } from '../policy.ts';
import { leaveTrace } from '../trace.ts';
import { giveTurn } from '../turn.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { attachFiles, takeFiles } from './files/service.ts';
import { insertMessage, lockRequest, markTold, reachOf } from './queries.ts';
import { type ChangeRefusal, type Dispatch, type DispatchRefusal, dispatchOf, leavesNow, tells, UNDO_SECONDS } from './rules.ts';
import type { MessageInput, OutgoingPreview } from './schema.ts';
import { subjectOf, word } from './wording.ts';

/**
 * Writes a note, or a message to the customer: by e-mail it leaves after a minute in which it can be taken back, by other ways at once.
 * A closed matter still takes notes.
 * @throws Conflict `matter-closed`, `no-address`, `no-link`, `identification-needed`, `request-not-answered`, `file-gone`; Invalid
 *   `channel-not-for-message`; NotFound for a need, file or request that is not there for the caller
 */
export async function writeMessage(desk: Desk, trx: Trx, call: Call, matterId: string, input: MessageInput): Promise<{ id: string }> {
  const matter = await lockToWrite(trx, call, matterId, input);
  const now = desk.clock.now();
  const dispatch = await dispatchFor(desk, trx, call, matter, input);
  const files = await takeFiles(trx, call, matter, input.fileIds);
  if (input.requestId) await tellAnswer(trx, matter, input.requestId, tells(dispatch) ? now : null);
  const contactId = await contactFor(trx, call, matter, input, now);
  const left = leavesNow(dispatch);
  const id = await insertMessage(trx, matter, {
    contactId,
    needId: input.needId ?? null,
    requestId: input.requestId ?? null,
    kind: input.kind,
    direction: input.kind === 'note' ? 'internal' : 'out',
    channel: input.kind === 'note' ? 'internal' : input.channel,
    language: input.language,
    sensitivity: input.sensitivity,
    subject: subjectOf({ ...input, matter }),
    body: input.body,
    recipient: dispatch.recipient,
    authorId: call.actor.personId,
    state: dispatch.state,
    sendAt: dispatch.state === 'scheduled' ? now.add({ seconds: UNDO_SECONDS }) : null,
    sentAt: left ? now : null,
    readAt: dispatch.state === 'told' ? now : null,
    createdAt: now,
  });
  await attachFiles(trx, id, files);
  if (left || dispatch.state === 'waiting') await giveTurn(trx, matter.id, now, now);
  // A note is the keepers' own: those the need is shared with hear nothing of it either.
  const heardWith = input.kind === 'note' ? null : (input.needId ?? null);
  await traceMessage(trx, call, matter, { id, needId: heardWith, channel: input.channel, contactId }, 'message.written');
  return { id };
}

/** What exactly would leave, to whom: made by the same rules and words as the sending itself. */
export async function outgoingPreview(desk: Desk, call: Call, matterId: string, input: MessageInput): Promise<OutgoingPreview> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockToWrite(trx, call, matterId, input);
    const { leaves, recipient } = await dispatchFor(desk, trx, call, matter, input);
    const { restricted } = await reachOf(trx, matter);
    const { subject, text } = await word(trx, { ...input, leaves, matter, ownPages: desk.ownPages });
    await record(trx, lookAt(call, matter));
    return { recipient: restricted ? null : recipient, leaves, subject, text };
  });
}

function lookAt({ actor, requestId }: Call, matter: LockedMatter): AuditEntry {
  return {
    actorKind: 'staff',
    personId: actor.personId,
    organisationIds: sightOf(actor).shared,
    requestId,
    action: 'message.previewed',
    purpose: 'advice',
    matterId: matter.id,
    customerId: matter.customer_id,
    ownerOrg: matter.owner_org,
  };
}

async function lockToWrite(trx: Trx, call: Call, matterId: string, input: MessageInput): Promise<LockedMatter> {
  const matter = input.kind === 'note' ? await lockToKeep(trx, call, matterId) : await lockToStore(trx, call, matterId);
  if (matter.state === 'merged') throw new Conflict('matter-merged');
  const need = input.needId ? await lockNeed(trx, matter.id, input.needId) : undefined;
  if (input.needId && need?.owner_org !== matter.owner_org) throw new NotFound();
  return matter;
}

async function dispatchFor(desk: Desk, trx: Trx, call: Call, matter: LockedMatter, input: MessageInput): Promise<Dispatch> {
  const dispatch = dispatchOf(input, await reachOf(trx, matter, desk.customerSignIn), await identifiedIn(desk, trx, call, matter));
  if (typeof dispatch === 'string') throw refusing(dispatch);
  return dispatch;
}

export async function identifiedIn(desk: Desk, trx: Trx, call: Call, matter: LockedMatter): Promise<boolean> {
  const talk = await talkOf(trx, matter.id, call.actor.personId);
  return isIdentified(talk && { identification: talk.identification, startedAt: talk.started_at }, desk.clock.now());
}

export function refusing(refusal: DispatchRefusal | ChangeRefusal): Conflict | Invalid {
  return refusal === 'channel-not-for-message' ? new Invalid(refusal, { fields: ['channel'] }) : new Conflict(refusal);
}

/** `toldAt` null: only a notice leaves now, the answer itself is told later. */
async function tellAnswer(trx: Trx, matter: LockedMatter, requestId: string, toldAt: Temporal.Instant | null): Promise<void> {
  const request = await lockRequest(trx, matter, requestId);
  if (!request) throw new NotFound();
  if (!request.answered) throw new Conflict('request-not-answered');
  if (toldAt) await markTold(trx, requestId, toldAt);
}

/** A note belongs to the talk it was made in, if there is one; a message is always part of an occasion. */
async function contactFor(trx: Trx, call: Call, matter: LockedMatter, input: MessageInput, at: Temporal.Instant): Promise<string | null> {
  if (input.kind === 'note') return (await talkOf(trx, matter.id, call.actor.personId))?.id ?? null;
  return joinContact(trx, call, matter, { channel: occasionOf(input.channel), needId: input.needId ?? null, at });
}

/** The page behind a link is the web as an occasion. */
export function occasionOf(channel: MessageInput['channel']): Channel {
  return channel === 'link' ? 'web' : channel;
}

export async function traceMessage(
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  message: { id: string; needId: string | null; channel: string; contactId: string | null },
  action: string,
): Promise<void> {
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [message.id],
    event: action === 'message.written' ? action : 'message.changed',
    facts: {
      ownerOrg: matter.owner_org,
      needId: message.needId,
      messageId: message.id,
      channel: message.channel,
      ...(message.contactId ? { contactId: message.contactId } : {}),
    },
  });
}
