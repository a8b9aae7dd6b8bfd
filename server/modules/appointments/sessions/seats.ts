import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { type Done, once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import { type Held, type HeldBy, HOLD_MINUTES, holderHashOf, inTurnOf, requireFew } from '../booking/holding.ts';
import { insertHold } from '../booking/queries.ts';
import { appointmentSecret } from '../booking/secrets.ts';
import { inTurn } from '../booking/turns.ts';
import { isThere } from '../capacity/rules.ts';
import type { Booking } from '../types.ts';
import * as rows from './queries.ts';

/** `askedBy`: the authority that asked the customer to come, and is told of a meeting missed. */
export type SeatWish = {
  language: string | null;
  needs: readonly string[];
  interpreterLanguage?: string | null | undefined;
  people: number;
  askedBy?: string | null;
};

/**
 * Holds a place at a meeting of many for ten minutes. Places are counted under the meeting's own lock: as many get one as there are.
 * @throws NotFound also for a meeting of a course, which is booked whole; Invalid `time-not-bookable` when it has begun, is not held or its
 * point is no more then,
 * `too-many-people`; Conflict `session-full`, `too-many-held`
 */
export async function holdSeat(
  booking: Booking,
  key: IdempotencyKey | undefined,
  sessionId: string,
  wish: SeatWish,
  by: HeldBy,
): Promise<Done<Held>> {
  return inTurnOf(booking, by, () =>
    inTurn(`session ${sessionId}`, () =>
      once(
        booking.db,
        key,
        async (trx) => {
          const [session] = await takeSeats(booking, trx, [sessionId], wish, by);
          if (!session || session.seriesId) throw new NotFound();
          if (by.kind === 'anyone') await requireFew(booking, trx, by.address);
          const id = await insertSeat(booking, trx, session, wish, by);
          if (wish.askedBy) await rows.setAskedBy(trx, id, wish.askedBy);
          return { resourceId: id, status: 201, value: { id } };
        },
        async (id) => ({ id }),
      ),
    ),
  );
}

/** Counts so many people in at each meeting, or at none. @throws as `holdSeat` */
export async function takeSeats(
  booking: Booking,
  trx: Trx,
  sessionIds: readonly string[],
  { people }: SeatWish,
  by: HeldBy,
): Promise<rows.SessionRow[]> {
  const sessions = await rows.lockSessions(trx, sessionIds);
  if (sessions.length < sessionIds.length) throw new NotFound();
  for (const session of sessions) {
    await requireOffered(booking, session, people, by);
    await countIn(booking, trx, session, people);
  }
  return sessions;
}

async function requireOffered(booking: Booking, session: rows.SessionRow, people: number, by: HeldBy): Promise<void> {
  const bookable = (await booking.capacities.at(session.bookableId, session.pointId))?.bookable;
  if (!bookable || (by.kind === 'anyone' && bookable.who !== 'public')) throw new NotFound();
  if (people > bookable.mostPeople) throw new Invalid('too-many-people', { fields: ['people'] });
  // Staff are not bound by the notice.
  const soonest = booking.clock.now().add({ minutes: by.kind === 'staff' ? 0 : bookable.notice });
  if (!isThere(bookable, dayOf(session.startsAt, bookable.zone))) throw new Invalid('time-not-bookable');
  if (session.cancelledAt || Temporal.Instant.compare(session.startsAt, soonest) <= 0) throw new Invalid('time-not-bookable');
}

async function countIn({ clock }: Booking, trx: Trx, { id, capacity, taken }: rows.SessionRow, people: number): Promise<void> {
  const now = taken + people > capacity ? await rows.freeExpired(trx, id, clock.now()) : taken;
  if (now + people > capacity) throw new Conflict('session-full');
  await rows.countIn(trx, id, people);
}

const nothing = sql`select 1`;

/** @returns the appointment that is a place at the meeting */
export async function insertSeat(
  booking: Booking,
  trx: Trx,
  session: rows.SessionRow,
  { language, needs, interpreterLanguage, people }: SeatWish,
  by: HeldBy,
  jointId?: string,
): Promise<string> {
  const id = randomUUID();
  const { bookableId, pointId, ownerOrg, way, startsAt, endsAt } = session;
  const span = { from: startsAt.epochMilliseconds, until: endsAt.epochMilliseconds };
  const stopId = way === 'bus' ? await rows.stopOfHouse(trx, session.houseId) : null;
  const hold = {
    ...{ id, bookableId, pointId, stopId, ownerOrg, way, ...span, needs, interpreterLanguage, people, sessionId: session.id },
    language: language ?? 'fi',
    heldUntil: booking.clock.now().add({ minutes: HOLD_MINUTES }),
    secretHash: hashSecret(appointmentSecret(booking.keys, id)),
    bookedBy: by.kind === 'staff' ? by.personId : null,
    holderHash: holderHashOf(booking, by),
    ...(jointId ? { jointId } : {}),
  };
  // The room and the leader are taken by the meeting itself, once for all.
  await insertHold(trx, hold, [], span, nothing);
  return id;
}
