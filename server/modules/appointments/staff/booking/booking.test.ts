import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { aBookable, aResource } from '../../../../testing/appointments.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aQueue, atPoint } from '../../../../testing/floor.ts';
import { aMatter, aTown, type Town } from '../../../../testing/town.ts';
import type { StaffAppointment } from './schema.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let mika: Caller;
let nelli: Caller;
let queueId: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  aino = await service.signIn(town.aino);
  mika = await service.signIn(town.mika);
  nelli = await service.signIn(town.nelli);
  queueId = await aQueue(db, town);
});
beforeEach(() => clock.set('2027-03-01T05:00:00Z'));

type Problem = { code: string };
const once = (key: string = randomUUID()) => ({ 'idempotency-key': key });
const customer = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
const book = (serviceId: string, startsAt: string, more: object = {}, by = aino, key?: string) =>
  by.call<StaffAppointment & Problem>(
    'POST',
    '/api/booking/appointments',
    { serviceId, placeId: town.point, way: 'point', startsAt, customer, ...more },
    once(key),
  );
const at = (id: string) => `/api/booking/appointments/${id}`;
const read = (id: string, by = aino) => by.call<StaffAppointment>('GET', at(id));
const pathOf = async (matterId: string) =>
  (
    await aino.call<{ steps: { id: string; title: string; at: string | null; place: string; state: string }[] }>(
      'GET',
      `/api/matters/${matterId}`,
    )
  ).body.steps;
const times = async (serviceId: string, day: string, by = aino) => {
  const url = `/api/booking/free-times?service=${serviceId}&place=${town.point}&from=${day}&until=${day}`;
  const { body } = await by.call<{ times?: { startsAt: string }[] }>('GET', url);
  return body.times?.map(({ startsAt }) => startsAt.slice(11, 16));
};
const aService = async (more: Parameters<typeof aBookable>[2] = {}) => {
  const bookable = await aBookable(db, town, { minutes: 60, queueId, ...more });
  await aResource(db, town, { skills: [bookable] });
  return bookable;
};

describe('staff book for a customer', () => {
  test('in one call, which repeated is the same one; the customer is told, and the point expects them', async () => {
    const bookable = await aService();
    const key = randomUUID();
    const first = await book(bookable, '2027-03-08T07:00:00Z', {}, aino, key);
    expect(first.status, first.text).toBe(201);
    expect(first.body).toMatchObject({ state: 'coming', customer, matter: null, preVisit: null });
    expect(first.body.code).toMatch(/^[2-9A-Y]{6}$/);
    expect(first.body.page).toContain('/b/');
    const again = await book(bookable, '2027-03-08T07:00:00Z', {}, aino, key);
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id, code: first.body.code } });
    expect((await book(bookable, '2027-03-08T07:00:00Z')).body.code).toBe('time-taken');
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from appointment_letter l where l.appointment_id = ${first.body.id}::uuid`.execute(db);
    await expect.poll(async () => (await lettersOf(first.body.id)).map(({ kind }) => kind)).toContain('confirmed');
    expect(rows[0]?.count).toBeLessThanOrEqual(2);
  });

  test('at shorter notice than anybody, and what is for staff and the invited only', async () => {
    const bookable = await aService();
    await sql`update bookable set notice = 10000 where id = ${bookable}::uuid`.execute(db);
    expect(await times(bookable, '2027-03-02')).toContain('07:00');
    const url = `/api/v1/booking/free-times?service=${bookable}&place=${town.point}&from=2027-03-02&until=2027-03-02`;
    expect((await service.caller().call<{ times: unknown[] }>('GET', url)).body.times).toEqual([]);
    expect((await book(bookable, '2027-03-02T07:00:00Z')).status).toBe(201);
    for (const who of ['staff', 'invited']) {
      const inner = await aService({ who });
      expect((await book(inner, '2027-03-03T07:00:00Z')).status).toBe(201);
      // Another authority's people serve neither for it nor at its point.
      expect((await book(inner, '2027-03-03T08:00:00Z', {}, mika)).status).toBe(404);
      expect(await times(inner, '2027-03-03', mika)).toBeUndefined();
    }
    const offers = await mika.call<{ services: { id: string }[] }>('GET', '/api/booking/offers');
    expect(offers.body.services.map(({ id }) => id)).toContain(bookable);
    const guard = await service.signIn(town.guard);
    expect((await guard.call<{ services: unknown[] }>('GET', '/api/booking/offers')).body.services).toEqual([]);
    expect((await book(bookable, '2027-03-08T07:00:00Z', {}, guard)).status).toBe(404);
  });

  test('what cannot be agreed is held for nobody', async () => {
    const bookable = await aService({ most: 1 });
    expect((await book(bookable, '2027-03-08T07:00:00Z', { customer: { ...customer, email: 'yksi@posti.example' } })).status).toBe(201);
    const refused = await book(bookable, '2027-03-08T08:00:00Z', { customer: { ...customer, email: 'yksi@posti.example' } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'too-many-booked' } });
    expect(await times(bookable, '2027-03-08')).toContain('08:00');
    expect((await book(bookable, '2027-03-08T08:00:00Z', { needs: ['no-such-need'] })).body.code).toBe('unknown-special-need');
  });

  test('a group comes together: the time is as long as so many take, and no more than may', async () => {
    const bookable = await aService({ minutes: 30 });
    await sql`update bookable set most_people = 4, minutes_each = 15 where id = ${bookable}::uuid`.execute(db);
    const offers = await aino.call<{ services: { id: string; mostPeople: number }[] }>('GET', '/api/booking/offers');
    expect(offers.body.services.find(({ id }) => id === bookable)?.mostPeople).toBe(4);
    const freeFor = async (people: number) => {
      const url = `/api/booking/free-times?service=${bookable}&place=${town.point}&from=2027-03-08&until=2027-03-08&people=${people}`;
      const { body } = await aino.call<{ times: { endsAt: string }[] }>('GET', url);
      return body.times.at(0)?.endsAt;
    };
    expect(await freeFor(1)).toBe('2027-03-08T06:30:00Z');
    expect(await freeFor(3)).toBe('2027-03-08T07:00:00Z');
    const three = await book(bookable, '2027-03-08T06:00:00Z', { people: 3 });
    expect(three.body).toMatchObject({ people: 3, endsAt: '2027-03-08T07:00:00Z' });
    expect((await book(bookable, '2027-03-08T07:00:00Z', { people: 5 })).body.code).toBe('too-many-people');
    expect((await book(bookable, '2027-03-08T07:00:00Z')).body).toMatchObject({ people: 1, endsAt: '2027-03-08T07:30:00Z' });
  });

  test('moved, it is taken back by who saw what became of it: the same people have it again, and no other version is undone', async () => {
    const bookable = await aService();
    for (const _ of [1, 2, 3]) await aResource(db, town, { skills: [bookable] });
    const { body } = await book(bookable, '2027-03-08T07:00:00Z');
    const move = (startsAt: string, undoes?: number) =>
      aino.call<{ version: number } & Problem>('PATCH', at(body.id), { startsAt, ...(undoes === undefined ? {} : { undoes }) });
    const who = async () =>
      (
        await sql<{
          id: string;
        }>`select resource_id as id from appointment_resource where appointment_id = ${body.id}::uuid and live`.execute(db)
      ).rows;
    for (const _ of [1, 2, 3, 4]) {
      const before = await who();
      const moved = await move('2027-03-09T07:00:00Z');
      expect(moved.status, moved.text).toBe(200);
      expect((await move('2027-03-08T07:00:00Z', moved.body.version - 1)).body.code).toBe('appointment-changed');
      expect((await move('2027-03-08T07:00:00Z', moved.body.version)).status).toBe(200);
      expect(await who()).toEqual(before);
    }
    const { rows } = await sql<{ data: object }>`select data from event where subject = ${body.id} order by seq desc limit 2`.execute(db);
    expect(rows.map(({ data }) => 'undoes' in data)).toEqual([true, false]);
    expect((await move('2027-03-09T07:00:00Z', 0)).status).toBe(422);
    // To where it was not before, it is no taking back: the customer is told.
    const { version } = (await move('2027-03-09T07:00:00Z')).body;
    expect((await move('2027-03-09T08:00:00Z', version)).status).toBe(200);
    const last = await sql<{ data: object }>`select data from event where subject = ${body.id} order by seq desc limit 1`.execute(db);
    expect(last.rows[0]?.data).toMatchObject({ change: 'moved', byStaff: true });
    expect(last.rows[0]?.data).not.toHaveProperty('undoes');
  });

  test('a customer without an e-mail address or a number is booked by name', async () => {
    const bookable = await aService();
    const { status, body } = await book(bookable, '2027-03-08T07:00:00Z', { customer: { name: 'Nimi Vain' } });
    expect(status).toBe(201);
    expect(body.customer).toEqual({ name: 'Nimi Vain', email: null, phone: null });
  });
});

const lettersOf = async (id: string) =>
  (await sql<{ kind: string }>`select kind from appointment_letter where appointment_id = ${id}::uuid`.execute(db)).rows;

describe('the path of a matter says the time', () => {
  test('as a step of its own, which moves and goes with it', async () => {
    const bookable = await aService();
    const { id: matterId } = await aMatter(town, town.aino);
    const { body } = await book(bookable, '2027-03-09T07:00:00Z', { matterId });
    expect(body.matter).toMatchObject({ id: matterId });
    const [step] = await pathOf(matterId);
    expect(step).toMatchObject({ id: body.stepId, title: 'Varattu aika', at: '2027-03-09T07:00:00.000Z', state: 'now' });
    expect((await aino.call('PATCH', at(body.id), { startsAt: '2027-03-09T09:00:00Z' })).status).toBe(200);
    expect((await pathOf(matterId))[0]?.at).toBe('2027-03-09T09:00:00.000Z');
    const { appointments } = (await aino.call<{ appointments: StaffAppointment[] }>('GET', `/api/booking/matters/${matterId}/appointments`))
      .body;
    expect(appointments.map(({ id }) => id)).toEqual([body.id]);
    expect((await aino.call('DELETE', at(body.id))).status).toBe(204);
    expect((await pathOf(matterId)).filter(({ state }) => state !== 'dropped')).toEqual([]);
  });

  test('where it belongs among the coming times, and again when it is moved; what people have put in order stays', async () => {
    const bookable = await aService();
    const { id: matterId } = await aMatter(town, town.aino);
    const add = (title: string) => aino.call('POST', `/api/matters/${matterId}/steps`, { title });
    for (const title of ['Tuo vuokrasopimus', 'Täytä hakemus']) await add(title);
    const order = async () => (await pathOf(matterId)).map(({ title, at: when, state }) => [when?.slice(8, 13) ?? title, state]);
    const bookAt = async (startsAt: string) => (await book(bookable, startsAt, { matterId })).body;
    const last = await bookAt('2027-03-11T07:00:00Z');
    await bookAt('2027-03-09T07:00:00Z');
    await add('Odota päätöstä');
    const [first, second] = ['Tuo vuokrasopimus', 'Täytä hakemus'];
    expect(await order()).toEqual([
      [first, 'now'],
      [second, 'planned'],
      ['09T07', 'planned'],
      ['11T07', 'planned'],
      ['Odota päätöstä', 'planned'],
    ]);
    expect((await aino.call('PATCH', at(last.id), { startsAt: '2027-03-08T09:00:00Z' })).status).toBe(200);
    expect((await order()).map(([what]) => what)).toEqual([first, second, '08T09', '09T07', 'Odota päätöstä']);
  });

  test('on the step it was booked for, which stays when the customer cancels by their link', async () => {
    const bookable = await aService();
    const { id: matterId } = await aMatter(town, town.aino);
    const { body: added } = await aino.call<{ id: string }>('POST', `/api/matters/${matterId}/steps`, { title: 'Käynti neuvonnassa' });
    const { body } = await book(bookable, '2027-03-09T07:00:00Z', { matterId, stepId: added.id });
    expect(await pathOf(matterId)).toMatchObject([{ id: added.id, title: 'Käynti neuvonnassa', at: '2027-03-09T07:00:00.000Z' }]);
    const secret = body.page?.split('/').at(-1) as string;
    const theirs = { authorization: `Bearer ${secret}` };
    expect((await service.caller().call('DELETE', `/api/v1/booking/appointments/${body.id}`, undefined, theirs)).status).toBe(204);
    expect(await pathOf(matterId)).toMatchObject([{ id: added.id, at: null, state: 'now' }]);
  });

  test('not of a matter that others keep, nor on a step that is none of it', async () => {
    const bookable = await aService();
    const { id: matterId } = await aMatter(town, town.aino);
    expect((await book(bookable, '2027-03-09T07:00:00Z', { matterId }, nelli)).status).toBe(404);
    expect((await book(bookable, '2027-03-09T07:00:00Z', { matterId, stepId: randomUUID() })).status).toBe(404);
    expect(await times(bookable, '2027-03-09')).toContain('07:00');
    expect((await nelli.call('GET', `/api/booking/matters/${matterId}/appointments`)).status).toBe(404);
  });
});

describe('whose time it is', () => {
  test('is seen by those who serve for it, its point, its booker and its matter’s keepers, and each look is audited', async () => {
    const bookable = await aService();
    const { body } = await book(bookable, '2027-03-10T07:00:00Z', {}, nelli);
    const guest = await service.signIn(await atPoint(db, town, 'authority-specialist', town.organisations.kela));
    for (const by of [aino, nelli]) expect((await read(body.id, by)).body.customer?.name).toBe('Elli Esimerkki');
    for (const by of [mika, guest, await service.signIn(town.guard)]) {
      expect((await read(body.id, by)).status).toBe(404);
      expect((await by.call('PATCH', at(body.id), { startsAt: '2027-03-10T08:00:00Z' })).status).toBe(404);
      expect((await by.call('DELETE', at(body.id))).status).toBe(404);
      expect((await by.call('PUT', `${at(body.id)}/presence`, { state: 'missed' })).status).toBe(404);
    }
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_entry
      where action = 'appointment.read' and ${body.id}::uuid = any(subjects) and person_id = ${town.aino.actor.personId}::uuid`.execute(db);
    expect(rows[0]?.count).toBe(1);
    expect(JSON.stringify(service.lines)).not.toContain('Elli');
  });
});
