import { type ClientRequest, request } from 'node:http';
import { expect, test } from 'vitest';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aTown } from '../../server/testing/town.ts';

const database = await testDatabase();
const service = await anApp(database);
const address = new URL(await service.listen());
const field = (name: string, value = 'x') => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** A stranger's form that has begun and does not end until told. */
function aSlowForm(): { form: ClientRequest; status: Promise<number | undefined> } {
  const headers = { 'content-type': 'multipart/form-data; boundary=b', origin: 'https://polku.example', 'sec-fetch-site': 'same-origin' };
  const form = request({ hostname: address.hostname, port: address.port, method: 'POST', path: '/contact', headers });
  const status = new Promise<number | undefined>((resolve) => {
    form.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    form.on('error', () => resolve(undefined));
  });
  form.write(field('message'));
  return { form, status };
}

test('one address has a dozen forms being read at once, and the rest are told to come later', async () => {
  const slow = Array.from({ length: 14 }, aSlowForm);
  const first = await Promise.race(slow.map(({ status }) => status));
  expect(first).toBe(429);
  for (const { form } of slow) form.end('--b--\r\n');
  const statuses = (await Promise.all(slow.map(({ status }) => status))).filter((status) => status !== undefined);
  expect(statuses.filter((status) => status === 403)).toHaveLength(12);
  const late = aSlowForm();
  late.form.end('--b--\r\n');
  expect(await late.status).toBe(403);
});

test('a form of a thousand fields is not read to its end', async () => {
  const payload = `${Array.from({ length: 1000 }, (_, number) => field(`f${number}`)).join('')}--b--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin', 'idempotency-key': 'a'.repeat(20) };
  const answer = await service.app.inject({ method: 'POST', url: '/contact', headers, payload });
  expect(answer.statusCode, answer.payload.slice(0, 300)).toBe(413);
});

test('a person keeps two hundred drafts, the newest', async () => {
  const { desk } = service.polku;
  const aino = await service.signIn((await aTown(desk.db, desk.clock)).aino);
  const place = (number: number) => `matter.${String(number).padStart(36, '0')}`;
  for (let number = 0; number < 205; number++) await aino.call('PUT', `/api/drafts/${place(number)}`, { body: { number } });
  const kept = async (number: number) => (await aino.call<{ body: unknown }>('GET', `/api/drafts/${place(number)}`)).body.body;
  expect([await kept(0), await kept(4)]).toEqual([null, null]);
  expect([await kept(5), await kept(204)]).toEqual([{ number: 5 }, { number: 204 }]);
});
