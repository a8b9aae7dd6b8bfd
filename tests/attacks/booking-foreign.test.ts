import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { follow } from '../../server/platform/live/testing/follow.ts';
import { type Answer, anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aWorld, fine, made, once, type Stranger, strangers, type World } from './world.ts';

/** What no single id asks for: lists, counts, exports, streams and secrets. Each id by itself: foreign.test.ts. */
const service = await anApp(await testDatabase());
const { db } = service.polku.desk;
const foreigners = await strangers(service);
let world: World;
let held: { id: string; secret: string };
let [waiter, feed] = ['', ''];

beforeAll(async () => {
  world = await aWorld(service);
  const { aino } = world.callers;
  const { serviceId, startsAt } = await aFreeTime();
  const place = { serviceId, placeId: world.town.point, way: 'point' };
  held = await made(service.caller(), '/api/v1/booking/holds', { ...place, startsAt });
  await made(service.caller(), '/api/v1/booking/waiting-places', {
    ...{
      serviceId,
      placeIds: [world.town.point],
      weekdays: [7],
      untilHour: 1,
      language: 'fi',
      name: 'Zqvera Odottaja',
      email: 'zqvera@posti.example',
    },
  });
  waiter = (await sql<{ id: string }>`select id from waiting where bookable_id = ${serviceId}::uuid`.execute(db)).rows[0]?.id as string;
  feed = addressOf(await fine(aino, 'PUT', '/api/booking/feed'));
});

async function aFreeTime() {
  const asked = `service=${world.bookable}&place=${world.town.point}&from=${today.add({ days: 1 })}&until=${today.add({ days: 14 })}`;
  const { times } = await fine<{ times: { startsAt: string }[] }>(service.caller(), 'GET', `/api/v1/booking/free-times?${asked}`);
  return { serviceId: world.bookable, startsAt: times[0]?.startsAt as string };
}

const addressOf = (own: unknown) => new URL((own as { feed: { address: string } }).feed.address).pathname;
/** What would say that something of city A's is there. */
const marks = () => {
  const { appointment, resource, block, invitation, otherInvitation, session, attender, series, wholeVisit, bus, busStop, expected } =
    world;
  return [
    appointment,
    resource,
    block,
    invitation,
    otherInvitation,
    session,
    attender,
    series,
    wholeVisit,
    bus,
    busStop,
    expected,
    held.id,
    waiter,
    'Zqvera',
    'zqvera',
  ];
};
const today = Temporal.Now.plainDateISO('Europe/Helsinki');
const days = `from=${today}&until=${today.add({ days: 4 })}`;
const lists = () => [
  '/api/booking/bookables',
  '/api/booking/resources',
  `/api/booking/resources?point=${world.town.point}`,
  '/api/booking/choices',
  '/api/booking/conflicts',
  `/api/booking/conflicts?resource=${world.resource}`,
  '/api/booking/calendars',
  `/api/booking/calendar?point=${world.town.point}&${days}`,
  `/api/booking/calendar?resource=${world.resource}&${days}`,
  '/api/booking/meetings/choices',
  `/api/booking/meetings?${days}`,
  '/api/booking/missed-meetings',
  '/api/booking/waiting',
  '/api/booking/offers',
  `/api/booking/free-times?service=${world.bookable}&place=${world.town.point}&${days}&appointment=${world.appointment}`,
  '/api/booking/buses',
  '/api/booking/metrics/services',
  '/api/booking/metrics/figures',
  '/api/booking/metrics/figures.csv',
  `/api/booking/metrics/figures.csv?service=${world.bookable}`,
];

describe('of another organisation', () => {
  test.each(foreigners.map((one): [string, Stranger] => [one.name, one]))(
    '%s finds nothing in any list, count or export',
    { timeout: 60_000 },
    async (_, { caller }) => {
      for (const url of lists()) {
        const { status, text } = await caller.call('GET', url);
        expect([url, status < 500, marks().filter((mark) => text.includes(mark))]).toEqual([url, true, []]);
      }
      const { status, body } = await caller.call<{ count: number }>('GET', '/api/booking/missed-meetings/count');
      expect([status === 200 ? body.count : 0]).toEqual([0]);
    },
  );

  test('the sample is seen: those it is for find it there', async () => {
    const { aino, admin } = world.callers;
    const texts = await Promise.all(lists().map(async (url) => [await aino.call('GET', url), await admin.call('GET', url)]));
    const all = texts
      .flat()
      .map(({ text }) => text)
      .join('\n');
    for (const mark of [world.resource, world.block, world.session, world.attender, world.bus, waiter, 'Zqvera Odottaja'])
      expect([mark, all.includes(mark)]).toEqual([mark, true]);
    expect(await fine(aino, 'GET', '/api/booking/missed-meetings/count')).toEqual({ count: 1 });
  });

  test('a stream of theirs says that calendars have changed, and of nobody’s', async () => {
    const stranger = foreigners.find(({ role }) => role === 'service-advisor') as Stranger;
    const stream = await follow(`${await service.listen()}/api/live?topic=appointments:all`, {
      headers: { cookie: stranger.caller.cookie },
    });
    expect(stream.status).toBe(200);
    await stream.untilBeat(1);
    await fine(world.callers.aino, 'DELETE', `/api/booking/appointments/${world.appointment}`);
    await stream.until((heard) => heard.some(({ data }) => data.id === 'calendar'));
    const said = JSON.stringify(stream.heard);
    expect([...marks(), world.matter, world.town.point, world.bookable].filter((mark) => said.includes(mark))).toEqual([]);
    stream.drop();
  });
});

describe('a secret', () => {
  const seenOf = ({ status, text, headers }: Answer) => {
    const { 'x-request-id': _id, date: _date, ...rest } = headers;
    return { status, text: text.replace(/"requestId":"[^"]+"/, ''), headers: Object.keys(rest).sort() };
  };
  const get = async (url: string, secret?: string) =>
    seenOf(await service.caller().call('GET', url, undefined, secret ? { authorization: `Bearer ${secret}` } : {}));

  test('of one appointment tells of no other, whether or not there is one', async () => {
    const unknown = await get(`/api/v1/booking/appointments/${randomUUID()}`, held.secret);
    expect(unknown.status).toBe(404);
    for (const [id, secret] of [
      [world.appointment, held.secret],
      [held.id, 'a'.repeat(27)],
      [held.id, undefined],
      [held.id, `${held.secret}x`],
      [randomUUID(), undefined],
    ] as const)
      expect(await get(`/api/v1/booking/appointments/${id}`, secret)).toEqual(unknown);
    for (const [method, path] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/confirmation'],
    ] as const) {
      const body =
        method === 'PATCH'
          ? { startsAt: '2099-03-09T08:00:00Z' }
          : method === 'POST'
            ? { name: 'Elli', email: 'elli@posti.example' }
            : undefined;
      const ask = async (id: string) =>
        seenOf(
          await service
            .caller()
            .call(method, `/api/v1/booking/appointments/${id}${path}`, body, { ...once(), authorization: `Bearer ${held.secret}` }),
        );
      expect(await ask(world.appointment)).toEqual(await ask(randomUUID()));
      expect((await ask(world.appointment)).status).toBe(404);
    }
    expect((await get(`/api/v1/booking/appointments/${held.id}`, held.secret)).status).toBe(200);
  });

  test('of an appointment opens nothing of another kind, and says no more than a wrong one', async () => {
    const wrong = 'b'.repeat(27);
    for (const url of [
      `/api/v1/booking/joint-bookings/${held.id}`,
      `/api/v1/booking/joint-bookings/${world.wholeVisit}`,
      '/api/v1/booking/waiting-place',
    ]) {
      expect((await get(url, held.secret)).status).toBe(404);
      expect(await get(url, held.secret)).toEqual(await get(url, wrong));
    }
    for (const path of ['/b/w/', '/b/together/', '/b/i/', '/a/', '/q/']) {
      expect([path, (await get(`${path}${held.secret}`)).status]).toEqual([path, 404]);
      expect([path, await get(`${path}${held.secret}`)]).toEqual([path, await get(`${path}${wrong}`)]);
    }
    expect((await get(`/calendars/${held.secret}.ics`)).status).toBe(404);
  });

  test('of a calendar that was renewed or taken away, or whose person left, says no more than a wrong one', async () => {
    const { aino } = world.callers;
    const wrong = await get(`/calendars/${'a'.repeat(27)}.ics`);
    expect([(await get(feed)).status, wrong.status]).toEqual([200, 404]);
    const renewed = addressOf(await fine(aino, 'PUT', '/api/booking/feed'));
    expect(await get(feed)).toEqual(wrong);
    expect((await get(renewed)).text).toContain('BEGIN:VCALENDAR');
    await sql`update person set disabled_at = now() where id = ${world.town.aino.actor.personId}::uuid`.execute(db);
    expect(await get(renewed)).toEqual(wrong);
    await sql`update person set disabled_at = null where id = ${world.town.aino.actor.personId}::uuid`.execute(db);
    expect((await get(renewed)).status).toBe(200);
    await fine(aino, 'DELETE', '/api/booking/feed');
    expect(await get(renewed)).toEqual(wrong);
  });
});
