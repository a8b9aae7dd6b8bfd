import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aDevice, aQueue } from '../../../testing/floor.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { Place, QueueBoard } from '../board/schema.ts';
import { type Expected, expectVisit } from '../expected/service.ts';
import type { KioskTicket, KioskView } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let kiosk: Caller;
let other: Caller;
let kela: string;
let reception: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  aino = await service.signIn(town.aino);
  [kiosk, other] = [service.caller((await aDevice(db, town, 'kiosk')).cookie), service.caller((await aDevice(db, town, 'kiosk')).cookie)];
  reception = await aQueue(db, town, { kind: 'reception', prefix: 'R' });
  kela = await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' });
});
beforeEach(() => clock.set('2026-11-23T08:00:00Z'));

const once = () => ({ 'idempotency-key': randomUUID() });
type Answered = KioskTicket & { code: string };
const take = (body: object = {}, by = kiosk, key = once()) =>
  by.call<Answered>('POST', '/api/device/visits', { queueId: reception, language: 'fi', ...body }, key);
const view = async (by = kiosk) => (await by.call<KioskView>('GET', '/api/device/kiosk')).body;
const blocks = async (by = kiosk, day = '2026-11-23') =>
  (await view(by)).blocks.filter((block) => block.day === day && block.prefix === 'R');
const stepOf = async (code: string) =>
  (await aino.call<QueueBoard>('GET', `/api/queue/points/${town.point}/board`)).body.steps.find((step) => step.code === code);
const expectOne = (more: Partial<Expected> = {}) =>
  inTransaction(db, (trx) =>
    expectVisit({ keys: service.keys }, trx, { pointId: town.point, queueId: kela, dueAt: clock.now().add({ minutes: 30 }), ...more }),
  );

describe('a number at the kiosk', () => {
  test('waits at once, with the needs said', async () => {
    const { status, body } = await take({ needs: ['wheelchair'], language: 'sv' });
    expect(status).toBe(201);
    expect(body.page).toMatch(/\/q\/[\w-]{27}$/);
    expect(await stepOf(body.code)).toMatchObject({ state: 'waiting', queueId: reception, needs: ['wheelchair'], language: 'sv' });
  });

  test('is one number for a double tap', async () => {
    const key = once();
    const [first, second] = await Promise.all([take({}, kiosk, key), take({}, kiosk, key)]);
    expect(second.body.code).toBe(first.body.code);
    expect(second.body.page).toBe(first.body.page);
  });

  test('is of its own point, and a need that is not asked in a hall is refused', async () => {
    const elsewhere = await aQueue(db, await aTown(db, clock));
    expect((await take({ queueId: elsewhere })).status).toBe(404);
    const hidden = await aQueue(db, town, { prefix: 'X' });
    await sql`update queue set at_kiosk = false where id = ${hidden}::uuid`.execute(db);
    clock.advance('PT2S');
    expect((await take({ queueId: hidden })).status).toBe(404);
    expect((await take({ needs: ['anxiety'] })).body.code).toBe('unknown-special-need');
    expect((await service.caller((await aDevice(db, town, 'display')).cookie).call('GET', '/api/device/kiosk')).status).toBe(401);
  });
});

describe('without network', () => {
  test('numbers come from blocks of its own: two kiosks share none, nor do those given online', async () => {
    const [mine, theirs] = [await blocks(kiosk), await blocks(other)];
    const online = Number((await take()).body.code.slice(1));
    const within = ({ first, last }: { first: number; last: number }, number: number) => first <= number && number <= last;
    for (const block of mine) {
      expect(theirs.some(({ first, last }) => within(block, first) || within(block, last))).toBe(false);
      expect(within(block, online)).toBe(false);
    }
    expect(await blocks(kiosk)).toEqual(mine);
  });

  test('are told of afterwards: the arrival is the receipt less the age, once however often it is sent', async () => {
    const [block] = await blocks();
    const offline = { code: `R${String(block?.next).padStart(3, '0')}`, ageMs: 600_000 };
    const key = once();
    expect((await take({ offline }, kiosk, key)).body.code).toBe(offline.code);
    expect((await take({ offline }, kiosk, key)).body.code).toBe(offline.code);
    expect((await take({ offline })).body.code).toBe('number-taken');
    expect(await stepOf(offline.code)).toMatchObject({ arrivedAt: '2026-11-23T07:50:00Z', waitsFrom: '2026-11-23T07:50:00Z' });
    expect((await blocks())[0]?.next).toBe((block?.next ?? 0) + 1);
  });

  test('are of its own blocks only', async () => {
    const [theirs] = await blocks(other);
    expect((await take({ offline: { code: `R${theirs?.next}`, ageMs: 0 } })).body.code).toBe('number-not-ours');
    expect((await take({ offline: { code: 'R99999', ageMs: 0 } })).body.code).toBe('number-not-ours');
  });

  test('are never offered again, also when the visitor has moved to another point', async () => {
    const [block] = await blocks();
    const code = `R${String(block?.next).padStart(3, '0')}`;
    expect((await take({ offline: { code, ageMs: 0 } })).status).toBe(201);
    // At another point the visit has the number of that place.
    const elsewhere = (await aTown(db, clock)).point;
    await sql`update visit set point_id = ${elsewhere}::uuid, code = 'X001' where point_id = ${town.point}::uuid and code = ${code}`.execute(
      db,
    );
    expect((await blocks())[0]?.next).toBe((block?.next ?? 0) + 1);
  });

  test('are topped up before they run out', async () => {
    const [block] = await blocks(other);
    for (let number = block?.next ?? 0; number <= (block?.last ?? 0) - 10; number += 1)
      expect((await take({ offline: { code: `R${number}`, ageMs: 0 } }, other)).status).toBe(201);
    const now = await blocks(other);
    expect(now.reduce((sum, { next, last }) => sum + last - next + 1, 0)).toBe(60);
  });
});

test('a queue taken out of use while somebody takes a number has them in it, or gives none', async () => {
  const admin = await service.signIn(town.admin);
  for (let round = 0; round < 10; round += 1) {
    const queueId = await aQueue(db, town, { prefix: 'T' });
    const [number, out] = await Promise.all([
      take({ queueId }),
      admin.call<{ code: string }>('PATCH', `/api/queue/queues/${queueId}`, { active: false, version: 1 }),
    ]);
    expect([
      [201, 409],
      [404, 204],
    ]).toContainEqual([number.status, out.status]);
  }
});

test('two kiosks over midnight and over 999: every number once on its day', async () => {
  await sql`insert into queue_number (point_id, day, prefix, last) values (${town.point}::uuid, '2026-11-24', 'R', 990)
    on conflict (point_id, day, prefix) do update set last = 990`.execute(db);
  clock.set('2026-11-23T21:59:50Z');
  const tomorrow = (await blocks(kiosk, '2026-11-24'))[0];
  const taken: string[] = [];
  for (let n = 0; n < 12; n += 1) {
    clock.advance('PT2S');
    const [first, second] = await Promise.all([take({}, kiosk), take({}, other)]);
    taken.push(first.body.code, second.body.code);
  }
  // Given without network just before midnight by the server's clock, from the block of the coming day by the kiosk's.
  const early = await take({ offline: { code: `R${String(tomorrow?.next).padStart(3, '0')}`, ageMs: 60_000 } });
  expect(early.status, early.text).toBe(201);
  const { rows } = await sql<{
    day: string;
    codes: number;
    visits: number;
  }>`select day::text, count(distinct code)::int as codes, count(*)::int as visits from visit
    where point_id = ${town.point}::uuid and arrived_at > '2026-11-23T21:50:00Z' group by day order by day`.execute(db);
  expect(rows.map(({ codes, visits }) => codes === visits)).toEqual([true, true]);
  expect(rows.reduce((sum, { visits }) => sum + visits, 0)).toBe(25);
  expect(taken.filter((code) => code.length === 5).length).toBeGreaterThan(0);
});

describe('an appointment', () => {
  test('is joined by its code: the time, the needs and the matter are known', async () => {
    const { id: matterId } = await aMatter(town, town.aino);
    const { code } = await expectOne({ matterId, needs: ['hearing'], language: 'sv' });
    const arrived = await kiosk.call<Answered>('POST', '/api/device/arrivals', { code: ` ${code.toLowerCase()} `, language: 'fi' }, once());
    expect(arrived.status, arrived.text).toBe(201);
    expect(await stepOf(arrived.body.code)).toMatchObject({
      queueId: kela,
      dueAt: '2026-11-23T08:30:00Z',
      needs: ['hearing'],
      language: 'sv',
      reason: 'early',
    });
    expect(arrived.body.language).toBe('sv');
    const again = await kiosk.call<Answered>('POST', '/api/device/arrivals', { code, language: 'fi' }, once());
    expect(again.status).toBe(404);
  });

  test('of another day is not known', async () => {
    const { code } = await expectOne({ dueAt: clock.now().add({ hours: 20 }) });
    expect((await kiosk.call('POST', '/api/device/arrivals', { code, language: 'fi' }, once())).status).toBe(404);
  });

  test('by telephone number: nothing tells whether one is expected', async () => {
    await expectOne({ phone: '+358 50 000 1234' });
    const byPhone = async (phone: string) =>
      (await kiosk.call<Answered>('POST', '/api/device/phone-arrivals', { phone, language: 'fi' }, once())).body;
    const [expected, stranger] = [await byPhone('050 000 1234'), await byPhone('050 000 9999')];
    const shape = ({ code, page, ...rest }: Answered) => ({ letter: code[0], page: page.length, ...rest });
    expect(shape(expected)).toEqual(shape(stranger));
    expect((await stepOf(expected.code))?.queueId).toBe(kela);
    expect((await stepOf(stranger.code))?.queueId).toBe(reception);
  });
});

describe('a telephone number that is somebody else’s', () => {
  const byPhone = async (phone: string) =>
    (await kiosk.call<Answered>('POST', '/api/device/phone-arrivals', { phone, language: 'fi' }, once())).body;
  const placeBy = async ({ page }: KioskTicket) => {
    const opened = await service.caller().call('GET', new URL(page).pathname);
    const phone = service.caller(String(opened.headers['set-cookie']).split(';')[0]);
    return (await phone.call<{ place: Place }>('GET', '/q/place')).body.place;
  };

  test('tells nothing on the page, in the calls or by the language of whoever is expected', async () => {
    await expectOne({ phone: '050 000 2222', language: 'sv' });
    const [expected, stranger] = [await byPhone('050 000 2222'), await byPhone('050 000 3333')];
    const { code: _, ...place } = await placeBy(expected);
    const { code: __, ...other } = await placeBy(stranger);
    expect(place).toEqual(other);
    expect(place).toMatchObject({ dueAt: null, place: null, told: null });
    const { rows } = await sql<{ data: { appointment: boolean; language: string } }>`select data from event
      where type = 'queue.visit-moved' and data ->> 'code' = any(${[expected.code, stranger.code]}::text[])`.execute(db);
    expect(rows.map(({ data }) => [data.appointment, data.language])).toEqual([
      [false, 'fi'],
      [false, 'fi'],
    ]);
  });

  test('changes nothing of the lines that the kiosk shows, expected or not', async () => {
    const shown = async () => {
      clock.advance('PT2S');
      const served = (await view()).queues.filter(({ id }) => [reception, kela].includes(id));
      return served.map(({ id, waiting, told }) => ({ id, waiting, told }));
    };
    await expectOne({ phone: '050 000 6666', dueAt: clock.now() });
    const counter = await aCounter(db, town, [reception, kela]);
    await aino.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
    const before = await shown();
    expect(
      before.map(({ told }) => told),
      'a wait is told',
    ).not.toContain(null);
    await byPhone('050 000 6666');
    expect(await shown()).toEqual(before);
    await byPhone('050 000 7777');
    expect(await shown()).toEqual(before);
  });

  test('does not take the place of who holds the code', async () => {
    const { code } = await expectOne({ phone: '050 000 4444' });
    await byPhone('050 000 4444');
    const come = () => kiosk.call<Answered>('POST', '/api/device/arrivals', { code, language: 'fi' }, once());
    const { status, body } = await come();
    expect(status).toBe(201);
    expect(await stepOf(body.code)).toMatchObject({ queueId: kela, dueAt: '2026-11-23T08:30:00Z' });
    expect((await come()).status).toBe(404);
  });
});

describe('a number told of late', () => {
  test('by a kiosk that came back the next morning is kept, and calls nobody', async () => {
    const [block] = await blocks();
    const code = `R${String(block?.next).padStart(3, '0')}`;
    clock.set('2026-11-24T06:00:00Z');
    const told = await take({ offline: { code, ageMs: 17 * 3_600_000 } });
    expect(told.status, told.text).toBe(201);
    const { rows } = await sql`select v.ended_how, v.day::text, s.state from visit v join visit_step s on s.visit_id = v.id
      where v.point_id = ${town.point}::uuid and v.code = ${code}`.execute(db);
    expect(rows).toEqual([{ ended_how: 'closed', day: '2026-11-23', state: 'dropped' }]);
  });

  test('is one number however it is written', async () => {
    const [block] = await blocks(kiosk);
    const bare = { code: `R${block?.next}`, ageMs: 0 };
    const first = await take({ offline: bare });
    expect(first.status, first.text).toBe(201);
    expect(first.body.code).toMatch(/^R\d{3}$/);
    const longer = { ...bare, code: `R${String(block?.next).padStart(5, '0')}` };
    expect((await take({ offline: longer })).body.code).toBe('number-taken');
  });
});
