import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const database = await testDatabase();
const SITE = '198.51.100.7';
const service = await anApp(database, { clock, env: { TRUSTED_PROXIES: '127.0.0.1', BOOKING_SITES: SITE } });
const { db } = service.polku.desk;
const town = await aTown(db, clock);
const bookable = await aBookable(db, town);
for (let n = 0; n < 20; n += 1) await aResource(db, town, { skills: [bookable] });

beforeEach(async () => {
  await sql`update appointment set state = 'expired' where state = 'held'`.execute(db);
  await sql`update appointment_resource set live = false`.execute(db);
});

/** Times of different hours, so that nothing but the network is the same. */
const hourOf = (n: number) =>
  `2027-03-${String(8 + (Math.floor(n / 6) % 5)).padStart(2, '0')}T${String(7 + (n % 6)).padStart(2, '0')}:00:00Z`;
const hold = async (address: string, n: number) => {
  const body = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: hourOf(n) };
  const headers = { 'idempotency-key': randomUUID(), 'x-forwarded-for': address };
  const { status, body: answer } = await service.caller().call<{ code?: string }>('POST', '/api/v1/booking/holds', body, headers);
  return `${status} ${answer.code ?? ''}`.trim();
};
const counted = (answers: readonly string[]) =>
  Object.fromEntries(
    Map.groupBy(answers, (one) => one)
      .entries()
      .map(([one, all]) => [one, all.length]),
  );

test('sixty calls sent together from one network hold thirty times, exactly', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => hold('203.0.113.5', n)));
  expect(counted(answers)).toEqual({ 201: 30, '409 too-many-held': 30 });
});

test('all addresses of one IPv6 subscriber are one network, and the next subscriber is another', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => hold(`2001:db8:1:2::${(n + 1).toString(16)}`, n)));
  expect(counted(answers)).toEqual({ 201: 30, '409 too-many-held': 10 });
  expect(await hold('2001:db8:1:3::1', 41)).toBe('201');
});

// More at once than the pool has connections: what they all wait for comes over another.
test('a municipality’s own site, named in the settings, holds for all its residents', async () => {
  const answers = await Promise.all(Array.from({ length: 90 }, (_, n) => hold(SITE, n)));
  expect(counted(answers)).toEqual({ 201: 90 });
});

test('and calls a hundred times as often as anybody else may', async () => {
  const limits = { address: { max: 5, windowMs: 60_000 } };
  const strict = await anApp(database, { clock, limits, env: { TRUSTED_PROXIES: '127.0.0.1', BOOKING_SITES: SITE } });
  const look = async (address: string) =>
    (await strict.caller().call('GET', '/api/v1/booking/services', undefined, { 'x-forwarded-for': address })).status;
  const looks = async (address: string) => {
    const statuses = [];
    for (let n = 0; n < 501; n += 1) statuses.push(await look(address));
    return statuses.indexOf(429);
  };
  expect([await looks('203.0.113.9'), await looks(SITE)]).toEqual([5, 500]);
});
