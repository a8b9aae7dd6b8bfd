import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { aTestCode, identifyingOf } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { customerOfIdentity, identityCodeIn, keepIdentity } from './service.ts';

const database = await testDatabase();
const app = await anApp(database);
const deps = identifyingOf(app);
const { db } = app.polku.desk;

async function aCustomer(names: { given_name?: string; family_name?: string } = {}) {
  const identity = identityCodeIn(deps, aTestCode());
  if (!identity) throw new Error('the test made no identity code');
  const id = randomUUID();
  await db
    .insertInto('customer')
    .values({ id, known: names.given_name !== undefined, ...names })
    .execute();
  await inTransaction(db, (trx) => keepIdentity(trx, deps, id, identity, 'document-seen'));
  return { id, identity };
}

const read = (id: string) =>
  db.selectFrom('customer').select(['known', 'given_name', 'family_name']).where('id', '=', id).executeTakeFirst();
const signedIn = { kind: 'person', givenName: 'Elias', familyName: 'Nurmi', learned: 'signed-in' } as const;

test('whom nobody named has the name that was vouched for when they sign in', async () => {
  const { id, identity } = await aCustomer();
  expect(await inTransaction(db, (trx) => customerOfIdentity(trx, deps, identity, signedIn))).toBe(id);
  expect(await read(id)).toEqual({ known: true, given_name: 'Elias', family_name: 'Nurmi' });
});

test('a name once told stays', async () => {
  const { id, identity } = await aCustomer({ given_name: 'Elli', family_name: 'Nurmela' });
  expect(await inTransaction(db, (trx) => customerOfIdentity(trx, deps, identity, signedIn))).toBe(id);
  expect(await read(id)).toEqual({ known: true, given_name: 'Elli', family_name: 'Nurmela' });
});
