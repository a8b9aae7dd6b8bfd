import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { aBrowser } from '../../../testing/browser.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aForger } from '../../../testing/forger.ts';
import { aStaffService } from '../../../testing/staff-service.ts';

const forger = await aForger();
const { ownKey } = forger;
const ofAino = { email: 'aino.korpela@mallila.example', email_verified: true };
const service = await aStaffService(await testDatabase(), { oidc: { issuer: forger.issuer, clientId: 'polku', clientSecret: 'secret' } });

async function signingIn(claims: Record<string, unknown>, key = ownKey) {
  const browser = aBrowser(service.publicUrl);
  const leaving = new URL((await browser.send('/api/sign-in?return_to=/desk/')).headers.get('location') as string);
  Object.assign(forger, { claims: { ...ofAino, ...claims }, key, nonce: leaving.searchParams.get('nonce') });
  expect(leaving.searchParams.get('code_challenge_method')).toBe('S256');
  const back = await browser.send(`/api/sign-in/callback?code=c&state=${leaving.searchParams.get('state')}`);
  return { location: back.headers.get('location'), session: browser.cookie('polku') };
}

const past = 1_700_000_000;

test.each<[string, Record<string, unknown>]>([
  ['for another client', { aud: 'another' }],
  ['for several clients with another as the party', { aud: ['polku', 'another'], azp: 'another' }],
  ['from another issuer', { iss: 'http://elsewhere.test' }],
  ['that has run out', { iat: past, exp: past + 300 }],
  ['with another nonce', { nonce: 'x' }],
  ['without a nonce', { nonce: undefined }],
])('an ID token %s is refused', async (_, claims) => {
  expect(await signingIn(claims)).toEqual({ location: '/sign-in?problem=sign-in-failed', session: undefined });
});

test('an ID token signed by another key is refused', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  expect((await signingIn({}, privateKey)).location).toBe('/sign-in?problem=sign-in-failed');
});

test('an address nobody has verified, and one that is not known, let nobody in', async () => {
  for (const claims of [{ email_verified: false }, { email_verified: 'true' }, { email: 'stranger@mallila.example' }]) {
    expect((await signingIn(claims)).location).toBe('/sign-in?problem=not-a-user');
  }
});

test('a verified address joins the person once; then only the subject counts', async () => {
  const aino = await service.personId('aino.korpela@mallila.example');
  expect((await signingIn({ email: 'Aino.Korpela@Mallila.example' })).location).toBe('/desk/');
  const joined = await service.db
    .selectFrom('person')
    .select(['oidc_issuer', 'oidc_subject'])
    .where('id', '=', aino)
    .executeTakeFirstOrThrow();
  expect(joined).toEqual({ oidc_issuer: forger.issuer, oidc_subject: 'sub-1' });
  // Her old address, given to somebody new at the provider, opens nothing.
  expect((await signingIn({ sub: 'sub-2' })).location).toBe('/sign-in?problem=not-a-user');
  // She herself comes in under a new address.
  expect((await signingIn({ email: 'aino.uusi@mallila.example' })).location).toBe('/desk/');
  // And cannot become another person by taking over that one's address.
  await signingIn({ email: 'leo.salmi@mallila.example' });
  const leo = await service.db
    .selectFrom('person')
    .select('oidc_subject')
    .where('email', '=', 'leo.salmi@mallila.example')
    .executeTakeFirstOrThrow();
  expect(leo.oidc_subject).toBeNull();
});

test('a disabled person does not come in', async () => {
  await service.db.updateTable('person').set({ disabled_at: service.clock.now() }).where('oidc_subject', '=', 'sub-1').execute();
  expect((await signingIn({})).location).toBe('/sign-in?problem=not-a-user');
  expect((await signingIn({ email: 'leo.salmi@mallila.example' })).location).toBe('/sign-in?problem=not-a-user');
});
