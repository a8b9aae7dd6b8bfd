import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { aBookable, aResource } from '../../../../testing/appointments.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { formBrowser } from '../../../../testing/form-browser.ts';
import { aMatter, aTown, type Town } from '../../../../testing/town.ts';
import { jointSecret } from '../../joint/secrets.ts';
import type { Attendance, MissedMeeting } from '../../series/schema.ts';
import type { SeatBooked, SeatsLeft } from './schema.ts';

const NOW = '2027-03-01T05:00:00Z';
const clock = fixedClock(NOW);
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let mika: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  const { kela, city } = town.organisations;
  await sql`insert into agreement (principal_id, provider_id, valid_from, valid_until, tasks)
    values (${kela}::uuid, ${city}::uuid, '2027-01-01', '2027-12-31', '{guide}')`.execute(db);
});
beforeEach(async () => {
  clock.set(NOW);
  await signIn();
});

/** A session ends when its desk is left alone. Mika is of Kela, and elsewhere than where the meetings are. */
async function signIn(): Promise<void> {
  aino = await service.signIn(town.aino);
  mika = await service.signIn(town.mika);
}

type Problem = { code: string };
const once = (key: string = randomUUID()) => ({ 'idempotency-key': key });
const customer = () => ({ name: 'Elli Esimerkki', email: `${randomUUID()}@posti.example` });
const WEEKS = ['2027-03-08', '2027-03-15'];

async function aMeeting(course: boolean, { capacity = 5, notice = 0, who = 'public' } = {}) {
  const bookableId = await aBookable(db, town, { minutes: 60, who });
  await sql`update bookable set fixed = true, most_people = 3 where id = ${bookableId}::uuid`.execute(db);
  await aResource(db, town, { skills: [bookableId] });
  const starts = (course ? WEEKS : WEEKS.slice(0, 1)).map((day) => `${day}T08:00:00Z`);
  const body = { bookableId, pointId: town.point, way: 'point', capacity, course, starts };
  const answer = await aino.call<{ seriesId: string; sessionIds: string[] }>('POST', '/api/booking/meetings', body, once());
  expect(answer.status, answer.text).toBe(201);
  await sql`update bookable set notice = ${notice} where id = ${bookableId}::uuid`.execute(db);
  return { ...answer.body, bookableId, meetingId: answer.body.sessionIds[0] as string };
}
const bookMeeting = (id: string, more: object = {}, by = aino, key?: string) =>
  by.call<SeatBooked & Problem>('POST', `/api/booking/meetings/${id}/bookings`, { ...customer(), ...more }, once(key));
const bookCourse = (id: string, more: object = {}, by = aino) =>
  by.call<SeatBooked & Problem>('POST', `/api/booking/courses/${id}/bookings`, { ...customer(), ...more }, once());
const left = async (serviceId: string, by = aino) => (await by.call<SeatsLeft>('GET', `/api/booking/seats?service=${serviceId}`)).body;
const attenders = async (id: string) => (await aino.call<Attendance>('GET', `/api/booking/meetings/${id}/attendance`)).body.attenders;
const missed = async (by: Caller) => (await by.call<{ missed: MissedMeeting[] }>('GET', '/api/booking/missed-meetings')).body.missed;
const stepsOf = async (matterId: string) =>
  (await aino.call<{ steps: { at: string | null; state: string }[] }>('GET', `/api/matters/${matterId}`)).body.steps;
const times = async (matterId: string) =>
  (await stepsOf(matterId)).flatMap(({ at, state }) => (at && state !== 'dropped' ? [Temporal.Instant.from(at).toString()] : []));

async function markAbsent(meetingId: string, placeId: string): Promise<void> {
  clock.set('2027-03-08T09:00:00Z');
  await signIn();
  const marked = await aino.call('PUT', `/api/booking/meetings/${meetingId}/attendance/${placeId}`, { mark: 'absent' });
  expect(marked.status, marked.text).toBe(204);
}

describe('a place at a meeting of many, booked by staff', () => {
  test('for as many as come, in one call, which repeated is the same one; within the notice too, and never more than there is room for', async () => {
    const { meetingId, bookableId } = await aMeeting(false, { capacity: 4, notice: 20_000 });
    expect(await left(bookableId)).toMatchObject({ meetings: [{ id: meetingId, free: 4 }], courses: [] });
    const key = randomUUID();
    const who = customer();
    const first = await bookMeeting(meetingId, { ...who, people: 3 }, aino, key);
    expect(first.status, first.text).toBe(201);
    expect(first.body.first).toMatchObject({ people: 3, sessionId: meetingId, customer: { name: who.name }, state: 'coming' });
    expect((await bookMeeting(meetingId, { ...who, people: 3 }, aino, key)).body.id).toBe(first.body.id);
    expect((await bookMeeting(meetingId, { people: 2 })).body.code).toBe('session-full');
    expect((await bookMeeting(meetingId, { people: 4 })).body.code).toBe('too-many-people');
    expect((await left(bookableId)).meetings).toMatchObject([{ free: 1 }]);
    expect(await attenders(meetingId)).toMatchObject([{ name: who.name, people: 3 }]);
  });

  test('missed by whom an authority asked to come: their own desk is told, and no other', async () => {
    const { meetingId } = await aMeeting(false);
    const { kela } = town.organisations;
    const asked = await bookMeeting(meetingId, { askedBy: kela });
    const { body: other } = await bookMeeting(meetingId);
    expect(asked.status, asked.text).toBe(201);
    await markAbsent(meetingId, other.id);
    expect(await missed(mika)).toEqual([]);
    await markAbsent(meetingId, asked.body.id);
    expect(await missed(mika)).toMatchObject([{ id: asked.body.id, customer: 'Elli Esimerkki' }]);
    expect(await missed(aino)).toEqual([]);
    await mika.call('PUT', `/api/booking/missed-meetings/${asked.body.id}/seen`);
  });

  test('by an authority that does not hold the meeting: what is for anybody, and in its own name only', async () => {
    const { meetingId, bookableId } = await aMeeting(false);
    const { kela, city } = town.organisations;
    expect((await left(bookableId)).askers).toEqual(expect.arrayContaining([kela, city]));
    expect((await left(bookableId, mika)).askers).toEqual([kela]);
    expect((await bookMeeting(meetingId, { askedBy: city }, mika)).body.code).toBe('unknown-reference');
    expect((await bookMeeting(meetingId, { askedBy: kela }, mika)).status).toBe(201);
    const inner = await aMeeting(false, { who: 'staff' });
    expect((await bookMeeting(inner.meetingId, {}, mika)).status).toBe(404);
    expect((await mika.call('GET', `/api/booking/seats?service=${inner.bookableId}`)).status).toBe(404);
    expect((await bookMeeting(inner.meetingId)).status).toBe(201);
    const innerCourse = await aMeeting(true, { who: 'staff' });
    expect((await bookCourse(innerCourse.seriesId, {}, mika)).status).toBe(404);
    const guard = await service.signIn(town.guard);
    expect((await bookMeeting(meetingId, {}, guard)).status, 'who serves nobody').toBe(404);
    expect((await guard.call('GET', `/api/booking/seats?service=${bookableId}`)).status).toBe(404);
  });

  test('stands on the path of its matter, moves and goes with the meeting, and is held for nobody when it cannot be agreed', async () => {
    const { meetingId, bookableId } = await aMeeting(false, { capacity: 1 });
    const { id: matterId } = await aMatter(town, town.aino);
    expect((await bookMeeting(meetingId, { matterId }, mika)).status).toBe(404);
    expect((await bookMeeting(meetingId, { matterId, stepId: randomUUID() })).status).toBe(404);
    expect((await left(bookableId)).meetings).toMatchObject([{ free: 1 }]);
    const { body } = await bookMeeting(meetingId, { matterId });
    expect(body.first.matter?.id).toBe(matterId);
    expect(await times(matterId)).toEqual(['2027-03-08T08:00:00Z']);
    const { rows } = await sql<{ id: string }>`select house_id as id from booking_session where id = ${meetingId}::uuid`.execute(db);
    const moved = await aino.call('PATCH', `/api/booking/appointments/${rows[0]?.id}`, { startsAt: '2027-03-08T10:00:00Z' });
    expect(moved.status, moved.text).toBe(200);
    expect(await times(matterId)).toEqual(['2027-03-08T10:00:00Z']);
    expect((await aino.call('DELETE', `/api/booking/meetings/${meetingId}`)).status).toBe(204);
    expect(await times(matterId)).toEqual([]);
  });
});

describe('present at a meeting', () => {
  test('finishes its step on the path of the matter, as a visit does', async () => {
    const { meetingId } = await aMeeting(false);
    const { id: matterId } = await aMatter(town, town.aino);
    const { body } = await bookMeeting(meetingId, { matterId });
    const states = async () => (await stepsOf(matterId)).filter(({ at }) => at !== null).map(({ state }) => state);
    expect(await states()).not.toEqual(['done']);
    clock.set('2027-03-08T09:00:00Z');
    await signIn();
    const marked = await aino.call('PUT', `/api/booking/meetings/${meetingId}/attendance/${body.id}`, { mark: 'present' });
    expect(marked.status, marked.text).toBe(204);
    expect(await states()).toEqual(['done']);
  });
});

describe('a point that closes', () => {
  const anyone = service.caller();
  const admin = () => service.signIn(town.admin);
  const closeFrom = async (validUntil: string | null) => {
    const changed = await (await admin()).call('PATCH', `/api/admin/points/${town.point}`, { validUntil });
    expect(changed.status, changed.text).toBe(200);
  };
  const isOffered = async (what: 'sessions' | 'courses', id: string) => {
    const { body } = await anyone.call<Record<string, { id: string }[]>>('GET', `/api/v1/booking/${what}`);
    return body[what]?.some((one) => one.id === id);
  };
  const hold = (what: 'sessions' | 'courses', id: string) =>
    anyone.call<Problem & { id: string; secret: string }>('POST', `/api/v1/booking/${what}/${id}/holds`, {}, once());
  /** Whether something has been set anew is looked at once a second: a place given until then goes back, or the places would run out. */
  const comesToRefuse = (what: 'sessions' | 'courses', id: string) =>
    vi.waitFor(async () => {
      const { status, body } = await hold(what, id);
      if (status === 201) await letGo(what === 'sessions' ? 'appointments' : 'joint-bookings', body);
      expect(body.code).toBe('time-not-bookable');
    }, 5_000);
  const letGo = async (what: 'appointments' | 'joint-bookings', { id, secret }: { id: string; secret: string }) => {
    const gone = await anyone.call('DELETE', `/api/v1/booking/${what}/${id}`, undefined, { authorization: `Bearer ${secret}` });
    expect(gone.status, gone.text).toBe(204);
  };

  test('has no places at the meetings after its last day, nor in a course that goes on so long, though nobody has seen to them yet', async () => {
    const [meeting, course] = [await aMeeting(false), await aMeeting(true)];
    await closeFrom('2027-03-09');
    expect([await isOffered('sessions', meeting.meetingId), await isOffered('courses', course.seriesId)]).toEqual([true, false]);
    await comesToRefuse('courses', course.seriesId);
    expect((await hold('sessions', meeting.meetingId)).status).toBe(201);
    await closeFrom('2027-03-08');
    expect(await isOffered('sessions', meeting.meetingId)).toBe(false);
    await comesToRefuse('sessions', meeting.meetingId);
    expect((await bookMeeting(meeting.meetingId)).body.code).toBe('time-not-bookable');
    expect((await left(meeting.bookableId)).meetings).toEqual([]);
    await closeFrom(null);
    expect(await isOffered('sessions', meeting.meetingId)).toBe(true);
  });

  test('is no place to choose for staff once it has closed: booking, inviting or setting a meeting', async () => {
    const fixed = (await aMeeting(false)).bookableId;
    const bookable = await aBookable(db, town, { who: 'invited' });
    const { id: matterId } = await aMatter(town, town.aino);
    const shown = async () => {
      const offers = await aino.call<{ services: { id: string; placeIds: string[] }[] }>('GET', '/api/booking/offers');
      const invitable = await aino.call<{ services: { id: string; places: { id: string }[] }[] }>(
        'GET',
        `/api/booking/matters/${matterId}/invitable`,
      );
      const choices = await aino.call<{ services: { id: string; pointIds: string[] }[] }>('GET', '/api/booking/meetings/choices');
      return [
        offers.body.services.find(({ id }) => id === bookable)?.placeIds,
        invitable.body.services.find(({ id }) => id === bookable)?.places.map(({ id }) => id),
        choices.body.services.find(({ id }) => id === fixed)?.pointIds ?? [],
      ];
    };
    await closeFrom('2027-03-02');
    expect(await shown()).toEqual([[town.point], [town.point], [town.point]]);
    await closeFrom('2027-03-01');
    expect(await shown()).toEqual([[], [], []]);
    await closeFrom(null);
  });
});

describe('a course, booked by staff', () => {
  test('for its customer of a matter: each meeting is the matter’s, the path says when it begins, and a missed one is told', async () => {
    const { seriesId, bookableId, sessionIds } = await aMeeting(true);
    const { id: matterId } = await aMatter(town, town.aino);
    expect((await left(bookableId)).courses).toMatchObject([{ id: seriesId, free: 5 }]);
    const { status, body, text } = await bookCourse(seriesId, { matterId, people: 2, askedBy: town.organisations.kela });
    expect(status, text).toBe(201);
    expect(body.first).toMatchObject({ people: 2, matter: { id: matterId }, startsAt: '2027-03-08T08:00:00Z' });
    expect((await left(bookableId)).courses).toMatchObject([{ free: 3 }]);
    const booked = await aino.call<{ appointments: unknown[] }>('GET', `/api/booking/matters/${matterId}/appointments`);
    expect(booked.body.appointments).toHaveLength(2);
    expect(await times(matterId)).toEqual(['2027-03-08T08:00:00Z']);
    await markAbsent(sessionIds[0] as string, body.first.id);
    expect(await missed(mika)).toMatchObject([{ id: body.first.id }]);
  });

  test('that cannot be agreed leaves every place free', async () => {
    const { seriesId, bookableId } = await aMeeting(true);
    const { id: matterId } = await aMatter(town, town.aino);
    expect((await bookCourse(seriesId, { matterId, stepId: randomUUID() })).status).toBe(404);
    expect((await left(bookableId)).courses).toMatchObject([{ free: 5 }]);
  });

  test('given up by its link leaves the path too', async () => {
    const { seriesId } = await aMeeting(true);
    const { id: matterId } = await aMatter(town, town.aino);
    const { body } = await bookCourse(seriesId, { matterId });
    const bearer = { authorization: `Bearer ${jointSecret(service.keys, body.id)}` };
    expect((await service.caller().call('DELETE', `/api/v1/booking/joint-bookings/${body.id}`, undefined, bearer)).status).toBe(204);
    expect(await times(matterId)).toEqual([]);
  });
});

test('the page of the place says that whoever asked one to come is told', async () => {
  const { meetingId } = await aMeeting(false);
  const { body } = await bookMeeting(meetingId, { askedBy: town.organisations.kela });
  const page = async ({ first }: SeatBooked) => {
    const phone = formBrowser(service.app);
    await phone.get(new URL(first.page as string).pathname);
    return (await phone.get('/b')).text;
  };
  expect(await page(body)).toContain('kerromme siitä sille, joka pyysi sinut mukaan');
  expect(await page((await bookMeeting(meetingId)).body)).not.toContain('kerromme siitä sille, joka pyysi sinut mukaan');
});
