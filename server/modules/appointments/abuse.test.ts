import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock/clock.ts';
import { anApp } from '../../testing/app.ts';
import { aBookable, aResource } from '../../testing/appointments.ts';
import { testDatabase } from '../../testing/database.ts';
import { aQueue } from '../../testing/floor.ts';
import { formBrowser } from '../../testing/form-browser.ts';
import { aMatter, aPerson, aTown } from '../../testing/town.ts';

const NOW = '2027-03-01T05:00:00Z';
const clock = fixedClock(NOW);
const database = await testDatabase();
const SITE = '198.51.100.7';
const many = { max: 100_000, windowMs: 60_000 };
const limits = { caller: many, address: many, refused: many, lasting: { max: 5, windowMs: 3_600_000 } };
const service = await anApp(database, { clock, limits, env: { TRUSTED_PROXIES: '127.0.0.1', BOOKING_SITES: SITE } });
const { db } = service.polku.desk;
const town = await aTown(db, clock);
service.polku.desk.directory.forget();
const bookable = await aBookable(db, town, { queueId: await aQueue(db, town), most: 1 });
for (let n = 0; n < 30; n += 1) await aResource(db, town, { skills: [bookable] });
const aino = await service.signIn(town.aino);

beforeEach(() => clock.set(NOW));

type Held = { id: string; secret: string; code?: string; name?: string | null; state?: string };
let people = 0;
/** Another network for each, as they are. */
const somewhere = () => {
  people += 1;
  return `203.0.113.${people}`;
};
const from = (address: string, secret?: string) => ({
  ...{ 'idempotency-key': randomUUID(), 'x-forwarded-for': address },
  ...(secret ? { authorization: `Bearer ${secret}` } : {}),
});
const anyone = service.caller();
const hold = (address: string, startsAt = '2027-03-08T08:00:00Z') =>
  anyone.call<Held>('POST', '/api/v1/booking/holds', { serviceId: bookable, placeId: town.point, way: 'point', startsAt }, from(address));
const at = ({ id }: Pick<Held, 'id'>) => `/api/v1/booking/appointments/${id}`;
const confirm = (it: Held, address: string, name = 'Elli Esimerkki', email = `${randomUUID()}@posti.example`) =>
  anyone.call<Held>('POST', `${at(it)}/confirmation`, { name, email, phone: null }, from(address, it.secret));
async function aBooking(name?: string) {
  const address = somewhere();
  const { body: held } = await hold(address);
  const confirmed = await confirm(held, address, name);
  expect(confirmed.status, confirmed.text).toBe(201);
  return { ...held, address };
}

describe('whoever would take all times there are', () => {
  test('with a new name for each is stopped at their network; a municipality’s site and others go on', async () => {
    const [robot, other] = [somewhere(), somewhere()];
    const book = async (address: string) => (await confirm((await hold(address)).body, address)).status;
    const statuses = [];
    for (let n = 0; n < 7; n += 1) statuses.push(await book(robot));
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429]);
    expect(await book(other)).toBe(201);
    const site = [];
    for (let n = 0; n < 7; n += 1) site.push(await book(SITE));
    expect(new Set(site)).toEqual(new Set([201]));
  });

  test('cannot have somebody else’s mailbox filled by moving a time to and fro', async () => {
    const it = await aBooking();
    const move = (n: number) =>
      anyone.call('PATCH', at(it), { startsAt: `2027-03-${n % 2 ? '09' : '10'}T08:00:00Z` }, from(it.address, it.secret));
    const statuses = [];
    for (let n = 0; n < 22; n += 1) statuses.push((await move(n)).status);
    expect([statuses.indexOf(429), new Set(statuses.slice(0, 20))]).toEqual([20, new Set([200])]);
  });
});

describe('a secret', () => {
  test('opens its own appointment alone, and revives nothing that is over', async () => {
    const [one, other] = [await aBooking(), await aBooking()];
    expect((await anyone.call('GET', at(one), undefined, from(one.address, other.secret))).status).toBe(404);
    expect((await anyone.call('DELETE', at(one), undefined, from(one.address, other.secret))).status).toBe(404);
    expect((await anyone.call('DELETE', at(one), undefined, from(one.address, one.secret))).status).toBe(204);
    expect((await confirm(one, one.address, 'Joku Muu')).status).toBe(409);
    expect((await anyone.call('PATCH', at(one), { startsAt: '2027-03-11T08:00:00Z' }, from(one.address, one.secret))).status).toBe(409);
    const { body } = await anyone.call<Held>('GET', at(one), undefined, from(one.address, one.secret));
    expect(body).toMatchObject({ state: 'cancelled' });
    expect((await anyone.call<Held>('GET', at(other), undefined, from(other.address, other.secret))).body.state).toBe('confirmed');
  });

  test('confirmed again under another name, it is as it was', async () => {
    const it = await aBooking();
    expect((await confirm(it, it.address, 'Joku Muu')).body).toMatchObject({ name: 'Elli Esimerkki' });
  });

  test('is in no line of the log, no address that stays, and nothing sent on to other sites', async () => {
    const it = await aBooking();
    const phone = formBrowser(service.app);
    const opening = await phone.get(`/b/${it.secret}`);
    expect([opening.status, opening.to]).toEqual([303, '/b']);
    const page = await phone.get('/b');
    expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(opening.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    const { code } = (await anyone.call<Held>('GET', at(it), undefined, from(it.address, it.secret))).body;
    for (const secret of [it.secret, code as string, 'Elli Esimerkki'])
      expect(service.lines.some((line) => line.includes(secret))).toBe(false);
  });
});

test('what somebody calls themselves is text on every page', async () => {
  const it = await aBooking('"><script>alert(1)</script><img src=x onerror=alert(1)>');
  const phone = formBrowser(service.app);
  await phone.get(`/b/${it.secret}`);
  await phone.get('/b/before');
  await phone.post('/b/before', [
    ['need', '</textarea><script>alert(2)</script>'],
    ['language', 'fi'],
    ['company', '"><svg onload=alert(3)>'],
    ['papers', ''],
  ]);
  for (const path of ['/b', '/b/before', '/b/times', '/b/earlier', '/b/cancellation']) {
    const { status, text } = await phone.get(path);
    expect(status, path).toBe(200);
    expect(text, path).not.toMatch(/<script>alert|<img src=x|<svg onload/);
    if (path === '/b/before') for (const word of ['&lt;script&gt;alert(2)', '&lt;svg onload']) expect(text).toContain(word);
  }
});

describe('of a customer under turvakielto', () => {
  const protectedMatter = async () => {
    const { id } = await aMatter(town, town.aino);
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${id}::uuid)`.execute(db);
    return id;
  };
  const book = (matterId: string, customer: object) =>
    aino.call<{ id: string; code: string; customer: object }>(
      'POST',
      '/api/booking/appointments',
      { serviceId: bookable, placeId: town.point, way: 'point', startsAt: '2027-03-12T08:00:00Z', matterId, customer },
      from(somewhere()),
    );

  test('nobody writes beside a time how they are reached; without it the time is booked, with its code', async () => {
    const matterId = await protectedMatter();
    const known = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
    expect(await book(matterId, known)).toMatchObject({ status: 409, body: { code: 'customer-restricted' } });
    const booked = await book(matterId, { ...known, email: null });
    expect([booked.status, booked.body.code]).toEqual([201, expect.stringMatching(/^\w{6}$/)]);
  });

  test('what was kept before the register said so is shown to nobody, in the time, the day or the matter', async () => {
    const { id: matterId } = await aMatter(town, town.aino);
    const { body } = await book(matterId, { name: 'Elli Esimerkki', email: 'zqelli@posti.example', phone: '050 000 9876' });
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);
    for (const url of [
      `/api/booking/appointments/${body.id}`,
      `/api/booking/matters/${matterId}/appointments`,
      `/api/booking/points/${town.point}/days/2027-03-12`,
      `/api/booking/appointments/${body.id}/customer`,
    ]) {
      const { status, text } = await aino.call('GET', url);
      expect(status, url).toBe(200);
      expect(text, url).not.toMatch(/zqelli|9876/);
    }
  });
});

test('of changes to others’ times only those hear who serve customers, and they hear nothing of whose', async () => {
  const { calendarLive } = await import('./staff/calendar/live.ts');
  const guard = await aPerson(db, { name: 'Vartija', role: 'guard', organisationId: town.organisations.city, units: [] });
  const event = { xid: '1', seq: 1, at: clock.now(), type: 'appointments.changed', subject: randomUUID(), data: { change: 'confirmed' } };
  const heard = calendarLive.audience === 'public' ? [] : await calendarLive.audience(db, [guard.actor, town.aino.actor], event as never);
  expect(heard.map((one) => one.personId)).toEqual([town.aino.actor.personId]);
  expect(calendarLive.derive(event as never)).toEqual([{ topic: 'appointments:all', id: 'calendar' }]);
});
