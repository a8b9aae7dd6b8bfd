import { Undeliverable } from '../../matters/messages/sending/types.ts';
import { nextAttempt, startLoop, withPatience } from '../../matters/sending/service.ts';
import { wordsOfInvitation } from '../invitations/letters.ts';
import { type BookerLetter, sendBy } from '../telling/senders.ts';
import type { BookersOutbox } from '../telling/sending.ts';
import { wordsOfOffer, wordsOfWaiting } from '../waiting/letters.ts';
import { type ClaimedLetter, claimDue, conclude, type End } from './queries.ts';

const BATCH = 10;

/** Letters to those who wait and those who are invited. */
export function startBookingLetters(outbox: BookersOutbox): { stop(): Promise<void> } {
  return startLoop(() => sendDueBookingLetters(outbox), { log: outbox.log, failure: 'letters of booking could not be read' });
}

/** Sends what is due, once; nodes share the rows. @returns how many it took */
export async function sendDueBookingLetters(outbox: BookersOutbox): Promise<number> {
  const claimed = await claimDue(outbox.db, outbox.clock.now(), BATCH);
  await Promise.all(claimed.map(async (one) => conclude(outbox.db, one, await attempt(outbox, one), outbox.clock.now())));
  return claimed.length;
}

async function attempt(outbox: BookersOutbox, claimed: ClaimedLetter): Promise<End> {
  try {
    const words = await wordsOf(outbox, claimed);
    if (!words) return { state: 'passed' };
    const isSent = await withPatience((signal) => sendBy(outbox.senders, { id: claimed.id, ...words }, signal));
    return { state: isSent ? 'sent' : 'passed' };
  } catch (error) {
    if (error instanceof Undeliverable) return { state: 'given-up' };
    outbox.log.warn('a letter of booking did not leave', { kind: claimed.kind, attempt: claimed.attempts, error });
    const again = nextAttempt(claimed.attempts, outbox.clock.now());
    return again ? { state: 'waiting', again } : { state: 'given-up' };
  }
}

/** Null when there is nothing to say any more, or nobody to write to. */
export async function wordsOf(
  outbox: Pick<BookersOutbox, 'db' | 'clock' | 'keys' | 'publicUrl'>,
  { kind, subjectId }: Pick<ClaimedLetter, 'kind' | 'subjectId'>,
): Promise<Omit<BookerLetter, 'id'> | null> {
  if (kind === 'joined') return wordsOfWaiting(outbox, subjectId);
  if (kind === 'offered' || kind === 'unanswered' || kind === 'lost') return wordsOfOffer(outbox, kind, subjectId);
  return wordsOfInvitation(outbox, kind, subjectId);
}
