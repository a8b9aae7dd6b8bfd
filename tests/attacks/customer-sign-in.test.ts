import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { newPrivateJwk, type PrivateJwk } from '../../server/platform/keys/private-jwk.ts';
import { type App, anApp } from '../../server/testing/app.ts';
import { aTestCode } from '../../server/testing/customers.ts';
import { asOwner, testDatabase } from '../../server/testing/database.ts';
import { aForger } from '../../server/testing/forger.ts';

const database = await testDatabase();
const forger = await aForger();
const service = await anApp(database, { env: { CUSTOMER_OIDC_ISSUER: forger.issuer } });
const { db } = service.polku.desk;

const LOA2 = 'http://ftn.ficora.fi/2017/loa2';
const CODE = 'urn:oid:1.2.246.21';
const [GIVEN, FAMILY] = ['urn:oid:1.2.246.575.1.14', 'urn:oid:2.5.4.4'];
const PERSON = 'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier';
const someone = () => ({ acr: LOA2, [CODE]: aTestCode(), [GIVEN]: 'Testi', [FAMILY]: 'Henkilö' });

const cookieIn = (setCookie: unknown, name: string): string | undefined =>
  [setCookie]
    .flat()
    .map(String)
    .find((each) => each.startsWith(`${name}=`))
    ?.split(/[=;]/)[1];

type Way = {
  key?: KeyObject;
  cookies?: string;
  url?: (state: string) => string;
  browser?: string;
  at?: App;
  encryptedTo?: PrivateJwk;
};

/** Goes to the forger and comes back with what it says. */
async function identifying(
  claims: Record<string, unknown>,
  { key = forger.ownKey, cookies = '', url, browser, at = service, encryptedTo }: Way = {},
) {
  const leaving = await at.caller().call('GET', '/my/sign-in?return_to=/my');
  const address = new URL(leaving.headers.location as string);
  const state = address.searchParams.get('state') as string;
  Object.assign(forger, { claims, key, encryptedTo, nonce: address.searchParams.get('nonce') });
  const secret = browser ?? cookieIn(leaving.headers['set-cookie'], '__Host-polku-sign-in');
  const caller = at.caller(`__Host-polku-sign-in=${secret}; ${cookies}`);
  const back = await caller.call('GET', url?.(state) ?? `/my/sign-in/callback?code=c&state=${state}`);
  return {
    asked: address.searchParams,
    state,
    location: back.headers.location,
    session: cookieIn(back.headers['set-cookie'], '__Host-polku-my'),
  };
}

const refused = { location: '/my/sign-in-failed', session: undefined };
const customers = async () => Number((await sql<{ n: string }>`select count(*) as n from customer`.execute(db)).rows[0]?.n);
const customerOf = async (session: string | undefined) => {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(String(session)).digest('base64url');
  return (await db.selectFrom('customer_session').selectAll().where('token_hash', '=', hash).executeTakeFirst())?.customer_id;
};

let before = 0;
beforeEach(async () => {
  before = await customers();
});

test('strong levels are demanded, with state, nonce and PKCE', async () => {
  const { asked, location, session } = await identifying(someone());
  expect(asked.get('acr_values')?.split(' ')).toContain(LOA2);
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(location).toBe('/my');
  expect(session).toMatch(/^[\w-]{43}$/);
});

const past = 1_700_000_000;

test.each<[string, Record<string, unknown>]>([
  ['of a weaker level', { acr: 'http://ftn.ficora.fi/2017/loa1' }],
  ['of a password', { acr: 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password' }],
  ['without a level', { acr: undefined }],
  ['with a list of levels', { acr: [LOA2] }],
  ['of a level that only begins alike', { acr: `${LOA2}x` }],
  ['for another client', { aud: 'another' }],
  ['from another issuer', { iss: 'http://elsewhere.test' }],
  ['that has run out', { iat: past, exp: past + 300 }],
  ['with another nonce', { nonce: 'x' }],
  ['without a nonce', { nonce: undefined }],
  ['with a code whose check character is wrong', { [CODE]: '010170-901A' }],
  ['without any identity', { [CODE]: undefined }],
  ['with an empty identity', { [CODE]: ' ' }],
  ['with an identity code that is a list', { [CODE]: ['010170-901A'] }],
])('an ID token %s lets nobody in and makes no customer', async (_, claims) => {
  const { location, session } = await identifying({ ...someone(), ...claims });
  expect({ location, session }).toEqual(refused);
  expect(await customers()).toBe(before);
});

test('an ID token signed by another key is refused', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { location, session } = await identifying(someone(), { key: privateKey });
  expect({ location, session }).toEqual(refused);
});

test('an answer is used once, in the browser it was asked for in, and by the party that asked', async () => {
  const first = await identifying(someone());
  const again = await service.caller().call('GET', `/my/sign-in/callback?code=c&state=${first.state}`);
  expect(again.headers.location).toBe('/my/sign-in-failed');
  const elsewhere = await identifying(someone(), { browser: 'another-browser-of-27-lette' });
  expect(elsewhere.session).toBeUndefined();
  const staff = await identifying(someone(), { url: (state) => `/api/sign-in/callback?code=c&state=${state}` });
  expect(staff.location).toBe('/sign-in?problem=sign-in-expired');
});

test('a session planted in the browser beforehand is not the one that is signed in, and one held before has ended', async () => {
  const planted = 'p'.repeat(43);
  const { session } = await identifying(someone(), { cookies: `__Host-polku-my=${planted}` });
  expect(session).not.toBe(planted);
  expect((await service.caller(`__Host-polku-my=${planted}`).call('GET', '/my')).status).toBe(401);
  const next = await identifying(someone(), { cookies: `__Host-polku-my=${session}` });
  expect((await service.caller(`__Host-polku-my=${session}`).call('GET', '/my')).status).toBe(401);
  expect((await service.caller(`__Host-polku-my=${next.session}`).call('GET', '/my')).status).toBe(200);
});

test('whoever signs out leaves no link open to the next one at the same machine', async () => {
  for (const url of ['/my/sign-out', '/my/sign-out-everywhere']) {
    const { session } = await identifying(someone());
    const left = await service.caller(`__Host-polku-my=${session}; __Secure-polku-link=${'l'.repeat(27)}`).call('POST', url, {});
    const cleared = [left.headers['set-cookie']].flat().map(String);
    expect(cleared.filter((each) => each.includes('Max-Age=0')).map((each) => each.split('=')[0])).toEqual([
      '__Host-polku-my',
      '__Secure-polku-link',
    ]);
    expect(cleared.find((each) => each.startsWith('__Secure-polku-link'))).toContain('Path=/a');
  }
});

test('the way back after signing in is never another site', async () => {
  for (const to of ['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)']) {
    const leaving = await service.caller().call('GET', `/my/sign-in?return_to=${encodeURIComponent(to)}`);
    const state = new URL(leaving.headers.location as string).searchParams;
    Object.assign(forger, { claims: someone(), key: forger.ownKey, nonce: state.get('nonce') });
    const secret = cookieIn(leaving.headers['set-cookie'], '__Host-polku-sign-in');
    const back = await service
      .caller(`__Host-polku-sign-in=${secret}`)
      .call('GET', `/my/sign-in/callback?code=c&state=${state.get('state')}`);
    expect(back.headers.location, to).toBe('/');
  }
});

test('people of one name and one birthday are not one customer, nor is a customer of the same e-mail', async () => {
  await sql`insert into customer (known, given_name, family_name, email) values (true, 'Sama', 'Nimi', 'sama@posti.test')`.execute(db);
  const names = { [GIVEN]: 'Sama', [FAMILY]: 'Nimi', email: 'sama@posti.test', email_verified: true };
  const [one, other] = ['010170-901', '010170Y901'].map((start) => withCheck(start));
  const first = await customerOf((await identifying({ ...someone(), ...names, [CODE]: one })).session);
  const second = await customerOf((await identifying({ ...someone(), ...names, [CODE]: other })).session);
  const again = await customerOf((await identifying({ ...someone(), ...names, [CODE]: one?.toLowerCase() })).session);
  expect(first).toBeDefined();
  expect(second).not.toBe(first);
  expect(again).toBe(first);
  const sameName = await db.selectFrom('customer').select(['id', 'email']).where('family_name', '=', 'Nimi').execute();
  expect(sameName.length).toBe(3);
  expect(sameName.filter(({ email }) => email !== null).length).toBe(1);
});

test('the subject the provider gives joins nobody, and a foreign identifier is another at another issuer', async () => {
  const foreign = { acr: 'http://eidas.europa.eu/LoA/high', [PERSON]: 'EE/FI/1', [GIVEN]: 'Mari', [FAMILY]: 'Maasikas', [CODE]: undefined };
  const [first, again] = [await identifying(foreign), await identifying({ ...foreign, sub: 'sub-2' })];
  const other = await identifying({ ...foreign, [PERSON]: 'EE/FI/2' });
  expect(await customerOf(again.session)).toBe(await customerOf(first.session));
  expect(await customerOf(other.session)).not.toBe(await customerOf(first.session));
});

test('many sign-ins at once of somebody new are one customer', async () => {
  const { identityCodeIn, customerOfIdentity } = await import('../../server/modules/customers/identifying/service.ts');
  const { identifyingOf } = await import('../../server/testing/customers.ts');
  const { inTransaction } = await import('../../server/platform/db/transaction.ts');
  const deps = identifyingOf(service);
  const identity = identityCodeIn(deps, aTestCode());
  const naming = { kind: 'person', givenName: 'Yksi', familyName: 'Ainoa', learned: 'signed-in' } as const;
  const join = () => inTransaction(db, (trx) => customerOfIdentity(trx, deps, identity as NonNullable<typeof identity>, naming));
  expect(new Set(await Promise.all(Array.from({ length: 8 }, join))).size).toBe(1);
});

test('an identity code is in no log line, in no answer and in clear in no table', async () => {
  const canary = aTestCode();
  const { session } = await identifying({ ...someone(), [CODE]: canary });
  const caller = service.caller(`__Host-polku-my=${session}`);
  const said = [(await caller.call('GET', '/my')).text];
  // The ID token holds it too, in base64.
  for (const skipped of [0, 1, 2]) {
    const piece = Buffer.from(canary.slice(skipped, skipped + 9)).toString('base64url');
    expect(await holding(piece)).toEqual([]);
  }
  await identifying({ ...someone(), acr: 'weak', [CODE]: canary });
  await caller.call('POST', '/my/sign-out-everywhere', {});
  expect(said.join()).not.toContain(canary);
  expect(service.lines.length).toBeGreaterThan(5);
  expect(service.lines.filter((line) => line.includes(canary))).toEqual([]);
  const tables = await holding(canary);
  expect(tables).toEqual([]);
  const ended = await db.selectFrom('customer_session').select('id_token').where('ended_at', 'is not', null).execute();
  expect(ended.filter(({ id_token }) => id_token !== null)).toEqual([]);
});

function withCheck(start: string): string {
  const digits = Number(start.slice(0, 6) + start.slice(7));
  return start + '0123456789ABCDEFHJKLMNPRSTUVWXY'[digits % 31];
}

/** The tables any row of which holds these words. */
async function holding(words: string): Promise<string[]> {
  return asOwner(database, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rowCount } = await client.query(`select 1 from "${name}" t where t::text like $1 limit 1`, [`%${words}%`]);
      if (rowCount) found.push(name);
    }
    return found;
  });
}

test('where encrypted ID tokens are agreed, one that is only signed, and one that is encrypted to another, let nobody in', async () => {
  const key = newPrivateJwk('RSA-OAEP-256');
  const env = {
    CUSTOMER_OIDC_ISSUER: forger.issuer,
    CUSTOMER_OIDC_ID_TOKEN: 'encrypted',
    CUSTOMER_OIDC_DECRYPTION_KEYS: JSON.stringify(key),
  };
  const strict = await anApp(database, { env });
  expect(await identifying(someone(), { at: strict })).toMatchObject(refused);
  const own = await identifying(someone(), { at: strict, encryptedTo: key });
  expect([own.location, typeof own.session]).toEqual(['/my', 'string']);
  const other = { ...newPrivateJwk('RSA-OAEP-256'), kid: key.kid as string };
  expect(await identifying(someone(), { at: strict, encryptedTo: other })).toMatchObject(refused);
  // Nor does one that nobody agreed to read.
  expect(await identifying(someone(), { encryptedTo: key })).toMatchObject(refused);
});
