import { expect, test } from 'vitest';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';

const database = await testDatabase();
const behind = await anApp(database, { env: { TRUSTED_PROXIES: '127.0.0.1' } });
const bare = await anApp(database);

/** Of the contact form, whose own limit is by address; refused for its missing token, and counted all the same. */
const sending = async (service: typeof behind, from: string): Promise<number> => {
  const form = { method: 'POST', url: '/contact', headers: { 'x-forwarded-for': from, 'content-type': 'application/json' } } as const;
  return (await service.app.inject({ ...form, payload: '{}' })).statusCode;
};

async function fillUp(service: typeof behind, from: (time: number) => string): Promise<number> {
  for (let time = 0; time < 200; time++) if ((await sending(service, from(time))) === 429) return time;
  return 200;
}

test('behind a proxy of ours one resident who floods the form stops nobody else', async () => {
  expect(await fillUp(behind, () => '198.51.100.7')).toBe(60);
  expect(await sending(behind, '198.51.100.8')).not.toBe(429);
  // What they claim themselves stands before what the proxy has added.
  expect(await fillUp(behind, (time) => `192.0.2.${time}, 198.51.100.9`)).toBe(60);
});

test('without one nobody’s claim about their address is believed', async () => {
  expect(await fillUp(bare, (time) => `192.0.2.${time}`)).toBe(60);
});
