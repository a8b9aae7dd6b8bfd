import { inTransaction } from '../../../../platform/db/transaction.ts';
import { type Outgoing, type Sender, type Sent, Undeliverable } from '../../../matters/messages/sending/types.ts';
import { noteTrouble } from '../mailboxes/queries.ts';
import { messageIdOf, replyAddress } from '../tokens.ts';
import type { MailDeps } from '../types.ts';
import { failureOf, withoutAddresses } from './failures.ts';
import { keepMessageId, mailboxToSendFrom, threadOf } from './queries.ts';
import type { Deliver, Letter, SendingMailbox } from './types.ts';

/** The sender of the channel "email" for the outbox. */
export function mailSender(deps: MailDeps, deliver: Deliver): Sender {
  return { channel: 'email', send: (outgoing, signal) => send(deps, deliver, outgoing, signal) };
}

/** @throws Undeliverable when the other side refuses for good; else whatever passes */
async function send(deps: MailDeps, deliver: Deliver, outgoing: Outgoing, signal: AbortSignal): Promise<Sent> {
  if (!isAddress(outgoing.recipient)) throw new Undeliverable('invalid-address');
  const mailbox = await mailboxToSendFrom(deps.desk.db, outgoing);
  if (!mailbox) throw new Error('no mailbox to send from');
  const letter = await write(deps, mailbox, outgoing);
  try {
    const { response, externalId } = await deliver(letter, signal);
    await noteTrouble(deps.desk.db, mailbox.id, 'sending_trouble', null, deps.desk.clock.now());
    return { externalId, response: withoutAddresses(response) };
  } catch (error) {
    const { final, note, trouble } = failureOf(error);
    await noteTrouble(deps.desk.db, mailbox.id, 'sending_trouble', trouble, deps.desk.clock.now());
    throw final ? new Undeliverable(note) : error;
  }
}

async function write(deps: MailDeps, mailbox: SendingMailbox, outgoing: Outgoing): Promise<Letter> {
  const { db, clock } = deps.desk;
  const { messageId, matterId } = outgoing;
  const matter = { id: matterId, number: outgoing.matterNumber };
  const rfcMessageId = messageIdOf(deps.keys, messageId, matter, mailbox);
  const kept = await inTransaction(db, (trx) => keepMessageId(trx, { rfcMessageId, messageId, matterId, at: clock.now() }));
  const thread = (await threadOf(db, matterId, messageId)).filter(({ id }) => isMessageId(id));
  return {
    mailbox,
    recipient: outgoing.recipient,
    replyTo: replyAddress(deps.keys, mailbox, matter),
    messageId: kept,
    inReplyTo: (thread.findLast(({ direction }) => direction === 'in') ?? thread.at(-1))?.id ?? null,
    references: thread.map(({ id }) => id),
    language: outgoing.language,
    subject: outgoing.subject,
    text: outgoing.text,
    automatic: outgoing.leaves === 'notice' || outgoing.automatic ? 'auto-generated' : null,
    files: outgoing.files,
  };
}

/** One plain address: nothing that an envelope or a header could read as two, or as a command. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{Cc}<>()[\]\\,;:@"]{1,64}@[^\s\p{Cc}<>()[\]\\,;:@"]{1,255}$/u.test(text);
}

/** Ids of incoming mails are their senders' words. */
function isMessageId(id: string): boolean {
  return id.length <= 250 && /^[\x21-\x3b\x3d\x3f-\x7e]+$/.test(id);
}
