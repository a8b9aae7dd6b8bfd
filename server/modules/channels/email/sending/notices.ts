import { inTransaction } from '../../../../platform/db/transaction.ts';
import { Undeliverable } from '../../../matters/messages/sending/types.ts';
import type { NoticeSender, NoticeSent, OutgoingNotice } from '../../../matters/noticing/types.ts';
import { noteTrouble } from '../mailboxes/queries.ts';
import { messageIdOf, replyAddress } from '../tokens.ts';
import type { MailDeps } from '../types.ts';
import { failureOf, withoutAddresses } from './failures.ts';
import { keepNoticeId, mailboxForNotices } from './queries.ts';
import { isAddress } from './sender.ts';
import type { Deliver, Letter, SendingMailbox } from './types.ts';

/** The sender of neutral notices by e-mail: a letter of its own, in no thread, whose answer still finds the matter. */
export function noticeMailSender(deps: MailDeps, deliver: Deliver): NoticeSender {
  return { channel: 'email', send: (notice, signal) => send(deps, deliver, notice, signal) };
}

async function send(deps: MailDeps, deliver: Deliver, notice: OutgoingNotice, signal: AbortSignal): Promise<NoticeSent> {
  const { db, clock } = deps.desk;
  if (!notice.email || !isAddress(notice.email)) throw new Undeliverable('invalid-address');
  const mailbox = await mailboxForNotices(db, notice);
  if (!mailbox) throw new Error('no mailbox to send from');
  const letter = letterOf(deps, mailbox, notice, notice.email);
  await inTransaction(db, (trx) => keepNoticeId(trx, letter.messageId, notice.matterId, clock.now()));
  try {
    const { response, externalId } = await deliver(letter, signal);
    await noteTrouble(db, mailbox.id, 'sending_trouble', null, clock.now());
    return { externalId, response: withoutAddresses(response) };
  } catch (error) {
    const { final, note, trouble } = failureOf(error);
    await noteTrouble(db, mailbox.id, 'sending_trouble', trouble, clock.now());
    throw final ? new Undeliverable(note) : error;
  }
}

/** The Message-ID is made of the notice's id: the same at every attempt. */
function letterOf({ keys }: MailDeps, mailbox: SendingMailbox, notice: OutgoingNotice, recipient: string): Letter {
  const matter = { id: notice.matterId, number: notice.matterNumber };
  return {
    mailbox,
    recipient,
    replyTo: replyAddress(keys, mailbox, matter),
    messageId: messageIdOf(keys, notice.noticeId, matter, mailbox),
    inReplyTo: null,
    references: [],
    language: notice.language,
    subject: notice.subject,
    text: notice.text,
    automatic: 'auto-generated',
    files: [],
  };
}
