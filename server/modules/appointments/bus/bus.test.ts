import { randomUUID, type UUID } from 'node:crypto';
import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { aBus, aRemoteService } from '../../../testing/bus.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { aPerson, aTown, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import type { DayList } from '../staff/day/schema.ts';
import type { BusDay, BusView } from './schema.ts';

// A Monday.
const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let admin: Caller;
let aboard: By;
let driver: Caller;
let stranger: Caller;
let it: Awaited<ReturnType<typeof aBus>>;
let remote: Awaited<ReturnType<typeof aRemoteService>>;

beforeAll(async () => {
  town = await aTown(db, clock);
  [admin, stranger] = [await service.signIn(town.admin), await service.signIn((await aTown(db, clock)).admin)];
});
beforeEach(async () => {
  clock.set('2027-03-01T05:00:00Z');
  it = await aBus(db, town);
  const queueId = await aQueue(db, town, { pointId: it.bus });
  remote = await aRemoteService(db, town, it.bus, queueId);
  aboard = await aPerson(db, {
    name: 'Kuljettaja',
    role: 'service-advisor' as const,
    organisationId: town.organisations.city,
    units: [],
    pointId: it.bus,
  });
  driver = await service.signIn(aboard);
});

type Held = { id: string; secret: string; placeId: string; code: string | null; startsAt: string; state: string };
const once = () => ({ 'idempotency-key': randomUUID() });
const bearer = ({ secret }: Pick<Held, 'secret'>) => ({ authorization: `Bearer ${secret}` });
const bearerOnce = (held: Pick<Held, 'secret'>) => ({ ...bearer(held), ...once() });
const hold = (placeId: string, startsAt: string, way = 'bus') =>
  anyone.call<Held & { code: string }>('POST', '/api/v1/booking/holds', { serviceId: remote.bookable, placeId, way, startsAt }, once());
async function booked(placeId: string, startsAt: string): Promise<Held> {
  const { status, body, text } = await hold(placeId, startsAt);
  expect(status, text).toBe(201);
  const who = { name: 'Elli Esimerkki', email: 'elli@posti.example' };
  const done = await anyone.call<Held>('POST', `/api/v1/booking/appointments/${body.id}/confirmation`, who, { ...bearer(body), ...once() });
  return { ...done.body, secret: body.secret };
}
const times = async (placeId: string, from: string, until = from) => {
  const url = `/api/v1/booking/free-times?service=${remote.bookable}&place=${placeId}&from=${from}&until=${until}`;
  return (await anyone.call<{ times: { startsAt: string }[] }>('GET', url)).body.times.map(({ startsAt }) => startsAt.slice(8, 16));
};
const put = (by: Caller, url: string, body: object) =>
  by.call<{ version: number; count: number; conflicts: { appointmentId: string; reasons: string[] }[]; code: string }>(
    'PUT',
    `/api/booking/${url}`,
    body,
  );

describe('booking aboard', () => {
  test('there are times where and when the bus stands, until it packs; the specialist and the cabin are taken together', async () => {
    // 9-11 at the hall, ten minutes for packing; half past ten would end at eleven.
    expect(await times(it.hall, '2027-03-02')).toEqual(['02T07:00', '02T07:30', '02T08:00']);
    expect(await times(it.church, '2027-03-02', '2027-03-04')).toEqual([
      '02T10:00',
      '02T10:30',
      '02T11:00',
      '04T10:00',
      '04T10:30',
      '04T11:00',
    ]);
    const one = await booked(it.hall, '2027-03-02T07:30:00Z');
    expect(one).toMatchObject({ placeId: it.hall, state: 'confirmed', code: expect.stringMatching(/^[0-9A-Z]{6}$/) });
    expect(await times(it.hall, '2027-03-02')).toEqual(['02T07:00', '02T08:00']);
    const { rows } = await sql<{
      id: string;
    }>`select resource_id as id from appointment_resource where appointment_id = ${one.id}::uuid`.execute(db);
    expect(rows.map(({ id }) => id).sort()).toEqual([remote.specialist, remote.cabin].sort());
  });

  test('where the bus does not stand then nobody is booked; the bus alone tells at which stop', async () => {
    expect(await hold(it.church, '2027-03-02T07:30:00Z')).toMatchObject({ status: 422, body: { code: 'time-not-bookable' } });
    expect(await hold(it.hall, '2027-03-02T07:30:00Z', 'point')).toMatchObject({ status: 422, body: { code: 'time-not-bookable' } });
    expect(await hold(it.bus, '2027-03-02T10:30:00Z')).toMatchObject({ status: 201, body: { placeId: it.church } });
  });

  test('each stop is a place with its first free time; one is moved within one’s stop', async () => {
    const places = (
      await anyone.call<{ places: { id: string; busId: string; street: string }[] }>(
        'GET',
        `/api/v1/booking/places?service=${remote.bookable}`,
      )
    ).body.places;
    expect(places.map(({ id, busId }) => [id, busId]).sort()).toEqual(
      [
        [it.hall, it.bus],
        [it.church, it.bus],
      ].sort(),
    );
    const first = await anyone.call<{ places: { placeId: string; startsAt: string }[] }>(
      'GET',
      `/api/v1/booking/first-free-times?service=${remote.bookable}`,
    );
    expect(first.body.places.map(({ placeId, startsAt }) => [placeId, startsAt])).toEqual([
      [it.hall, '2027-03-02T07:00:00Z'],
      [it.church, '2027-03-02T10:00:00Z'],
    ]);
    const one = await booked(it.church, '2027-03-02T10:00:00Z');
    const move = (startsAt: string) => anyone.call<Held>('PATCH', `/api/v1/booking/appointments/${one.id}`, { startsAt }, bearer(one));
    expect((await move('2027-03-04T10:30:00Z')).body).toMatchObject({ placeId: it.church, startsAt: '2027-03-04T10:30:00Z' });
    expect((await move('2027-03-09T07:00:00Z')).status).toBe(422);
  });
});

describe('a bus that breaks', () => {
  test('names who must be moved, drops nobody, and says on its pages that it does not come', async () => {
    const one = await booked(it.hall, '2027-03-02T07:30:00Z');
    const other = await booked(it.church, '2027-03-04T10:00:00Z');
    const days = { from: '2027-03-02', until: '2027-03-02' };
    expect((await put(stranger, `buses/${it.bus}/days`, { version: 1, ...days, runs: false })).status).toBe(404);
    expect((await put(driver, `buses/${it.bus}/days`, { version: 1, ...days, runs: false })).status).toBe(404);
    const broken = await put(admin, `buses/${it.bus}/days`, { version: 1, ...days, runs: false });
    expect(broken.body).toMatchObject({ version: 2, count: 1, conflicts: [{ appointmentId: one.id, reasons: ['place-closed'] }] });
    const timetable = await anyone.call<{ stands: unknown[]; cancelled: { stopId: UUID; day: string }[] }>(
      'GET',
      '/api/v1/booking/bus-timetable?from=2027-03-02&until=2027-03-02',
    );
    const ours = timetable.body.cancelled.filter(({ stopId }) => [it.hall, it.church].includes(stopId));
    expect(ours.map(({ day }) => day)).toEqual(['2027-03-02', '2027-03-02']);
    const page = await anyone.call('GET', `/bus/stops/${it.hall}`);
    expect(page.text).toMatch(/Bussi ei tule näinä päivinä: ti\s2\.3\./);
    // Moved by who keeps the bus, to the same stop.
    expect((await admin.call('PUT', `/api/booking/appointments/${one.id}/time`, { startsAt: '2027-03-09T07:00:00Z' })).status).toBe(204);
    expect((await put(admin, `buses/${it.bus}/days`, { version: 2, ...days, runs: true })).body).toMatchObject({ version: 3, count: 0 });
    expect((await anyone.call<Held>('GET', `/api/v1/booking/appointments/${other.id}`, undefined, bearer(other))).body.state).toBe(
      'confirmed',
    );
  });

  test('a stop that changes its hours names those booked; a stop no longer used too', async () => {
    const one = await booked(it.hall, '2027-03-02T07:30:00Z');
    const conflict = { count: 1, conflicts: [{ appointmentId: one.id, reasons: ['place-closed'] }] };
    const hours = [{ anchor: '2026-01-05', weekdays: [2], opens: '10:00', closes: '11:00' }];
    expect((await put(admin, `bus-stops/${it.hall}/hours`, { version: 1, hours })).body).toMatchObject({ version: 2, ...conflict });
    const day = { from: '2027-03-02', until: '2027-03-02', hours: [{ opens: '09:00', closes: '10:30' }] };
    expect((await put(admin, `bus-stops/${it.hall}/days`, { version: 2, ...day })).body).toMatchObject({ version: 3, count: 0 });
    const off = await admin.call('PATCH', `/api/booking/bus-stops/${it.hall}`, { version: 3, active: false });
    expect(off.body).toMatchObject({ version: 4, ...conflict });
    expect((await admin.call('PATCH', `/api/booking/bus-stops/${it.hall}`, { version: 3, active: true })).body).toMatchObject({
      code: 'booking-setup-changed',
    });
  });
});

describe('setting up', () => {
  test('a point that moves becomes a bus with stops; a timetable too tight says so; others see nothing of it', async () => {
    const mine = async (by: Caller) =>
      (await by.call<{ buses: BusView[] }>('GET', '/api/booking/buses')).body.buses.find(({ id }) => id === it.bus);
    expect(await mine(stranger)).toBeUndefined();
    expect((await mine(admin))?.tight).toEqual([]);
    const about = { leaveMinutes: 20, onBoard: { fi: 'Etähuone' }, accessibility: {}, walkIn: false };
    expect((await put(admin, `buses/${it.bus}`, { version: 1, ...about })).body.version).toBe(2);
    const stop = {
      name: { fi: 'Koulu', sv: 'Skolan', en: 'School' },
      street: 'Koulutie 1',
      city: 'Niemelä',
      latitude: 61.9,
      longitude: 27.2,
    };
    const { body } = await admin.call<{ id: string }>('POST', `/api/booking/buses/${it.bus}/stops`, stop, once());
    expect((await stranger.call('POST', `/api/booking/buses/${it.bus}/stops`, stop, once())).status).toBe(404);
    const hours = [{ anchor: '2026-01-05', weekdays: [2], opens: '11:10', closes: '11:40' }];
    expect((await put(admin, `bus-stops/${body.id}/hours`, { version: 1, hours })).status).toBe(200);
    const tight = (await mine(admin))?.tight ?? [];
    expect(new Set(tight.map(({ stopId }) => stopId))).toEqual(new Set([it.hall, body.id]));
    expect((await put(admin, `bus-stops/${body.id}/hours`, { version: 2, hours: [{ ...hours[0], closes: '11:00' }] })).status).toBe(422);
  });
});

describe('the day of the bus', () => {
  test('shows who comes to which stop to those aboard; a code leads to its customer, who joins the bus’s queue once', async () => {
    const one = await booked(it.hall, '2027-03-02T07:30:00Z');
    await booked(it.church, '2027-03-02T10:00:00Z');
    clock.set('2027-03-02T07:15:00Z');
    [admin, stranger] = [await service.signIn(town.admin), await service.signIn((await aTown(db, clock)).admin)];
    driver = await service.signIn(aboard);
    const dayOf = (by: Caller) => by.call<BusDay>('GET', `/api/booking/buses/${it.bus}/day`);
    expect((await dayOf(stranger)).status).toBe(404);
    expect((await dayOf(admin)).status).toBe(404);
    const { body } = await dayOf(driver);
    expect(body.stands.map(({ stopId, customers }) => [stopId, customers.map(({ customerName }) => customerName)])).toEqual([
      [it.hall, ['Elli Esimerkki']],
      [it.church, ['Elli Esimerkki']],
    ]);
    const code = (typed: string, by = driver) =>
      by.call<{ expectedId: string }>('POST', `/api/booking/buses/${it.bus}/codes`, { code: typed });
    expect((await code('XXXXXX')).status).toBe(404);
    expect((await code(one.code as string, stranger)).status).toBe(404);
    const { expectedId } = (await code(`${one.code?.slice(0, 3).toLowerCase()} ${one.code?.slice(3)}`)).body;
    expect((await driver.call('POST', `/api/queue/expected/${expectedId}/arrival`, undefined, once())).status).toBe(201);
    expect((await driver.call('POST', `/api/queue/expected/${expectedId}/arrival`, undefined, once())).status).toBe(404);
    const first = async () => (await dayOf(driver)).body.stands[0]?.customers[0];
    await expect.poll(first, { timeout: 10_000 }).toMatchObject({ state: 'arrived', code: expect.stringMatching(/^A\d/) });
  });

  test('keeps those in sight whose stop the bus will not reach', async () => {
    await booked(it.hall, '2027-03-02T07:30:00Z');
    await put(admin, `bus-stops/${it.hall}/days`, { version: 1, from: '2027-03-02', until: '2027-03-02', hours: [] });
    const { body } = await driver.call<BusDay>('GET', `/api/booking/buses/${it.bus}/day?day=2027-03-02`);
    expect(body.adrift.map(({ customerName }) => customerName)).toEqual(['Elli Esimerkki']);
    expect(body.stands.map(({ stopId }) => stopId)).toEqual([it.church]);
  });

  test('has a meeting of many where the bus stands then; who comes to it is told its room and has no number', async () => {
    await sql`update bookable set fixed = true where id = ${remote.bookable}::uuid`.execute(db);
    const meeting = {
      bookableId: remote.bookable,
      pointId: it.bus,
      way: 'bus',
      capacity: 5,
      course: false,
      starts: ['2027-03-02T07:30:00Z'],
    };
    const set = await driver.call<{ sessionIds: string[] }>('POST', '/api/booking/meetings', meeting, once());
    expect(set.status, set.text).toBe(201);
    const ofDay = `/api/booking/calendar?from=2027-03-02&until=2027-03-02&point=${it.bus}`;
    const { calendars } = (await driver.call<{ calendars: { taken: { booked: object | null }[] }[] }>('GET', ofDay)).body;
    expect(calendars.flatMap(({ taken }) => taken.map(({ booked }) => booked))).toContainEqual(
      expect.objectContaining({ meetingId: set.body.sessionIds[0], stop: expect.objectContaining({ fi: 'Kylätalo' }) }),
    );
    const { body: held } = await anyone.call<Held>('POST', `/api/v1/booking/sessions/${set.body.sessionIds[0]}/holds`, {}, once());
    const who = { name: 'Elli Esimerkki', email: 'elli@posti.example' };
    const url = `/api/v1/booking/appointments/${held.id}/confirmation`;
    const { code } = (await anyone.call<Held>('POST', url, who, bearerOnce(held))).body;
    clock.set('2027-03-02T07:15:00Z');
    driver = await service.signIn(aboard);
    const ofHall = async () => {
      const { body } = await driver.call<BusDay>('GET', `/api/booking/buses/${it.bus}/day`);
      expect(body.adrift).toEqual([]);
      return body.stands.find(({ stopId }) => stopId === it.hall)?.customers ?? [];
    };
    expect((await ofHall()).map(({ id, meeting }) => [id === held.id, meeting?.booked ?? null])).toEqual([
      [false, 1],
      [true, null],
    ]);
    const found = await driver.call<{ expectedId: string }>('POST', `/api/booking/buses/${it.bus}/codes`, { code });
    const arrival = `/api/queue/expected/${found.body.expectedId}/arrival`;
    const given = await driver.call<{ meeting: object }>('POST', arrival, undefined, once());
    expect(given.body.meeting).toEqual({ room: null, startsAt: '2027-03-02T07:30:00Z' });
    await expect.poll(async () => (await ofHall())[1], { timeout: 10_000 }).toMatchObject({ id: held.id, state: 'arrived', code: null });
  });

  test('whoever is served from afar comes to no bus, on a day on which it runs or does not; who has come need not be moved', async () => {
    const afar = await aBookable(db, town);
    await sql`update bookable set ways = '{remote}' where id = ${afar}::uuid`.execute(db);
    await aResource(db, town, { skills: [afar], point: null });
    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      const startsAt = `2027-03-0${day}T08:00:00Z`;
      const wish = { serviceId: afar, placeId: null, way: 'remote', startsAt };
      const { body: held } = await anyone.call<Held>('POST', '/api/v1/booking/holds', wish, once());
      await anyone.call(
        'POST',
        `/api/v1/booking/appointments/${held.id}/confirmation`,
        { name: 'Elli', email: 'elli@posti.example' },
        bearerOnce(held),
      );
    }
    const one = await booked(it.hall, '2027-03-02T07:30:00Z');
    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      const date = `2027-03-0${day}`;
      const listed = await driver.call<DayList>('GET', `/api/booking/points/${it.bus}/days/${date}`);
      expect(listed.body.appointments.map(({ way }) => way)).toContain('remote');
      const { body } = await driver.call<BusDay>('GET', `/api/booking/buses/${it.bus}/day?day=${date}`);
      expect(body.adrift, date).toEqual([]);
      expect(body.stands.flatMap(({ customers }) => customers.map(({ id }) => id))).toEqual(day === 2 ? [one.id] : []);
    }
    await put(admin, `bus-stops/${it.hall}/days`, { version: 1, from: '2027-03-02', until: '2027-03-02', hours: [] });
    const adrift = async () => (await driver.call<BusDay>('GET', `/api/booking/buses/${it.bus}/day?day=2027-03-02`)).body.adrift.length;
    expect(await adrift()).toBe(1);
    await sql`update appointment set state = 'arrived', arrived_at = now() where id = ${one.id}::uuid`.execute(db);
    expect(await adrift()).toBe(0);
  });
});

describe('for anybody', () => {
  test('the stops and the timetable are told as data', async () => {
    type Buses = { buses: { id: string; services: { id: string }[]; stops: { id: string; city: string }[] }[] };
    const { buses } = (await anyone.call<Buses>('GET', '/api/v1/booking/buses')).body;
    expect(buses.find(({ id }) => id === it.bus)).toMatchObject({
      services: [{ id: remote.bookable }],
      stops: [{ city: 'Niemelä' }, { city: 'Niemelä' }],
    });
    const url = `/api/v1/booking/bus-timetable?stop=${it.church}&from=2027-03-01&until=2027-03-07`;
    expect((await anyone.call('GET', url)).body).toEqual({
      stands: ['2027-03-02', '2027-03-04'].map((day) => ({
        busId: it.bus,
        stopId: it.church,
        startsAt: `${day}T10:00:00Z`,
        endsAt: `${day}T12:00:00Z`,
      })),
      cancelled: [],
    });
    expect((await anyone.call('GET', '/api/v1/booking/bus-timetable?from=2027-03-01&until=2028-03-01')).status).toBe(422);
  });

  test('the page tells the next stops, the weeks, what is on board; a stop tells how one finds it and leads to booking', async () => {
    const page = await anyone.call('GET', '/bus');
    expect(page.status).toBe(200);
    for (const words of ['Seuraavat pysäkit', 'Kylätalo', 'Kylätie 3, Niemelä', 'Nostin pyörätuolille', 'Voit tulla myös ilman aikaa.'])
      expect(page.text).toContain(words);
    const stop = await anyone.call('GET', `/bus/stops/${it.hall}`);
    for (const words of ['Pihalla talon takana', 'Asfaltti', `/book/place?service=${remote.bookable}&amp;place=${it.hall}`])
      expect(stop.text).toContain(words);
    expect((await anyone.call('GET', `/book/place?service=${remote.bookable}&place=${it.hall}`)).text).toMatch(
      new RegExp(`value="${it.hall}" required checked`),
    );
    expect((await anyone.call('GET', `/book/times?service=${remote.bookable}&place=${it.hall}`)).text).toContain(
      'Kylätalo, Kylätie\u00a03',
    );
    expect((await anyone.call('GET', '/book')).text).toContain('Palvelubussin aikataulu');
    service.polku.desk.directory.forget();
    expect((await anyone.call('GET', '/places')).text).toContain('Palvelubussin aikataulu');
    expect((await anyone.call('GET', `/bus/stops/${randomUUID()}`)).status).toBe(404);
  });

  test('the days of a stop are read by a calendar', async () => {
    const { text } = await anyone.call('GET', `/bus/stops/${it.hall}/calendar.ics`);
    const events = Object.values(ical.sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT');
    expect(events.length).toBe(12);
    expect(events[0]).toMatchObject({ summary: 'Palvelubussi, Kylätalo', location: 'Kylätie 3, 99981 Niemelä' });
    expect(events[0]?.start.toISOString()).toBe('2027-03-02T07:00:00.000Z');
    // Four weeks later the clocks have gone forward.
    expect(events[4]?.start.toISOString()).toBe('2027-03-30T06:00:00.000Z');
  });
});
