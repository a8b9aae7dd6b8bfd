import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-08T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let bookable: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  aino = await service.signIn(town.aino);
  bookable = await aBookable(db, town, { minutes: 60, queueId: await aQueue(db, town) });
  await sql`update bookable set bring = ${JSON.stringify({ fi: 'Henkilötodistus\nVuokrasopimus' })}::jsonb where id = ${bookable}::uuid`.execute(
    db,
  );
  for (let n = 0; n < 5; n += 1) await aResource(db, town, { skills: [bookable] });
});
beforeEach(() => clock.set('2027-03-08T05:00:00Z'));

type Booked = { id: string; page: string; preVisit: Record<string, unknown> | null };
const book = async () => {
  const input = {
    serviceId: bookable,
    placeId: town.point,
    way: 'point',
    startsAt: '2027-03-08T07:00:00Z',
    customer: { name: 'Elli Esimerkki' },
  };
  return (await aino.call<Booked>('POST', '/api/booking/appointments', input, { 'idempotency-key': randomUUID() })).body;
};
const own = ({ page }: Booked) => `__Secure-polku-appointment=${page.split('/').at(-1)}`;
const open = (cookie: string, url = '/b/before') => service.caller(cookie).call('GET', url, undefined, { 'accept-language': 'fi' });

const NEED = 'Vuokra nousi, enkä tiedä mihin hakea';
async function tell(cookie: string, fields: [string, string][]) {
  const page = await open(cookie);
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const csrf = String([page.headers['set-cookie']].flat().at(-1)).split(';')[0] as string;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://polku.example' };
  return service
    .caller(`${cookie}; ${csrf}`)
    .call('POST', '/b/before', new URLSearchParams([['_csrf', token], ...fields]).toString(), headers);
}
const ANSWERS: [string, string][] = [
  ['need', NEED],
  ['needs', 'wheelchair'],
  ['language', 'sv'],
  ['company', 'Sisko'],
  ['papers', 'Päätös maaliskuulta'],
];

describe('what is told before the visit', () => {
  test('without a script, kept encrypted, changed, and read where the customer is met', async () => {
    const one = await book();
    const cookie = own(one);
    const page = await open(cookie);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Vuokrasopimus');
    expect((await open(cookie, '/b')).text).toContain('href="/b/before"');
    expect(await tell(cookie, ANSWERS)).toMatchObject({ status: 303, headers: { location: '/b?done=told' } });
    expect((await open(cookie, '/b?done=told')).text).toContain('Kiitos, vastauksesi on tallennettu');
    expect((await open(cookie)).text).toContain(NEED);
    const { rows } = await sql<{ answers: string }>`select answers from previsit where appointment_id = ${one.id}::uuid`.execute(db);
    expect(rows[0]?.answers).not.toContain('Vuokra');
    await tell(
      cookie,
      ANSWERS.map(([name, value]) => [name, name === 'company' ? 'Sisko ja veli' : value]),
    );
    const { body } = await aino.call<Booked>('GET', `/api/booking/appointments/${one.id}`);
    expect(body.preVisit).toMatchObject({
      need: NEED,
      needs: ['wheelchair'],
      language: 'sv',
      company: 'Sisko ja veli',
      papers: 'Päätös maaliskuulta',
    });
    expect(JSON.stringify(service.lines)).not.toContain('Vuokra');
  });

  test('some thirty needs are folded by what they are about; those chosen stand in sight, each need once', async () => {
    const cookie = own(await book());
    const keysIn = (html: string) => [...html.matchAll(/name="needs" value="([a-z-]+)"/g)].map(([, key]) => key);
    const inSight = (html: string) => keysIn(html.split('<details')[0] as string);
    const before = (await open(cookie)).text;
    expect(inSight(before)).toEqual([]);
    expect(before.split('<details class="more">').length - 1).toBe(8);
    expect(before).toContain('Kuuleminen, näkeminen ja puhuminen');
    await tell(cookie, ANSWERS);
    const after = (await open(cookie)).text;
    expect(inSight(after)).toEqual(['wheelchair']);
    expect(keysIn(after).toSorted()).toEqual(keysIn(before).toSorted());
    expect(new Set(keysIn(after)).size).toBe(keysIn(after).length);
  });

  test('all that the directory knows may be needed at once', async () => {
    const one = await book();
    const cookie = own(one);
    const keys = [...new Set([...(await open(cookie)).text.matchAll(/name="needs" value="([a-z-]+)"/g)].map(([, key]) => key as string))];
    expect(keys.length).toBeGreaterThan(20);
    const all = keys.map((key): [string, string] => ['needs', key]);
    expect(await tell(cookie, [...ANSWERS.filter(([name]) => name !== 'needs'), ...all])).toMatchObject({ status: 303 });
    const { body } = await aino.call<Booked>('GET', `/api/booking/appointments/${one.id}`);
    expect(body.preVisit).toMatchObject({ needs: keys });
  });

  test('by whoever holds its link only, and until the visit', async () => {
    const one = await book();
    const cookie = own(one);
    expect((await open('')).status).toBe(404);
    expect((await open('__Secure-polku-appointment=aaaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
    expect(
      (
        await service.caller(cookie).call('POST', '/b/before', 'need=a&language=fi', {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'cross-site',
          'x-polku-csrf': '',
          origin: 'https://elsewhere.example',
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await tell(cookie, [
          ['need', 'a'],
          ['language', 'fi'],
          ['needs', 'no-such-need'],
        ])
      ).status,
    ).toBe(422);
    clock.set('2027-03-08T08:00:00Z');
    expect(await open(cookie)).toMatchObject({ status: 303, headers: { location: '/b' } });
    clock.set('2027-03-08T05:10:00Z');
    await aino.call('DELETE', `/api/booking/appointments/${one.id}`);
    expect(await open(cookie)).toMatchObject({ status: 303, headers: { location: '/b' } });
  });

  test('becomes what the visit needs: expected so, called so, and staff see when the time is too short for it', async () => {
    const rules = [{ need: 'wheelchair', minutes: 30, part: { kind: 'interpreter' } }];
    await sql`update bookable set rules = ${JSON.stringify(rules)}::jsonb where id = ${bookable}::uuid`.execute(db);
    const one = await book();
    const row = async () => {
      const { body } = await aino.call<{ appointments: { id: string; needs: string[]; unmet: boolean; expectedId: string }[] }>(
        'GET',
        `/api/booking/points/${town.point}/days/2027-03-08`,
      );
      return body.appointments.find(({ id }) => id === one.id);
    };
    expect(await row()).toMatchObject({ needs: [], unmet: false });
    // A later version would leave unsaid what the letter of an earlier one says.
    const version = async () =>
      (await sql<{ version: number }>`select version from appointment where id = ${one.id}::uuid`.execute(db)).rows[0]?.version;
    const before = await version();
    expect((await tell(own(one), ANSWERS)).status).toBe(303);
    expect(await row()).toMatchObject({ needs: ['wheelchair'], unmet: true });
    const { body } = await aino.call('GET', `/api/booking/appointments/${one.id}`);
    expect(body).toMatchObject({ needs: ['wheelchair'], unmet: { minutes: 90, kinds: ['interpreter'] } });
    expect(await version()).toBe(before);
    clock.set('2027-03-08T06:50:00Z');
    aino = await service.signIn(town.aino);
    const key = { 'idempotency-key': randomUUID() };
    const url = `/api/queue/expected/${(await row())?.expectedId}/arrival`;
    const { body: arrived } = await aino.call<{ visitId: string }>('POST', url, undefined, key);
    const { rows } = await sql<{ needs: string[] }>`select needs from visit where id = ${arrived.visitId}::uuid`.execute(db);
    expect(rows[0]?.needs).toEqual(['wheelchair']);
  });

  test('is nothing a letter says', async () => {
    const one = await book();
    await tell(own(one), ANSWERS);
    const { rows } = await sql<{
      text: string;
    }>`select to_jsonb(l)::text as text from appointment_letter l where appointment_id = ${one.id}::uuid`.execute(db);
    expect(JSON.stringify(rows)).not.toContain('Vuokra');
  });
});
