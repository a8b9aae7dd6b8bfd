import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { Unavailable } from '../../../platform/errors.ts';
import { createLog } from '../../../platform/log/log.ts';
import { anApp } from '../../../testing/app.ts';
import { aTestCode, signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import type { RegisterEntry } from '../../customers/register/types.ts';
import { type AskingRegister, askRegister, askRegisterOfAll } from './register.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;
const town = await aTown(db, systemClock);
const lines: string[] = [];

const asked: string[] = [];
const asking = (find: (code: string) => RegisterEntry | undefined): AskingRegister => ({
  db,
  clock: systemClock,
  keys: app.keys,
  testIdentities: true,
  log: createLog('debug', (line) => lines.push(line)),
  register: {
    find: async (code) => {
      asked.push(code);
      return find(code);
    },
  },
});

const home = { street: 'Zqxkatu 1', postalCode: '99990', city: 'Mallila' };
const row = (id: string) => db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('a restriction is set, keeps the address out, tells open desks, and is lifted when the register lifts it', async () => {
  const customer = await signInCustomer(app);
  const { id } = await aMatter(town, town.aino);
  await db.updateTable('matter').set({ customer_id: customer.customerId }).where('id', '=', id).execute();
  await askRegister(
    asking(() => ({ restricted: true, address: home })),
    customer.customerId,
  );
  expect(await row(customer.customerId)).toMatchObject({ restricted: true, street: null, version: 2 });
  const told = await sql`select 1 from event where subject = ${id}::uuid and type = 'matter.changed'`.execute(db);
  expect(told.rows.length).toBeGreaterThan(0);
  await askRegister(
    asking(() => ({ restricted: false, address: home })),
    customer.customerId,
  );
  expect(await row(customer.customerId)).toMatchObject({ restricted: false, street: home.street, version: 3 });
});

test('an address the customer told stays, and a customer the register does not know keeps what was known', async () => {
  const customer = await signInCustomer(app);
  await db.updateTable('customer').set({ street: 'Oma polku 2', restricted: true }).where('id', '=', customer.customerId).execute();
  await askRegister(
    asking(() => undefined),
    customer.customerId,
  );
  expect((await row(customer.customerId)).restricted).toBe(true);
  await askRegister(
    asking(() => ({ restricted: false, address: home })),
    customer.customerId,
  );
  expect(await row(customer.customerId)).toMatchObject({ restricted: false, street: 'Oma polku 2', city: null });
});

test('nightly those with a code and an open matter are asked about, and nobody else; a register that is away stops nothing', async () => {
  const [code, other] = [aTestCode(), aTestCode()];
  const [open, without] = [await signInCustomer(app, { identityCode: code }), await signInCustomer(app, { identityCode: other })];
  const { id } = await aMatter(town, town.aino);
  await db.updateTable('matter').set({ customer_id: open.customerId }).where('id', '=', id).execute();
  asked.length = 0;
  await askRegisterOfAll(asking(() => undefined));
  expect(asked).toContain(code);
  expect(asked).not.toContain(other);
  const away = asking(() => {
    throw new Unavailable();
  });
  await askRegisterOfAll(away);
  expect((await row(open.customerId)).restricted).toBe(false);
  expect((await row(without.customerId)).restricted).toBe(false);
  expect(lines.join('\n')).toContain('register away');
  expect(lines.join('\n')).not.toContain(code);
});
