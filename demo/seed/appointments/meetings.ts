import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { sealContact } from '../../../server/modules/appointments/booking/contact.ts';
import { appointmentSecret } from '../../../server/modules/appointments/booking/secrets.ts';
import { jointSecret } from '../../../server/modules/appointments/joint/secrets.ts';
import { dayOf } from '../../../server/platform/clock/day.ts';
import type { Trx } from '../../../server/platform/db/transaction.ts';
import type { Keyring } from '../../../server/platform/keys/keyring.ts';
import { hashSecret } from '../../../server/platform/keys/keys.ts';
import { ANCHOR } from './resources.ts';

type Where = { organisation: string; point: string; asker: string; marker: string };
type Demo = Where & { trx: Trx; keys: Keyring; now: Temporal.Instant };

const COMERS = ['Aada Niityntaus', 'Ilya Kivijoki', 'Kerttu Sundholm', 'Milan Aallas', 'Pirkko Rantapuro', 'Vera Mallikas'];
/** Each course and session has a leader of its own, told apart in the calendar. */
const LEADERS = { afternoon: 'Hanna Leinonen', morning: 'Tomi Sarkola', session: 'Zahra Noori' };
const WEEKLY = 6;
/** How many of the other course and of the session are booked already. */
const BOOKED = 4;

/** A digital-support course in its third week, another that can still be joined, and an information session next week. */
export async function seedMeetings(trx: Trx, now: Temporal.Instant, keys: Keyring, where: Where): Promise<void> {
  const demo = { ...where, trx, keys, now };
  const course = await insertFixed(
    demo,
    { fi: 'Digitaidot tutuiksi', sv: 'Bekanta med digitala tjänster', en: 'Getting to know digital services' },
    60,
  );
  const info = await insertFixed(
    demo,
    { fi: 'Tietoa Suomeen muuttaneelle', sv: 'Information till dig som har flyttat hit', en: 'Information for newcomers' },
    90,
  );
  const day = workday(dayOf(now));
  await insertCourse(demo, course, { time: '14:00', leader: LEADERS.afternoon }, weeksFrom(day.subtract({ days: 14 })), true);
  await insertCourse(demo, course, { time: '10:00', leader: LEADERS.morning }, weeksFrom(day.add({ days: 14 })), false);
  const leader = await insertLeader(demo, info, LEADERS.session);
  const session = await insertMeeting(
    demo,
    { bookable: info, minutes: 90, leader, series: null, position: 0 },
    momentOf(day.add({ days: 7 }), '12:00'),
    20,
  );
  for (const who of COMERS.slice(0, BOOKED)) await insertPlace(demo, session, who, null);
}

/** Meetings are on days on which the doors are open. */
const workday = (day: Temporal.PlainDate) => (day.dayOfWeek > 5 ? day.subtract({ days: day.dayOfWeek - 5 }) : day);
const weeksFrom = (day: Temporal.PlainDate) => Array.from({ length: WEEKLY }, (_, n) => day.add({ weeks: n }));
const momentOf = (day: Temporal.PlainDate, time: string) =>
  day.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: time }).toInstant();

async function insertFixed({ trx, organisation, point }: Demo, name: object, minutes: number): Promise<string> {
  const id = randomUUID();
  await sql`insert into bookable (id, organisation_id, name, minutes, step, notice, horizon_days, fixed, most_people)
    values (${id}::uuid, ${organisation}::uuid, ${JSON.stringify(name)}::jsonb, ${minutes}, 30, 60, 200, true, 1)`.execute(trx);
  await sql`insert into bookable_place (bookable_id, point_id) values (${id}::uuid, ${point}::uuid)`.execute(trx);
  return id;
}

async function insertLeader({ trx, organisation, point }: Demo, bookable: string, name: string): Promise<string> {
  const id = randomUUID();
  await sql`insert into resource (id, kind, point_id, organisation_id, name) values (${id}::uuid, 'person', ${point}::uuid, ${organisation}::uuid, ${name})`.execute(
    trx,
  );
  await sql`insert into resource_hours (resource_id, anchor, weekdays, opens, closes) values (${id}::uuid, ${ANCHOR}::date, '{1,2,3,4,5}', '09:00', '16:00')`.execute(
    trx,
  );
  await sql`insert into resource_bookable (resource_id, bookable_id) values (${id}::uuid, ${bookable}::uuid)`.execute(trx);
  return id;
}

async function insertCourse(
  demo: Demo,
  bookable: string,
  { time, leader: name }: { time: string; leader: string },
  days: readonly Temporal.PlainDate[],
  begun: boolean,
): Promise<void> {
  const { trx, now, organisation } = demo;
  const series = randomUUID();
  await sql`insert into booking_series (id, bookable_id, owner_org, created_at) values (${series}::uuid, ${bookable}::uuid, ${organisation}::uuid, ${now}::timestamptz)`.execute(
    trx,
  );
  const leader = await insertLeader(demo, bookable, name);
  const meetings: Meeting[] = [];
  for (const [position, day] of days.entries())
    meetings.push(await insertMeeting(demo, { bookable, minutes: 60, leader, series, position }, momentOf(day, time), 8));
  for (const [n, who] of COMERS.slice(0, begun ? COMERS.length : BOOKED).entries()) await insertComer(demo, series, meetings, who, n === 1);
}

type Meeting = { id: string; bookable: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant };
type Set = { bookable: string; minutes: number; leader: string; series: string | null; position: number };

async function insertMeeting(
  demo: Demo,
  { bookable, minutes, leader, series, position }: Set,
  startsAt: Temporal.Instant,
  capacity: number,
): Promise<Meeting> {
  const { trx, now, organisation, point } = demo;
  const [id, house, endsAt] = [randomUUID(), randomUUID(), startsAt.add({ minutes })];
  await insertAppointment(demo, { id: house, bookable, startsAt, endsAt, state: 'confirmed' });
  await sql`insert into appointment_resource (appointment_id, resource_id, during)
    values (${house}::uuid, ${leader}::uuid, tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz))`.execute(trx);
  await sql`insert into booking_session (id, bookable_id, series_id, position, point_id, owner_org, way, starts_at, ends_at, capacity, house_id, created_at)
    values (${id}::uuid, ${bookable}::uuid, ${series}::uuid, ${position}, ${point}::uuid, ${organisation}::uuid, 'point', ${startsAt}::timestamptz, ${endsAt}::timestamptz,
      ${capacity}, ${house}::uuid, ${now}::timestamptz)`.execute(trx);
  return { id, bookable, startsAt, endsAt };
}

/** `asked`: by an authority, which is told that the second meeting was missed. */
async function insertComer(demo: Demo, series: string, meetings: readonly Meeting[], who: string, asked: boolean): Promise<void> {
  const { trx, keys, now, asker, marker } = demo;
  const joint = randomUUID();
  await sql`insert into joint_booking (id, kind, series_id, secret_hash, asked_by, created_at)
    values (${joint}::uuid, 'series', ${series}::uuid, ${hashSecret(jointSecret(keys, joint))}, ${asked ? asker : null}::uuid, ${now}::timestamptz)`.execute(
    trx,
  );
  for (const [n, meeting] of meetings.entries()) {
    const isPast = Temporal.Instant.compare(meeting.endsAt, now) < 0;
    const mark = isPast ? (asked && n === 1 ? 'absent' : 'present') : null;
    const id = await insertPlace(demo, meeting, who, joint, mark === 'present' ? 'arrived' : mark === 'absent' ? 'missed' : 'confirmed');
    if (!mark) continue;
    await sql`insert into attendance (appointment_id, mark, marked_by, marked_at) values (${id}::uuid, ${mark}, ${marker}::uuid, ${meeting.endsAt}::timestamptz)`.execute(
      trx,
    );
    if (mark === 'absent')
      await sql`insert into missed_meeting (appointment_id, organisation_id, told_at) values (${id}::uuid, ${asker}::uuid, ${meeting.endsAt}::timestamptz)`.execute(
        trx,
      );
  }
}

async function insertPlace(demo: Demo, meeting: Meeting, who: string, joint: string | null, state = 'confirmed'): Promise<string> {
  const { trx, keys } = demo;
  const id = randomUUID();
  const contact = sealContact(keys, id, { name: who, email: null, phone: '050 000 4100', code: null });
  await insertAppointment(demo, { ...meeting, id, state, contact, joint, session: meeting.id });
  await sql`update booking_session set taken = taken + 1 where id = ${meeting.id}::uuid`.execute(trx);
  return id;
}

type Appointment = Meeting & { state: string; contact?: string; joint?: string | null; session?: string };

async function insertAppointment({ trx, keys, now, organisation, point }: Demo, it: Appointment): Promise<void> {
  const secretHash = hashSecret(appointmentSecret(keys, it.id));
  await sql`insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, secret_hash, contact, joint_id, session_id, created_at, changed_at)
    values (${it.id}::uuid, ${it.bookable}::uuid, ${point}::uuid, ${organisation}::uuid, 'point', ${it.startsAt}::timestamptz, ${it.endsAt}::timestamptz, ${it.state},
      ${secretHash}, ${it.contact ?? null}, ${it.joint ?? null}::uuid, ${it.session ?? null}::uuid, ${now}::timestamptz, ${now}::timestamptz)`.execute(
    trx,
  );
}
