import { Undeliverable } from '../../../matters/messages/sending/types.ts';
import type { AddressLetter, AddressSender } from '../../../matters/own/contact/types.ts';
import { noteTrouble } from '../mailboxes/queries.ts';
import type { MailDeps } from '../types.ts';
import { failureOf } from './failures.ts';
import { mailboxOfRegion } from './queries.ts';
import { isAddress } from './sender.ts';
import type { Deliver, Letter, SendingMailbox } from './types.ts';

/** The sender of letters to an address itself: from the region's common mailbox, of no matter and naming nobody. */
export function addressMailSender(deps: MailDeps, deliver: Deliver): AddressSender {
  return (letter, signal) => send(deps, deliver, letter, signal);
}

async function send({ desk: { db, clock } }: MailDeps, deliver: Deliver, letter: AddressLetter, signal: AbortSignal): Promise<void> {
  if (!isAddress(letter.email)) throw new Undeliverable('invalid-address');
  const mailbox = await mailboxOfRegion(db);
  if (!mailbox) throw new Error('no mailbox to send from');
  try {
    await deliver(letterOf(mailbox, letter), signal);
    await noteTrouble(db, mailbox.id, 'sending_trouble', null, clock.now());
  } catch (error) {
    const { final, note, trouble } = failureOf(error);
    await noteTrouble(db, mailbox.id, 'sending_trouble', trouble, clock.now());
    throw final ? new Undeliverable(note) : error;
  }
}

function letterOf(mailbox: SendingMailbox, { id, email, language, subject, text }: AddressLetter): Letter {
  const { address } = mailbox;
  return {
    mailbox,
    recipient: email,
    replyTo: address,
    messageId: `${id}.contact@${address.slice(address.lastIndexOf('@') + 1)}`,
    inReplyTo: null,
    references: [],
    language,
    subject,
    text,
    automatic: 'auto-generated',
    files: [],
  };
}
