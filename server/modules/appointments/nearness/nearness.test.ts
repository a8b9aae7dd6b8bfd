import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { aBus, aRemoteService } from '../../../testing/bus.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let it: Awaited<ReturnType<typeof aBus>>;
let bookable: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  it = await aBus(db, town);
  ({ bookable } = await aRemoteService(db, town, it.bus));
  await sql`update bookable set ways = '{point,bus,remote}', parts = '[{"kind": "person"}]' where id = ${bookable}::uuid`.execute(db);
  await sql`insert into bookable_place (bookable_id, point_id) values (${bookable}::uuid, ${town.point}::uuid)`.execute(db);
  await aPlace('Mallila', 'Mallby', '99990', 61.2, 27.2, town.point);
  for (const latitude of [61.69, 61.71, 63.5]) await aPlace('Niemelä', 'Nässelby', '99981', latitude, 27.2, null);
});

async function aPlace(
  fi: string,
  sv: string,
  postalCode: string,
  latitude: number,
  longitude: number,
  pointId: string | null,
): Promise<void> {
  const address = { street: { fi: 'Tie' }, number: '1', postalCode, city: { fi, sv }, note: {} };
  await sql`insert into service_channel (source, kind, texts, address, latitude, longitude, point_id)
    values ('own', 'place', ${JSON.stringify({ fi: { name: fi } })}::jsonb, ${JSON.stringify(address)}::jsonb, ${latitude}, ${longitude}, ${pointId}::uuid)`.execute(
    db,
  );
}

type Answer = {
  isKnown: boolean;
  places: { placeId: string; startsAt: string; drive: { km: number; minutes: number } | null }[];
  remote: { startsAt: string } | null;
};
const nearby = async (start: string | object, more: object = {}) =>
  (await anyone.call<Answer & { code: string }>('POST', '/api/v1/booking/nearby-times', { serviceId: bookable, start, ...more })).body;
const shown = ({ places }: Answer) => places.map(({ placeId, drive }) => [placeId, drive?.minutes ?? null]);

test.each([['Niemelä'], ['niemelä '], ['Nässelby'], ['99981'], ['99987'], [{ latitude: 61.7, longitude: 27.2 }]])(
  'from %o the earliest within a drive are told, with about how far, and the first remotely',
  async (start) => {
    const answer = await nearby(start);
    expect(answer.isKnown).toBe(true);
    // One place far in the north does not move the middle. The town's own point is an hour and more away.
    expect(shown(answer)).toEqual([
      [it.hall, 5],
      [it.church, 10],
    ]);
    expect(answer.places.map(({ startsAt }) => startsAt)).toEqual(['2027-03-02T07:00:00Z', '2027-03-02T10:00:00Z']);
    expect(answer.remote).toMatchObject({ startsAt: '2027-03-01T06:00:00Z' });
  },
);

test('the farther one drives the more there is, the earliest first', async () => {
  const answer = await nearby('Niemelä', { minutes: 90 });
  expect(shown(answer)).toEqual([
    [town.point, expect.any(Number)],
    [it.hall, 5],
    [it.church, 10],
  ]);
  expect(shown(await nearby('Niemelä', { minutes: 10 })).map(([id]) => id)).toEqual([it.hall]);
});

test('where one starts is not known: times everywhere, and no drive is made up', async () => {
  const answer = await nearby('Ei missään');
  expect(answer.isKnown).toBe(false);
  expect(answer.places.map(({ drive }) => drive)).toEqual([null, null, null]);
});

test('a place of which nobody knows where it is stands last, without a drive', async () => {
  await sql`update service_channel set retired_at = now() where point_id = ${town.point}::uuid`.execute(db);
  expect(shown(await nearby('Niemelä'))).toEqual([
    [it.hall, 5],
    [it.church, 10],
    [town.point, null],
  ]);
  await sql`update service_channel set retired_at = null where point_id = ${town.point}::uuid`.execute(db);
});

test('a service that nobody may book, or is none, is told of nowhere', async () => {
  const staff = await aBookable(db, town, { who: 'staff' });
  await aResource(db, town, { skills: [staff] });
  for (const serviceId of [staff, randomUUID()]) expect((await nearby('Niemelä', { serviceId })).code).toBe('not-found');
});

test('by pages it is asked in a form, and what is typed stands in no address', async () => {
  const headers = { 'accept-language': 'fi' };
  const place = await service.app.inject({ method: 'GET', url: `/book/place?service=${bookable}`, headers });
  expect(place.body).toContain('Lähellä minua');
  const token = /name="_csrf" value="([^"]+)"/.exec(place.body)?.[1] as string;
  const cookie = [place.headers['set-cookie'] ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ');
  const ask = (fields: Record<string, string>) =>
    service.app.inject({
      ...{ method: 'POST', url: '/book/times' },
      headers: { ...headers, cookie, origin: 'https://polku.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, service: bookable, place: 'near', language: 'fi', ...fields }).toString(),
    });
  const asked = await ask({});
  expect(asked.body).toContain('Mistä lähdet?');
  expect(asked.body).not.toContain('class="fault"');
  const found = await ask({ start: 'Niemelä', minutes: '60' });
  expect(found.body).toContain('Noin 5 min autolla, noin 1 km');
  expect(found.body).toContain('Etäyhteydellä');
  expect(found.body).not.toMatch(/(href|action|src)="[^"]*Niemel/);
  expect((await ask({ start: 'Ei missään', minutes: '60' })).body).toContain('Emme tiedä, missä ”Ei missään” on.');
});
