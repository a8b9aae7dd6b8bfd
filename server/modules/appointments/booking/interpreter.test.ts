import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { formBrowser } from '../../../testing/form-browser.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { Attendance } from '../series/schema.ts';
import type { StaffAppointment } from '../staff/booking/schema.ts';
import type { Calendars } from '../staff/calendar/schema.ts';
import type { DayList } from '../staff/day/schema.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let bookable: string;
/** They interpret Arabic and Somali, and Ukrainian from noon. */
let arabic: string;
let ukrainian: string;

const NEED = 'needs-interpreter';
const rules = [{ need: NEED, part: { kind: 'interpreter' } }];

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  bookable = await aBookable(db, town, { minutes: 60, rules });
  for (let n = 0; n < 3; n += 1) await aResource(db, town, { skills: [bookable] });
  const interpreter = { kind: 'interpreter' as const, point: null, skills: [bookable] };
  arabic = await aResource(db, town, { ...interpreter, languages: ['ar', 'so'] });
  ukrainian = await aResource(db, town, { ...interpreter, languages: ['uk'], opens: '12:00' });
  // Nobody has said what they interpret.
  await aResource(db, town, { ...interpreter, opens: '15:00' });
});

const once = () => ({ 'idempotency-key': randomUUID() });
const free = async (wish: string) => {
  const url = `/api/v1/booking/free-times?service=${bookable}&place=${town.point}&from=2027-03-08&until=2027-03-08&needs=${NEED}${wish}`;
  return (await anyone.call<{ times: { startsAt: string }[] }>('GET', url)).body.times.map(({ startsAt }) => startsAt.slice(11, 13));
};
type Held = { id: string; secret: string; code: string; interpreterLanguage: string | null };
const hold = (startsAt: string, interpreterLanguage?: string) =>
  anyone.call<Held>(
    'POST',
    '/api/v1/booking/holds',
    {
      ...{ serviceId: bookable, placeId: town.point, way: 'point', startsAt, needs: [NEED] },
      ...(interpreterLanguage ? { interpreterLanguage } : {}),
    },
    once(),
  );
const interpretersOf = async (id: string) =>
  (
    await sql<{ id: string }>`select r.id from appointment_resource ar join resource r on r.id = ar.resource_id
      where ar.appointment_id = ${id}::uuid and ar.live and r.kind = 'interpreter'`.execute(db)
  ).rows.map((row) => row.id);
const keptOf = async (id: string) =>
  (await sql<{ language: string | null }>`select interpreter_language as language from appointment where id = ${id}::uuid`.execute(db))
    .rows[0]?.language;

describe('whoever needs an interpreter says of which language', () => {
  test('the free times and the first of them are those of its interpreters', async () => {
    expect(await free('&interpreterLanguage=ar')).toEqual(['06', '07', '08', '09', '10', '11', '12', '13']);
    expect(await free('&interpreterLanguage=uk')).toEqual(['10', '11', '12', '13']);
    expect(await free('&interpreterLanguage=fa')).toEqual([]);
    expect(await free('')).toEqual(['06', '07', '08', '09', '10', '11', '12', '13']);
    const first = (language: string) =>
      anyone.call<{ places: { startsAt: string }[] }>(
        'GET',
        `/api/v1/booking/first-free-times?service=${bookable}&needs=${NEED}${language}`,
      );
    expect((await first('&interpreterLanguage=uk')).body.places[0]?.startsAt).toBe('2027-03-01T10:00:00Z');
    expect((await first('&interpreterLanguage=so')).body.places[0]?.startsAt).toBe('2027-03-01T06:00:00Z');
    expect((await first('&interpreterLanguage=fa')).body.places).toEqual([]);
    const { body } = await anyone.call<{ services: { id: string; interpreterLanguages: string[] }[] }>('GET', '/api/v1/booking/services');
    expect(body.services.find(({ id }) => id === bookable)?.interpreterLanguages).toEqual(['ar', 'so', 'uk']);
    expect((await anyone.call('GET', `/api/v1/booking/first-free-times?service=${bookable}&interpreterLanguage=Ukraina`)).status).toBe(422);
  });

  test('an interpreter of it is taken, kept through a move, and nobody of another instead', async () => {
    const held = await hold('2027-03-09T10:00:00Z', 'uk');
    expect(held).toMatchObject({ status: 201, body: { interpreterLanguage: 'uk' } });
    expect(await interpretersOf(held.body.id)).toEqual([ukrainian]);
    // The one of Arabic is free then.
    expect(await hold('2027-03-09T10:00:00Z', 'uk')).toMatchObject({ status: 409, body: { code: 'time-taken' } });
    const other = await hold('2027-03-09T10:00:00Z', 'so');
    expect(await interpretersOf(other.body.id)).toEqual([arabic]);
    const at = `/api/v1/booking/appointments/${held.body.id}`;
    const own = { authorization: `Bearer ${held.body.secret}` };
    const who = { name: 'Elli Esimerkki', phone: '050 000 1234' };
    expect((await anyone.call('POST', `${at}/confirmation`, who, { ...own, ...once() })).status).toBe(201);
    expect(await anyone.call('PATCH', at, { startsAt: '2027-03-09T07:00:00Z' }, own)).toMatchObject({ status: 409 });
    expect((await anyone.call('PATCH', at, { startsAt: '2027-03-09T11:00:00Z' }, own)).status).toBe(200);
    expect(await interpretersOf(held.body.id)).toEqual([ukrainian]);
    expect(await keptOf(held.body.id)).toBe('uk');
  });

  test('older sites say none, and any interpreter comes', async () => {
    const held = await hold('2027-03-10T08:00:00Z');
    expect(held).toMatchObject({ status: 201, body: { interpreterLanguage: null } });
    expect(await interpretersOf(held.body.id)).toEqual([arabic]);
  });

  test('on the pages too: by the language alone an interpreter is needed, and it stands in no address', async () => {
    const phone = formBrowser(service.app);
    const place = await phone.get(`/book/place?service=${bookable}`);
    expect(place.text).toMatch(
      /<option value="ar">arabia<\/option>.*<option value="so">somali<\/option>.*<option value="uk">ukraina<\/option>/s,
    );
    const wish: [string, string][] = [
      ['service', bookable],
      ['place', town.point],
      ['language', 'fi'],
      ['interpreterLanguage', 'uk'],
    ];
    const times = await phone.post('/book/times', wish);
    expect(phone.times()[0]).toContain('T10:00:00Z');
    expect(times.text).toContain('<input type="hidden" name="interpreterLanguage" value="uk">');
    expect(times.text).toContain(`<input type="hidden" name="needs" value="${NEED}">`);
    expect(times.text).not.toContain('interpreterLanguage=');
    const held = await phone.post('/b/holds', [...wish, ['needs', NEED], ['at', phone.times()[0] as string]]);
    expect(held).toMatchObject({ status: 303, to: '/b' });
    expect((await phone.get('/b')).text).toContain('Tulkki: ukraina');
  });
});

describe('before the visit', () => {
  const own = (phone: ReturnType<typeof formBrowser>, { secret }: Held) => phone.get(`/b/${secret}`);
  const unmetOf = async (id: string) => {
    const aino = await service.signIn(town.aino);
    return (await aino.call<StaffAppointment>('GET', `/api/booking/appointments/${id}`)).body;
  };

  test('the language is asked and kept, an interpreter is needed by it alone, and one of another language is missing', async () => {
    const { body: held } = await hold('2027-03-12T10:00:00Z', 'uk');
    const url = `/api/v1/booking/appointments/${held.id}/confirmation`;
    const agreed = await anyone.call(
      'POST',
      url,
      { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null },
      { ...once(), authorization: `Bearer ${held.secret}` },
    );
    expect(agreed.status, agreed.text).toBe(201);
    const phone = formBrowser(service.app);
    await own(phone, held);
    expect((await phone.get('/b/before')).text).toMatch(/<option value="uk" selected>ukraina<\/option>/);
    const tell = (...more: [string, string][]) => phone.post('/b/before', [['need', ''], ['language', 'fi'], ...more]);
    expect(await tell(['interpreterLanguage', 'ar'])).toMatchObject({ status: 303, to: '/b?done=told' });
    expect(await keptOf(held.id)).toBe('ar');
    expect(await unmetOf(held.id)).toMatchObject({ needs: [NEED], interpreterLanguage: 'ar', unmet: { kinds: ['interpreter'] } });
    await phone.get('/b/before');
    expect((await tell(['interpreterLanguage', 'uk'])).status).toBe(303);
    expect(await unmetOf(held.id)).toMatchObject({ needs: [NEED], interpreterLanguage: 'uk', unmet: null });
    await phone.get('/b/before');
    expect((await tell(['interpreterLanguage', ''])).status).toBe(303);
    expect(await unmetOf(held.id)).toMatchObject({ needs: [], interpreterLanguage: null, unmet: null });
  });
});

describe('a course and a meeting of many', () => {
  const arrange = async (course: boolean) => {
    const fixed = await aBookable(db, town, { minutes: 60, rules });
    await sql`update bookable set fixed = true where id = ${fixed}::uuid`.execute(db);
    await aResource(db, town, { skills: [fixed] });
    await aResource(db, town, { kind: 'interpreter', point: null, skills: [fixed], languages: ['uk'] });
    const aino = await service.signIn(town.aino);
    const starts = (course ? ['2027-03-15', '2027-03-22'] : ['2027-03-16']).map((day) => `${day}T08:00:00Z`);
    const body = { bookableId: fixed, pointId: town.point, way: 'point', capacity: 5, course, starts };
    const made = await aino.call<{ seriesId: string; sessionIds: string[] }>('POST', '/api/booking/meetings', body, once());
    expect(made.status, made.text).toBe(201);
    return { ...made.body, meetingId: made.body.sessionIds[0] as string };
  };
  const keptAt = async (meetingId: string) =>
    (
      await sql<{ needs: string[]; language: string | null }>`select needs, interpreter_language as language from appointment
        where session_id = ${meetingId}::uuid`.execute(db)
    ).rows;

  test('ask the language on the page, where there is somebody to interpret', async () => {
    const [course, meeting] = [await arrange(true), await arrange(false)];
    const phone = formBrowser(service.app);
    const page = await phone.get('/book/courses');
    expect(page.text).toContain(`id="interpreter-language-${course.seriesId}"`);
    expect(page.text).toContain(`id="interpreter-language-${meeting.meetingId}"`);
    const wish: [string, string] = ['interpreterLanguage', 'uk'];
    expect((await phone.post('/b/together/courses', [['id', course.seriesId], wish])).status).toBe(303);
    for (const id of course.sessionIds) expect(await keptAt(id)).toEqual([{ needs: [NEED], language: 'uk' }]);
    await phone.get('/book/courses');
    expect((await phone.post('/b/sessions', [['id', meeting.meetingId], wish])).status).toBe(303);
    expect(await keptAt(meeting.meetingId)).toEqual([{ needs: [NEED], language: 'uk' }]);
  });

  test('are booked with it by a site and by staff, and whoever leads the meeting sees it', async () => {
    const { seriesId, sessionIds } = await arrange(true);
    const wish = { needs: [NEED], interpreterLanguage: 'uk' };
    expect((await anyone.call('POST', `/api/v1/booking/courses/${seriesId}/holds`, wish, once())).status).toBe(201);
    const aino = await service.signIn(town.aino);
    const customer = { name: 'Elli Esimerkki', email: 'elli@posti.example' };
    const booked = await aino.call('POST', `/api/booking/courses/${seriesId}/bookings`, { ...wish, ...customer }, once());
    expect(booked.status, booked.text).toBe(201);
    for (const id of sessionIds) expect((await keptAt(id)).map(({ language }) => language)).toEqual(['uk', 'uk']);
    const read = await aino.call<Attendance>('GET', `/api/booking/meetings/${sessionIds[0]}/attendance`);
    expect(read.body.attenders).toMatchObject([{ interpreterLanguage: 'uk' }]);
  });
});

describe('staff book with an interpreter', () => {
  test('of the language that is said; reception sees it', async () => {
    const aino = await service.signIn(town.aino);
    const times = await aino.call<{ times: { startsAt: string }[] }>(
      'GET',
      `/api/booking/free-times?service=${bookable}&place=${town.point}&from=2027-03-11&until=2027-03-11&needs=${NEED}&interpreterLanguage=uk`,
    );
    expect(times.body.times[0]?.startsAt).toBe('2027-03-11T10:00:00Z');
    const offers = await aino.call<{ services: object[] }>('GET', '/api/booking/offers');
    expect(offers.body.services).toContainEqual(
      expect.objectContaining({ id: bookable, interpreterNeeds: [NEED], interpreterLanguages: ['ar', 'so', 'uk'] }),
    );
    const made = await aino.call<StaffAppointment>(
      'POST',
      '/api/booking/appointments',
      {
        ...{ serviceId: bookable, placeId: town.point, way: 'point', startsAt: '2027-03-11T10:00:00Z' },
        ...{ needs: [NEED], interpreterLanguage: 'uk', customer: { name: 'Elli Esimerkki', email: null, phone: null } },
      },
      once(),
    );
    expect(made).toMatchObject({ status: 201, body: { interpreterLanguage: 'uk' } });
    expect(await interpretersOf(made.body.id)).toEqual([ukrainian]);
    const calendar = await aino.call<Calendars>('GET', `/api/booking/calendar?from=2027-03-11&until=2027-03-11&resource=${ukrainian}`);
    expect(calendar.body.calendars[0]?.taken).toMatchObject([{ booked: { needs: [NEED], interpreterLanguage: 'uk' } }]);
    const day = await aino.call<DayList>('GET', `/api/booking/points/${town.point}/days/2027-03-11`);
    expect(day.body.appointments).toMatchObject([{ id: made.body.id, interpreterLanguage: 'uk' }]);
  });

  test('an invitation says it, and its times are those of its interpreters', async () => {
    const aino = await service.signIn(town.aino);
    const { id: matter } = await aMatter(town, town.aino, { customer: { givenName: 'Elli', familyName: 'Esimerkki' } });
    const invitation = {
      ...{ serviceId: bookable, way: 'point', placeIds: [town.point], until: '2027-03-12', language: 'fi', message: '' },
      ...{ needs: [NEED], interpreterLanguage: 'uk' },
    };
    const made = await aino.call<{ id: string }>('POST', `/api/booking/matters/${matter}/invitations`, invitation, once());
    expect(made.status, made.text).toBe(201);
    const paper = await aino.call<{ code: string }>('GET', `/api/booking/invitations/${made.body.id}/paper`);
    const phone = formBrowser(service.app);
    await phone.get(`/b/i/${paper.body.code}`);
    await phone.get('/b/invitation');
    const [first] = phone.times();
    // The one at ten is held by now.
    expect(first).toContain('2027-03-01T11:00:00Z');
    expect((await phone.post('/b/invitation', [['at', first as string]])).status).toBe(303);
    const { rows } = await sql<{ id: string }>`select id from appointment where matter_id = ${matter}::uuid`.execute(db);
    expect(await keptOf(rows[0]?.id as string)).toBe('uk');
    expect(await interpretersOf(rows[0]?.id as string)).toEqual([ukrainian]);
  });
});
