import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { aBookable, aResource } from '../../../../testing/appointments.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aCounter, aDevice, aQueue, atPoint } from '../../../../testing/floor.ts';
import { aMatter, aTown, type Town } from '../../../../testing/town.ts';
import { missAppointments } from './reactions.ts';
import type { DayList } from './schema.ts';

const DAY = '2027-03-08';
const clock = fixedClock(`${DAY}T05:00:00Z`);
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let queueId: string;
let bookable: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  aino = await service.signIn(town.aino);
  queueId = await aQueue(db, town);
  await aQueue(db, town, { kind: 'reception', prefix: 'R' });
  bookable = await aBookable(db, town, { minutes: 30, queueId });
  for (let n = 0; n < 12; n += 1) await aResource(db, town, { skills: [bookable] });
});
beforeEach(() => itIs('05:00'));

/** Whoever has not touched the desk for long is signed out: signed in anew each time. */
async function itIs(time: string): Promise<void> {
  clock.set(`${DAY}T${time}:00Z`);
  aino = await service.signIn(town.aino);
}

type Own = { id: string; secret: string; code: string };
const once = () => ({ 'idempotency-key': randomUUID() });

/** As a resident, or a city's own site, books. */
async function booked(startsAt = `${DAY}T07:00:00Z`, more: object = {}, phone: string | null = null): Promise<Own> {
  const anyone = service.caller();
  const wish = { serviceId: bookable, placeId: town.point, way: 'point', startsAt, ...more };
  const { body: held } = await anyone.call<Own>('POST', '/api/v1/booking/holds', wish, once());
  const contact = { name: `Elli ${held.id.slice(0, 8)}`, email: 'elli@posti.example', phone };
  const url = `/api/v1/booking/appointments/${held.id}/confirmation`;
  const answer = await anyone.call<Own>('POST', url, contact, { authorization: `Bearer ${held.secret}`, ...once() });
  expect(answer.status, answer.text).toBe(201);
  return { ...answer.body, secret: held.secret };
}

const dayOf = async (by = aino, day = DAY) => by.call<DayList>('GET', `/api/booking/points/${town.point}/days/${day}`);
const rowOf = async (id: string, by = aino) => (await dayOf(by)).body.appointments.find((one) => one.id === id);
const stateOf = async (id: string) => (await rowOf(id))?.state;
const presence = (id: string, body: object, by = aino) =>
  by.call<{ code: string }>('PUT', `/api/booking/appointments/${id}/presence`, body);
/** The visit's event is followed a moment later. */
const becomes = (id: string, state: string) => expect.poll(() => stateOf(id), { timeout: 5_000 }).toBe(state);
const browser = (secret: string) => service.caller(`__Secure-polku-appointment=${secret}`);

describe('whoever has booked by the public API is checked in', () => {
  test('at a kiosk by their code', async () => {
    const one = await booked();
    const { cookie } = await aDevice(db, town, 'kiosk');
    await itIs('06:50');
    expect(await rowOf(one.id)).toMatchObject({ state: 'coming', preVisit: false, code: null });
    const answer = await service.caller(cookie).call('POST', '/api/device/arrivals', { code: one.code, language: 'fi' }, once());
    expect(answer.status, answer.text).toBe(201);
    await becomes(one.id, 'arrived');
    expect((await rowOf(one.id))?.code).toMatch(/^A\d{3}$/);
  });

  test('at reception in one tap', async () => {
    const one = await booked();
    await itIs('06:50');
    const expectedId = (await rowOf(one.id))?.expectedId;
    expect((await aino.call('POST', `/api/queue/expected/${expectedId}/arrival`, undefined, once())).status).toBe(201);
    await becomes(one.id, 'arrived');
    // What their number says is not said here another way.
    for (const state of ['coming', 'missed', 'serving']) expect((await presence(one.id, { state })).body.code).toBe('booked-already');
  });

  test('on their own phone by the link', async () => {
    const one = await booked();
    await itIs('06:30');
    const arrival = await browser(one.secret).call('GET', '/b/arrival');
    const opened = await service.caller().call('GET', arrival.headers.location as string);
    const cookie = String([opened.headers['set-cookie']].flat()[0]).split(';')[0] as string;
    const page = await service.caller(cookie).call('GET', '/q');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const csrf = String([page.headers['set-cookie']].flat().at(-1)).split(';')[0] as string;
    const form = new URLSearchParams({ _csrf: token }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://polku.example' };
    const said = await service.caller(`${cookie}; ${csrf}`).call('POST', '/q/arrival', form, headers);
    expect(said.status, said.text).toBe(303);
    await becomes(one.id, 'arrived');
  });

  test('by video: ready by the link, and shown to the point whose desk it takes', async () => {
    const remote = await aBookable(db, town, { minutes: 30 });
    await sql`update bookable set ways = '{remote}' where id = ${remote}::uuid`.execute(db);
    await aResource(db, town, { skills: [remote], point: null });
    const one = await booked(`${DAY}T07:00:00Z`, { serviceId: remote, placeId: null, way: 'remote' });
    const own = browser(one.secret);
    const page = await own.call('GET', '/b');
    expect(page.text).not.toContain('action="/b/arrival"');
    await itIs('06:30');
    const ready = await own.call('GET', '/b');
    const token = /name="_csrf" value="([^"]+)"/.exec(ready.text)?.[1] ?? '';
    const csrf = String([ready.headers['set-cookie']].flat().at(-1)).split(';')[0] as string;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://polku.example' };
    const form = new URLSearchParams({ _csrf: token }).toString();
    expect((await service.caller(`${own.cookie}; ${csrf}`).call('POST', '/b/arrival', form, headers)).status).toBe(303);
    expect(await rowOf(one.id)).toMatchObject({ state: 'arrived', way: 'remote', expectedId: null });
    expect((await presence(one.id, { state: 'serving' })).status).toBe(204);
    expect(await stateOf(one.id)).toBe('serving');
    expect((await presence(one.id, { state: 'done' })).status).toBe(204);
    expect(await stateOf(one.id)).toBe('done');
  });
});

describe('the day follows the visit', () => {
  test('served from when it began, done when it ends, and the step of the matter with it', async () => {
    const counter = await aCounter(db, town, [queueId]);
    const { id: matterId } = await aMatter(town, town.aino);
    const input = {
      serviceId: bookable,
      placeId: town.point,
      way: 'point',
      startsAt: `${DAY}T08:00:00Z`,
      customer: { name: 'Elli' },
      matterId,
    };
    const { body: one } = await aino.call<{ id: string; stepId: string }>('POST', '/api/booking/appointments', input, once());
    await itIs('07:55');
    const greeted = await aino.call<{ visitId: string }>(
      'POST',
      `/api/queue/expected/${(await rowOf(one.id))?.expectedId}/arrival`,
      undefined,
      once(),
    );
    const { visitId } = greeted.body;
    await aino.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
    const { rows } = await sql<{ id: string }>`select id from visit_step where visit_id = ${visitId}::uuid`.execute(db);
    await aino.call('POST', `/api/queue/counters/${counter}/calls`, { stepId: rows[0]?.id }, once());
    await itIs('08:04');
    await aino.call('POST', `/api/queue/visits/${visitId}/deeds`, { deed: 'serving' });
    await becomes(one.id, 'serving');
    const seen = await aino.call<{ matter: { id: string } }>('GET', `/api/booking/visits/${visitId}/appointment`);
    expect(seen.body.matter?.id).toBe(matterId);
    await aino.call('POST', `/api/queue/visits/${visitId}/deeds`, { deed: 'finished' });
    await becomes(one.id, 'done');
    const kept = await sql<{ at: Temporal.Instant }>`select served_at as at from appointment where id = ${one.id}::uuid`.execute(db);
    expect(kept.rows[0]?.at.toString()).toBe(`${DAY}T08:04:00Z`);
    const { steps } = (await aino.call<{ steps: { id: string; state: string }[] }>('GET', `/api/matters/${matterId}`)).body;
    expect(steps.find(({ id }) => id === one.stepId)?.state).toBe('done');
  });

  test('who came by a number anybody could have typed, and was not there, is still to come', async () => {
    const one = await booked(`${DAY}T09:00:00Z`, {}, '050 000 4321');
    const { cookie } = await aDevice(db, town, 'kiosk');
    await itIs('08:50');
    const came = await service
      .caller(cookie)
      .call<{ code: string }>('POST', '/api/device/phone-arrivals', { phone: '050 000 4321', language: 'fi' }, once());
    expect(came.status, came.text).toBe(201);
    await becomes(one.id, 'arrived');
    const { rows } = await sql<{
      id: string;
    }>`select e.visit_id as id from expected_visit e join appointment a on a.expected_id = e.id where a.id = ${one.id}::uuid`.execute(db);
    await aino.call('POST', `/api/queue/visits/${rows[0]?.id}/deeds`, { deed: 'left' });
    await becomes(one.id, 'coming');
  });
});

describe('late and missed', () => {
  test('are said, taken back, and greeted all the same', async () => {
    const other = await booked('2027-03-09T07:00:00Z');
    expect((await presence(other.id, { state: 'late', minutes: 20 })).body.code).toBe('not-today');
    const one = await booked();
    await itIs('06:30');
    expect((await presence(one.id, { state: 'missed' })).body.code).toBe('too-early');
    expect((await presence(one.id, { state: 'late', minutes: 20 })).status).toBe(204);
    expect(await rowOf(one.id)).toMatchObject({ state: 'late', lateUntil: `${DAY}T07:20:00Z` });
    await itIs('07:25');
    expect((await presence(one.id, { state: 'missed' })).status).toBe(204);
    expect((await presence(one.id, { state: 'missed' })).status).toBe(204);
    expect(await stateOf(one.id)).toBe('missed');
    expect((await presence(one.id, { state: 'coming' })).status).toBe(204);
    expect(await stateOf(one.id)).toBe('due');
    await presence(one.id, { state: 'missed' });
    const expectedId = (await rowOf(one.id))?.expectedId;
    expect((await aino.call('POST', `/api/queue/expected/${expectedId}/arrival`, undefined, once())).status).toBe(201);
    await becomes(one.id, 'arrived');
  });

  test('missed by itself after the time that is set, later for who said so, and never who is served by telephone', async () => {
    const [plain, late] = [await booked(`${DAY}T10:00:00Z`), await booked(`${DAY}T10:00:00Z`)];
    const calls = await aBookable(db, town, { minutes: 30 });
    await sql`update bookable set ways = '{phone}' where id = ${calls}::uuid`.execute(db);
    await aResource(db, town, { skills: [calls], point: null });
    const phone = await booked(`${DAY}T10:00:00Z`, { serviceId: calls, placeId: null, way: 'phone' });
    await itIs('10:05');
    await presence(late.id, { state: 'late', minutes: 30 });
    await itIs('10:29');
    await missAppointments(service.polku.desk);
    expect(await stateOf(plain.id)).toBe('due');
    await itIs('10:30');
    expect(await missAppointments(service.polku.desk)).toBeGreaterThan(0);
    expect(await stateOf(plain.id)).toBe('missed');
    expect(await stateOf(late.id)).toBe('late');
    await itIs('11:05');
    await missAppointments(service.polku.desk);
    expect(await stateOf(late.id)).toBe('missed');
    expect(await stateOf(phone.id)).toBe('due');
  });
});

describe('the list of the day', () => {
  test('has who came without a time, and is for those who work there, each of their own customers', async () => {
    const one = await booked(`${DAY}T12:00:00Z`);
    await itIs('08:00');
    const walkIn = await aino.call<{ code: string }>(
      'POST',
      '/api/queue/visits',
      { pointId: town.point, queueId, language: 'fi', needs: [] },
      once(),
    );
    expect(walkIn.status, walkIn.text).toBe(201);
    const list = (await dayOf()).body;
    expect(list.walkIns.map(({ code }) => code)).toContain(walkIn.body.code);
    expect(list.appointments.map(({ startsAt }) => startsAt)).toEqual(list.appointments.map(({ startsAt }) => startsAt).sort());
    await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'K' });
    const guest = await service.signIn(await atPoint(db, town, 'authority-specialist', town.organisations.kela));
    const theirs = await dayOf(guest);
    expect(theirs).toMatchObject({ status: 200, body: { appointments: [], walkIns: [] } });
    expect((await guest.call('GET', `/api/booking/appointments/${one.id}`)).status).toBe(404);
    expect((await dayOf(await service.signIn(town.nelli))).status).toBe(404);
    expect((await dayOf(await service.signIn(town.guard))).status).toBe(404);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_entry
      where action = 'appointments.day-read' and ${one.id}::uuid = any(subjects)`.execute(db);
    expect(rows[0]?.count).toBeGreaterThan(0);
  });
});

describe('whom no queue expects', () => {
  type Came = { customerName: string; times: { appointmentId: string; room: string | null; isNew: boolean }[]; code: string };
  const show = (code: string, by = aino) => by.call<Came>('POST', `/api/booking/points/${town.point}/arrivals`, { code });
  const unknown = { status: 404, body: { code: 'arrival-code' } };

  async function unqueued(): Promise<string> {
    const id = await aBookable(db, town, { minutes: 30 });
    await aResource(db, town, { skills: [id] });
    return id;
  }

  test('has come by the code of the list, once; the code of a queue, of another day or of nobody is not found here', async () => {
    const one = await booked(`${DAY}T13:00:00Z`, { serviceId: await unqueued() });
    const [queued, tomorrow] = [await booked(), await booked('2027-03-09T07:00:00Z', { serviceId: await unqueued() })];
    for (const code of [queued.code, tomorrow.code, 'ZZZZZZ']) expect(await show(code)).toMatchObject(unknown);
    const typed = `${one.code.slice(0, 3)} ${one.code.slice(3)}`.toLowerCase();
    const came = await show(typed);
    expect(came.status, came.text).toBe(200);
    const row = await rowOf(one.id);
    expect(row).toMatchObject({ state: 'arrived', code: null, visitId: null });
    expect(came.body).toMatchObject({ customerName: row?.customerName, times: [{ appointmentId: one.id, room: null, isNew: true }] });
    expect((await presence(one.id, { state: 'serving' })).status).toBe(204);
    expect((await show(typed)).body.times).toMatchObject([{ appointmentId: one.id, isNew: false }]);
    expect(await stateOf(one.id)).toBe('serving');
    const { rows } = await sql`select action, person_id = ${town.aino.actor.personId}::uuid as "isHers" from audit_entry
      where ${one.id}::uuid = any(subjects) and action in ('appointment.arrived', 'appointments.found-by-code') order by id`.execute(db);
    const look = { action: 'appointments.found-by-code', isHers: true };
    expect(rows).toEqual([look, { action: 'appointment.arrived', isHers: true }, look]);
  });

  test('is found by those who work there, each of their own customers', async () => {
    const one = await booked(`${DAY}T13:30:00Z`, { serviceId: await unqueued() });
    await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'L' });
    const guest = await service.signIn(await atPoint(db, town, 'authority-specialist', town.organisations.kela));
    expect(await show(one.code, guest)).toMatchObject(unknown);
    expect((await show(one.code, await service.signIn(town.nelli))).body.code).toBe('not-found');
    expect((await show(one.code, await service.signIn(town.guard))).body.code).toBe('not-found');
    expect(await stateOf(one.id)).toBe('coming');
  });
});

describe('a meeting of many', () => {
  const MEETING = '2027-03-10';
  const at = (time: string) => clock.set(`${MEETING}T${time}:00Z`);

  /** With a leader and a room, and three of its places taken by one who books for all of them. */
  async function aMeeting() {
    const group = await aBookable(db, town, { minutes: 60, parts: [{ kind: 'person' }, { kind: 'room' }] });
    await sql`update bookable set fixed = true, most_people = 4 where id = ${group}::uuid`.execute(db);
    const [leader, room] = [await aResource(db, town, { skills: [group] }), await aResource(db, town, { kind: 'room', skills: [group] })];
    await sql`update resource set name = case kind when 'room' then 'Neuvotteluhuone 2' else 'Leena Laine' end
      where id in (${leader}::uuid, ${room}::uuid)`.execute(db);
    const starts = [`${MEETING}T07:00:00Z`];
    const input = { bookableId: group, pointId: town.point, way: 'point', capacity: 12, course: false, starts };
    const { body, text } = await aino.call<{ sessionIds: [string] }>('POST', '/api/booking/meetings', input, once());
    const id = body.sessionIds?.[0];
    expect(id, text).toBeDefined();
    const { body: held } = await service.caller().call<Own>('POST', `/api/v1/booking/sessions/${id}/holds`, { people: 3 }, once());
    const url = `/api/v1/booking/appointments/${held.id}/confirmation`;
    const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
    const agreed = await service.caller().call('POST', url, contact, { authorization: `Bearer ${held.secret}`, ...once() });
    expect(agreed.status, agreed.text).toBe(201);
    return { id: id as string, placeId: held.id };
  }
  const listed = async () => (await dayOf(aino, MEETING)).body.appointments;

  test('stands as what it is, before whoever comes to it, and nobody is awaited by it', async () => {
    const { id, placeId } = await aMeeting();
    const [meeting, place, ...rest] = await listed();
    expect(rest).toEqual([]);
    expect(meeting).toMatchObject({ customerName: '', state: 'coming', serviceName: { fi: 'Neuvonta' } });
    expect(meeting?.meeting).toEqual({ id, capacity: 12, booked: 3, taken: ['Neuvotteluhuone 2', 'Leena Laine'] });
    expect(place).toMatchObject({ id: placeId, customerName: 'Elli Esimerkki', meeting: null });
    at('07:10');
    aino = await service.signIn(town.aino);
    expect((await listed()).map(({ state }) => state)).toEqual(['serving', 'due']);
    for (const state of ['arrived', 'missed']) expect((await presence(meeting?.id as string, { state })).status).toBe(404);
    at('11:00');
    aino = await service.signIn(town.aino);
    await missAppointments(service.polku.desk);
    expect((await listed()).map(({ state }) => state)).toEqual(['done', 'missed']);
  });
});
