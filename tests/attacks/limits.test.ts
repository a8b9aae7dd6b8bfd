import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../server/platform/http/limits.ts';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aPerson } from '../../server/testing/town.ts';
import { aWorld } from './world.ts';

const database = await testDatabase();
const windowMs = 60_000;
const limits = { caller: { max: 200, windowMs }, address: { max: 5, windowMs }, refused: { max: 20, windowMs } };
const service = await anApp(database, { limits });
const world = await aWorld(service);

test('sessions and links cannot be guessed at speed, and nobody else at that address suffers', async () => {
  const guess = (number: number) => {
    const name = String(number).padStart(30, 'x');
    const headers = { 'x-forwarded-for': `192.0.2.${number}`, 'x-real-ip': `192.0.2.${number}` };
    return number % 2
      ? service.caller(`__Host-polku=${name}`).call('GET', '/api/me', undefined, headers)
      : service.caller().call('GET', `/a/${name}`, undefined, headers);
  };
  const answers = [];
  for (let number = 0; number < 30; number++) answers.push(await guess(number));
  expect(answers.slice(0, 20).every(({ status }) => status === 401 || status === 404)).toBe(true);
  expect(answers.slice(21).map(({ status }) => status)).toEqual(Array(9).fill(429));
  expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await world.callers.aino.call('GET', '/api/me')).status).toBe(200);
  expect((await service.caller().call('GET', `/a/${world.link}`)).status).toBe(303);
});

test('a whole service point behind one address works on', { timeout: 30_000 }, async () => {
  const people = await Promise.all(
    Array.from({ length: 40 }, async (_, number) => {
      const { city } = world.town.organisations;
      return service.signIn(
        await aPerson(service.polku.desk.db, {
          name: `Advisor ${number}`,
          role: 'service-advisor',
          organisationId: city,
          units: [world.town.units.front],
        }),
      );
    }),
  );
  const statuses = new Set<number>();
  for (let round = 0; round < 10; round++) for (const person of people) statuses.add((await person.call('GET', '/api/me')).status);
  expect(statuses).toEqual(new Set([200]));
});

test('one session that runs wild is held, and only that one', async () => {
  const wild = await service.signIn(world.town.tiina);
  let [status, calls] = [200, 0];
  while (status === 200 && calls < 500) {
    status = (await wild.call('GET', '/api/me')).status;
    calls++;
  }
  expect([status, calls > 100]).toEqual([429, true]);
  expect((await (await service.signIn(world.town.tiina)).call('GET', '/api/me')).status, 'a second session is the same person').toBe(429);
  expect((await world.callers.mika.call('GET', '/api/me')).status).toBe(200);
});

test('what a customer runs with keeps a guesser below a few hundred tries a minute', () => {
  expect(DEFAULT_LIMITS.refused.max).toBeLessThanOrEqual(300);
  expect(DEFAULT_LIMITS.refused.windowMs).toBeGreaterThanOrEqual(60_000);
  expect(DEFAULT_LIMITS.address.max).toBeGreaterThanOrEqual(2000);
});
