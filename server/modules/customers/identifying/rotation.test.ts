import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { generateKeyring, readKeyring, withFreshKey } from '../../../platform/keys/keyring.ts';
import { rotateAll } from '../../../platform/keys/rotation.ts';
import { aTestCode } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { customerOfIdentity, encryptedIdentities, findByIdentity, identityCodeIn, identityInClear } from './service.ts';

const { kysely: db } = (await testDatabase()).db;
const oldText = generateKeyring();
const bothText = withFreshKey(oldText);
const [old, both, fresh] = [oldText, bothText, bothText.split(' ')[0] as string].map(readKeyring) as [
  ReturnType<typeof readKeyring>,
  ReturnType<typeof readKeyring>,
  ReturnType<typeof readKeyring>,
];
const withKeys = (keys: typeof old) => ({ clock: systemClock, keys, testIdentities: true });

test('an identity is found while two keys are there, and after its own is thrown away', async () => {
  const code = aTestCode();
  const identity = identityCodeIn(withKeys(old), code);
  if (!identity) throw new Error('not a test code');
  const naming = { kind: 'person', givenName: 'Vanha', familyName: 'Avain', learned: 'signed-in' } as const;
  const id = await inTransaction(db, (trx) => customerOfIdentity(trx, withKeys(old), identity, naming));
  expect(await findByIdentity(db, withKeys(both), identity)).toBe(id);
  expect(await findByIdentity(db, withKeys(fresh), identity)).toBeUndefined();
  expect(await rotateAll(both, encryptedIdentities(db, both))).toBe(1);
  expect(await rotateAll(both, encryptedIdentities(db, both))).toBe(0);
  expect(await findByIdentity(db, withKeys(fresh), identity)).toBe(id);
  expect(await identityInClear(db, withKeys(fresh), id, 'identity-code')).toBe(code);
});
