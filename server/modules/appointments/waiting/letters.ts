import { formatDateTime } from '../../../platform/clock/format.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { isLocale, type Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { AddressLetter } from '../../matters/own/contact/types.ts';
import { pointOf } from '../pages/queries.ts';
import type { BookersOutbox } from '../telling/sending.ts';
import { type OfferRow, offerOf } from './offer-queries.ts';
import { type WaitingRow, waitingOf } from './queries.ts';
import { openWaiting, waitingSecretOf } from './secrets.ts';

type Words = Omit<AddressLetter, 'id'>;
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
  const email = openWaiting(outbox.keys, one.id, one.contact)?.email;
  const secret = waitingSecretOf(outbox.keys, one.id, one.secretHash);
  if (!email || !secret || one.isProtected) return null;
  const language = localeOf(one);
  const w = translator(language, 'waiting');
  const text = w(`mail.${key}.body`, { ...values, link: `${outbox.publicUrl}/b/w/${secret}`, book: `${outbox.publicUrl}/book` });
  return { email, language, subject: w(`mail.${key}.subject`), text: text.replace(/\n{3,}/g, '\n\n') };
}

const localeOf = ({ language }: WaitingRow): Locale => (isLocale(language) ? language : 'fi');
