import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aQueue } from '../../../../testing/floor.ts';
import { aPerson, aTown, type Town } from '../../../../testing/town.ts';
import type { BookingChoices } from '../choices/schema.ts';

const clock = fixedClock('2027-03-29T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let admin: Caller;
let manager: Caller;
let kelaAdmin: Caller;
let bookable: string;
let resource: string;
let queueId: string;

const names = { fi: 'Neuvonta', sv: 'Rådgivning', en: 'Advice' };
const week = [{ anchor: '2027-03-29', weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '12:00' }];
const once = () => ({ 'idempotency-key': randomUUID() });

beforeAll(async () => {
  town = await aTown(db, clock);
  const { city, kela } = town.organisations;
  const signedIn = async (role: 'point-manager' | 'administrator', organisationId: string) =>
    service.signIn(await aPerson(db, { name: `${role} ${organisationId}`, role, organisationId, units: [] }));
  admin = await service.signIn(town.admin);
  manager = await signedIn('point-manager', city);
  kelaAdmin = await signedIn('administrator', kela);
  queueId = await aQueue(db, town);
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '15:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: true });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  bookable = await made('bookables', {
    ...{ organisationId: city, name: names, minutes: 60, step: 60, notice: 0, places: [{ pointId: town.point, queueId }] },
  });
  resource = await made('resources', {
    ...{ kind: 'person', organisationId: city, pointId: town.point, name: 'Neuvoja', bookableIds: [bookable] },
  });
  expect((await admin.call('PUT', `/api/booking/resources/${resource}/hours`, { version: 1, hours: week })).status).toBe(200);
});

async function made(what: string, body: object): Promise<string> {
  const answer = await admin.call<{ id: string }>('POST', `/api/booking/${what}`, body, once());
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

type Trial = {
  given: boolean;
  times: { startsAt: string }[];
  count: number;
  days: { day: string; holiday: object | null; hours: object[] }[];
};
const tried = (by: Caller, of: string, body: object) => by.call<Trial & { code: string }>('POST', `/api/booking/${of}/trials`, body);
const seen = () => ({ placeId: town.point, from: '2027-03-29' });
const free = async () =>
  (
    await service
      .caller()
      .call<{ times: object[] }>(
        'GET',
        `/api/v1/booking/free-times?service=${bookable}&place=${town.point}&from=2027-03-29&until=2027-04-04`,
      )
  ).body.times;

describe('a trial', () => {
  test('of a service shows the free times it would have, and leaves nothing behind', async () => {
    const before = await free();
    const asIs = await tried(manager, `bookables/${bookable}`, { change: {}, ...seen() });
    expect(asIs, asIs.text).toMatchObject({ status: 200, body: { given: true, count: 0 } });
    // On Easter Monday, the 29th, the doors are closed: four days of three.
    expect(asIs.body.times).toHaveLength(12);
    expect(before).toHaveLength(12);
    const shorter = await tried(manager, `bookables/${bookable}`, { change: { minutes: 30, step: 30 }, ...seen() });
    expect(shorter.body.times).toHaveLength(24);
    expect((await tried(admin, `bookables/${bookable}`, { change: { active: false }, ...seen() })).body).toMatchObject({
      given: false,
      times: [],
    });
    expect((await tried(admin, `bookables/${bookable}`, { change: { minutes: 3 }, ...seen() })).status).toBe(422);
    expect(await free()).toEqual(before);
  });

  test('of a person shows two weeks with holidays, and who would have to be moved', async () => {
    const request = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: '2027-03-30T06:00:00Z' };
    const anyone = service.caller();
    const held = await anyone.call<{ id: string; secret: string }>('POST', '/api/v1/booking/holds', request, once());
    const headers = { authorization: `Bearer ${held.body.secret}`, ...once() };
    const contact = { name: 'Elli Esimerkki', phone: '050 000 1234' };
    const confirmed = await anyone.call('POST', `/api/v1/booking/appointments/${held.body.id}/confirmation`, contact, headers);
    expect(confirmed.status, confirmed.text).toBe(201);
    const body = { hours: [{ ...week[0], everyWeeks: 2, opens: '10:00', languages: null }], bookableId: bookable, ...seen() };
    const later = await tried(manager, `resources/${resource}`, body);
    expect(later, later.text).toMatchObject({ status: 200, body: { given: true, count: 1 } });
    expect(later.body.days).toHaveLength(14);
    expect(later.body.days[0]).toMatchObject({ day: '2027-03-29', holiday: { fi: '2. pääsiäispäivä' }, closed: true, hours: [] });
    expect(later.body.days[1]?.hours).toEqual([{ opens: '10:00', closes: '12:00', pointId: null, languages: null }]);
    expect(later.body.days.slice(7).flatMap(({ hours }) => hours)).toEqual([]);
    const away = await tried(manager, `resources/${resource}`, {
      ...{ days: { from: '2027-03-30', until: '2027-03-30', hours: [] }, bookableId: null, ...seen() },
    });
    expect(away.body).toMatchObject({ given: false, times: [], count: 1 });
    expect(away.body.days[1]).toMatchObject({ instead: true, hours: [] });
    expect((await admin.call<{ count: number }>('GET', '/api/booking/conflicts')).body.count).toBe(0);
    const others = await manager.call<{ told: string; times: object[] }>('GET', `/api/booking/appointments/${held.body.id}/other-times`);
    expect(others.body).toMatchObject({ told: 'call', language: 'fi' });
  });

  test('is for those who keep it; for others it does not exist', async () => {
    expect((await tried(kelaAdmin, `bookables/${bookable}`, { change: {}, ...seen() })).status).toBe(404);
    expect((await tried(kelaAdmin, `resources/${resource}`, { bookableId: null, ...seen() })).status).toBe(404);
    expect((await tried(manager, `resources/${resource}`, { bookableId: null, ...seen() })).status).toBe(200);
    const elsewhere = await aTown(db, clock);
    const hours = [{ ...week[0], pointId: elsewhere.point }];
    expect((await tried(manager, `resources/${resource}`, { hours, bookableId: null, ...seen() })).body.code).toBe('unknown-reference');
  });
});

test('who must be moved is in the list of whoever keeps the one booked, also where others move them', async () => {
  const { kela } = town.organisations;
  await sql`update resource set organisation_id = ${kela}::uuid where id = ${resource}::uuid`.execute(db);
  const { version } = (
    await kelaAdmin.call<{ version: number }>('PATCH', `/api/booking/resources/${resource}`, { version: 2, name: 'Neuvoja' })
  ).body;
  const away = await kelaAdmin.call<{ count: number }>('PUT', `/api/booking/resources/${resource}/hours`, { version, hours: [] });
  expect(away, away.text).toMatchObject({ status: 200, body: { count: 1 } });
  type Listed = { count: number; conflicts: { appointmentId: string }[] };
  const listed = async (by: Caller) => (await by.call<Listed>('GET', '/api/booking/conflicts')).body;
  const theirs = await listed(kelaAdmin);
  expect(theirs.count).toBe(1);
  const at = `/api/booking/appointments/${theirs.conflicts[0]?.appointmentId}/other-times`;
  expect((await kelaAdmin.call('GET', at)).status).toBe(404);
  expect((await manager.call('GET', at)).status).toBe(200);
  expect((await listed(await service.signIn(town.aino))).count).toBe(0);
});

test('what may be chosen: the points and queues one keeps or serves at, and one’s own people', async () => {
  const choices = async (by: Caller) => (await by.call<BookingChoices>('GET', '/api/booking/choices')).body;
  const mine = await choices(manager);
  expect(mine.organisationIds).toEqual([]);
  expect(mine.places).toEqual([
    { pointId: town.point, kept: true, organisationIds: [], queues: [expect.objectContaining({ id: queueId })] },
  ]);
  expect(mine.people.map(({ id }) => id)).toContain(town.aino.actor.personId);
  expect(mine.people.map(({ id }) => id)).not.toContain(town.mika.actor.personId);
  const theirs = await choices(admin);
  expect(theirs.organisationIds).toContain(town.organisations.city);
  expect(theirs.people.map(({ id }) => id)).toContain(town.aino.actor.personId);
  expect(theirs.people.map(({ id }) => id)).not.toContain(town.mika.actor.personId);
  expect((await choices(kelaAdmin)).people.map(({ id }) => id)).toContain(town.mika.actor.personId);
  expect(await choices(await service.signIn(town.aino))).toEqual({ organisationIds: [], places: [], people: [] });
});
