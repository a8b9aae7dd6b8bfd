import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import type { PublishedEvent } from '../../../platform/events/event.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aDevice, aQueue, atPoint } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { Actor } from '../../identity/types.ts';
import { openContact } from '../booking/contact.ts';
import { MEETING_MISSED } from '../events.ts';
import { calendarLive } from '../staff/calendar/live.ts';
import type { Attendance, MissedMeeting } from './schema.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
const WEEKS = ['2027-03-08', '2027-03-15', '2027-03-22', '2027-03-29', '2027-04-05', '2027-04-12'];
let town: Town;
let aino: Caller;
let mika: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  await signIn();
});

/** A session ends when its desk is left alone. */
async function signIn(): Promise<void> {
  aino = await service.signIn(town.aino);
  mika = await service.signIn(await atPoint(db, town, 'authority-specialist', town.organisations.kela));
}

type Joint = { id: string; secret: string; state: string; parts: { id: string; state: string; startsAt: string }[] };
const once = () => ({ 'idempotency-key': randomUUID() });
const bearer = ({ secret }: Pick<Joint, 'secret'>) => ({ authorization: `Bearer ${secret}` });
const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
const at = ({ id }: Pick<Joint, 'id'>) => `/api/v1/booking/joint-bookings/${id}`;
const statuses = (answers: readonly { status: number }[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, those]) => [status, those.length]));

async function aCourse(hour: string, capacity = 10): Promise<{ seriesId: string; sessionIds: string[] }> {
  const bookableId = await aBookable(db, town, { minutes: 60 });
  await sql`update bookable set fixed = true where id = ${bookableId}::uuid`.execute(db);
  await aResource(db, town, { skills: [bookableId] });
  const starts = WEEKS.map((day) => `${day}T${hour}:00:00Z`);
  const body = { bookableId, pointId: town.point, way: 'point', capacity, course: true, starts };
  const answer = await aino.call<{ seriesId: string; sessionIds: string[] }>('POST', '/api/booking/meetings', body, once());
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}
const hold = (seriesId: string) => anyone.call<Joint>('POST', `/api/v1/booking/courses/${seriesId}/holds`, {}, once());
const confirm = (it: Joint) => anyone.call<Joint>('POST', `${at(it)}/confirmation`, contact, { ...bearer(it), ...once() });
const attendance = async (sessionId: string, by = aino) => by.call<Attendance>('GET', `/api/booking/meetings/${sessionId}/attendance`);
const mark = (sessionId: string, appointmentId: string, it: string | null, by = aino) =>
  by.call<{ code: string }>('PUT', `/api/booking/meetings/${sessionId}/attendance/${appointmentId}`, { mark: it });
const countOf = async (by: Caller) => (await by.call<{ count: number }>('GET', '/api/booking/missed-meetings/count')).body.count;
const told = async () => [await countOf(mika), await countOf(aino)];
const missed = async (by: Caller) => (await by.call<{ missed: MissedMeeting[] }>('GET', '/api/booking/missed-meetings')).body.missed;
const counts = async (seriesId: string) => {
  const { rows } = await sql<{
    taken: number;
  }>`select taken from booking_session where series_id = ${seriesId}::uuid order by position`.execute(db);
  return rows.map(({ taken }) => taken);
};

describe('a course of six meetings', () => {
  test('is booked at once, one meeting of it is given back, and then all that is left', async () => {
    const { seriesId } = await aCourse('06');
    const { body: listed } = await anyone.call<{ courses: { id: string; free: number; meetings: unknown[] }[] }>(
      'GET',
      '/api/v1/booking/courses',
    );
    expect(listed.courses.find(({ id }) => id === seriesId)).toMatchObject({ free: 10, meetings: Array(6).fill(expect.anything()) });
    const held = (await hold(seriesId)).body;
    expect(held.parts).toHaveLength(6);
    expect((await confirm(held)).body.parts.every(({ state }) => state === 'confirmed')).toBe(true);
    expect((await anyone.call('DELETE', `${at(held)}/parts/${held.parts[2]?.id}`, undefined, bearer(held))).status).toBe(204);
    expect(await counts(seriesId)).toEqual([1, 1, 0, 1, 1, 1]);
    expect(statuses(await Promise.all([1, 2].map(() => anyone.call('DELETE', at(held), undefined, bearer(held)))))).toEqual({ 204: 2 });
    expect(await counts(seriesId)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('with ten places and eighty who want one: exactly ten get all six meetings, and nobody some of them', async () => {
    const { seriesId } = await aCourse('07');
    const answers = await Promise.all([
      ...Array.from({ length: 80 }, () => hold(seriesId)),
      // Others change their minds meanwhile.
      ...Array.from({ length: 5 }, async () => {
        const one = await hold(seriesId);
        if (one.status === 201) await anyone.call('DELETE', at(one.body), undefined, bearer(one.body));
        return { status: 200 };
      }),
    ]);
    const won = statuses(answers)[201] as number;
    expect(Object.keys(statuses(answers)).sort()).toEqual(['200', '201', '409']);
    expect(won).toBeLessThanOrEqual(10);
    while ((await counts(seriesId))[0] !== 10) expect((await hold(seriesId)).status).toBe(201);
    expect((await hold(seriesId)).body).toMatchObject({ code: 'session-full' });
    expect(await counts(seriesId)).toEqual(Array(6).fill(10));
    await sql`update appointment set holder_hash = null`.execute(db);
  });
});

describe('who came', () => {
  test('is marked on the day, a meeting missed is told to the authority that asked, and taken back when the mark is', async () => {
    const { seriesId, sessionIds } = await aCourse('08');
    const [first] = sessionIds as [string];
    const { kela, city } = town.organisations;
    const book = (askedBy: string | null) =>
      aino.call<{ id: string }>(
        'POST',
        `/api/booking/courses/${seriesId}/bookings`,
        { ...contact, phone: '050 000 4567', askedBy },
        once(),
      );
    expect((await book(kela)).status).toBe(201);
    expect((await book(null)).status).toBe(201);
    const [asked, other] = (await attendance(first)).body.attenders;
    expect(asked).toMatchObject({ name: 'Elli Esimerkki', mark: null, cancelled: false });
    expect((await mark(first, asked?.id as string, 'absent')).body).toMatchObject({ code: 'attendance-not-open' });
    clock.set('2027-03-08T09:00:00Z');
    await signIn();
    for (const one of [asked, other]) expect((await mark(first, one?.id as string, 'absent')).status).toBe(204);
    expect(await missed(mika), 'no agreement between them').toEqual([]);
    await sql`insert into agreement (principal_id, provider_id, valid_from, valid_until, tasks) values (${kela}::uuid, ${city}::uuid, '2027-01-01', '2027-12-31', '{guide}')`.execute(
      db,
    );
    await mark(first, asked?.id as string, 'present');
    await mark(first, asked?.id as string, 'absent');
    expect(await missed(mika)).toMatchObject([{ id: asked?.id, customer: 'Elli Esimerkki' }]);
    expect(await missed(aino)).toEqual([]);
    expect(await told(), 'told beside the page too, to their people only').toEqual([1, 0]);
    const tellings = async () =>
      (await sql`select from event where type = 'appointments.meeting-missed' and subject = ${asked?.id}::uuid`.execute(db)).rows.length;
    expect(await tellings()).toBe(1);
    await mark(first, asked?.id as string, 'absent');
    expect(await tellings(), 'once').toBe(1);
    await mark(first, asked?.id as string, 'told');
    expect(await told()).toEqual([0, 0]);
    expect(await missed(mika)).toEqual([]);
    await mark(first, asked?.id as string, 'absent');
    expect((await aino.call('PUT', `/api/booking/missed-meetings/${asked?.id}/seen`)).status).toBe(404);
    expect((await mika.call('PUT', `/api/booking/missed-meetings/${asked?.id}/seen`)).status).toBe(204);
    expect(await missed(mika)).toEqual([]);
    expect(await told()).toEqual([0, 0]);
    expect((await mark(first, asked?.id as string, null)).status).toBe(204);
    expect((await attendance(first)).body.attenders.map((one) => one.mark)).toEqual([null, 'absent']);
  });

  test('a missed meeting is heard of at the desks of the organisation it was told to, and at no other', async () => {
    const actorOf = (organisationId: string) => ({ grants: [{ role: 'service-advisor', organisationId }] }) as unknown as Actor;
    const [theirs, others] = [actorOf(town.organisations.kela), actorOf(town.organisations.city)];
    const event = {
      type: MEETING_MISSED,
      subject: randomUUID(),
      data: { organisationId: town.organisations.kela },
    } as unknown as PublishedEvent;
    expect(calendarLive.derive(event)).toEqual([{ topic: 'appointments:all', id: 'missed' }]);
    const { audience } = calendarLive;
    expect(audience !== 'public' && (await audience(db, [theirs, others], event))).toEqual([theirs]);
  });

  test('whoever checks in is present: one code for every meeting, at the kiosk and at reception; a meeting given up expects nobody', async () => {
    clock.set('2027-03-01T05:00:00Z');
    await signIn();
    const { seriesId, sessionIds } = await aCourse('11');
    const { rows } = await sql<{ id: string }>`select bookable_id as id from booking_series where id = ${seriesId}::uuid`.execute(db);
    await sql`update bookable_place set queue_id = ${await aQueue(db, town)}::uuid where bookable_id = ${rows[0]?.id}::uuid`.execute(db);
    const { body } = await aino.call<{ id: string }>('POST', `/api/booking/courses/${seriesId}/bookings`, contact, once());
    const read = await sql<{
      id: string;
      contact: string;
    }>`select id, contact from appointment where joint_id = ${body.id}::uuid order by starts_at`.execute(db);
    const code = openContact(service.keys, read.rows[0]?.id as string, read.rows[0]?.contact as string)?.code as string;
    const kiosk = service.caller((await aDevice(db, town, 'kiosk')).cookie);
    const come = (typed: string) => kiosk.call('POST', '/api/device/arrivals', { code: typed, language: 'fi' }, once());
    expect((await come(code)).status, 'on another day').toBe(404);
    for (const [at, day] of WEEKS.slice(0, 2).entries()) {
      clock.set(`${day}T10:50:00Z`);
      await signIn();
      expect((await come(code)).status).toBe(201);
      const markOf = async () => (await attendance(sessionIds[at] as string)).body.attenders[0]?.mark;
      await expect.poll(markOf, { timeout: 5_000 }).toBe('present');
    }
    const third = read.rows[2]?.id as string;
    expect((await aino.call('DELETE', `/api/booking/appointments/${third}`)).status).toBe(204);
    clock.set(`${WEEKS[2]}T10:50:00Z`);
    await signIn();
    expect((await come(code)).status).toBe(404);
    clock.set('2027-03-08T09:00:00Z');
    await signIn();
  });

  test('is no business of those who neither hold the meeting nor work where it is', async () => {
    const { sessionIds } = await aCourse('10');
    const nelli = await service.signIn(town.nelli);
    const [first] = sessionIds as [string];
    expect((await attendance(first, nelli)).status).toBe(404);
    expect((await mark(first, randomUUID(), 'present', nelli)).status).toBe(404);
    expect((await nelli.call('DELETE', `/api/booking/meetings/${first}`)).status).toBe(404);
    const listed = await nelli.call<{ meetings: { id: string }[] }>('GET', '/api/booking/meetings?from=2027-03-01&until=2027-04-30');
    expect(listed.body.meetings).toEqual([]);
    const own = await aino.call<{ meetings: { id: string }[] }>('GET', '/api/booking/meetings?from=2027-03-01&until=2027-04-30');
    expect(own.body.meetings.map(({ id }) => id)).toEqual(expect.arrayContaining(sessionIds));
  });
});
