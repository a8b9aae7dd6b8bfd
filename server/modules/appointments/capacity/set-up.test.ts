import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { aPerson, aTown, type Town } from '../../../testing/town.ts';
import type { Bookable } from './bookables/schema.ts';
import type { Resource } from './resources/schema.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let admin: Caller;
let manager: Caller;
let kelaAdmin: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  const { city, kela } = town.organisations;
  const signedIn = async (role: 'point-manager' | 'administrator', organisationId: string) =>
    service.signIn(await aPerson(db, { name: role, role, organisationId, units: [] }));
  [admin, manager, kelaAdmin] = [
    await service.signIn(town.admin),
    await signedIn('point-manager', city),
    await signedIn('administrator', kela),
  ];
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '15:00' }));
  const opening = JSON.stringify({ zone: 'Europe/Helsinki', weekly, exceptions: [], holidaysClosed: true });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
});

type Problem = { code: string };
type Changed = {
  version: number;
  count: number;
  points: object[];
  conflicts: { appointmentId: string; reasons: string[]; resourceIds: string[] }[];
};
const once = () => ({ 'idempotency-key': randomUUID() });
const names = { fi: 'Asumisen neuvonta', sv: 'Boenderådgivning', en: 'Housing advice' };
const bookableInput = (more: object = {}) => ({
  organisationId: town.organisations.city,
  name: names,
  minutes: 60,
  step: 60,
  notice: 0,
  places: [{ pointId: town.point, queueId: null }],
  ...more,
});
const post = (by: Caller, what: string, body: object) => by.call<{ id: string } & Problem>('POST', `/api/booking/${what}`, body, once());
const made = async (by: Caller, what: string, body: object) => {
  const answer = await post(by, what, body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
};
const resourceInput = (more: object = {}) => ({
  kind: 'person',
  organisationId: town.organisations.city,
  pointId: town.point,
  name: 'Neuvoja',
  ...more,
});
const weekBefore = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04'];
const weekdays = { anchor: '2027-03-01', weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '12:00' };
const bookables = async (by: Caller) => (await by.call<{ bookables: Bookable[] }>('GET', '/api/booking/bookables')).body.bookables;
const resources = async (by: Caller) => (await by.call<{ resources: Resource[] }>('GET', '/api/booking/resources')).body.resources;
const patch = (by: Caller, url: string, body: object) => by.call<Changed & Problem>('PATCH', `/api/booking/${url}`, body);
const put = (by: Caller, url: string, body: object) => by.call<Changed & Problem>('PUT', `/api/booking/${url}`, body);
const conflicts = async (by: Caller, query = '') => (await by.call<Changed>('GET', `/api/booking/conflicts${query}`)).body;

/** From today on. */
const times = async (service: string, until: string) => {
  const query = new URLSearchParams({ service, place: town.point, from: '2027-03-01', until });
  return (await anyone.call<{ times: { startsAt: string }[] }>('GET', `/api/v1/booking/free-times?${query}`)).body.times;
};

/** A service, who gives it from nine to twelve, and a customer who has booked Monday the 8th at ten. */
async function booked() {
  const bookable = await made(admin, 'bookables', bookableInput());
  const resource = await made(admin, 'resources', resourceInput({ bookableIds: [bookable] }));
  expect(await put(admin, `resources/${resource}/hours`, { version: 1, hours: [weekdays] })).toMatchObject({
    status: 200,
    body: { version: 2, count: 0 },
  });
  const request = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: '2027-03-08T08:00:00Z' };
  const held = await anyone.call<{ id: string; secret: string }>('POST', '/api/v1/booking/holds', request, once());
  expect(held.status, held.text).toBe(201);
  const { id, secret } = held.body;
  const contact = { name: 'Elli Esimerkki', email: `elli-${id}@posti.example` };
  const headers = { authorization: `Bearer ${secret}`, ...once() };
  expect((await anyone.call('POST', `/api/v1/booking/appointments/${id}/confirmation`, contact, headers)).status).toBe(201);
  const state = async () =>
    (await anyone.call<{ state: string }>('GET', `/api/v1/booking/appointments/${id}`, undefined, headers)).body.state;
  const cancel = () => anyone.call('DELETE', `/api/v1/booking/appointments/${id}`, undefined, headers);
  return { bookable, resource, appointment: id, state, cancel };
}

test('until when somebody who has not come is waited for is set by service', async () => {
  const id = await made(admin, 'bookables', bookableInput());
  const read = async () => (await bookables(admin)).find((one) => one.id === id);
  expect(await read()).toMatchObject({ missedAfter: 30, version: 1 });
  expect(await patch(admin, `bookables/${id}`, { version: 1, missedAfter: 15 })).toMatchObject({ status: 200 });
  expect(await read()).toMatchObject({ missedAfter: 15, version: 2 });
  expect(await patch(admin, `bookables/${id}`, { version: 2, missedAfter: 4 })).toMatchObject({ status: 422 });
  expect(await patch(admin, `bookables/${id}`, { version: 2, name: names })).toMatchObject({ status: 200 });
  expect(await read()).toMatchObject({ missedAfter: 15 });
});

describe('what can be booked', () => {
  test('is made with its places, parts and rules, changed and taken out of use, by version', async () => {
    const queueId = await aQueue(db, town);
    const rules = [
      { need: 'needs-interpreter', minutes: 30, part: { kind: 'interpreter' } },
      { need: 'wheelchair', room: ['accessible'] },
    ];
    const more = {
      parts: [{ kind: 'person' }, { kind: 'room' }],
      rules,
      places: [{ pointId: town.point, queueId }],
      bring: { fi: 'Vuokrasopimus' },
      ...{ answerMinutes: 240, mostUnanswered: 3 },
    };
    const id = await made(admin, 'bookables', bookableInput(more));
    const found = async () => (await bookables(admin)).find((one) => one.id === id);
    expect(await found()).toMatchObject({ ...more, version: 1, kept: true, who: 'public', horizonDays: 60, active: true });
    expect((await patch(admin, `bookables/${id}`, { minutes: 45, answerMinutes: 1440, active: false, version: 1 })).body).toEqual({
      version: 2,
      count: 0,
      points: [],
      conflicts: [],
    });
    expect(await found()).toMatchObject({ ...more, minutes: 45, answerMinutes: 1440, active: false, version: 2 });
    expect((await patch(admin, `bookables/${id}`, { answerMinutes: 59, version: 2 })).status).toBe(422);
    expect(await patch(admin, `bookables/${id}`, { minutes: 30, version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'booking-setup-changed' },
    });
    const { rows } = await sql<{ action: string }>`select action from audit_entry where ${id} = any(subjects) order by id`.execute(db);
    expect(rows.map(({ action }) => action)).toEqual(['bookable.added', 'bookable.changed']);
  });

  test('names only what is there: a queue of the place, a need, a situation, a point of one’s own', async () => {
    const code = async (more: object) => (await post(admin, 'bookables', bookableInput(more))).body.code;
    const other = await aTown(db, clock);
    const elsewhere = await aQueue(db, other);
    expect(await code({ places: [{ pointId: town.point, queueId: elsewhere }] })).toBe('unknown-reference');
    expect(await code({ places: [{ pointId: other.point, queueId: null }] })).toBe('unknown-reference');
    expect(await code({ rules: [{ need: 'nonsense', minutes: 10 }] })).toBe('unknown-special-need');
    expect(await code({ situations: ['nonsense'] })).toBe('unknown-reference');
    expect(await code({ serviceId: randomUUID() })).toBe('unknown-reference');
    expect((await post(admin, 'bookables', bookableInput({ parts: [] }))).status).toBe(422);
  });
});

describe('who may', () => {
  test('the keepers of the organisation or the point; for the rest it does not exist', async () => {
    const { kela } = town.organisations;
    const atPoint = await made(manager, 'bookables', bookableInput({ organisationId: kela }));
    const remote = await made(kelaAdmin, 'bookables', bookableInput({ organisationId: kela, places: [], ways: ['remote'] }));
    const seenBy = async (by: Caller) =>
      (await bookables(by))
        .filter(({ id }) => [atPoint, remote].includes(id))
        .map(({ id }) => id)
        .sort();
    expect(await seenBy(kelaAdmin)).toEqual([atPoint, remote].sort());
    expect(await seenBy(manager)).toEqual([atPoint]);
    const [aino, neighbour] = [await service.signIn(town.aino), await service.signIn((await aTown(db, clock)).admin)];
    for (const by of [aino, neighbour]) {
      expect(await seenBy(by)).toEqual([]);
      expect((await patch(by, `bookables/${atPoint}`, { minutes: 30, version: 1 })).status).toBe(404);
      expect((await post(by, 'bookables', bookableInput())).status).toBe(404);
      expect((await post(by, 'resources', resourceInput())).status).toBe(404);
    }
    expect((await patch(manager, `bookables/${remote}`, { minutes: 30, version: 1 })).status).toBe(404);
    // Given elsewhere too, the point sees it and no longer changes it.
    const other = await aTown(db, clock);
    await sql`insert into bookable_place (bookable_id, point_id) values (${atPoint}::uuid, ${other.point}::uuid)`.execute(db);
    expect((await patch(manager, `bookables/${atPoint}`, { minutes: 30, version: 1 })).status).toBe(403);
    expect((await bookables(manager)).find(({ id }) => id === atPoint)?.kept).toBe(false);
    expect((await patch(kelaAdmin, `bookables/${atPoint}`, { minutes: 30, version: 1 })).status).toBe(200);
    expect((await patch(manager, `bookables/${atPoint}`, { organisationId: other.organisations.city, version: 2 })).status).toBe(403);
  });

  test('a resource is of the point’s keeper or its organisation’s; a person of another organisation cannot be named, nor one twice', async () => {
    const { kela, city } = town.organisations;
    const mika = town.mika.actor.personId;
    expect((await post(admin, 'resources', resourceInput({ personId: mika }))).body.code).toBe('unknown-reference');
    const id = await made(manager, 'resources', resourceInput({ organisationId: kela, personId: mika, name: 'Mika' }));
    expect((await post(kelaAdmin, 'resources', resourceInput({ organisationId: kela, pointId: null, personId: mika }))).body.code).toBe(
      'person-booked-already',
    );
    for (const by of [manager, kelaAdmin]) expect((await resources(by)).map((one) => one.id)).toContain(id);
    const interpreter = await made(kelaAdmin, 'resources', resourceInput({ organisationId: kela, pointId: null, kind: 'interpreter' }));
    expect((await resources(manager)).map((one) => one.id)).not.toContain(interpreter);
    for (const [url, body] of [
      ['hours', { version: 1, hours: [] }],
      ['days', { version: 1, from: '2027-03-08', until: '2027-03-08', hours: [] }],
    ] as const)
      expect((await put(manager, `resources/${interpreter}/${url}`, body)).status).toBe(404);
    expect((await patch(manager, `resources/${interpreter}`, { active: false, version: 1 })).status).toBe(404);
    expect((await patch(manager, `resources/${id}`, { organisationId: city, version: 1 })).body.code).toBe('unknown-reference');
    const hidden = await made(kelaAdmin, 'bookables', bookableInput({ organisationId: kela, places: [] }));
    expect((await patch(manager, `resources/${id}`, { bookableIds: [hidden], version: 1 })).body.code).toBe('unknown-reference');
    expect((await patch(kelaAdmin, `resources/${id}`, { bookableIds: [hidden], version: 1 })).status).toBe(200);
  });
});

describe('hours', () => {
  test('repeat, end, speak a language; days away and days of other hours stand instead, and go again', async () => {
    const id = await made(admin, 'resources', resourceInput());
    const hours = [
      { ...weekdays, everyWeeks: 2, validUntil: '2027-06-30', pointId: null, validFrom: null, onHolidays: false, languages: null },
      {
        ...weekdays,
        weekdays: [3],
        opens: '22:00',
        closes: '02:00',
        pointId: town.point,
        everyWeeks: 1,
        validFrom: '2027-07-01',
        validUntil: null,
        onHolidays: true,
        languages: ['sv'],
      },
    ];
    expect((await put(admin, `resources/${id}/hours`, { version: 1, hours })).body.version).toBe(2);
    const days = async (version: number, from: string, until: string, there: object[] | null) =>
      put(admin, `resources/${id}/days`, { version, from, until, hours: there });
    expect((await days(2, '2027-03-08', '2027-03-10', [])).body.version).toBe(3);
    expect(
      (
        await days(3, '2027-03-13', '2027-03-13', [
          { opens: '09:00', closes: '10:00' },
          { opens: '11:00', closes: '24:00' },
        ])
      ).status,
    ).toBe(200);
    expect((await days(4, '2027-03-09', '2027-03-09', null)).status).toBe(200);
    const found = (await resources(admin)).find((one) => one.id === id);
    expect(found).toMatchObject({ version: 5, hours });
    expect(found?.exceptions).toEqual([
      { day: '2027-03-08', hours: [] },
      { day: '2027-03-10', hours: [] },
      {
        day: '2027-03-13',
        hours: [
          { opens: '09:00', closes: '10:00' },
          { opens: '11:00', closes: '24:00' },
        ],
      },
    ]);
    expect((await days(4, '2027-03-09', '2027-03-09', null)).body.code).toBe('booking-setup-changed');
    expect((await days(5, '2027-03-09', '2027-03-08', [])).body.code).toBe('too-many-away-days');
    expect((await put(admin, `resources/${id}/hours`, { version: 5, hours: [{ ...weekdays, pointId: randomUUID() }] })).body.code).toBe(
      'unknown-reference',
    );
    expect(
      (
        await put(admin, `resources/${id}/hours`, {
          version: 5,
          hours: [{ ...weekdays, validFrom: '2027-05-01', validUntil: '2027-04-01' }],
        })
      ).status,
    ).toBe(422);
  });
});

test('what it is and when it is there are one change: all of it is kept, or nothing', async () => {
  const id = await made(admin, 'resources', resourceInput());
  const found = async () => (await resources(admin)).find((one) => one.id === id);
  const hours = [{ ...weekdays, pointId: null, everyWeeks: 1, validFrom: null, validUntil: null, onHolidays: false, languages: null }];
  const refused = await patch(admin, `resources/${id}`, { version: 1, name: 'Toinen', hours: [{ ...weekdays, pointId: randomUUID() }] });
  expect(refused).toMatchObject({ status: 422, body: { code: 'unknown-reference' } });
  expect(await found()).toMatchObject({ version: 1, name: 'Neuvoja', hours: [] });
  expect((await patch(admin, `resources/${id}`, { version: 1, name: 'Toinen', hours })).body.version).toBe(2);
  expect(await found()).toMatchObject({ version: 2, name: 'Toinen', hours });
});

describe('who is booked stays booked, and is shown to be moved', () => {
  let it: Awaited<ReturnType<typeof booked>>;
  beforeEach(async () => {
    it = await booked();
  });
  const told = (reasons: string[]) => ({
    count: 1,
    conflicts: [
      expect.objectContaining({
        appointmentId: it.appointment,
        reasons,
        resourceIds: reasons[0]?.startsWith('resource') ? [it.resource] : [],
      }),
    ],
  });
  const stillBooked = async () => expect(await it.state()).toBe('confirmed');

  test('all of them counted, at each point, though only the earliest are told one by one', async () => {
    await sql`insert into appointment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
        'secret_hash', gen_random_uuid()::text, 'expected_id', null))).* from appointment a, generate_series(1, 520) where a.id = ${it.appointment}::uuid`.execute(
      db,
    );
    await patch(admin, `bookables/${it.bookable}`, { version: 1, active: false });
    const { count, points, conflicts: told } = await conflicts(admin, `?bookable=${it.bookable}`);
    expect([count, told.length, points]).toEqual([521, 500, [{ pointId: town.point, pointName: expect.anything(), count: 521 }]]);
  });

  test('when who serves is away, works other hours, no longer serves it, or is there no more', async () => {
    expect(
      (await put(admin, `resources/${it.resource}/days`, { version: 2, from: '2027-03-08', until: '2027-03-12', hours: [] })).body,
    ).toMatchObject(told(['resource-away']));
    expect(await conflicts(admin, `?resource=${it.resource}`)).toMatchObject(told(['resource-away']));
    expect(await conflicts(manager, `?bookable=${it.bookable}`)).toMatchObject(told(['resource-away']));
    expect(await conflicts(kelaAdmin)).toEqual({ count: 0, points: [], conflicts: [] });
    expect(
      (await put(admin, `resources/${it.resource}/days`, { version: 3, from: '2027-03-08', until: '2027-03-12', hours: null })).body.count,
    ).toBe(0);
    const later = [{ ...weekdays, opens: '10:30' }];
    expect((await put(admin, `resources/${it.resource}/hours`, { version: 4, hours: later })).body).toMatchObject(told(['resource-away']));
    expect((await put(admin, `resources/${it.resource}/hours`, { version: 5, hours: [weekdays] })).body.count).toBe(0);
    expect((await patch(admin, `resources/${it.resource}`, { version: 6, bookableIds: [] })).body).toMatchObject(told(['resource-gone']));
    expect((await patch(admin, `resources/${it.resource}`, { version: 7, bookableIds: [it.bookable] })).body.count).toBe(0);
    expect((await patch(admin, `resources/${it.resource}`, { version: 8, active: false })).body).toMatchObject(told(['resource-gone']));
    await stillBooked();
  });

  test('when the service is no more, is given there no more, or takes another kind of help', async () => {
    expect((await patch(admin, `bookables/${it.bookable}`, { version: 1, parts: [{ kind: 'remote-desk' }] })).body).toMatchObject(
      told(['resource-unfit']),
    );
    expect((await patch(admin, `bookables/${it.bookable}`, { version: 2, parts: [{ kind: 'person' }], places: [] })).body).toMatchObject(
      told(['service-gone']),
    );
    const places = [{ pointId: town.point, queueId: null }];
    expect((await patch(admin, `bookables/${it.bookable}`, { version: 3, places, active: false })).body).toMatchObject(
      told(['service-gone']),
    );
    expect((await patch(admin, `bookables/${it.bookable}`, { version: 4, active: true })).body.count).toBe(0);
    await stillBooked();
  });

  test('when the doors are closed then; not when it was cancelled, nor when they are open again', async () => {
    const close = (date: string) =>
      sql`update service_point set opening = jsonb_set(opening, '{exceptions}', ${JSON.stringify([{ date, closed: true }])}::jsonb)
      where id = ${town.point}::uuid`.execute(db);
    await close('2027-03-08');
    expect(await conflicts(admin, `?resource=${it.resource}`)).toMatchObject(told(['place-closed']));
    await stillBooked();
    await close('2027-03-09');
    expect((await conflicts(admin, `?resource=${it.resource}`)).count).toBe(0);
    await close('2027-03-08');
    await it.cancel();
    expect((await conflicts(admin, `?resource=${it.resource}`)).count).toBe(0);
    await close('2027-03-14');
  });

  test('when the point is no more then, or not yet: nobody books there, and it is offered to nobody once it has closed', async () => {
    const last = async (validFrom: string, validUntil: string | null) => {
      const change = { validFrom, validUntil };
      expect((await admin.call('PATCH', `/api/admin/points/${town.point}`, change)).status).toBe(200);
    };
    const until = async (day: string) => (await times(it.bookable, day)).map(({ startsAt }) => startsAt.slice(0, 10));
    const places = async () =>
      (await anyone.call<{ places: { id: string }[] }>('GET', `/api/v1/booking/places?service=${it.bookable}`)).body.places.map(
        ({ id }) => id,
      );
    const offered = async () =>
      (await anyone.call<{ services: { id: string; placeIds: string[] }[] }>('GET', '/api/v1/booking/services')).body.services.find(
        ({ id }) => id === it.bookable,
      )?.placeIds;
    expect(await until('2027-03-10')).toContain('2027-03-10');
    await last('2020-01-01', '2027-03-05');
    await vi.waitFor(async () => expect(new Set(await until('2027-03-10'))).toEqual(new Set(weekBefore)), 5_000);
    const request = { serviceId: it.bookable, placeId: town.point, way: 'point', startsAt: '2027-03-08T07:00:00Z' };
    expect(await anyone.call('POST', '/api/v1/booking/holds', request, once())).toMatchObject({
      status: 422,
      body: { code: 'time-not-bookable' },
    });
    expect(await conflicts(admin, `?bookable=${it.bookable}`)).toMatchObject(told(['place-gone']));
    expect([await places(), await offered()]).toEqual([[town.point], [town.point]]);
    await last('2020-01-01', '2027-03-01');
    expect([await places(), await offered()]).toEqual([[], []]);
    await last('2027-03-09', null);
    await vi.waitFor(async () => expect(new Set(await until('2027-03-10'))).toEqual(new Set(['2027-03-09', '2027-03-10'])), 5_000);
    expect(await conflicts(admin, `?bookable=${it.bookable}`)).toMatchObject(told(['place-gone']));
    await last('2020-01-01', null);
    expect((await conflicts(admin, `?bookable=${it.bookable}`)).count).toBe(0);
    await stillBooked();
  });

  test('when the account of who serves is closed: nobody books with them, until it is opened again', async () => {
    const someone = await aPerson(db, { name: 'Veera', role: 'service-advisor', organisationId: town.organisations.city, units: [] });
    expect((await patch(admin, `resources/${it.resource}`, { version: 2, personId: someone.actor.personId })).status).toBe(200);
    const disabled = async (isSo: boolean) =>
      expect((await admin.call('PATCH', `/api/admin/people/${someone.actor.personId}`, { disabled: isSo })).status).toBe(200);
    expect(await times(it.bookable, '2027-03-10')).not.toEqual([]);
    await disabled(true);
    await vi.waitFor(async () => expect(await times(it.bookable, '2027-03-10')).toEqual([]), 5_000);
    expect(await conflicts(admin, `?bookable=${it.bookable}`)).toMatchObject({
      count: 1,
      conflicts: [{ appointmentId: it.appointment, reasons: ['person-disabled'], resourceIds: [it.resource] }],
    });
    await disabled(false);
    await vi.waitFor(async () => expect(await times(it.bookable, '2027-03-10')).not.toEqual([]), 5_000);
    expect((await conflicts(admin, `?bookable=${it.bookable}`)).count).toBe(0);
    await stillBooked();
  });

  test('is given to another who is free then, or moved to another time by who keeps the point, and by nobody else', async () => {
    const at = `appointments/${it.appointment}`;
    const away = await put(admin, `resources/${it.resource}/days`, { version: 2, from: '2027-03-08', until: '2027-03-08', hours: [] });
    expect(away.body.count).toBe(1);
    const times = async () => (await manager.call<{ times: { startsAt: string }[] }>('GET', `/api/booking/${at}/other-times`)).body.times;
    expect((await times())[0]?.startsAt).toBe('2027-03-01T07:00:00Z');
    const same = { startsAt: '2027-03-08T08:00:00Z' };
    expect(await times()).not.toContainEqual(expect.objectContaining(same));
    expect((await put(manager, `${at}/time`, same)).status).toBe(422);
    const other = await made(admin, 'resources', resourceInput({ bookableIds: [it.bookable] }));
    await put(admin, `resources/${other}/hours`, { version: 1, hours: [weekdays] });
    expect(await times()).toContainEqual(expect.objectContaining(same));
    expect((await put(kelaAdmin, `${at}/time`, same)).status).toBe(404);
    expect((await kelaAdmin.call('GET', `/api/booking/${at}/other-times`)).status).toBe(404);
    expect((await put(manager, `${at}/time`, same)).status).toBe(204);
    expect((await conflicts(admin, `?bookable=${it.bookable}`)).count).toBe(0);
    expect(
      (await put(admin, `resources/${other}/days`, { version: 2, from: '2027-03-08', until: '2027-03-08', hours: [] })).body.count,
    ).toBe(1);
    expect((await put(manager, `${at}/time`, { startsAt: '2027-03-09T08:00:00Z' })).status).toBe(204);
    expect((await conflicts(admin, `?bookable=${it.bookable}`)).count).toBe(0);
    await it.cancel();
    expect((await put(manager, `${at}/time`, same)).status).toBe(422);
    expect((await put(manager, `${at}/time`, { startsAt: '2027-03-10T08:00:00Z' })).body.code).toBe('booked-already');
  });
});
