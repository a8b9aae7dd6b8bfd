import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { createApp } from './app.ts';
import { healthRoute } from './health.ts';
import { serveApps } from './static.ts';

const dist = await mkdtemp(join(tmpdir(), 'polku-dist-'));
await mkdir(join(dist, 'desk', 'assets'), { recursive: true });
await writeFile(join(dist, 'desk', 'index.html'), '<title>Desk</title>');
await writeFile(join(dist, 'desk', 'assets', 'main-3fa9c1.js'), 'start()');
await writeFile(join(dist, 'desk', 'icon.svg'), '<svg/>');
await writeFile(join(dist, 'secret.txt'), 'not for anyone');

const state = { database: true, jobs: true };
const app = await createApp({ config: { publicUrl: 'https://polku.example' }, log: createLog('silent') });
await serveApps(app, dist, ['desk']);
healthRoute(app, { database: async () => state.database, jobs: () => state.jobs });
afterAll(async () => {
  await app.close();
  await rm(dist, { recursive: true });
});

test('hashed assets are kept for a year, the page is asked for each time', async () => {
  const asset = await app.inject('/desk/assets/main-3fa9c1.js');
  expect([asset.statusCode, asset.body]).toEqual([200, 'start()']);
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(asset.headers['content-type']).toContain('javascript');
  const page = await app.inject('/desk/');
  expect([page.body, page.headers['cache-control']]).toEqual(['<title>Desk</title>', 'no-cache']);
  expect((await app.inject('/desk/icon.svg')).headers['cache-control']).toBe('no-cache');
});

test('a screen of the app has an address of its own; a missing file is missing', async () => {
  expect((await app.inject('/desk/matters/5?tab=path')).body).toBe('<title>Desk</title>');
  expect((await app.inject('/desk')).headers.location).toBe('/desk/');
  expect((await app.inject('/desk/assets/main-000000.js')).statusCode).toBe(404);
});

test('nothing outside the app is handed out', async () => {
  for (const url of ['/desk/../secret.txt', '/desk/%2e%2e/secret.txt', '/desk/..%2fsecret.txt', '/desk/assets/..%5c..%5csecret.txt']) {
    expect((await app.inject(url)).body).not.toContain('not for anyone');
  }
});

test('an app that was not built stops the start', async () => {
  const other = await createApp({ config: { publicUrl: 'https://polku.example' }, log: createLog('silent') });
  await expect(serveApps(other, dist, ['kiosk'])).rejects.toThrow('kiosk has not been built');
});

test('health is 200 when all is well and 503 with what is missing otherwise', async () => {
  expect((await app.inject('/api/health')).json()).toEqual({ ready: true, database: true, jobs: true });
  state.database = false;
  const sick = await app.inject('/api/health');
  expect([sick.statusCode, sick.json(), sick.headers['retry-after']]).toEqual([503, { ready: false, database: false, jobs: true }, '2']);
});
