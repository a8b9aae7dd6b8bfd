import { randomUUID } from 'node:crypto';
import { NotFound } from '../../../platform/errors.ts';
import { type Done, once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import { type Held, type HeldBy, inTurnOf, requireFew } from '../booking/holding.ts';
import { inTurn } from '../booking/turns.ts';
import { insertJoint } from '../joint/queries.ts';
import { jointSecret } from '../joint/secrets.ts';
import { sessionsOfSeries } from '../sessions/queries.ts';
import { insertSeat, type SeatWish, takeSeats } from '../sessions/seats.ts';
import type { Booking } from '../types.ts';

/**
 * Holds a place at every meeting of a course for ten minutes, or at none. One may join only before the first meeting.
 * @throws NotFound; Invalid `time-not-bookable`, `too-many-people`; Conflict `session-full` when one of them is, `too-many-held`
 */
export async function holdCourse(
  booking: Booking,
  key: IdempotencyKey | undefined,
  seriesId: string,
  wish: SeatWish,
  by: HeldBy,
): Promise<Done<Held>> {
  return inTurnOf(booking, by, () =>
    inTurn(`series ${seriesId}`, () =>
      once(
        booking.db,
        key,
        async (trx) => {
          const meetings = (await sessionsOfSeries(trx, seriesId)).filter(({ cancelledAt }) => cancelledAt === null);
          if (meetings.length === 0) throw new NotFound();
          const taken = await takeSeats(
            booking,
            trx,
            meetings.map(({ id }) => id),
            wish,
            by,
          );
          if (by.kind === 'anyone') await requireFew(booking, trx, by.address);
          const id = randomUUID();
          const secretHash = hashSecret(jointSecret(booking.keys, id));
          const joint = {
            id,
            kind: 'series',
            seriesId,
            secretHash,
            language: wish.language ?? 'fi',
            askedBy: wish.askedBy ?? null,
          } as const;
          await insertJoint(trx, joint, booking.clock.now());
          for (const meeting of taken) await insertSeat(booking, trx, meeting, wish, by, id);
          return { resourceId: id, status: 201, value: { id } };
        },
        async (id) => ({ id }),
      ),
    ),
  );
}
