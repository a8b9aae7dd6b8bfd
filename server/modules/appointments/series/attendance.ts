import { dayOf, startOfDay } from '../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { permittedTasks } from '../../directory/service.ts';
import { recordChange } from '../../identity/service.ts';
import type { By } from '../../identity/types.ts';
import { finishBookedStep } from '../../matters/path/booked/service.ts';
import { pointWithQueues } from '../../queue/service.ts';
import { openContact } from '../booking/contact.ts';
import { meetingMissed } from '../events.ts';
import { mayLead, requireLeads, servesFor } from '../sessions/policy.ts';
import type { Booking } from '../types.ts';
import * as rows from './queries.ts';
import type { Attendance, MissedMeeting } from './schema.ts';

/** The meetings that the caller may lead, first to come first. */
export async function meetingsFor({ db }: Booking, by: By, range: { from: Temporal.Instant; until: Temporal.Instant }) {
  const meetings = await rows.meetingsBetween(db, range);
  const pointIds = [...new Set(meetings.flatMap(({ pointId }) => pointId ?? []))];
  const points = new Map(await Promise.all(pointIds.map(async (id) => [id, await pointWithQueues(db, id)] as const)));
  return meetings
    .filter((one) => mayLead(by.actor, one, one.pointId ? points.get(one.pointId) : undefined))
    .map(({ ownerOrg: _, ...one }) => one);
}

/** The services for which the caller may set meetings, with where. */
export async function meetingChoices({ db, clock }: Booking, { actor }: By) {
  const found = [];
  for (const { ownerOrg, pointIds, ...service } of await rows.fixedServices({ db, clock })) {
    const here = [];
    for (const pointId of pointIds) if (mayLead(actor, { ownerOrg, pointId }, await pointWithQueues(db, pointId))) here.push(pointId);
    const remotely = service.ways.includes('remote') && mayLead(actor, { ownerOrg, pointId: null }, undefined);
    if (here.length > 0 || remotely) found.push({ id: service.id, name: service.name, minutes: service.minutes, pointIds: here, remotely });
  }
  return found;
}

/** Who has a place at the meeting, and who came. @throws NotFound */
export async function attendanceOf(booking: Booking, by: By, sessionId: string): Promise<Attendance> {
  return inTransaction(booking.db, async (trx) => {
    const { ownerOrg, ...meeting } = await requireMeeting(trx, by, sessionId);
    const attenders = (await rows.attendersOf(trx, sessionId)).map(({ contact, state, ...one }) => ({
      ...one,
      name: openContact(booking.keys, one.id, contact)?.name ?? '',
      language: one.language as Attendance['attenders'][number]['language'],
      cancelled: state === 'cancelled',
    }));
    await recordChange(trx, by, 'meeting.attendance-read', sessionId, ownerOrg);
    return { meeting, open: isOpen(booking, meeting), attenders };
  });
}

/** Attendance is marked from the day of the meeting on, and mended for two weeks. */
const OPEN_DAYS = 14;

function isOpen({ clock }: Pick<Booking, 'clock'>, { startsAt, cancelled }: Pick<rows.StaffMeetingRow, 'startsAt' | 'cancelled'>): boolean {
  const [now, day] = [clock.now(), dayOf(startsAt)];
  const until = startOfDay(day.add({ days: OPEN_DAYS + 1 }));
  return !cancelled && Temporal.Instant.compare(now, startOfDay(day)) >= 0 && Temporal.Instant.compare(now, until) < 0;
}

/**
 * Marks who came, who said beforehand that they would not, and who did not come; null takes a mark back. A meeting missed is told to the
 * authority that asked the customer to come, where an agreement lets it be told; whoever came has done what the step of their matter asks.
 * @throws NotFound; Conflict `attendance-not-open`
 */
export async function markAttendance(
  booking: Booking,
  by: By,
  sessionId: string,
  appointmentId: string,
  mark: rows.Mark | null,
): Promise<void> {
  await inTransaction(booking.db, async (trx) => {
    const meeting = await requireMeeting(trx, by, sessionId);
    const place = await rows.lockPlace(trx, appointmentId);
    if (place?.sessionId !== sessionId || place.state === 'held' || place.state === 'expired') throw new NotFound();
    if (!isOpen(booking, meeting)) throw new Conflict('attendance-not-open');
    const now = booking.clock.now();
    await rows.setMark(trx, appointmentId, mark, by.actor.personId, now);
    if (mark === 'absent') await tell(trx, meeting, place, now);
    else await takeBack(trx, appointmentId, now);
    if (mark === 'present' && place.stepId) await finishBookedStep(booking, trx, place.stepId);
    await recordChange(trx, by, 'meeting.attendance-marked', appointmentId, meeting.ownerOrg);
  });
}

/** Only to whoever asked them to come, and only where the two have an agreement that holds there on that day (223/2007), or are one. */
async function tell(trx: Trx, meeting: rows.StaffMeetingRow, { id, askedBy }: rows.Placed, now: Temporal.Instant): Promise<void> {
  if (!askedBy) return;
  const { ownerOrg, pointId, startsAt } = meeting;
  const question = { providerIds: [ownerOrg], principalId: askedBy, pointId, day: dayOf(startsAt) };
  if ((await permittedTasks(trx, question)).tasks.length === 0) return;
  if (await rows.tellMissed(trx, id, askedBy, now)) await meetingMissed(trx, id, askedBy);
}

async function takeBack(trx: Trx, id: string, now: Temporal.Instant): Promise<void> {
  const told = await rows.withdrawMissed(trx, id, now);
  if (told) await meetingMissed(trx, id, told);
}

async function requireMeeting(trx: Trx, { actor }: By, id: string): Promise<rows.StaffMeetingRow> {
  const meeting = await rows.meetingById(trx, id);
  requireLeads(actor, meeting, meeting?.pointId ? await pointWithQueues(trx, meeting.pointId) : undefined);
  return meeting as rows.StaffMeetingRow;
}

/** How many of them nobody has seen to yet: a number for the bar of every page, so neither who nor which meeting is read for it. */
export const countMissedFor = ({ db }: Booking, { actor }: By): Promise<number> => rows.countMissed(db, servesFor(actor));

/** Meetings missed by those whom the caller's organisation asked to come. */
export async function missedFor(booking: Booking, by: By): Promise<MissedMeeting[]> {
  return inTransaction(booking.db, async (trx) => {
    const missed = await rows.missedOf(trx, servesFor(by.actor));
    for (const { id, organisationId } of missed) await recordChange(trx, by, 'meeting.missed-read', id, organisationId);
    return missed.map(({ contact, organisationId: _, ...one }) => ({
      ...one,
      customer: openContact(booking.keys, one.id, contact)?.name ?? '',
    }));
  });
}

/** @throws NotFound for one told to others */
export async function markMissedSeen(booking: Booking, by: By, id: string): Promise<void> {
  await inTransaction(booking.db, async (trx) => {
    const organisationId = await rows.seeMissed(trx, id, servesFor(by.actor), by.actor.personId, booking.clock.now());
    if (!organisationId) throw new NotFound();
    await meetingMissed(trx, id, organisationId);
    await recordChange(trx, by, 'meeting.missed-seen', id, organisationId);
  });
}
