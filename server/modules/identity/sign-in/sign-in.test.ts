import { expect, test } from 'vitest';
import { aBrowser } from '../../../testing/browser.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aStaffService } from '../../../testing/staff-service.ts';

const database = await testDatabase();
const service = await aStaffService(database);
const { db, clock, publicUrl, signIn, pick, personId } = service;

const AINO = 'aino.korpela@mallila.example';

/** Up to the provider's page, with the attempt lying in the database. */
async function begun(returnTo = '/desk/') {
  const browser = aBrowser(publicUrl);
  const page = await browser.visit(`/api/sign-in?return_to=${encodeURIComponent(returnTo)}`);
  return { browser, page };
}

/** Through the provider, stopping at the address it sends the browser back to. */
async function returning(returnTo?: string) {
  const { browser, page } = await begun(returnTo);
  const html = await page.text();
  const action = /action="([^"]+)"/.exec(html)?.[1] as string;
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] as string;
  const body = new URLSearchParams({ person: await personId(AINO), _csrf });
  let response = await browser.send(action, { method: 'POST', body, headers: { origin: publicUrl } });
  while (!response.headers.get('location')?.includes('/api/sign-in/callback'))
    response = await browser.send(response.headers.get('location') as string);
  return { browser, callback: response.headers.get('location') as string };
}

async function refused(response: Response, problem: string) {
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(`/sign-in?problem=${problem}`);
}

test('a person signs in through the provider and is who they are', async () => {
  const browser = await signIn(AINO);
  const { status, body } = await browser.json<Record<string, unknown>>('GET', '/api/me');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: 'Aino Korpela',
    email: AINO,
    language: 'fi',
    roles: ['service-advisor'],
    settings: { shortcuts: true },
  });
  expect((body.unitIds as string[]).length).toBe(2);
  expect((body.points as { name: { fi: string } }[]).map(({ name }) => name.fi)).toEqual([
    'Kirkkoranta',
    'Mallilan palvelupiste',
    'Palvelubussi',
    'Suvanto',
  ]);
});

test('the token is stored as a hash only, and the cookie is out of scripts’ reach', async () => {
  const { browser, callback } = await returning();
  const response = await browser.send(callback);
  const line = response.headers.getSetCookie().find((each) => each.startsWith('polku=')) as string;
  expect(line).toMatch(/HttpOnly/);
  expect(line).toMatch(/SameSite=Lax/);
  const token = browser.cookie('polku') as string;
  expect(Buffer.from(token, 'base64url').length).toBe(32);
  const rows = await db.selectFrom('staff_session').select('token_hash').execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('nobody signed in: 401, and so with a made-up cookie', async () => {
  const browser = aBrowser(publicUrl);
  expect((await browser.json<{ code: string }>('GET', '/api/me')).body.code).toBe('unauthenticated');
  browser.setCookie('polku', 'A'.repeat(43));
  expect((await browser.json('GET', '/api/me')).status).toBe(401);
});

test('an address of the provider is used once', async () => {
  const { browser, callback } = await returning();
  expect((await browser.send(callback)).headers.get('location')).toBe('/desk/');
  await refused(await browser.send(callback), 'sign-in-expired');
});

test('an answer carried over to another browser signs nobody in (login CSRF)', async () => {
  const { callback } = await returning();
  const victim = aBrowser(publicUrl);
  await victim.send('/api/sign-in');
  await refused(await victim.send(callback), 'sign-in-expired');
  expect((await victim.json('GET', '/api/me')).status).toBe(401);
});

test.each<[string, (callback: URL) => void]>([
  ['another state', (callback) => callback.searchParams.set('state', 'x'.repeat(27))],
  ['no state', (callback) => callback.searchParams.delete('state')],
])('%s is refused', async (_, change) => {
  const { browser, callback } = await returning();
  const changed = new URL(callback);
  change(changed);
  await refused(await browser.send(changed.href), 'sign-in-expired');
});

test.each<[string, (callback: URL) => void]>([
  ['another code', (callback) => callback.searchParams.set('code', 'x'.repeat(43))],
  ['another issuer', (callback) => callback.searchParams.set('iss', 'http://elsewhere.test')],
  ['no issuer although the provider always names it (RFC 9207)', (callback) => callback.searchParams.delete('iss')],
])('%s is refused', async (_, change) => {
  const { browser, callback } = await returning();
  const changed = new URL(callback);
  change(changed);
  await refused(await browser.send(changed.href), 'sign-in-failed');
});

test.each(['nonce', 'code_verifier'] as const)('a wrong %s is refused', async (column) => {
  const { browser, callback } = await returning();
  await db
    .updateTable('sign_in_attempt')
    .set({ [column]: 'x'.repeat(43) })
    .execute();
  await refused(await browser.send(callback), 'sign-in-failed');
  expect(browser.cookie('polku')).toBeUndefined();
});

test('coming back later than ten minutes is refused', async () => {
  const { browser, callback } = await returning();
  clock.advance({ minutes: 10, seconds: 1 });
  await refused(await browser.send(callback), 'sign-in-expired');
});

test('two tabs of one browser may sign in at once', async () => {
  const browser = aBrowser(publicUrl);
  const pages = [await browser.visit('/api/sign-in?return_to=/desk/'), await browser.visit('/api/sign-in?return_to=/desk/?tab=2')];
  const aino = await personId(AINO);
  for (const page of pages) expect((await pick(browser, page, aino)).status).toBe(204);
});

test.each([
  'https://evil.test/',
  '//evil.test/',
  '/\\evil.test/',
  '/\t/evil.test/',
  '/.//evil.test/',
  'javascript:alert(1)',
  '/api/sign-in?return_to=/x',
])('%s after signing in leads to the front page', async (returnTo) => {
  const { browser, callback } = await returning(returnTo);
  expect((await browser.send(callback)).headers.get('location')).toBe('/');
});

test('a session planted in the browser beforehand is not taken over (session fixation)', async () => {
  const attacker = await signIn('olli.kuusela@kuvala.example');
  const planted = attacker.cookie('polku') as string;
  const { browser, callback } = await returning();
  browser.setCookie('polku', planted);
  await browser.send(callback);
  expect(browser.cookie('polku')).not.toBe(planted);
  expect((await browser.json<{ email: string }>('GET', '/api/me')).body.email).toBe(AINO);
  expect((await attacker.json('GET', '/api/me')).status).toBe(401);
});

test('signing out ends the session here and at the provider', async () => {
  const browser = await signIn(AINO);
  const token = browser.cookie('polku') as string;
  const { status, body } = await browser.json<{ location: string }>('POST', '/api/sign-out');
  expect(status).toBe(200);
  expect(new URL(body.location).pathname).toBe('/demo/oidc/session/end');
  expect(new URL(body.location).searchParams.get('id_token_hint')).toBeTruthy();
  expect((await browser.visit(body.location)).status).toBe(200);
  browser.setCookie('polku', token);
  expect((await browser.json('GET', '/api/me')).status).toBe(401);
  expect((await browser.json<{ location: string }>('POST', '/api/sign-out')).body.location).toBe('/');
});

test('picking on the demo page signs in with one click', async () => {
  const browser = aBrowser(publicUrl);
  const response = await pick(browser, await browser.visit('/demo?lang=sv'), await personId('ebba.nylund@mallila.example'));
  expect(response.url).toBe(`${publicUrl}/desk/`);
  expect((await browser.json('GET', '/api/me')).body).toMatchObject({ name: 'Ebba Nylund', language: 'sv' });
});
