import { beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import { readMatter } from '../reading/service.ts';
import { OrderInput } from './schema.ts';
import { changeOrder, matterOrders, orderLanguage, orderTasks } from './service.ts';

const { db } = await testDatabase();
const clock = fixedClock('2026-11-24T08:00:00Z');
let town: Town;
let matterId: string;

beforeEach(async () => {
  town = await aTown(db.kysely, clock);
  matterId = (await aMatter(town, town.aino)).id;
});

function order(by: By, parts: Record<string, unknown> = {}): Promise<{ id: string }> {
  const input = { kind: 'interpreter', language: 'so', way: 'video', at: '2026-11-27T09:00:00Z', minutes: 45, ...parts };
  return inTransaction(db.kysely, (trx) => orderLanguage(town.desk, trx, by, matterId, OrderInput.parse(input)));
}

const tasks = async (by: By) => (await orderTasks(town.desk, by)).orders.map(({ state, language }) => [state, language]);

test('a task until it is settled, seen by all who keep the matter', async () => {
  const { id } = await order(town.aino);
  expect(await tasks(town.tiina)).toEqual([['to-order', 'so']]);
  await changeOrder(town.desk, town.tiina, id, { state: 'ordered', provider: 'Tulkkikeskus', version: 1 });
  await changeOrder(town.desk, town.aino, id, { state: 'confirmed', reference: 'T-12', version: 2 });
  expect((await matterOrders(town.desk, town.aino, matterId)).orders).toMatchObject([
    { state: 'confirmed', provider: 'Tulkkikeskus', reference: 'T-12', at: '2026-11-27T09:00:00.000Z' },
  ]);
  await changeOrder(town.desk, town.aino, id, { state: 'failed', failedWhy: 'did-not-come', version: 3 });
  expect(await tasks(town.aino)).toEqual([]);
  const told = (await readMatter(town.desk, town.aino, matterId)).happenings.filter((line) => line.kind === 'language-order');
  expect(told.map((line) => line.data.state)).toEqual(['to-order', 'ordered', 'confirmed', 'failed']);
  await expect(changeOrder(town.desk, town.aino, id, { state: 'ordered', version: 4 })).rejects.toMatchObject({ code: 'order-settled' });
});

test('two at once: the second is told', async () => {
  const { id } = await order(town.aino);
  const both = await Promise.allSettled([
    changeOrder(town.desk, town.aino, id, { state: 'ordered', version: 1 }),
    changeOrder(town.desk, town.tiina, id, { state: 'cancelled', version: 1 }),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'order-changed' } });
});

test('for others it does not exist, also where a need is shared with them', async () => {
  const { id } = await order(town.aino);
  for (const stranger of [town.nelli, town.mika, town.guard]) {
    await expect(matterOrders(town.desk, stranger, matterId)).rejects.toBeInstanceOf(NotFound);
    await expect(changeOrder(town.desk, stranger, id, { state: 'ordered', version: 1 })).rejects.toBeInstanceOf(NotFound);
    expect(await tasks(stranger)).toEqual([]);
  }
  expect(await tasks(town.aino)).toEqual([['to-order', 'so']]);
});

test('not for a moment that has passed', async () => {
  await expect(order(town.aino, { at: '2026-11-24T07:59:59Z' })).rejects.toMatchObject({ code: 'order-past', status: 422 });
  expect(await tasks(town.aino)).toEqual([]);
});
