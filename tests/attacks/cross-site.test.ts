import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { localPath } from '../../server/modules/identity/sign-in/rules.ts';
import { aFile, anApp, PUBLIC_URL } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { addressOf, lines } from './routes-table.ts';
import { aMail, anUpload, aPlainMatter, aWorld, fine, made, once } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const { app } = service;
const { db } = service.polku.desk;
const world = await aWorld(service);
const { aino, tiina } = world.callers;
const changing = Object.keys(lines).filter((route) => !route.startsWith('GET '));

const body = '{"contact":{"channel":"phone"}}';
const json = { 'content-type': 'application/json' };

/** Raw, without the headers that our own pages send. */
const bare = (method: 'POST' | 'GET', url: string, headers: Record<string, string>, payload?: string | Buffer) =>
  app.inject({ method, url, headers: { host: 'polku.example', ...headers }, ...(payload ? { payload } : {}) });

const attempts: [string, Record<string, string>][] = [
  ['another site’s page, with our header', { ...json, origin: 'https://evil.example', 'x-polku-csrf': '1' }],
  ['a sandboxed page', { ...json, origin: 'null', 'x-polku-csrf': '1' }],
  ['a neighbour on the same site', { ...json, 'sec-fetch-site': 'same-site', 'x-polku-csrf': '1' }],
  ['a browser that says so', { ...json, 'sec-fetch-site': 'cross-site', 'x-polku-csrf': '1', origin: PUBLIC_URL }],
  ['our host with another scheme', { ...json, origin: 'http://polku.example.evil.example', 'x-polku-csrf': '1' }],
  ['a page of ours without our header', { ...json, 'sec-fetch-site': 'same-origin' }],
  ['no browser but a cookie', json],
  ['a plain form', { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }],
];

test.each(attempts)('a change from %s is refused before anything is read', async (_, headers) => {
  const before = await matters();
  const answer = await bare('POST', '/api/matters', { ...headers, ...once(), cookie: aino.cookie }, body);
  expect([403, 415]).toContain(answer.statusCode);
  expect(await matters()).toBe(before);
});

test('every changing route refuses another site, whoever is signed in', async () => {
  expect(changing.length).toBeGreaterThan(45);
  for (const route of changing) {
    const { method, url } = addressOf(route, lines[route]?.ids?.(world));
    const answer = await world.callers[lines[route]?.rightful ?? 'aino'].call(method, url, {}, { 'sec-fetch-site': 'cross-site' });
    expect([route, answer.status]).toEqual([route, 403]);
  }
});

test('a page that makes a link on being asked for is not asked for by another site', async () => {
  const links = () =>
    db
      .selectFrom('secret_link')
      .select((count) => count.fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
  const before = await links();
  for (const site of ['cross-site', 'same-site']) {
    const answer = await aino.call('GET', `/print/matters/${world.matter}?link=yes`, undefined, { 'sec-fetch-site': site });
    expect(answer.status).toBe(403);
  }
  expect(await links()).toEqual(before);
});

test('cookies are out of reach of scripts, other sites and plain connections', async () => {
  const answers = [
    await bare('GET', `/a/${world.link}`, {}),
    await bare('GET', '/contact', {}),
    await bare('POST', '/api/sign-out', { ...json, 'x-polku-csrf': '1' }, '{}'),
  ];
  const cookies = answers.flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat());
  expect(cookies.length).toBeGreaterThanOrEqual(3);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i);
    expect(cookie).toMatch(/^__(Host|Secure)-/);
    expect(cookie).not.toMatch(/domain=/i);
  }
  expect(cookies.find((cookie) => cookie.includes('polku-link'))).toMatch(/; Path=\/a(;|$)/);
});

test('a key used by another person is another key, and by the same with other words is refused', async () => {
  const headers = once();
  const mine = await aino.call<{ id: string }>('POST', '/api/matters', { contact: { channel: 'phone' } }, headers);
  const again = await aino.call<{ id: string }>('POST', '/api/matters', { contact: { channel: 'phone' } }, headers);
  const hers = await tiina.call<{ id: string }>('POST', '/api/matters', { contact: { channel: 'phone' } }, headers);
  expect([mine.status, again.status, hers.status]).toEqual([201, 201, 201]);
  expect(again.body.id).toBe(mine.body.id);
  expect(hers.body.id).not.toBe(mine.body.id);
  expect((await aino.call('POST', '/api/matters', { contact: { channel: 'counter' } }, headers)).status).toBe(422);
  expect(
    (await aino.call('POST', `/api/matters/${mine.body.id}/messages`, aMail({ kind: 'note', channel: 'internal' }), headers)).status,
  ).toBe(201);
});

test('no answer may be framed, guessed at or kept by others', async () => {
  const answers = [
    await aino.call('GET', `/api/matters/${world.matter}`),
    await aino.call('GET', `/print/matters/${world.matter}`),
    await service.caller().call('GET', '/contact'),
    await service.caller().call('GET', '/nowhere'),
    await service.caller().call('GET', '/api/me'),
  ];
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'strict-transport-security': expect.any(String),
    });
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
  }
});

const ELSEWHERE = [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/./\\/evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  '\\\\evil.example',
  '/%0d%0aset-cookie:x=1',
  '/desk/\r\nlocation: //evil.example',
  '/@evil.example',
  '/.//evil.example',
  '////evil.example',
  '/;@evil.example',
  '/api/sign-out',
];

test.each(ELSEWHERE)('after signing in nobody lands at %j', (wished) => {
  const url = new URL(localPath(wished), PUBLIC_URL);
  expect(url.origin).toBe(PUBLIC_URL);
  expect(localPath(wished)).not.toMatch(/[\r\n\t\\]|^\/\/|^\/api/);
});

test.each(['//evil.example', 'https://evil.example', '/%5cevil.example', '"><script>', 'fi\r\nlocation: //evil.example'])(
  'the pages’ language may be asked for as %j without harm',
  async (lang) => {
    for (const url of [
      `/?lang=${encodeURIComponent(lang)}`,
      `/contact?lang=${encodeURIComponent(lang)}`,
      `/desk?x=${encodeURIComponent(lang)}`,
    ]) {
      const answer = await service.caller().call('GET', url);
      const location = answer.headers.location;
      if (location !== undefined) expect(new URL(String(location), PUBLIC_URL).origin).toBe(PUBLIC_URL);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toContain('<script>');
    }
  },
);

test('links are made of the configured address, whatever host the request names', async () => {
  const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' };
  const link = await fine<{ url: string }>(aino, 'POST', `/api/matters/${world.matter}/follow-links`, undefined, evil);
  expect(link.url.startsWith(`${PUBLIC_URL}/a/`)).toBe(true);
  const pages = await Promise.all([
    aino.call('GET', `/print/matters/${world.matter}?link=yes`, undefined, evil),
    service.caller(`__Secure-polku-link=${world.link}`).call('GET', '/a/receipt', undefined, evil),
    service.caller().call('GET', '/', undefined, evil),
    service.caller().call('GET', '/nowhere', undefined, { ...evil, accept: 'text/html' }),
    service.caller().call('GET', '/desk', undefined, evil),
  ]);
  for (const page of pages) expect(page.text + JSON.stringify(page.headers)).not.toContain('evil.example');
});

const CLIMBING = [
  '../package.json',
  '..%2f..%2fpackage.json',
  '%2e%2e/%2e%2e/package.json',
  '..\\package.json',
  '..%5c..%5cpackage.json',
  '....//package.json',
  '/etc/passwd',
  '%00',
  'assets/..%2f..%2fserver/main.ts',
  'index.html%00.js',
  '.env',
  'C:/windows/win.ini',
];

test.each(CLIMBING)('no address under the served folders reaches %j', async (path) => {
  for (const base of ['/desk/', '/site/', '/', '/api/', '/a/']) {
    const answer = await service.caller().call('GET', base + path);
    expect(answer.status, `${base}${path}`).toBeLessThan(500);
    expect(answer.text).not.toMatch(/"dependencies"|root:x:|startPolku|DATABASE_URL/);
  }
});

const NAMES = [
  '../../etc/passwd',
  '..\\..\\boot.ini',
  '/etc/passwd',
  'a\r\nset-cookie: x=1.txt',
  'x"; filename="evil.html',
  'nul',
  '.htaccess',
  'a\u202etxt.exe',
  '%2e%2e%2fx',
  'x'.repeat(5000),
  '',
  '😀.txt',
  'Kela päätös.txt',
];

test.each(NAMES)('a file called %j is stored, named and sent without harm', async (name) => {
  const { body: form, headers } = aFile(name, 'plain words');
  const added = await aino.call<{ id: string; name: string }>('POST', '/api/files', form, headers);
  if (name === '') return expect(added.status).toBe(422);
  expect(added.status, added.text).toBe(201);
  expect(added.body.name).not.toMatch(/[/\\\r\n"\u202e]|^\.|\.\./);
  const matter = await aPlainMatter(aino);
  const message = await made(
    aino,
    `/api/matters/${matter}/messages`,
    aMail({ kind: 'note', channel: 'internal', fileIds: [added.body.id] }),
  );
  const file = await aino.call('GET', `/api/messages/${message.id}/files/${added.body.id}`);
  expect(file.text).toBe('plain words');
  expect(file.headers['content-disposition']).toMatch(/^attachment;/);
  expect(file.headers['x-content-type-options']).toBe('nosniff');
  expect(file.headers['set-cookie']).toBeUndefined();
});

test('parts of a file and earlier copies are no way around who may see it', async () => {
  const stranger = await service.signIn(world.town.nelli);
  const url = `/api/messages/${world.message}/files/${world.file}`;
  const asked = [
    {},
    { range: 'bytes=0-3' },
    { 'if-none-match': '*' },
    { 'if-modified-since': 'Thu, 01 Jan 2099 00:00:00 GMT' },
    { 'if-range': '"x"', range: 'bytes=0-' },
  ];
  for (const headers of asked) expect((await stranger.call('GET', url, undefined, headers as Record<string, string>)).status).toBe(404);
  const own = await aino.call('GET', url, undefined, { range: 'bytes=99999999-' });
  expect(own.status).toBeLessThan(500);
  expect((await aino.call('GET', url)).headers['cache-control'] ?? '').toMatch(/no-store|private|no-cache/);
  expect(await anUpload(aino)).toMatch(/^[0-9a-f-]{36}$/);
});

test('a session planted beforehand is worth nothing, and a code nobody asked for signs nobody in', async () => {
  const planted = '__Host-polku=planted-by-somebody-else-000000000000000';
  const answer = await bare('GET', '/api/sign-in/callback?code=stolen&state=guessed', { cookie: planted });
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/sign-in?problem=sign-in-expired');
  expect(answer.headers['set-cookie'] ?? '').not.toMatch(/__Host-polku=/);
  expect((await bare('GET', '/api/me', { cookie: planted })).statusCode).toBe(401);
});

async function matters(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from matter`.execute(db);
  return rows[0]?.count ?? 0;
}
