import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { formBrowser } from '../../../testing/form-browser.ts';
import { aMatter, aTown } from '../../../testing/town.ts';

const NOW = '2027-03-01T05:00:00Z';
const clock = fixedClock(NOW);
const app = await anApp(await testDatabase(), { clock });
const { db } = app.polku.desk;
const anyone = app.caller();
const town = await aTown(db, clock);
const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
const opening = JSON.stringify({ zone: 'Europe/Helsinki', weekly, exceptions: [], holidaysClosed: false });
await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
app.polku.desk.directory.forget();
const aino = await app.signIn(town.aino);
const queueId = await aQueue(db, town);
let service: string;

beforeEach(async () => {
  service = await aService();
});

async function aService(): Promise<string> {
  const id = await aBookable(db, town, { minutes: 30, queueId });
  await aResource(db, town, { skills: [id] });
  return id;
}

type Own = { id: string; secret: string };
type Joint = Own & { version: number; parts: { id: string }[] };
const at = (hour: string, day = '08') => `2027-03-${day}T${hour}:00Z`;
const once = () => ({ 'idempotency-key': randomUUID() });
const bearer = ({ secret }: Own) => ({ authorization: `Bearer ${secret}` });
const who = () => ({ name: 'Elli Esimerkki', email: `${randomUUID()}@posti.example`, phone: null });
const urls = { one: '/api/v1/booking/appointments', whole: '/api/v1/booking/joint-bookings' };

/** As a city's own site would. */
async function agreed<T extends Own>(kind: keyof typeof urls, hold: string, wish: object): Promise<T> {
  const held = await anyone.call<T>('POST', `/api/v1/booking/${hold}`, wish, once());
  expect(held.status, held.text).toBe(201);
  const url = `${urls[kind]}/${held.body.id}/confirmation`;
  const done = await anyone.call<T>('POST', url, who(), { ...bearer(held.body), ...once() });
  expect(done.status, done.text).toBe(201);
  return { ...done.body, secret: held.body.secret };
}
const single = (hour: string) => agreed<Own>('one', 'holds', { serviceId: service, placeId: town.point, way: 'point', startsAt: at(hour) });

/** By the public API, with the secret. */
async function does(method: 'PATCH' | 'DELETE', kind: keyof typeof urls, own: Own, body?: object, part = ''): Promise<void> {
  const { status, text } = await anyone.call(method, `${urls[kind]}/${own.id}${part}`, body, { ...bearer(own), ...once() });
  expect(status, text).toBeLessThan(300);
}

/** Everything that the trail has of the times and steps, the first first. */
async function trailOf(...ids: string[]) {
  const { rows } = await sql<{ action: string; kind: string; purpose: string; known: boolean }>`select action, actor_kind as kind, purpose,
      request_id is null or person_id is not null or actor_customer_id is not null or owner_org is null as known
    from audit_entry where subjects && ${ids}::uuid[] order by id`.execute(db);
  // Who it was nobody knows, and in which call it was anybody may.
  for (const one of rows.filter(({ kind }) => kind !== 'staff'))
    expect(one).toMatchObject({ kind: 'link', purpose: 'own-matter', known: false });
  return rows.map(({ action, kind }) => `${action} ${kind}`);
}

test('a time moved and cancelled by the public API, once each', async () => {
  const one = await single('08:00');
  await does('PATCH', 'one', one, { startsAt: at('09:00') });
  // It is there already.
  await does('PATCH', 'one', one, { startsAt: at('09:00') });
  await does('DELETE', 'one', one);
  await does('DELETE', 'one', one);
  expect(await trailOf(one.id)).toEqual(['appointment.moved link', 'appointment.cancelled link']);
});

test('a time that was held only and is let go leaves nothing', async () => {
  const wish = { serviceId: service, placeId: town.point, way: 'point', startsAt: at('08:00') };
  const { body } = await anyone.call<Own>('POST', '/api/v1/booking/holds', wish, once());
  await does('DELETE', 'one', body);
  expect(await trailOf(body.id)).toEqual([]);
});

test('a time moved and cancelled on its page, with the step that the staff made for it', async () => {
  const { id: matterId } = await aMatter(town, town.aino);
  const input = { serviceId: service, placeId: town.point, way: 'point', startsAt: at('08:00'), customer: who(), matterId };
  const { body } = await aino.call<{ id: string; stepId: string; page: string }>('POST', '/api/booking/appointments', input, once());
  const before = await trailOf(body.id, body.stepId);
  const phone = formBrowser(app.app);
  await phone.get(new URL(body.page).pathname);
  await phone.get('/b/times');
  const time = phone.times().find((each) => !each.startsWith(at('08:00'))) as string;
  expect((await phone.post('/b/times', [['at', time]])).to).toBe('/b?done=moved');
  await phone.get('/b/cancellation');
  expect((await phone.post('/b/cancellation', [])).to).toBe('/b');
  expect(await trailOf(body.id, body.stepId)).toEqual([
    ...before,
    ...['step.changed link', 'appointment.moved link', 'step.changed link', 'appointment.cancelled link'],
  ]);
});

test('a whole visit, moved and cancelled, and a part of it', async () => {
  const services = [service, await aService()];
  const parts = (hour: string) => services.map((serviceId, n) => ({ serviceId, startsAt: at(`${hour}:${n === 0 ? '00' : '30'}`) }));
  const visit = await agreed<Joint>('whole', 'visits', { placeId: town.point, parts: parts('08') });
  const [first, second] = visit.parts.map(({ id }) => id) as [string, string];
  await does('PATCH', 'whole', visit, { version: visit.version, parts: parts('10') });
  await does('DELETE', 'whole', visit, undefined, `/parts/${second}`);
  await does('PATCH', 'whole', visit, { startsAt: at('11:00') }, `/parts/${first}`);
  await does('DELETE', 'whole', visit);
  expect(await trailOf(first)).toEqual(['appointment.moved link', 'appointment.moved link', 'appointment.cancelled link']);
  expect(await trailOf(second)).toEqual(['appointment.moved link', 'appointment.cancelled link']);
});

test('one meeting of a course, and then all of it', async () => {
  await sql`update bookable set fixed = true where id = ${service}::uuid`.execute(db);
  const starts = [at('08:00'), at('08:00', '15')];
  const body = { bookableId: service, pointId: town.point, way: 'point', capacity: 5, course: true, starts };
  const course = await aino.call<{ seriesId: string }>('POST', '/api/booking/meetings', body, once());
  expect(course.status, course.text).toBe(201);
  const own = await agreed<Joint>('whole', `courses/${course.body.seriesId}/holds`, {});
  const [first, second] = own.parts.map(({ id }) => id) as [string, string];
  await does('DELETE', 'whole', own, undefined, `/parts/${first}`);
  await does('DELETE', 'whole', own);
  expect(await trailOf(first)).toEqual(['appointment.cancelled link']);
  expect(await trailOf(second)).toEqual(['appointment.cancelled link']);
});
