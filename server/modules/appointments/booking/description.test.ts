import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openApiFaults } from '../../../../tests/openapi-faults.ts';
import { anApp, PUBLIC_URL } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';

type Document = { servers: unknown; paths: Record<string, unknown>; components: { schemas: Record<string, unknown> } };

const service = await anApp(await testDatabase());
const whole = JSON.parse(await readFile(new URL('../../../../openapi.json', import.meta.url), 'utf8')) as Document;
const read = (headers: Record<string, string> = {}) => service.app.inject({ method: 'GET', url: '/api/v1/openapi.json', headers });

test('anybody reads what a city’s own site may call: the part of openapi.json under /api/v1/booking, at this installation’s address', async () => {
  const { statusCode, headers, json } = await read();
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  const document = json<Document>();
  expect(openApiFaults(document)).toEqual([]);
  expect(document.servers).toEqual([{ url: PUBLIC_URL }]);
  expect(whole.servers).toEqual([{ url: '/' }]);
  const booking = Object.entries(whole.paths).filter(([path]) => path.startsWith('/api/v1/booking/'));
  expect(document.paths).toEqual(Object.fromEntries(booking));
  expect(whole.components.schemas).toMatchObject(document.components.schemas);
  // What staff, devices and customers call is nobody else's business.
  expect(JSON.stringify(document)).not.toMatch(/"\/api\/(?!v1\/booking\/)/);
});

test('whoever has it already is sent nothing', async () => {
  const { headers } = await read();
  const again = await read({ 'if-none-match': headers.etag as string });
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', headers.etag]);
  expect((await read({ 'if-none-match': '"older"' })).statusCode).toBe(200);
});
