import { Undeliverable } from '../../../matters/messages/sending/types.ts';
import type { AddressLetter, AddressSender } from '../../../matters/own/contact/types.ts';
import { noteTrouble } from '../mailboxes/queries.ts';
import type { MailDeps } from '../types.ts';
import { failureOf } from './failures.ts';
import { mailboxOfRegion, type NotedMailbox } from './queries.ts';
import { isAddress } from './sender.ts';
import type { Deliver, Letter, SendingMailbox } from './types.ts';

/** The sender of letters to an address itself: from the region's common mailbox, of no matter and naming nobody. */
export function addressMailSender(deps: MailDeps, deliver: Deliver): AddressSender {
  const mailboxNow = readByThose(() => mailboxOfRegion(deps.desk.db));
  return (letter, signal) => send(deps, { deliver, mailboxNow }, letter, signal);
}

/** Letters that leave at the same moment read the mailbox together; none is sent by what was read before it was asked for. */
function readByThose<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= Promise.resolve().then(() => {
      reading = undefined;
      return read();
    });
    return reading;
  };
}

type CalendarLetter = NonNullable<AddressLetter['calendar']>;
type Sending = { deliver: Deliver; mailboxNow(): ReturnType<typeof mailboxOfRegion> };

async function send(
  { desk: { db, clock } }: MailDeps,
  { deliver, mailboxNow }: Sending,
  letter: AddressLetter,
  signal: AbortSignal,
): Promise<void> {
  if (!isAddress(letter.email)) throw new Undeliverable('invalid-address');
  const mailbox = await mailboxNow();
  if (!mailbox) throw new Error('no mailbox to send from');
  try {
    await deliver(letterOf(mailbox, letter), signal);
    if (!wasNoted(mailbox, clock.now())) await noteTrouble(db, mailbox.id, 'sending_trouble', null, clock.now());
  } catch (error) {
    const { final, note, trouble } = failureOf(error);
    await noteTrouble(db, mailbox.id, 'sending_trouble', trouble, clock.now());
    throw final ? new Undeliverable(note) : error;
  }
}

/** That it sends was noted within the last minute: `noteTrouble` would write nothing. */
const wasNoted = ({ checkedAt, sendingTrouble }: NotedMailbox, now: Temporal.Instant): boolean =>
  sendingTrouble === null && checkedAt !== null && Temporal.Instant.compare(checkedAt, now.subtract({ minutes: 1 })) >= 0;

/**
 * A calendar that is sent says what its reader does with it, and each entry who asks that of them (RFC 5546, 3.2); only here is it known from
 * which mailbox it leaves. No text of an entry begins such a line of its own: a line break in it is written otherwise.
 */
const askedBy = (address: string, { method, content }: CalendarLetter): string =>
  content
    .replace(/^BEGIN:VCALENDAR\r\n/, (line) => `${line}METHOD:${method}\r\n`)
    .replaceAll(/^BEGIN:VEVENT\r\n/gm, (line) => `${line}${folded(`ORGANIZER:mailto:${address}`)}\r\n`);

/** At most 75 octets on a line (RFC 5545, 3.1). */
const folded = (line: string): string => (line.match(/.{1,70}/g) ?? []).join('\r\n ');

function letterOf(mailbox: SendingMailbox, { id, email, language, subject, text, calendar, picture }: AddressLetter): Letter {
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
    ...(calendar ? { calendar: { ...calendar, content: askedBy(address, calendar) } } : {}),
    ...(picture ? { picture } : {}),
  };
}
