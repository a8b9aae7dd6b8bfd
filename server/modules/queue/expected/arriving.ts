import { dayOf, endOfDay, startOfDay } from '../../../platform/clock/day.ts';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import type { By } from '../../identity/types.ts';
import { requireWorksAt } from '../policy.ts';
import type { Floor } from '../types.ts';
import { closeVisit } from '../visits/closing.ts';
import { pointWithQueues } from '../visits/queries.ts';
import { type Arrival, type Arrived, arrive, arrivedBefore } from '../visits/service.ts';
import { type Day, type ExpectedRow, expectedByCode, expectedById, markArrived } from './service.ts';

/**
 * Who comes at an agreed time: their queue, time, language, needs and matter are known. At a meeting of many nobody calls them: they are
 * told its room, and are in no line.
 */
export async function arriveExpected(
  floor: Floor,
  trx: Trx,
  by: By | null,
  it: ExpectedRow,
  how: Pick<Arrival, 'pointId' | 'cameBy'> & Partial<Arrival>,
): Promise<Arrived> {
  const { queueId, dueAt, matterId, language, needs, following, meetingRoom } = it;
  if (meetingRoom !== null && it.visitId) return arrivedBefore({ db: trx, keys: floor.keys }, it.visitId);
  const arrived = await arrive(floor, trx, by, {
    queueId,
    dueAt,
    matterId,
    language,
    needs,
    following,
    arrivedAt: floor.clock.now(),
    ...how,
  });
  await markArrived(trx, it.id, arrived.visitId);
  if (meetingRoom === null) return arrived;
  await closeVisit(trx, arrived.visitId, floor.clock.now(), 'meeting');
  return { ...arrived, place: null, told: null, meeting: { room: meetingRoom || null, startsAt: dueAt } };
}

/** Greeted at reception, without a code. @throws NotFound for one expected elsewhere, or come already; Conflict `not-today` */
export async function greetExpected(floor: Floor, trx: Trx, by: By, id: string): Promise<Arrived> {
  const it = await expectedById(trx, id);
  requireWorksAt(by.actor, it && (await pointWithQueues(trx, it.pointId)));
  const expected = it as NonNullable<typeof it>;
  if (!isToday(floor, expected)) throw new Conflict('not-today');
  return arriveExpected(floor, trx, by, expected, { pointId: expected.pointId, cameBy: 'reception' });
}

/**
 * Greeted at reception by the code they say or show.
 * @throws NotFound for a point where the caller does not work; `arrival-code` where nobody, or nobody any more, is expected by it today
 */
export async function greetByCode(floor: Floor, trx: Trx, by: By, pointId: string, code: string): Promise<Arrived> {
  const point = await pointWithQueues(trx, pointId);
  requireWorksAt(by.actor, point);
  const expected = await expectedByCode(floor, trx, pointId, code, dayNow(floor, point.zone));
  if (!expected) throw new NotFound('arrival-code');
  return arriveExpected(floor, trx, by, expected, { pointId, cameBy: 'reception' });
}

/** The whole of today, by the point's own clock. */
export function dayNow({ clock }: Pick<Floor, 'clock'>, zone: string): Day {
  const today = dayOf(clock.now(), zone);
  return { from: startOfDay(today, zone), until: endOfDay(today, zone) };
}

/** From the phone one may come this much before the time: whoever presses at home would be called and not there. */
export const EARLY_MINUTES = 60;

/** "I am here", by the page of the agreed time. @throws NotFound when it is over; Conflict `too-early`, `not-today` */
export async function arriveByLink(floor: Floor, trx: Trx, id: string): Promise<Arrived> {
  const it = await expectedById(trx, id);
  if (!it) throw new NotFound();
  const now = floor.clock.now();
  if (Temporal.Instant.compare(now, it.dueAt.subtract({ minutes: EARLY_MINUTES })) < 0) throw new Conflict('too-early');
  if (!isToday(floor, it)) throw new Conflict('not-today');
  return arriveExpected(floor, trx, null, it, { pointId: it.pointId, cameBy: 'link' });
}

function isToday({ clock }: Pick<Floor, 'clock'>, { dueAt, zone }: { dueAt: Temporal.Instant; zone: string }): boolean {
  return dayOf(dueAt, zone).equals(dayOf(clock.now(), zone));
}
