import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { formatDateTime } from '../../../platform/clock/format.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { isLocale, type Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import type { Log } from '../../../platform/log/log.ts';
import { Undeliverable } from '../../matters/messages/sending/types.ts';
import { nextAttempt, startLoop, withPatience } from '../../matters/sending/service.ts';
import { codeWords } from '../booking/code-words.ts';
import { openContact } from '../booking/contact.ts';
import { meetingLinkOf } from '../booking/meeting-link.ts';
import { type AppointmentRow, appointmentsOf } from '../booking/queries.ts';
import { appointmentSecretOf } from '../booking/secrets.ts';
import { calendarOf } from '../calendar/entry.ts';
import { jointAddress, jointLetterOf } from '../joint/letters.ts';
import { jointOf } from '../joint/queries.ts';
import { forAnybodyAmong, type PointRow } from '../pages/queries.ts';
import { protectedAmong } from '../protected.ts';
import { placeAmong, placesOfParts } from '../stops/places.ts';
import { waitingWith } from '../waiting/queries.ts';
import { againWords, bookAddress } from './again.ts';
import { codePicture } from './code-picture.ts';
import { type ClaimedLetter, claimDue, conclude, type End, type Ended } from './queries.ts';
import { type BookerLetter, type BookerSender, sendBy, shortOf } from './senders.ts';

export type BookersOutbox = {
  db: Kysely<Tables>;
  clock: Clock;
  keys: Keyring;
  publicUrl: string;
  senders: readonly BookerSender[];
  log: Log;
};

const BATCH = 25;
/**
 * Five letters each tenth of a second, fifty a second from each process; ten a second while the process has hardly a moment to spare: a
 * rush's letters are late, its bookers are not.
 */
const WAVE = 5;
const WAVE_MS = 100;
const WAVE_MS_WHEN_BUSY = 500;
const BUSY = 0.8;

export function startBookersLetters(outbox: BookersOutbox): { stop(): Promise<void> } {
  const loop = { log: outbox.log, failure: 'letters to bookers could not be read', restMs: WAVE_MS };
  return startLoop(() => sendDueBookersLetters(outbox), loop);
}

/** Sends what is due, once; nodes share the rows. @returns how many it took */
export async function sendDueBookersLetters(outbox: BookersOutbox): Promise<number> {
  const claimed = await claimDue(outbox.db, outbox.clock.now(), BATCH);
  if (claimed.length === 0) return 0;
  const batch = readBatch(outbox, claimed);
  const note = concluding(outbox);
  const one = async (claimed: ClaimedLetter) => note({ claimed, end: await attempt(outbox, batch, claimed) });
  const leaving: Promise<void>[] = [];
  for (const [n, letter] of claimed.entries()) {
    if (n > 0 && n % WAVE === 0) await pause(untilNextWave());
    leaving.push(marked(one(letter)));
  }
  await Promise.all(leaving);
  return claimed.length;
}

/** One that fails while later waves are waited for is heard of at the end: a refusal that nobody listens to would end the process. */
function marked(leaving: Promise<void>): Promise<void> {
  leaving.catch(() => {});
  return leaving;
}

let looked = performance.eventLoopUtilization();

/** @returns milliseconds, by how busy the process has been since the last wave */
function untilNextWave(): number {
  const now = performance.eventLoopUtilization();
  const { utilization } = performance.eventLoopUtilization(now, looked);
  looked = now;
  return utilization > BUSY ? WAVE_MS_WHEN_BUSY : WAVE_MS;
}

/** A slow letter keeps no other's end unwritten; those that end while others are being written are written together. */
function concluding({ db, clock }: BookersOutbox): (ended: Ended) => Promise<void> {
  const waiting: Ended[] = [];
  let writing = Promise.resolve();
  return (ended) => {
    waiting.push(ended);
    writing = writing.then(async () => {
      const all = waiting.splice(0);
      if (all.length > 0) await conclude(db, all, clock.now());
    });
    return writing;
  };
}

/** What the letters of a batch are about, read once for all of them. */
type Batch = { appointments: AppointmentRow[]; points: PointRow[]; unreached: ReadonlySet<string>; open: ReadonlySet<string> };

async function readBatch({ db }: BookersOutbox, claimed: readonly ClaimedLetter[]): Promise<Batch> {
  const appointments = await appointmentsOf(
    db,
    claimed.flatMap(({ appointmentId }) => appointmentId ?? []),
  );
  const points = await placesOfParts(db, appointments);
  const unreached = await protectedAmong(
    db,
    appointments.map(({ matterId }) => matterId),
  );
  const open = await forAnybodyAmong(
    db,
    appointments.map(({ bookableId }) => bookableId),
  );
  return { appointments, points, unreached, open };
}

async function attempt(outbox: BookersOutbox, batch: Promise<Batch>, claimed: ClaimedLetter): Promise<End> {
  try {
    const letter = await letterOf(outbox, await batch, claimed);
    if (!letter) return { state: 'passed' };
    const isSent = await withPatience((signal) => sendBy(outbox.senders, letter, signal));
    return { state: isSent ? 'sent' : 'passed' };
  } catch (error) {
    if (error instanceof Undeliverable) return { state: 'given-up' };
    outbox.log.warn('a letter to a booker did not leave', { kind: claimed.kind, attempt: claimed.attempts, error });
    const again = nextAttempt(claimed.attempts, outbox.clock.now());
    return again ? { state: 'waiting', again } : { state: 'given-up' };
  }
}

/** Null when a later version says more, nobody may be written to, or it is too late to remind. */
async function letterOf(outbox: BookersOutbox, batch: Batch, claimed: ClaimedLetter): Promise<BookerLetter | null> {
  const { jointId } = claimed;
  if (jointId) return jointLetterOf(outbox, { ...claimed, jointId });
  const one = batch.appointments.find(({ id }) => id === claimed.appointmentId);
  const contact = one && openContact(outbox.keys, one.id, one.contact);
  if (!one || !contact || one.version !== claimed.version || (one.matterId && batch.unreached.has(one.matterId))) return null;
  const isLinked = (await meetingLinkOf(outbox, one)) !== null;
  // Taken away before it was told, or nobody meets any more.
  if (claimed.kind === 'linked' && (!isLinked || Temporal.Instant.compare(one.endsAt, outbox.clock.now()) <= 0)) return null;
  if (claimed.kind === 'reminder' && Temporal.Instant.compare(one.startsAt, outbox.clock.now()) <= 0) return null;
  const point = placeAmong(batch.points, one);
  const language: Locale = isLocale(one.language) ? one.language : 'fi';
  const link = await addressOf(outbox, one);
  const wait = WITH_WAIT.includes(claimed.kind) ? await waitingWith(outbox.db, one.id) : null;
  const words = wordsOf(outbox, one, { point, link, isLinked, wait, isOpen: batch.open.has(one.bookableId) }, claimed.kind, language);
  const { email, phone, code } = contact;
  const picture = await codePicture(code, words.text, language);
  return { id: claimed.id, email, phone, language, ...words, picture, short: shortOf(words.subject, link) };
}

/** After what a place in line for an earlier time may have ended, or goes on for another reason. */
const WITH_WAIT: readonly ClaimedLetter['kind'][] = ['moved', 'cancelled', 'called-off'];

/** The page of the appointment, or of the whole it is a part of. */
async function addressOf({ db, keys, publicUrl }: BookersOutbox, { id, secretHash, jointId }: AppointmentRow): Promise<string> {
  const joint = jointId ? await jointOf(db, jointId) : undefined;
  if (joint) return jointAddress({ keys, publicUrl }, joint);
  const secret = appointmentSecretOf(keys, id, secretHash);
  return secret ? `${publicUrl}/b/${secret}` : `${publicUrl}/book`;
}

/** Neutral words: whose customer one is may be nobody else's business, and mail is read over shoulders. */
type Where = {
  point: PointRow | undefined;
  link: string;
  isLinked: boolean;
  wait: 'ended' | 'kept' | null;
  /** Anybody may book the service. */
  isOpen: boolean;
};

function wordsOf(
  outbox: BookersOutbox,
  one: AppointmentRow,
  { point, link, isLinked, wait, isOpen }: Where,
  kind: ClaimedLetter['kind'],
  language: Locale,
) {
  const b = translator(language, 'booking');
  const { keys, publicUrl, clock } = outbox;
  const code = openContact(keys, one.id, one.contact)?.code;
  const values = {
    when: formatDateTime(one.startsAt, language, clock.now()),
    where: point
      ? [point.street, point.city].filter(Boolean).join(', ')
      : one.way === 'phone'
        ? b('calendar.phone')
        : `${b('calendar.remote')}\n${b(isLinked ? 'remote.mailLinked' : 'remote.mail')}`,
    code: code ? codeWords(code) : '',
    link,
    again: againWords(b, kind, isOpen, bookAddress(publicUrl, one.sessionId !== null)),
    wait: wait ? b(wait === 'ended' ? 'mail.waitEnded' : 'mail.waitKept', { link }) : '',
  };
  const text = b(`mail.${kind}.body`, values);
  const calendar = {
    method: kind === 'cancelled' || kind === 'called-off' ? ('CANCEL' as const) : ('PUBLISH' as const),
    content: calendarOf(outbox, one, point, language),
  };
  const subject = b(kind === 'called-off' && !isOpen ? 'mail.called-off.subjectOurs' : `mail.${kind}.subject`);
  return { subject, text: (code ? text : withoutCode(text)).replace(/\n{3,}/g, '\n\n'), calendar };
}

/** Where no queue takes arrivals there is no code to tell: its paragraph goes. */
const withoutCode = (text: string): string =>
  text
    .split('\n\n')
    .filter((paragraph) => !paragraph.endsWith(': '))
    .join('\n\n');
