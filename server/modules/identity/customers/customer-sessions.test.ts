import { expect, test } from 'vitest';
import { anApp } from '../../../testing/app.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown } from '../../../testing/town.ts';
import { openByToken, sealByToken } from './sealing.ts';

let now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const database = await testDatabase();
const app = await anApp(database, { clock: { now: () => now } });
const later = (minutes: number) => {
  now = now.add({ minutes });
};

test('a session ends after twenty idle minutes', async () => {
  const customer = await signInCustomer(app);
  later(19);
  expect((await customer.call('GET', '/my')).status).toBe(200);
  later(19);
  expect((await customer.call('GET', '/my')).status).toBe(200);
  later(21);
  expect((await customer.call('GET', '/my')).status).toBe(401);
});

test('a session ends in two hours however busy', async () => {
  const customer = await signInCustomer(app);
  for (let minutes = 10; minutes < 120; minutes += 10) {
    later(10);
    expect((await customer.call('GET', '/my')).status, `${minutes}`).toBe(200);
  }
  later(10);
  expect((await customer.call('GET', '/my')).status).toBe(401);
});

test('signing out ends this session alone, signing out everywhere all of one’s own and nobody else’s', async () => {
  const one = await signInCustomer(app);
  const { customerId } = one;
  const [two, three, other] = [
    await signInCustomer(app, { customerId }),
    await signInCustomer(app, { customerId }),
    await signInCustomer(app),
  ];
  const works = async () => Promise.all([one, two, three, other].map(async (each) => (await each.call('GET', '/my')).status === 200));
  await one.call('POST', '/my/sign-out', {});
  expect(await works()).toEqual([false, true, true, true]);
  await two.call('POST', '/my/sign-out-everywhere', {});
  expect(await works()).toEqual([false, false, false, true]);
});

test('a customer’s session opens nothing of the staff’s, and a member of staff’s nothing of a customer’s', async () => {
  const town = await aTown(app.polku.desk.db, app.polku.desk.clock);
  const [customer, aino] = [await signInCustomer(app), await app.signIn(town.aino)];
  for (const url of ['/api/me', '/api/matters?view=mine', '/api/directory'])
    expect((await customer.call('GET', url)).status, url).toBe(401);
  for (const url of ['/my', '/my/acting-for']) expect((await aino.call('GET', url)).status, url).toBe(401);
});

test('what a session’s token sealed opens by it alone', () => {
  const sealed = sealByToken('one', 'words');
  expect(openByToken('one', sealed)).toBe('words');
  expect(openByToken('two', sealed)).toBeUndefined();
  expect(openByToken('one', `${sealed.slice(0, -2)}AA`)).toBeUndefined();
  expect(openByToken('one', '')).toBeUndefined();
});
