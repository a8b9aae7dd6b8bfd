import { expect, test } from 'vitest';
import { testDatabase } from '../../server/testing/database.ts';
import { aDemoService } from '../../server/testing/demo-service.ts';

const database = await testDatabase();
const ways = (['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const).flatMap((clientAuth) =>
  (['signed', 'encrypted'] as const).map((idToken) => ({ clientAuth, idToken })),
);

test.each(ways)('by $clientAuth with an ID token that is $idToken a resident signs in and out', async ({ clientAuth, idToken }) => {
  const demo = await aDemoService(database, { CUSTOMER_OIDC_CLIENT_AUTH: clientAuth, CUSTOMER_OIDC_ID_TOKEN: idToken });
  const resident = demo.resident();
  const page = await demo.identify(resident, 'elias');
  expect({ status: page.status, path: page.path }).toEqual({ status: 200, path: '/my' });
  expect(page.text).toContain('Elias Nurmi');

  const left = await resident.send('/my/sign-out', {});
  const farewell = new URL((left.headers.get('refresh') as string).slice('0; url='.length));
  // An encrypted token is for us alone: the provider could not read it as a hint.
  expect(farewell.searchParams.has('id_token_hint')).toBe(idToken === 'signed');
  expect(farewell.searchParams.get('client_id')).toBe('polku');
  expect((await resident.open('/my')).status).toBe(401);
  for (const secret of ['311203A904L', 'id_token"', 'client_assertion']) expect(demo.lines.join()).not.toContain(secret);
  await demo.stop();
});
