import { expect, test } from 'vitest';
import { testDatabase } from '../../server/testing/database.ts';
import { aDemoService } from '../../server/testing/demo-service.ts';
import { testIdentities } from './identities.ts';

const database = await testDatabase();
const demo = await aDemoService(database);
const db = database.db.kysely;

const sessions = () => db.selectFrom('customer_session').selectAll().orderBy('identified_at', 'desc').execute();

test.each(testIdentities)('$key signs in through the broker and comes to their own page', async ({ key, givenName, familyName }) => {
  const resident = demo.resident();
  const page = await demo.identify(resident, key);
  expect({ status: page.status, path: page.path }).toEqual({ status: 200, path: '/my' });
  expect(page.text).toContain(`${givenName} ${familyName}`);
});

test('the one without an identity code was identified in their own country, at a level that is demanded', async () => {
  await demo.identify(demo.resident(), 'liis');
  const [session] = await sessions();
  expect(session?.acr).toBe('http://eidas.europa.eu/LoA/substantial');
  const kinds = await db
    .selectFrom('customer_identity')
    .select('kind')
    .where('customer_id', '=', session?.customer_id as string)
    .execute();
  expect(kinds).toEqual([{ kind: 'foreign' }]);
});

test('signing in again finds the same customer', async () => {
  await demo.identify(demo.resident(), 'elias');
  await demo.identify(demo.resident(), 'elias');
  const [second, first] = await sessions();
  expect(second?.customer_id).toBe(first?.customer_id);
});

test('signing out ends the session here and at the broker, and a page says so', async () => {
  const resident = demo.resident();
  await demo.identify(resident, 'sanna');
  const left = await resident.send('/my/sign-out', {});
  // A page between the form and the provider, as browsers hold a form's redirects to this site (form-action).
  expect(left.status).toBe(200);
  const farewell = new URL((left.headers.get('refresh') as string).slice('0; url='.length));
  expect(farewell.pathname).toBe('/demo/tunnistus/session/end');
  expect(farewell.searchParams.get('post_logout_redirect_uri')).toBe(`${demo.publicUrl}/my/signed-out`);
  expect((await resident.open('/my/signed-out')).text).toContain('Olet kirjautunut ulos');
  expect((await resident.open('/my')).status).toBe(401);
  expect((await sessions())[0]?.ended_at).not.toBeNull();
});

test('signing out everywhere ends the session in every browser', async () => {
  const [one, two] = [demo.resident(), demo.resident()];
  await demo.identify(one, 'ritva');
  await demo.identify(two, 'ritva');
  const left = await one.browser.send('/my/sign-out-everywhere', { method: 'POST', headers: { 'x-polku-csrf': '1' } });
  expect(left.status).toBe(200);
  expect((await one.open('/my')).status).toBe(401);
  expect((await two.open('/my')).status).toBe(401);
});

test('breaking it off at the broker tells so and signs nobody in', async () => {
  const resident = demo.resident();
  const page = await demo.identify(resident, 'nobody');
  expect(page.path).toBe('/my/sign-in-failed');
  expect(resident.browser.cookie('polku-my')).toBeUndefined();
});

test('staff and customers are signed in side by side, and neither opens what is the other’s', async () => {
  const resident = demo.resident();
  await demo.identify(resident, 'veikko');
  expect((await resident.browser.json('GET', '/api/me')).status).toBe(401);
});
