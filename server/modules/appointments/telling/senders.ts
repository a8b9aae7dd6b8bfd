import { Undeliverable } from '../../matters/messages/sending/types.ts';
import type { AddressLetter, AddressSender } from '../../matters/own/contact/types.ts';

/** What a booker is told, whichever channel carries it. Null: that is not known of them. */
export type BookerLetter = Omit<AddressLetter, 'email'> & {
  email: string | null;
  phone: string | null;
  /** The same in a text message's length: what has happened, and the page that says the rest. */
  short: string;
};

/**
 * A channel that carries letters out, outside any transaction; it may be called again with the same `id`. Throws `Undeliverable` when it does
 * not reach the booker (the next one is then tried), anything else to be tried later.
 */
export type BookerSender = {
  channel: 'email' | 'sms';
  reaches(letter: BookerLetter): boolean;
  send(letter: BookerLetter, signal: AbortSignal): Promise<void>;
};

export const byMail = (send: AddressSender): BookerSender => ({
  channel: 'email',
  reaches: ({ email }) => email !== null,
  send: async ({ phone: _phone, short: _short, email, ...letter }, signal) => {
    if (email !== null) await send({ ...letter, email }, signal);
  },
});

/**
 * By the first channel that reaches them, in the order in which they are registered.
 * @returns false where none does: nobody can be written to. @throws Undeliverable when each has refused
 */
export async function sendBy(senders: readonly BookerSender[], letter: BookerLetter, signal: AbortSignal): Promise<boolean> {
  const reaching = senders.filter((sender) => sender.reaches(letter));
  for (const [at, sender] of reaching.entries()) {
    try {
      await sender.send(letter, signal);
      return true;
    } catch (error) {
      if (!(error instanceof Undeliverable) || at === reaching.length - 1) throw error;
    }
  }
  return false;
}

/** Neutral, as the subject is: whose customer one is may be nobody else's business. */
export const shortOf = (subject: string, link: string): string => `${subject}. ${link}`;
