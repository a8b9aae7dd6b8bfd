import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import { sayMatterNumber } from '../number.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;

test('a signed-in customer sees the matters that are theirs, and nobody else’s', async () => {
  const town = await aTown(db, systemClock);
  const [own, other] = [await aMatter(town, town.aino), await aMatter(town, town.aino)];
  const customer = await signInCustomer(app);
  await db.updateTable('matter').set({ customer_id: customer.customerId }).where('id', '=', own.id).execute();
  const page = await customer.call('GET', '/my');
  expect(page.status).toBe(200);
  const said = (number: string) => sayMatterNumber(number).replaceAll(' ', '\u00a0');
  expect(page.text).toContain(said(own.number));
  expect(page.text).not.toContain(said(other.number));
  expect(page.headers['cache-control']).toBe('no-store');
});

test('whose next step is the customer’s reads that it is their turn, as the matter’s own page says', async () => {
  const town = await aTown(db, systemClock);
  const own = await aMatter(town, town.aino);
  const customer = await signInCustomer(app);
  await db.updateTable('matter').set({ customer_id: customer.customerId }).where('id', '=', own.id).execute();
  expect((await customer.call('GET', '/my')).text).toContain('Hoidamme asiaasi.');
  const { owner_org } = await db.selectFrom('matter').select('owner_org').where('id', '=', own.id).executeTakeFirstOrThrow();
  const step = { matter_id: own.id, owner_org, position: 1, title: 'Tuo kirje', who: 'customer', state: 'now' };
  await db.insertInto('step').values(step).execute();
  expect((await customer.call('GET', '/my')).text).toContain('Nyt on sinun vuorosi.');
});

test('who has no matters yet is told what to do next', async () => {
  const customer = await signInCustomer(app);
  const { text } = await customer.call('GET', '/my');
  expect(text).toContain('href="/slip"');
  expect(text).toContain('href="/contact"');
});

test('without a session the page shows the way to sign in', async () => {
  const page = await app.caller().call('GET', '/my', undefined, { accept: 'text/html' });
  expect(page.status).toBe(401);
  expect(page.text).toContain('/my/sign-in?return_to=%2Fmy');
});
