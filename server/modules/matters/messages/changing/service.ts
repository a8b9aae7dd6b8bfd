import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { leaveContact } from '../../contacts/service.ts';
import { lockToKeep } from '../../locking.ts';
import { sightOf } from '../../policy.ts';
import { giveTurn } from '../../turn.ts';
import type { Call, Desk, LockedMatter } from '../../types.ts';
import { letFilesGo } from '../files/service.ts';
import {
  type LockedMessage,
  lockMessage,
  markTold,
  matterOfMessage,
  reachOf,
  scheduleAgain,
  scheduleNow,
  undoScheduled,
  unmarkTold,
  writeTold,
} from '../queries.ts';
import { changed, leavesByEmail } from '../rules.ts';
import type { MessageChange } from '../schema.ts';
import { identifiedIn, occasionOf, refusing, traceMessage } from '../service.ts';

/**
 * Takes back, hurries, repeats or tells a message.
 * @throws Conflict `message-left` when the sender was first, `message-not-failed`, `message-not-waiting`, `identification-needed` for
 *   secret content without an identified customer in the caller's open contact, `no-address`
 */
export async function changeMessage(desk: Desk, call: Call, messageId: string, change: MessageChange['state']): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, message } = await lockMessageToKeep(trx, call, messageId);
    const now = desk.clock.now();
    const outcome = changed(change, message, await identifiedIn(desk, trx, call, matter));
    if (typeof outcome === 'string') throw refusing(outcome);
    await makeChange[change](trx, call, matter, message, now);
    const facts = { id: messageId, needId: message.need_id, channel: message.channel, contactId: message.contact_id };
    await traceMessage(trx, call, matter, facts, `message.${change}`);
  });
}

type Change = (trx: Trx, call: Call, matter: LockedMatter, message: LockedMessage, now: Temporal.Instant) => Promise<void>;

const makeChange: Record<MessageChange['state'], Change> = {
  undone: async (trx, call, matter, message) => {
    if (!(await undoScheduled(trx, message.id))) throw new Conflict('message-left');
    await unmarkTold(trx, message.id);
    await letFilesGo(trx, message.id);
    const { contact_id: id, channel } = message;
    if (id) await leaveContact(trx, call, matter, { id, channel: occasionOf(channel) }, message.created_at);
  },
  now: async (trx, _call, _matter, message, now) => {
    if (!(await scheduleNow(trx, message.id, now))) throw new Conflict('message-left');
  },
  again: async (trx, _, matter, message, now) => {
    const { email, restricted } = await reachOf(trx, matter);
    if (!email) throw new Conflict('no-address');
    await scheduleAgain(trx, message.id, email, now);
    if (message.request_id && leavesByEmail(message.sensitivity, restricted) === 'message') await markTold(trx, message.request_id, now);
  },
  told: async (trx, _, matter, message, now) => {
    await writeTold(trx, message.id, now);
    if (message.request_id) await markTold(trx, message.request_id, now);
    await giveTurn(trx, matter.id, message.created_at, now);
  },
};

async function lockMessageToKeep(trx: Trx, call: Call, messageId: string): Promise<{ matter: LockedMatter; message: LockedMessage }> {
  const matterId = await matterOfMessage(trx, sightOf(call.actor), messageId);
  if (!matterId) throw new NotFound();
  const matter = await lockToKeep(trx, call, matterId);
  const message = await lockMessage(trx, matter, messageId);
  if (!message) throw new NotFound();
  return { matter, message };
}
