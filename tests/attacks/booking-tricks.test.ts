import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../server/platform/clock/clock.ts';
import { type Answer, anApp } from '../../server/testing/app.ts';
import { aBookable, aResource } from '../../server/testing/appointments.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { formBrowser } from '../../server/testing/form-browser.ts';
import { aMatter, aTown } from '../../server/testing/town.ts';
import { fine, made, once } from './world.ts';

/** What somebody tries who has read the API and means no good. */
const NOW = '2027-03-01T05:00:00Z';
const clock = fixedClock(NOW);
const many = { max: 100_000, windowMs: 60_000 };
const limits = { caller: many, address: many, refused: { max: 12, windowMs: 600_000 }, lasting: many };
const SITE = '198.51.100.7';
const service = await anApp(await testDatabase(), { clock, limits, env: { TRUSTED_PROXIES: '127.0.0.1', BOOKING_SITES: SITE } });
const { db } = service.polku.desk;
const [town, elsewhere] = [await aTown(db, clock), await aTown(db, clock)];
const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
const opening = JSON.stringify({ zone: 'Europe/Helsinki', weekly, exceptions: [], holidaysClosed: false });
await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
service.polku.desk.directory.forget();
const aino = await service.signIn(town.aino);
const anyone = service.caller();

beforeEach(() => clock.set(NOW));

type Held = { id: string; secret: string; state: string; code: string; version: number; startsAt: string; parts: object[] };
let networks = 0;
/** Another network for each, as they are: what is refused is counted by network. */
const somewhere = () => {
  networks += 1;
  return `203.0.${networks >> 8}.${networks & 255}`;
};
const from = (address: string, more: object = {}): Record<string, string> => ({ ...once(), 'x-forwarded-for': address, ...more });
const bearer = (it: Pick<Held, 'secret'>) => ({ authorization: `Bearer ${it.secret}` });
const at = (it: Pick<Held, 'id'>) => `/api/v1/booking/appointments/${it.id}`;
const call = <T = Held>(method: string, url: string, body?: unknown, more: object = {}) =>
  anyone.call<T & { code: string }>(method, url, body, from(somewhere(), more));
const hold = (serviceId: string, more: object = {}, headers: object = {}) =>
  call(
    'POST',
    '/api/v1/booking/holds',
    { serviceId, placeId: town.point, way: 'point', startsAt: '2027-03-08T08:00:00Z', ...more },
    headers,
  );
const who = { name: 'Elli Esimerkki', email: 'elli@posti.example' };
const confirm = (it: Held, body: object = who, headers: object = {}) =>
  call('POST', `${at(it)}/confirmation`, body, { ...bearer(it), ...headers });
const outcome = ({ status, body }: Answer<{ code?: string }>) => [status, body.code];

async function aService(staff = 1): Promise<string> {
  const bookable = await aBookable(db, town);
  for (let n = 0; n < staff; n += 1) await aResource(db, town, { skills: [bookable] });
  return bookable;
}
async function booked(bookable: string): Promise<Held> {
  const { body: held } = await hold(bookable);
  expect((await confirm(held)).status).toBe(201);
  return held;
}
const versionOf = async ({ id }: Held) =>
  (await sql<{ version: number }>`select version from appointment where id = ${id}::uuid`.execute(db)).rows[0]?.version;

describe('the same call again', () => {
  test('with another body under the same key is refused, and changes nothing', async () => {
    const [bookable, key] = [await aService(2), once()];
    const first = await hold(bookable, {}, key);
    expect((await hold(bookable, {}, key)).body).toMatchObject({ id: first.body.id, secret: first.body.secret });
    expect(outcome(await hold(bookable, { startsAt: '2027-03-08T09:00:00Z' }, key))).toEqual([422, 'idempotency-key-reused']);
    const confirming = once();
    expect((await confirm(first.body, who, confirming)).status).toBe(201);
    expect(outcome(await confirm(first.body, { ...who, email: 'joku@posti.example' }, confirming))).toEqual([
      422,
      'idempotency-key-reused',
    ]);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from appointment where bookable_id = ${bookable}::uuid`.execute(db);
    expect(rows[0]?.n).toBe(1);
  });

  test('a confirmation played again after the time was cancelled revives nothing', async () => {
    const [bookable, key] = [await aService(), once()];
    const { body: held } = await hold(bookable);
    await confirm(held, who, key);
    for (const _ of [1, 2]) expect((await call('DELETE', at(held), undefined, bearer(held))).status).toBe(204);
    const version = await versionOf(held);
    expect((await confirm(held, who, key)).body).toMatchObject({ state: 'cancelled' });
    expect(outcome(await confirm(held))).toEqual([409, 'hold-expired']);
    expect(await versionOf(held)).toBe(version);
    expect((await hold(bookable)).status).toBe(201);
  });

  test('moved to the time it has, it stays as it is, and nobody is told', async () => {
    const it = await booked(await aService());
    const version = await versionOf(it);
    expect((await call('PATCH', at(it), { startsAt: '2027-03-08T08:00:00Z' }, bearer(it))).status).toBe(200);
    expect(await versionOf(it)).toBe(version);
  });

  test('a hold that ran out is not confirmed once somebody else has the time', async () => {
    const bookable = await aService();
    const { body: first } = await hold(bookable);
    expect(outcome(await hold(bookable))).toEqual([409, 'time-taken']);
    clock.advance('PT10M1S');
    expect((await hold(bookable)).status).toBe(201);
    expect(outcome(await confirm(first))).toEqual([409, 'hold-expired']);
    expect((await call('GET', at(first), undefined, bearer(first))).body).toMatchObject({ state: 'expired', name: null });
  });
});

const NUMBERS = [0, -1, 21, 1.5, 1e9, 1e308, '2', null];
describe('what is no booking', () => {
  test.each(NUMBERS)('for %j people', async (people) => {
    expect(outcome(await hold(await aService(), { people }))).toEqual([422, 'invalid-fields']);
  });

  test.each([
    ['for more than may come', { people: 2 }, [422, 'too-many-people']],
    ['between two times', { startsAt: '2027-03-08T08:00:01Z' }, [422, 'time-not-bookable']],
    ['a moment after one', { startsAt: '2027-03-08T08:00:00.001Z' }, [422, 'time-not-bookable']],
    ['by another clock', { startsAt: '2027-03-08T10:00:00+02:00' }, [422, 'invalid-fields']],
    ['by no clock', { startsAt: '2027-03-08T10:00:00' }, [422, 'invalid-fields']],
    ['past the end of all days', { startsAt: '+275760-09-13T00:00:00Z' }, [422, 'invalid-fields']],
    ['aboard what is no bus', { way: 'bus' }, [422, 'time-not-bookable']],
    ['by telephone, where it is not given so', { way: 'phone' }, [422, 'time-not-bookable']],
    ['at a place of another service', { placeId: elsewhere.point }, [404, 'not-found']],
    ['at no place', { placeId: randomUUID() }, [404, 'not-found']],
    ['with a need that is no key', { needs: ['<b>'] }, [422, 'invalid-fields']],
    ['with more needs than there are', { needs: Array.from({ length: 101 }, (_, n) => `n${n}`) }, [422, 'invalid-fields']],
    ['with more than is asked', { state: 'confirmed' }, [422, 'invalid-fields']],
  ])('%s', async (_, more, refusal) => {
    expect(outcome(await hold(await aService(), more))).toEqual(refusal);
  });

  test('the four hundredth day is the last, from opening time on', async () => {
    const bookable = await aService();
    await sql`update bookable set horizon_days = 400 where id = ${bookable}::uuid`.execute(db);
    const last = Temporal.PlainDate.from('2027-03-01').add({ days: 400 });
    const opens = (day: Temporal.PlainDate) =>
      day.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: '08:00' }).toInstant().toString();
    const holdOn = (day: Temporal.PlainDate) => hold(bookable, { startsAt: opens(day) });
    clock.set('2027-03-01T05:59:59Z');
    expect(outcome(await holdOn(last))).toEqual([422, 'time-not-bookable']);
    clock.set('2027-03-01T06:00:00Z');
    expect((await holdOn(last)).status).toBe(201);
    expect(outcome(await holdOn(last.add({ days: 1 })))).toEqual([422, 'time-not-bookable']);
  });

  test.each(['nobody-knows-it', 'constructor'])('a need that is none: %s', async (need) => {
    expect(outcome(await hold(await aService(), { needs: [need] }))).toEqual([422, 'unknown-special-need']);
  });
});

describe('what no page of ours has written', () => {
  const chosen = (bookable: string): [string, string][] => [
    ['service', bookable],
    ['place', town.point],
    ['language', 'fi'],
  ];

  test.each(['from 2027-02-31', 'from 9999-99-99', 'from x', 'place x', `place ${'-'.repeat(36)}`])(
    '%j pressed is refused on every page of times',
    async (go) => {
      const bookable = await aService();
      const phone = formBrowser(service.app);
      await phone.get(`/book/times?service=${bookable}&place=${town.point}`);
      expect((await phone.post('/book/times', [...chosen(bookable), ['go', go]])).status).toBe(422);
      await phone.get(`/book/times?service=${bookable}&place=${town.point}`);
      await phone.post('/b/holds', [...chosen(bookable), ['at', phone.times()[0] as string]]);
      await phone.get('/b');
      await phone.post('/b/confirmation', [
        ['name', 'Elli'],
        ['email', 'elli@posti.example'],
        ['phone', ''],
      ]);
      await phone.get('/b/times');
      expect((await phone.post('/b/times', [['go', go]])).status).toBe(422);
      const { phone: invited } = await anInvited(bookable);
      expect((await invited.post('/b/invitation', [['go', go]])).status).toBe(422);
    },
  );

  test.each(['-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z', '2027-02-31T08:00:00Z', '1e9', ''])(
    'a time at %j is no time',
    async (moment) => {
      const bookable = await aService();
      const phone = formBrowser(service.app);
      await phone.get(`/book/times?service=${bookable}&place=${town.point}`);
      const answer = await phone.post('/b/holds', [...chosen(bookable), ['at', `${moment} ${town.point}`]]);
      expect([answer.status, answer.text.includes('time-not-bookable')]).toEqual([422, true]);
    },
  );
});

describe('a visit', () => {
  test('has each of its services once, in capitals too: many of one would go by how many one may have', async () => {
    const [one, other] = [await aService(2), await aService(2)];
    const visit = (services: string[]) =>
      call('POST', '/api/v1/booking/visits', {
        placeId: town.point,
        parts: services.map((serviceId, n) => ({ serviceId, startsAt: `2027-03-08T08:${n === 0 ? '00' : '30'}:00Z` })),
      });
    expect((await visit([one, one])).status).toBe(422);
    expect(outcome(await visit([one, one.toUpperCase()]))).toEqual([422, 'time-not-bookable']);
    expect((await visit([one, other])).status).toBe(201);
  });

  test('likewise by its page', async () => {
    const [one, other] = [await aService(2), await aService(2)];
    const phone = formBrowser(service.app);
    const choice: [string, string][] = [
      ['place', town.point],
      ['services', one],
      ['services', other],
      ['language', 'fi'],
    ];
    const press = async (parts: string) => {
      await phone.get(`/book/visit?place=${town.point}`);
      await phone.post('/book/visit/times', choice);
      return phone.post('/b/together/visits', [...choice, ['at', parts]]);
    };
    expect((await press(`${one}@2027-03-08T08:00:00Z,${one}@2027-03-08T08:30:00Z`)).status).toBe(409);
    expect((await press(`${one}@2027-03-08T08:00:00Z,${other}@2027-03-08T08:30:00Z`)).to).toBe('/b/together');
  });
});

async function anInvited(bookable: string) {
  const { id: matter } = await aMatter(town, town.aino, {
    customer: { givenName: 'Elli', familyName: 'Esimerkki', email: 'elli@posti.example' },
  });
  const body = { serviceId: bookable, way: 'point', placeIds: [town.point], until: '2027-03-12', language: 'fi', message: '' };
  const { id } = await made(aino, `/api/booking/matters/${matter}/invitations`, body);
  const { code } = await fine<{ code: string }>(aino, 'GET', `/api/booking/invitations/${id}/paper`);
  const open = async () => {
    const phone = formBrowser(service.app);
    await phone.get(`/b/i/${code}`);
    return { phone, page: await phone.get('/b/invitation') };
  };
  return { code, open, ...(await open()) };
}

/** Whether the browser holds what opens an agreed time. */
const ownsTime = (cookies: Map<string, string>) => Boolean(cookies.get('__Secure-polku-appointment'));

describe('the code of an invitation', () => {
  test('once used opens no way to the time: neither looked at nor pressed', async () => {
    const { phone, open } = await anInvited(await aService(2));
    const press: [string, string][] = [['at', phone.times()[0] as string]];
    expect((await phone.post('/b/invitation', press)).to).toBe('/b?done=booked');
    expect(ownsTime(phone.cookies)).toBe(true);
    // Whoever finds the paper has a key of their own, of any page with a form.
    const found = (await open()).phone;
    await found.get(`/book/times?service=${await aService()}&place=${town.point}`);
    const again = await found.post('/b/invitation', press);
    expect([again.status, again.text.includes('Aika on jo varattu')]).toEqual([409, true]);
    expect(ownsTime(found.cookies)).toBe(false);
    expect((await found.get('/b')).status).toBe(404);
  });

  test('pressed twice from one page, after a lost answer, it is the same time', async () => {
    const { phone } = await anInvited(await aService(2));
    const [press, before] = [[['at', phone.times()[0] as string]] as [string, string][], [...phone.cookies]];
    expect((await phone.post('/b/invitation', press)).to).toBe('/b?done=booked');
    phone.cookies.clear();
    for (const [name, value] of before) phone.cookies.set(name, value);
    expect(ownsTime(phone.cookies)).toBe(false);
    expect((await phone.post('/b/invitation', press)).to).toBe('/b?done=booked');
    expect(ownsTime(phone.cookies)).toBe(true);
  });

  test('is not found by trying: after some wrong ones no more are looked at', async () => {
    const address = somewhere();
    const open = (code: string) => anyone.call('GET', `/b/i/${code}`, undefined, { 'x-forwarded-for': address });
    const statuses = [];
    for (let n = 0; n < 14; n += 1) statuses.push((await open(`${'A'.repeat(14)}${String(22 + n).replace(/[01]/g, 'Z')}`)).status);
    expect(statuses).toEqual([...Array.from({ length: 12 }, () => 404), 429, 429]);
    expect(
      (await anyone.call('GET', `/api/v1/booking/appointments/${randomUUID()}`, undefined, { 'x-forwarded-for': address })).status,
    ).toBe(429);
  });
});

test('places in line for others: of one network thirty that nobody opened, by the API as by the page; a municipality’s site goes on', async () => {
  const bookable = await aService();
  const join = (address: string, n: number) =>
    anyone.call<{ code: string }>(
      'POST',
      '/api/v1/booking/waiting-places',
      {
        serviceId: bookable,
        placeIds: [town.point],
        weekdays: [7],
        fromHour: 0,
        untilHour: 1,
        language: 'fi',
        name: 'Elli',
        email: `e${n}@posti.example`,
      },
      from(address),
    );
  const robot = somewhere();
  for (let n = 0; n < 30; n += 1) expect((await join(robot, n)).status).toBe(202);
  expect(outcome(await join(robot, 30))).toEqual([409, 'too-many-waiting']);
  expect((await join(somewhere(), 31)).status).toBe(202);
  for (let n = 40; n < 75; n += 1) expect((await join(SITE, n)).status).toBe(202);
});
