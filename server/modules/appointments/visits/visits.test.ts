import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookersLetters } from '../../../testing/bookers-letters.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aDevice, aQueue, atPoint } from '../../../testing/floor.ts';
import { readQr } from '../../../testing/qr.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import type { AddressLetter } from '../../matters/own/contact/types.ts';
import { createCapacities } from '../capacity/service.ts';
import { JOINT_CHANGED } from '../events.ts';
import { tellingBookers } from '../telling/reactions.ts';
import type { Booking } from '../types.ts';
import { moveVisit } from './moving.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const booking = { ...service.polku.desk, keys: service.keys, capacities: createCapacities(db) } as unknown as Booking;
const anyone = service.caller();
let town: Town;
let aino: Caller;
let byMika: By;
let [city, kela, cityCounter, kelaCounter] = ['', '', '', ''];

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  service.polku.desk.directory.forget();
  byMika = await atPoint(db, town, 'authority-specialist', town.organisations.kela);
  aino = await service.signIn(town.aino);
  [city, kela] = [await aQueue(db, town), await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' })];
  [cityCounter, kelaCounter] = [await aCounter(db, town, [city]), await aCounter(db, town, [kela], 'Huone 2')];
});

type Part = { id: string; serviceId: string; startsAt: string; endsAt: string; state: string };
type Joint = { id: string; secret: string; code: string | null; state: string; people: number; parts: Part[] };
const once = () => ({ 'idempotency-key': randomUUID() });
const bearer = ({ secret }: Pick<Joint, 'secret'>) => ({ authorization: `Bearer ${secret}` });
const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
const at = (it: Pick<Joint, 'id'>) => `/api/v1/booking/joint-bookings/${it.id}`;
const hold = (parts: { serviceId: string; startsAt: string }[], more: object = {}, key = once()) =>
  anyone.call<Joint & { code: string }>('POST', '/api/v1/booking/visits', { placeId: town.point, parts, ...more }, key);
const confirm = (it: Joint, key = once()) => anyone.call<Joint>('POST', `${at(it)}/confirmation`, contact, { ...bearer(it), ...key });
const read = async (it: Joint) => (await anyone.call<Joint>('GET', at(it), undefined, bearer(it))).body;
const timesOf = async (services: string[], day: string, more = '') => {
  const url = `/api/v1/booking/visit-times?services=${services.join(',')}&place=${town.point}&from=${day}&until=${day}${more}`;
  const { body } = await anyone.call<{ visits: { startsAt: string; parts: Part[] }[] }>('GET', url);
  return body.visits;
};
const statuses = (answers: readonly { status: number }[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, those]) => [status, those.length]));

/** A service with one who gives it, in these hours. */
async function given(minutes: number, opens: string, closes: string, more: { queueId?: string; most?: number } = {}): Promise<string> {
  const id = await aBookable(db, town, { minutes, step: 15, ...more });
  await aResource(db, town, { skills: [id], opens, closes });
  return id;
}
async function overlaps(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from appointment_resource a join appointment_resource b
    on a.resource_id = b.resource_id and a.during && b.during and a.appointment_id < b.appointment_id where a.live and b.live`.execute(db);
  return rows[0]?.count ?? -1;
}
/** Whole visits only: none of which some parts are taken and others are not. */
async function halves(services: readonly string[]): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from (select joint_id from appointment where joint_id is not null
    and state in ('held', 'confirmed') and bookable_id = any(${services}::uuid[]) group by 1 having count(*) < 2) x`.execute(db);
  return rows[0]?.count ?? -1;
}

describe('services of one visit', () => {
  test('are found one after another in whatever order fits, the earliest arrival first', async () => {
    const [morning, late] = [await given(30, '08:00', '09:00'), await given(45, '08:30', '10:00')];
    const visits = await timesOf([late, morning], '2027-03-08');
    expect(visits.map(({ parts }) => parts.map(({ startsAt }) => startsAt.slice(11, 16)))).toEqual([
      ['06:00', '06:30'],
      ['06:15', '06:45'],
      ['06:30', '07:00'],
    ]);
    expect(visits[0]?.parts.map(({ serviceId }) => serviceId)).toEqual([morning, late]);
  });

  test('have at most so many minutes between them as the point sets', async () => {
    const [first, second] = [await given(30, '08:00', '08:30'), await given(30, '09:00', '09:30')];
    expect(await timesOf([first, second], '2027-03-08')).toEqual([]);
    const admin = await service.signIn(await atPoint(db, town, 'point-manager'));
    expect((await aino.call('PUT', `/api/booking/points/${town.point}/visit-setting`, { mostBetween: 30 })).status).toBe(403);
    expect((await admin.call('PUT', `/api/booking/points/${town.point}/visit-setting`, { mostBetween: 30 })).status).toBe(200);
    expect(await timesOf([first, second], '2027-03-08')).toHaveLength(1);
    expect((await admin.call('PUT', `/api/booking/points/${town.point}/visit-setting`, { mostBetween: 15 })).status).toBe(200);
    const parts = [first, second].map((serviceId, n) => ({ serviceId, startsAt: n ? '2027-03-08T07:00:00Z' : '2027-03-08T06:00:00Z' }));
    expect((await hold(parts)).body).toMatchObject({ code: 'time-not-bookable' });
  });

  test('are longer for a family where the service says so, and for no more than it takes', async () => {
    const [one, other] = [await given(30, '08:00', '10:00'), await given(30, '08:00', '10:00')];
    await sql`update bookable set most_people = 4, minutes_each = 15 where id = any(${[one, other]}::uuid[])`.execute(db);
    const [visit] = await timesOf([one, other], '2027-03-09', '&people=3');
    expect(visit?.parts[0]).toMatchObject({ startsAt: '2027-03-09T06:00:00Z', endsAt: '2027-03-09T07:00:00Z' });
    const parts = (visit?.parts ?? []).map(({ serviceId, startsAt }) => ({ serviceId, startsAt }));
    expect((await hold(parts, { people: 3 })).body).toMatchObject({ state: 'held', people: 3 });
    expect((await hold(parts, { people: 5 })).body).toMatchObject({ code: 'too-many-people' });
  });
});

describe('a visit of two authorities', () => {
  test('has one code: who shows it at the kiosk is served by both in order, and nobody else expects them meanwhile', async () => {
    const [first, second] = [await given(30, '10:00', '12:00', { queueId: kela }), await given(30, '10:00', '12:00', { queueId: city })];
    const parts = [
      { serviceId: first, startsAt: '2027-03-01T08:00:00Z' },
      { serviceId: second, startsAt: '2027-03-01T08:30:00Z' },
    ];
    const held = (await hold(parts)).body;
    const key = once();
    const answers = await Promise.all([confirm(held), confirm(held), confirm(held, key), confirm(held, key)]);
    expect(statuses(answers)).toEqual({ 201: 4 });
    expect(new Set(answers.map(({ body }) => body.code)).size).toBe(1);
    const code = answers[0]?.body.code as string;
    clock.set('2027-03-01T07:50:00Z');
    const [aino, mika] = [await service.signIn(town.aino), await service.signIn(byMika)];
    const kiosk = service.caller((await aDevice(db, town, 'kiosk')).cookie);
    const arrived = await kiosk.call<{ code: string }>('POST', '/api/device/arrivals', { code, language: 'fi' }, once());
    expect(arrived.status, arrived.text).toBe(201);
    for (const [by, counter] of [
      [aino, cityCounter],
      [mika, kelaCounter],
    ] as const)
      await by.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
    const call = async (by: Caller, counter: string) => {
      clock.advance('PT2S');
      return (
        await by.call<{ called: { visitId: string; code: string } | null }>('POST', `/api/queue/counters/${counter}/calls`, {}, once())
      ).body.called;
    };
    expect(await call(aino, cityCounter), 'not before the first is over').toBeNull();
    clock.set('2027-03-01T08:00:00Z');
    const called = await call(mika, kelaCounter);
    expect(called?.code).toBe(arrived.body.code);
    for (const deed of ['serving', 'finished']) await mika.call('POST', `/api/queue/visits/${called?.visitId}/deeds`, { deed });
    clock.set('2027-03-01T08:31:00Z');
    expect(await call(await service.signIn(town.aino), cityCounter)).toMatchObject({ visitId: called?.visitId, code: called?.code });
    const { rows } = await sql<{
      dueAt: Temporal.Instant;
    }>`select due_at as "dueAt" from visit_step where visit_id = ${called?.visitId}::uuid order by position`.execute(db);
    expect(rows.map(({ dueAt }) => dueAt.toString())).toEqual(['2027-03-01T08:00:00Z', '2027-03-01T08:30:00Z']);
    clock.set('2027-03-01T05:00:00Z');
  });

  test('is moved whole at once, also into its own old times, under the same code; two who want the same new time: one gets it', async () => {
    const [first, second] = [await given(30, '10:00', '13:00', { queueId: kela }), await given(30, '10:00', '13:00', { queueId: city })];
    const of = (from: string, until: string) => [
      { serviceId: first, startsAt: `2027-03-10T${from}:00Z` },
      { serviceId: second, startsAt: `2027-03-10T${until}:00Z` },
    ];
    const agreed = async (from: string, until: string): Promise<Joint> => {
      const held = (await hold(of(from, until))).body;
      return { ...(await confirm(held)).body, secret: held.secret };
    };
    const [one, other] = [await agreed('08:00', '08:30'), await agreed('09:00', '09:30')];
    const moved = (it: Joint, parts: { serviceId: string; startsAt: string }[]) =>
      moveVisit(
        booking,
        it.id,
        parts.map(({ serviceId, startsAt }) => ({ bookableId: serviceId, at: Temporal.Instant.from(startsAt).epochMilliseconds })),
      ).then(
        () => 'moved',
        (error: { code: string }) => error.code,
      );
    // What the other stands in is not to be had, and nothing of one's own is lost by asking.
    expect(await moved(one, of('09:00', '09:30'))).toBe('time-taken');
    expect((await read(one)).parts.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual(['08:00', '08:30']);
    expect(await moved(one, of('08:15', '10:30'))).toBe('time-not-bookable');
    expect(await moved(one, of('08:00', '08:45').slice(0, 1))).toBe('time-not-bookable');
    // A quarter later it meets its own old times: they are free to it.
    expect(await moved(one, of('08:15', '08:45'))).toBe('moved');
    // In the other order of its services: each takes what the other part left.
    expect(
      await moved(one, [
        { serviceId: second, startsAt: '2027-03-10T08:00:00Z' },
        { serviceId: first, startsAt: '2027-03-10T08:30:00Z' },
      ]),
    ).toBe('moved');
    const now = await read(one);
    expect(now.parts.map(({ serviceId }) => serviceId)).toEqual([second, first]);
    expect(now.code).toBe(one.code);
    const answers = await Promise.all([moved(one, of('10:00', '10:30')), moved(other, of('10:00', '10:30'))]);
    expect(answers.sort()).toEqual(['moved', 'time-taken']);
    expect([await overlaps(), await halves([first, second])]).toEqual([0, 0]);
  });

  test('is cancelled whole or in part, and moved in part, under the same code; each part belongs to its own visit', async () => {
    const [first, second] = [await given(30, '10:00', '12:00', { queueId: kela }), await given(30, '10:00', '12:00', { queueId: city })];
    const book = async (day: string) => {
      const { body } = await hold([
        { serviceId: first, startsAt: `${day}T08:00:00Z` },
        { serviceId: second, startsAt: `${day}T08:30:00Z` },
      ]);
      return { ...(await confirm(body)).body, secret: body.secret };
    };
    const [one, other] = [await book('2027-03-10'), await book('2027-03-11')];
    const part = (it: Joint, n: number) => `${at(it)}/parts/${it.parts[n]?.id}`;
    expect((await anyone.call('DELETE', `${at(one)}/parts/${other.parts[0]?.id}`, undefined, bearer(one))).status).toBe(404);
    expect((await anyone.call('GET', at(one), undefined, bearer(other))).status).toBe(404);
    expect((await anyone.call('PATCH', part(one, 1), { startsAt: '2027-03-10T09:00:00Z' }, bearer(one))).status).toBe(200);
    expect(await expected(one)).toEqual({ queue: kela, due: '2027-03-10T08:00:00Z', following: ['2027-03-10T09:00:00Z'] });
    expect((await anyone.call('DELETE', part(one, 0), undefined, bearer(one))).status).toBe(204);
    expect(await expected(one)).toEqual({ queue: city, due: '2027-03-10T09:00:00Z', following: [] });
    expect(await read(one)).toMatchObject({ state: 'confirmed', code: one.code });
    expect(statuses(await Promise.all([1, 2, 3].map(() => anyone.call('DELETE', at(one), undefined, bearer(one)))))).toEqual({ 204: 3 });
    expect(await expected(one)).toBeUndefined();
    expect((await read(one)).state).toBe('cancelled');
    expect((await read(other)).state).toBe('confirmed');
    expect((await anyone.call('DELETE', part(other, 0), undefined, bearer(other))).status).toBe(204);
    expect(
      statuses([
        await hold([
          { serviceId: first, startsAt: '2027-03-11T08:00:00Z' },
          { serviceId: second, startsAt: '2027-03-11T09:00:00Z' },
        ]),
      ]),
    ).toEqual({ 422: 1 });
  });

  test('is told of in one letter with one entry, and of what becomes of it', async () => {
    const [first, second] = [await given(30, '10:00', '12:00', { queueId: kela }), await given(30, '10:00', '12:00', { queueId: city })];
    const { body } = await hold([
      { serviceId: first, startsAt: '2027-03-15T08:00:00Z' },
      { serviceId: second, startsAt: '2027-03-15T08:30:00Z' },
    ]);
    const { code } = (await confirm(body)).body;
    const [letter, ...others] = await told();
    expect(others).toEqual([]);
    expect(await readQr(letter?.picture?.png as Buffer)).toEqual([code]);
    expect(letter?.subject).toBe('Aikasi on varattu');
    expect(letter?.text).toContain(`/b/together/${body.secret}`);
    expect(`${letter?.subject}${letter?.text}${letter?.calendar?.content}`).not.toMatch(/Kela|Neuvonta|Elli/);
    const [entry, ...more] = Object.values(ical.sync.parseICS(letter?.calendar?.content ?? '')).filter(
      (one) => one?.type === 'VEVENT',
    ) as VEvent[];
    expect(more).toEqual([]);
    expect([entry?.start.toISOString(), entry?.end?.toISOString()]).toEqual(['2027-03-15T08:00:00.000Z', '2027-03-15T09:00:00.000Z']);
    await anyone.call('DELETE', `${at(body)}/parts/${body.parts[1]?.id}`, undefined, bearer(body));
    const [changed] = await told();
    expect([changed?.subject, changed?.calendar?.method]).toEqual(['Varauksesi on muuttunut', 'PUBLISH']);
    await anyone.call('DELETE', at(body), undefined, bearer(body));
    const [gone] = await told();
    expect([gone?.subject, gone?.calendar?.method]).toEqual(['Aikasi on peruttu', 'CANCEL']);
  });
});

describe('many who want the same', () => {
  test('in another order: nobody is in two places, no visit is taken by halves, and somebody always gets theirs', async () => {
    const rules = [{ need: 'needs-interpreter', part: { kind: 'interpreter' } }];
    const parts = [{ kind: 'person' as const }, { kind: 'room' as const }];
    const services: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const id = await aBookable(db, town, { minutes: 30, buffer: 5, parts, rules });
      for (let m = 0; m < 4; m += 1) await aResource(db, town, { skills: [id] });
      services.push(id);
    }
    for (let n = 0; n < 4; n += 1) await aResource(db, town, { kind: 'room', skills: services });
    for (let n = 0; n < 2; n += 1) await aResource(db, town, { kind: 'interpreter', point: null });
    const [a, b] = services as [string, string];
    const starts = ['2027-03-22T08:00:00Z', '2027-03-22T08:30:00Z'] as const;
    const wishes = Array.from({ length: 60 }, (_, n) => {
      const order = n % 2 ? [a, b] : [b, a];
      return hold(
        order.map((serviceId, m) => ({ serviceId, startsAt: starts[m] as string })),
        n % 3 ? {} : { needs: ['needs-interpreter'] },
      );
    });
    const answers = await Promise.all(wishes);
    expect(Object.keys(statuses(answers))).toEqual(['201', '409']);
    // Rooms are kept for five minutes more: four rooms are enough for two visits of two services.
    expect(statuses(answers)[201]).toBeGreaterThanOrEqual(1);
    expect(statuses(answers)[201]).toBeLessThanOrEqual(4);
    expect(await overlaps()).toBe(0);
    expect(await halves(services)).toBe(0);
  });

  test('with one who gives each: exactly one of a hundred gets the visit', async () => {
    const [a, b] = [await given(30, '08:00', '16:00'), await given(30, '08:00', '16:00')];
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        hold([
          { serviceId: a, startsAt: '2027-03-23T08:00:00Z' },
          { serviceId: b, startsAt: '2027-03-23T08:30:00Z' },
        ]),
      ),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 409: 99 });
  });

  test('held too long, all parts are free at once and the late booker is told so', async () => {
    const [a, b] = [await given(30, '08:00', '16:00'), await given(30, '08:00', '16:00')];
    const parts = [
      { serviceId: a, startsAt: '2027-03-24T08:00:00Z' },
      { serviceId: b, startsAt: '2027-03-24T08:30:00Z' },
    ];
    const late = (await hold(parts)).body;
    clock.advance('PT11M');
    expect((await hold(parts)).status).toBe(201);
    expect(await confirm(late)).toMatchObject({ status: 409, body: { code: 'hold-expired' } });
    expect(await overlaps()).toBe(0);
  });
});

async function expected({ id }: Joint) {
  const { rows } = await sql<{
    queue: string;
    due: Temporal.Instant;
    following: { dueAt: string }[];
  }>`select e.queue_id as queue, e.due_at as due, e.following
    from expected_visit e join joint_booking j on j.expected_id = e.id where j.id = ${id}::uuid and e.cancelled_at is null`.execute(db);
  const [row] = rows;
  return row && { queue: row.queue, due: row.due.toString(), following: row.following.map(({ dueAt }) => dueAt) };
}

let seen = '0';
/** Each event goes by twice, as after a crash it may. */
async function told(): Promise<AddressLetter[]> {
  const reaction = tellingBookers({ clock });
  const { rows } = await sql<{ seq: string; type: string; subject: string; data: object }>`select seq, type, subject, data from event
    where type like 'appointments.%' and seq > ${seen}::bigint order by seq`.execute(db);
  seen = rows.at(-1)?.seq ?? seen;
  const last = rows.filter(({ type }) => type === JOINT_CHANGED).at(-1)?.subject;
  const parts = await sql<{ id: string }>`select id from appointment where joint_id = ${last}::uuid`.execute(db);
  const ours = new Set([last, ...parts.rows.map(({ id }) => id)]);
  for (const event of [...rows, ...rows].filter(({ subject }) => ours.has(subject)))
    await inTransaction(db, (trx) => reaction.handle(trx, event as never));
  const out = await bookersLetters({ db, clock, keys: service.keys });
  return out.filter(({ calendar }) => calendar?.content.includes(last ?? '-'));
}
