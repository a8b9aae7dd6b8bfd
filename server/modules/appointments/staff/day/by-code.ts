import { dayOf, endOfDay, startOfDay } from '../../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { By } from '../../../identity/types.ts';
import { pointWithQueues, requireWorksAt } from '../../../queue/service.ts';
import { openContact } from '../../booking/contact.ts';
import { type AppointmentRow, lockAppointment } from '../../booking/queries.ts';
import { jointOf } from '../../joint/queries.ts';
import { meetingRoomOf } from '../../sessions/leading.ts';
import type { Booking } from '../../types.ts';
import { type StaffRow, staffRows } from '../booking/queries.ts';
import { auditLook } from '../booking/reading.ts';
import { inSight } from '../sight.ts';
import { onDayAt } from './queries.ts';
import type { CameByList } from './schema.ts';
import { say } from './service.ts';

/**
 * Somebody whom no queue expects has come to the point, by the code they say or show: of a visit for all of it, of a course to the nearest
 * meeting. Shown again, nothing more.
 * @throws NotFound for a point where one does not work; `arrival-code` where the day list has nobody in sight by it today
 */
export async function arriveByCode(booking: Booking, by: By, pointId: string, code: string): Promise<CameByList> {
  const { db, clock, keys } = booking;
  const point = await pointWithQueues(db, pointId);
  requireWorksAt(by.actor, point);
  const today = dayOf(clock.now(), point.zone);
  const stretch = { from: startOfDay(today, point.zone), until: endOfDay(today, point.zone) };
  const rows = (await staffRows(db, onDayAt(pointId, stretch))).filter(({ expectedId }) => expectedId === null);
  const typed = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const theirs = rows.filter(({ id, contact }) => openContact(keys, id, contact)?.code === typed);
  const come = await comingOf(booking, theirs);
  const seen = await inSight(db, by.actor, come);
  const [first] = seen;
  if (!first) throw new NotFound('arrival-code');
  await auditLook(db, by, 'appointments.found-by-code', seen);
  const times = await inTransaction(db, async (trx) => {
    const told: Came[] = [];
    // In the order of the key, as whoever locks all parts does.
    for (const one of come.toSorted((a, b) => (a.id < b.id ? -1 : 1))) told.push(...(await comeTo(booking, trx, by, one)));
    return told
      .filter(({ appointmentId }) => seen.some(({ id }) => id === appointmentId))
      .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  });
  if (times.length === 0) throw new NotFound('arrival-code');
  return { customerName: openContact(keys, first.id, first.contact)?.name ?? '', times };
}

/** Of a visit all of it, since one arrives once: at the authorities out of sight too, of which nothing is told. */
async function comingOf({ db, clock }: Booking, theirs: readonly StaffRow[]): Promise<StaffRow[]> {
  const [first] = theirs;
  if (!first?.jointId || (await jointOf(db, first.jointId))?.kind === 'visit') return [...theirs];
  const away = ({ startsAt }: StaffRow) => Math.abs(startsAt.epochMilliseconds - clock.now().epochMilliseconds);
  return theirs.toSorted((a, b) => away(a) - away(b)).slice(0, 1);
}

type Came = CameByList['times'][number];

/** Nothing of what was cancelled while they stood at the desk: they have come to the rest of it. */
async function comeTo(booking: Booking, trx: Trx, by: By, { id, startsAt, serviceName }: StaffRow): Promise<Came[]> {
  const one = (await lockAppointment(trx, id)) as AppointmentRow;
  if (one.state === 'cancelled') return [];
  const isNew = one.state !== 'arrived';
  if (isNew) await say(booking, trx, by, id, { state: 'arrived' });
  return [{ appointmentId: id, startsAt, serviceName, room: await meetingRoomOf(trx, one.sessionId), isNew }];
}
