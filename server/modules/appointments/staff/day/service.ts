import { dayOf, endOfDay, startOfDay } from '../../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import { finishBookedStep } from '../../../matters/path/booked/service.ts';
import { mattersInSight } from '../../../matters/reading/service.ts';
import { floorChanged } from '../../../queue/events.ts';
import { pointWithQueues, requireWorksAt, seesNeeds } from '../../../queue/service.ts';
import { type Contact, openContact } from '../../booking/contact.ts';
import { lacksLink, openMeetingLink } from '../../booking/meeting-link.ts';
import { lockAppointment } from '../../booking/queries.ts';
import type { Booking } from '../../types.ts';
import { type StaffRow, staffRows, withId } from '../booking/queries.ts';
import { auditLook, unmetIn } from '../booking/reading.ts';
import type { VideoCall } from '../meeting-link/schema.ts';
import { inSight, requireSight } from '../sight.ts';
import { type MeetingOfDay, meetingsAmong, onDayAt, pointsServing, type Standing, setStanding, walkInsOf } from './queries.ts';
import { dayStateOf, meetingStateOf } from './rules.ts';
import type { DayList, PresenceInput } from './schema.ts';

/**
 * Everyone who is expected at the point that day, by time, and who has come without one. An authority's people see its own; the look is audited.
 * @throws NotFound for a point where one does not work
 */
export async function readDay(booking: Booking, by: By, pointId: string, day: Temporal.PlainDate): Promise<DayList> {
  const { db, clock, keys } = booking;
  const point = await pointWithQueues(db, pointId);
  requireWorksAt(by.actor, point);
  const stretch = { from: startOfDay(day, point.zone), until: endOfDay(day, point.zone) };
  const rows = await inSight(db, by.actor, await staffRows(db, onDayAt(pointId, stretch)));
  await auditLook(db, by, 'appointments.day-read', rows);
  const matters = await mattersInSight(
    db,
    by.actor,
    rows.flatMap(({ matterId }) => matterId ?? []),
  );
  const meetings = await meetingsAmong(
    db,
    rows.map(({ id }) => id),
  );
  const walkIns = await walkInsOf(db, pointId, day);
  return {
    pointId,
    day,
    appointments: meetingsFirst(rows, meetings).map((row) => ({
      ...rowOf(row, openContact(keys, row.id, row.contact), clock.now(), meetings.get(row.id)),
      videoCall: videoCallOf(keys, row, clock.now()),
      matter: (row.matterId && matters.get(row.matterId)) || null,
    })),
    walkIns: walkIns.filter((one) => seesNeeds(by.actor, point, one.organisationId)).map(({ organisationId: _, ...one }) => one),
  };
}

type Meeting = Omit<MeetingOfDay, 'houseId'>;

/** A meeting stands before whoever comes to it. */
function meetingsFirst(rows: readonly StaffRow[], meetings: Map<string, Meeting>): StaffRow[] {
  const rank = ({ id }: StaffRow) => (meetings.has(id) ? 0 : 1);
  return rows.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt) || rank(a) - rank(b));
}

function rowOf(row: StaffRow, contact: Contact | null, now: Temporal.Instant, meeting: Meeting | undefined) {
  const {
    id,
    startsAt,
    endsAt,
    lateUntil,
    way,
    serviceName,
    ownerOrg: organisationId,
    language,
    needs,
    interpreterLanguage,
    expectedId,
    visitId,
  } = row;
  return {
    ...{ id, startsAt, endsAt, lateUntil, way, serviceName, organisationId, language, needs, interpreterLanguage, expectedId, visitId },
    customerName: contact?.name ?? '',
    state: meeting ? meetingStateOf(row, now) : dayStateOf(row, now),
    meeting: meeting ?? null,
    preVisit: row.answers !== null,
    unmet: unmetIn(row) !== null,
    code: row.visitCode,
    bookingCode: row.expectedId ? null : (contact?.code ?? null),
  };
}

function videoCallOf(keys: Keyring, row: StaffRow, now: Temporal.Instant): VideoCall | null {
  if (!row.isVideoCall) return null;
  const link = openMeetingLink(keys, row);
  return { link, isMissing: row.doneAt === null && lacksLink(link, row, now) };
}

/**
 * Says how it stands with somebody who is expected. Where a queue takes arrivals, coming and being served are said there, and only being
 * late or missed here.
 * @throws NotFound, also for a meeting itself: who came to it is marked there; Conflict `not-today`, `too-early` for who cannot be missed yet, `booked-already` for what does not follow on what is
 */
export async function setPresence(booking: Booking, by: By, id: string, input: PresenceInput): Promise<void> {
  await requireSight(booking.db, by.actor, id);
  await inTransaction(booking.db, (trx) => say(booking, trx, by, id, input));
}

/** The same within another change, of one in sight. @throws as `setPresence` */
export async function say(booking: Booking, trx: Trx, by: By, id: string, input: PresenceInput): Promise<void> {
  if (!(await lockAppointment(trx, id))) throw new NotFound();
  const [one] = await staffRows(trx, withId(id));
  if ((await meetingsAmong(trx, [id])).size > 0) throw new NotFound();
  const now = booking.clock.now();
  const standing = standingAfter(one as StaffRow, input, by.actor.personId, now);
  await setStanding(trx, id, standing, now);
  if (standing.doneAt && one?.stepId) await finishBookedStep(booking, trx, one.stepId);
  await recordChange(trx, by, `appointment.${input.state}`, id, one?.ownerOrg);
  for (const pointId of await pointsServing(trx, id)) await tellPoint(booking, trx, pointId);
}

function standingAfter(one: StaffRow, input: PresenceInput, personId: string, now: Temporal.Instant): Standing {
  const { lateUntil, servedAt, doneAt, state, startsAt } = one;
  if (!['confirmed', 'arrived', 'missed'].includes(state)) throw new Conflict('booked-already');
  if (!dayOf(startsAt).equals(dayOf(now))) throw new Conflict('not-today');
  const none = { lateUntil: null, arrivedAt: null, servedAt: null, doneAt: null, missedBy: null };
  const hasCome = state === 'arrived';
  // Their number says it: two truths would part.
  if (one.expectedId && (hasCome || ['arrived', 'serving', 'done'].includes(input.state))) throw new Conflict('booked-already');
  switch (input.state) {
    case 'coming':
      return { ...none, state: 'confirmed' };
    case 'late':
      if (hasCome) throw new Conflict('booked-already');
      return { ...none, state: 'confirmed', lateUntil: laterOf(startsAt, now).add({ minutes: input.minutes }) };
    case 'missed':
      if (hasCome) throw new Conflict('booked-already');
      if (Temporal.Instant.compare(now, startsAt) < 0) throw new Conflict('too-early');
      return { ...none, state: 'missed', lateUntil, missedBy: personId };
    default:
      return { ...none, state: 'arrived', lateUntil, arrivedAt: now, ...servedSo(input.state, { servedAt, doneAt }, now) };
  }
}

function servedSo(
  state: 'arrived' | 'serving' | 'done',
  { servedAt, doneAt }: Pick<StaffRow, 'servedAt' | 'doneAt'>,
  now: Temporal.Instant,
) {
  if (state === 'arrived') return { servedAt: null, doneAt: null };
  return { servedAt: servedAt ?? now, doneAt: state === 'done' ? (doneAt ?? now) : null };
}

const laterOf = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b);

/** As at a point: who presses earlier would be called and not there. */
export const EARLY_MINUTES = 60;

/**
 * "I am here", by the page of the time where no queue takes arrivals; "I am ready", by that of a call by video. Again: nothing more.
 * `following`: agreed as one with it, and come to with it. @throws NotFound for any other time; Conflict `too-early`
 */
export async function arriveByPage(booking: Booking, id: string, following: readonly string[] = []): Promise<void> {
  await inTransaction(booking.db, async (trx) => {
    // In the order of the key, as whoever locks all parts does.
    for (const each of [id, ...following].sort()) await arriveOne(booking, trx, each, each === id);
  });
}

async function arriveOne(booking: Booking, trx: Trx, id: string, isFirst: boolean): Promise<void> {
  const one = await lockAppointment(trx, id);
  if (!one || one.way === 'phone' || one.expectedId) throw new NotFound();
  if (one.state !== 'confirmed') return;
  const now = booking.clock.now();
  if (isFirst && Temporal.Instant.compare(now, one.startsAt.subtract({ minutes: EARLY_MINUTES })) < 0) throw new Conflict('too-early');
  const standing = { lateUntil: null, arrivedAt: now, servedAt: null, doneAt: null, missedBy: null };
  await setStanding(trx, id, { ...standing, state: 'arrived' }, now);
  for (const pointId of await pointsServing(trx, id)) await tellPoint(booking, trx, pointId);
}

/** Desks that show the point's day read it anew. */
const tellPoint = (booking: Booking, trx: Trx, pointId: string): Promise<void> => floorChanged(booking, trx, pointId);
