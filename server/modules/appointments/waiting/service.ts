import { randomUUID } from 'node:crypto';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { type Done, once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { networkOf } from '../../../platform/http/limits.ts';
import { hashSecret, keyedHash, keyedHashes } from '../../../platform/keys/keys.ts';
import { confirmWithin } from '../booking/confirming.ts';
import { bookerHash } from '../booking/contact.ts';
import { appointmentOf, lockTakenDays } from '../booking/queries.ts';
import { moveToHeld } from '../booking/service.ts';
import { addLetter } from '../letters/queries.ts';
import type { OwnDoer } from '../own/trail.ts';
import type { Booking } from '../types.ts';
import { leaveWithin, offerSoon } from './leaving.ts';
import { answerOffer, offerOf } from './offer-queries.ts';
import * as rows from './queries.ts';
import { openWaiting, sealWaiting, waitingSecret } from './secrets.ts';
import type { WaitingContact, WaitingWish } from './types.ts';

const HOLDER = 'waiting-holder';
/** From one network, of those who have not opened the link they were sent; whoever has, is somebody. */
const MOST_UNOPENED = 30;

/** `appointmentId`: of an agreed time that moves when an offer is taken. `address`: where somebody joins from whom nobody knows. */
export type Joining = { appointmentId?: string | null; address?: string | null };

/**
 * Joins the line of a service; whoever stands in it already keeps their place as it is and gets the link again. The answer is the same for
 * both: nobody learns by another's address what they wait for. With an agreed time of theirs, an offer that is taken moves it.
 * @throws Conflict `too-many-waiting`; `booked-already` when that time is agreed no more
 */
export async function joinLine(
  booking: Booking,
  key: IdempotencyKey | undefined,
  wish: WaitingWish,
  contact: WaitingContact,
  { appointmentId = null, address = null }: Joining = {},
): Promise<Done<{ id: string }>> {
  return once(
    booking.db,
    key,
    async (trx) => {
      const holderHash = address && (await requireFewUnopened(booking, trx, address));
      const id = await join(booking, trx, wish, contact, { appointmentId, holderHash });
      await addLetter(trx, { kind: 'joined', subjectId: id, notBefore: booking.clock.now(), again: true });
      await offerSoon(trx, wish.bookableId);
      return { resourceId: id, status: 201, value: { id } };
    },
    async (id) => ({ id }),
  );
}

/** @throws Conflict `too-many-waiting` */
async function requireFewUnopened({ keys, isKnownSite }: Booking, trx: Trx, address: string): Promise<string | null> {
  if (isKnownSite?.(address)) return null;
  const network = networkOf(address);
  if ((await rows.unopenedFrom(trx, keyedHashes(keys, HOLDER, network))) >= MOST_UNOPENED) throw new Conflict('too-many-waiting');
  return keyedHash(keys, HOLDER, network);
}

async function join(
  { keys, clock }: Booking,
  trx: Trx,
  wish: WaitingWish,
  contact: WaitingContact,
  of: Pick<rows.NewWaiting, 'appointmentId' | 'holderHash'>,
): Promise<string> {
  const id = randomUUID();
  // The address alone: it is where offers go.
  const sign = { ...contact, phone: null, code: null };
  const row = { ...wish, id, contact: sealWaiting(keys, id, contact), secretHash: hashSecret(waitingSecret(keys, id)), ...of };
  const joined = await rows.insertWaiting(trx, { ...row, bookerHash: bookerHash(keys, sign) }, clock.now());
  // Cancelled this moment: the place would have ended with it.
  if (of.appointmentId && !(await rows.staysAgreed(trx, of.appointmentId))) throw new Conflict('booked-already');
  return joined;
}

/** Days and hours that suit; the place in line stays. @throws NotFound; Conflict `waiting-over` */
export async function changeWaiting({ db }: Booking, id: string, when: rows.When): Promise<void> {
  await inTransaction(db, async (trx) => {
    const one = await lockStanding(trx, id);
    await rows.changeWhen(trx, id, when);
    await offerSoon(trx, one.bookableId);
  });
}

/** Leaves the line; what is offered goes to the next. Again: nothing more. @throws NotFound */
export async function leaveLine({ db, clock }: Booking, id: string): Promise<void> {
  await inTransaction(db, (trx) => leaveWithin(trx, id, clock.now()));
}

/**
 * Takes what is offered: it is booked for them, or their agreed time moves to it. Late, as long as nobody has been next.
 * @returns the appointment @throws NotFound; Conflict `offer-over`, `too-many-booked`, `booked-already`
 */
export async function takeOffer(booking: Booking, id: string, offerId: string, own: OwnDoer): Promise<string> {
  const { db, clock, keys } = booking;
  return inTransaction(db, async (trx) => {
    const offer = await offerOf(trx, offerId);
    if (offer?.waitingId !== id) throw new NotFound();
    // Before anything else, as everyone who takes a time does.
    const { appointmentId } = (await rows.waitingOf(trx, id)) as rows.WaitingRow;
    await lockTakenDays(trx, appointmentId ? [appointmentId, offer.appointmentId] : [offer.appointmentId]);
    const one = (await rows.lockWaiting(trx, id)) as rows.WaitingRow;
    // Two tabs, or pressed again after a lost answer.
    if (one.state === 'taken') return takenBy(trx, one, offer.appointmentId);
    if (one.state !== 'waiting' || !(await answerOffer(trx, offerId, 'taken', clock.now()))) throw new Conflict('offer-over');
    await rows.endWaiting(trx, id, 'taken', clock.now());
    if (one.appointmentId) {
      await moveToHeld(booking, trx, one.appointmentId, offer.appointmentId, own);
      return one.appointmentId;
    }
    const contact = openWaiting(keys, id, one.contact);
    if (!contact) throw new NotFound();
    await confirmWithin(booking, trx, offer.appointmentId, contact);
    return offer.appointmentId;
  });
}

/** What it came to: the offered time, or the one that was moved to it. */
async function takenBy(trx: Trx, { appointmentId }: rows.WaitingRow, offered: string): Promise<string> {
  const state = (await appointmentOf(trx, offered))?.state;
  if (state !== 'expired') return offered;
  if (!appointmentId) throw new Conflict('offer-over');
  return appointmentId;
}

/** Not this one: it goes to the next, and they keep their place. @throws NotFound; Conflict `offer-over` */
export async function declineOffer({ db, clock }: Booking, id: string, offerId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const one = await lockStanding(trx, id);
    const offer = await offerOf(trx, offerId);
    if (offer?.waitingId !== id) throw new NotFound();
    if (offer.state === 'declined') return;
    if (!(await answerOffer(trx, offerId, 'declined', clock.now()))) throw new Conflict('offer-over');
    await rows.countUnanswered(trx, id, true);
    await offerSoon(trx, one.bookableId);
  });
}

async function lockStanding(trx: Trx, id: string): Promise<rows.WaitingRow> {
  const one = await rows.lockWaiting(trx, id);
  if (!one) throw new NotFound();
  if (one.state !== 'waiting') throw new Conflict('waiting-over');
  return one;
}
