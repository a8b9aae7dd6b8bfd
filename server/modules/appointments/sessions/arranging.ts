import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { type Done, once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import { recordChange } from '../../identity/service.ts';
import type { By } from '../../identity/types.ts';
import { pointWithQueues } from '../../queue/service.ts';
import { type HoldInput, Lost, type Taking } from '../booking/holding.ts';
import { endAppointment, insertHold, lockAppointment } from '../booking/queries.ts';
import { appointmentSecret } from '../booking/secrets.ts';
import { reachingAll, takeAll } from '../booking/together.ts';
import type { Booking } from '../types.ts';
import { endMeeting } from './following.ts';
import { mayLead, requireLeads } from './policy.ts';
import * as rows from './queries.ts';
import type { MeetingsInput } from './schema.ts';

type Arranged = { sessionIds: string[]; seriesId: string | null };

/**
 * Sets a meeting of many, or all meetings of a course: each takes its leader and room once, and all are set or none.
 * @throws NotFound; Invalid `time-not-bookable`, `unknown-reference` for a service that is not given at set times; Conflict `time-taken`
 */
export async function arrangeMeetings(
  booking: Booking,
  key: IdempotencyKey | undefined,
  by: By,
  input: MeetingsInput,
): Promise<Done<Arranged>> {
  const { bookableId, pointId, way } = input;
  const bookable = (await booking.capacities.at(bookableId, pointId))?.bookable;
  const point = pointId ? await pointWithQueues(booking.db, pointId) : undefined;
  if (!bookable || !mayLead(by.actor, { ownerOrg: bookable.organisationId, pointId }, point)) throw new NotFound();
  if (!bookable.fixed) throw new Invalid('unknown-reference', { fields: ['bookableId'] });
  const starts = [...new Set(input.starts.map(({ epochMilliseconds }) => epochMilliseconds))].sort((a, b) => a - b);
  const inputs = starts.map((at): HoldInput => ({ bookableId, pointId, way, at, needs: [], language: null }));
  return reachingAll(booking, inputs, (isLast) =>
    once(
      booking.db,
      key,
      async (trx) => {
        const value = await arrange(booking, trx, by, input, { inputs, taken: await takeAll(booking, trx, inputs, isLast, 'house') });
        return { resourceId: value.seriesId ?? (value.sessionIds[0] as string), status: 201, value };
      },
      (id) => arrangedBefore(booking, id),
    ),
  );
}

type Set = { inputs: readonly HoldInput[]; taken: readonly Taking[] };

async function arrange(booking: Booking, trx: Trx, by: By, input: MeetingsInput, { inputs, taken }: Set): Promise<Arranged> {
  const now = booking.clock.now();
  const seriesId = input.course ? randomUUID() : null;
  const createdBy = by.actor.personId;
  const { bookableId, pointId, way, capacity } = input;
  const [{ ownerOrg }] = taken as [Taking];
  if (seriesId) await rows.insertSeries(trx, { id: seriesId, bookableId, ownerOrg, createdBy }, now);
  const sessionIds: string[] = [];
  for (const [position, one] of taken.entries()) {
    const id = randomUUID();
    const houseId = await takeHouse(booking, trx, inputs[position] as HoldInput, one, createdBy);
    const { from, until } = one.time;
    await rows.insertSession(
      trx,
      { id, bookableId, seriesId, pointId, ownerOrg, way, capacity, houseId, from, until, position, createdBy },
      now,
    );
    sessionIds.push(id);
  }
  await recordChange(trx, by, 'meeting.added', seriesId ?? sessionIds[0], ownerOrg);
  return { sessionIds, seriesId };
}

/** An appointment like any other: whoever looks at the leader's or the room's day sees that it is taken, and it can be given to others. */
async function takeHouse(
  booking: Booking,
  trx: Trx,
  input: HoldInput,
  { time, during, resources, ownerOrg, stopId }: Taking,
  bookedBy: string,
) {
  const id = randomUUID();
  const { bookableId, pointId, way } = input;
  const secretHash = hashSecret(appointmentSecret(booking.keys, id));
  const hold = { id, bookableId, pointId, stopId, way, from: time.from, until: time.until, needs: [], people: 1, ownerOrg, bookedBy };
  const more = { language: 'fi', heldUntil: booking.clock.now(), secretHash, holderHash: null };
  if (!(await insertHold(trx, { ...hold, ...more }, resources, during, sql`select 1`))) throw new Lost();
  await rows.settleHouse(trx, id);
  return id;
}

async function arrangedBefore({ db }: Booking, id: string): Promise<Arranged> {
  const meetings = await rows.sessionsOfSeries(db, id);
  return meetings.length > 0 ? { sessionIds: meetings.map((one) => one.id), seriesId: id } : { sessionIds: [id], seriesId: null };
}

/**
 * The meeting is not held: its leader and room are free, and everyone who has a place is told. Again: nothing more.
 * @throws NotFound; Conflict `booked-already` once it is over
 */
export async function cancelMeeting(booking: Booking, by: By, id: string): Promise<void> {
  await inTransaction(booking.db, async (trx) => {
    const seen = await rows.sessionOf(trx, id);
    requireLeads(by.actor, seen, seen?.pointId ? await pointWithQueues(trx, seen.pointId) : undefined);
    const session = seen as rows.SessionRow;
    if (session.cancelledAt) return;
    const now = booking.clock.now();
    if (Temporal.Instant.compare(session.endsAt, now) <= 0) throw new Conflict('booked-already');
    await lockAppointment(trx, session.houseId);
    if ((await rows.sessionOf(trx, id))?.cancelledAt) return;
    await endAppointment(trx, session.houseId, 'cancelled', now);
    await endMeeting(booking, trx, id);
    await recordChange(trx, by, 'meeting.cancelled', id, session.ownerOrg);
  });
}
