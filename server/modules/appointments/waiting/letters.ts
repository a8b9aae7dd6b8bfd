import { formatDateTime } from '../../../platform/clock/format.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { isLocale, type Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { pointOf } from '../pages/queries.ts';
import { type BookerLetter, shortOf } from '../telling/senders.ts';
import type { BookersOutbox } from '../telling/sending.ts';
import { type OfferRow, offerOf } from './offer-queries.ts';
import { type WaitingRow, waitingOf } from './queries.ts';
import { openWaiting, waitingSecretOf } from './secrets.ts';

type Words = Omit<BookerLetter, 'id'>;
type Reading = Pick<BookersOutbox, 'db' | 'clock' | 'keys' | 'publicUrl'>;

/** That one stands in line, with the way back. */
export async function wordsOfWaiting(outbox: Reading, id: string): Promise<Words | null> {
  const one = await waitingOf(outbox.db, id);
  return one?.state === 'waiting' ? write(outbox, one, 'joined', {}) : null;
}

/** A time that is kept for them, or what came of its going unanswered. Neutral: mail is read over shoulders. */
export async function wordsOfOffer(outbox: Reading, kind: 'offered' | 'unanswered' | 'lost', id: string): Promise<Words | null> {
  const offer = await offerOf(outbox.db, id);
  const one = offer && (await waitingOf(outbox.db, offer.waitingId));
  if (!offer || !one || (kind === 'offered' && offer.state !== 'open')) return null;
  return write(
    outbox,
    one,
    one.appointmentId && kind === 'offered' ? 'offeredEarlier' : kind,
    await valuesOf(outbox, offer, localeOf(one)),
  );
}

async function valuesOf({ db, clock }: Reading, { startsAt, answerBy, pointId }: OfferRow, language: Locale) {
  const now = clock.now();
  const when = formatDateTime(startsAt, language, now);
  return { when, until: formatDateTime(answerBy, language, now), where: await whereOf(db, pointId, language) };
}

async function whereOf(db: Db, pointId: string | null, language: Locale): Promise<string> {
  const point = pointId ? await pointOf(db, pointId) : undefined;
  return point ? [point.street, point.city].filter(Boolean).join(', ') : translator(language, 'waiting')('mail.remote');
}

function write(outbox: Reading, one: WaitingRow, key: string, values: Record<string, string>): Words | null {
  const contact = openWaiting(outbox.keys, one.id, one.contact);
  const secret = waitingSecretOf(outbox.keys, one.id, one.secretHash);
  if (!contact || !secret || one.isProtected) return null;
  const language = localeOf(one);
  const w = translator(language, 'waiting');
  const link = `${outbox.publicUrl}/b/w/${secret}`;
  const subject = w(`mail.${key}.subject`);
  const text = w(`mail.${key}.body`, { ...values, link, book: `${outbox.publicUrl}/book` });
  const { email, phone } = contact;
  return { email, phone, language, subject, text: text.replace(/\n{3,}/g, '\n\n'), short: shortOf(subject, link) };
}

const localeOf = ({ language }: WaitingRow): Locale => (isLocale(language) ? language : 'fi');
