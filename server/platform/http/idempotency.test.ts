import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { asOwner, testDatabase } from '../../testing/database.ts';
import type { Trx } from '../db/transaction.ts';
import { forgetOldKeys, isAnswered, type KeyRow, once } from './idempotency.ts';
import type { IdempotencyKey } from './idempotency-key.ts';

const database = await testDatabase();
const db = database.db.kysely;
await asOwner(database, (owner) =>
  owner.query('create table made (id uuid primary key default gen_random_uuid(), words text); grant all on made to polku_app'),
);
beforeEach(() => sql`delete from made`.execute(db));

const key = (over: Partial<IdempotencyKey> = {}): IdempotencyKey => ({
  caller: 'link:1',
  route: 'POST /api/made',
  key: crypto.randomUUID(),
  bodyHash: 'same',
  ...over,
});
const make = async (trx: Trx) => {
  const { rows } = await sql<{ id: string }>`insert into made (words) values ('first') returning id`.execute(trx);
  return { resourceId: rows[0]?.id ?? '', status: 201, value: 'made' };
};
const replay = async (id: string) => `again ${id}`;
const countMade = async () => (await sql<{ n: number }>`select count(*)::int as n from made`.execute(db)).rows[0]?.n;

test('twenty at once: one is done, nineteen get its answer', async () => {
  const mine = key();
  const answers = await Promise.all(Array.from({ length: 20 }, () => once(db, mine, make, replay)));
  expect(await countMade()).toBe(1);
  expect(answers.filter((answer) => answer.value === 'made')).toHaveLength(1);
  expect(answers.filter((answer) => answer.value === `again ${answer.resourceId}`)).toHaveLength(19);
  expect(new Set(answers.map((answer) => `${answer.resourceId} ${answer.status}`)).size).toBe(1);
});

test('the same key with another body is refused; of another caller it is another key', async () => {
  const mine = key();
  await once(db, mine, make, replay);
  await expect(once(db, { ...mine, bodyHash: 'other' }, make, replay)).rejects.toMatchObject({
    status: 422,
    code: 'idempotency-key-reused',
  });
  expect((await once(db, { ...mine, caller: 'link:2' }, make, replay)).value).toBe('made');
});

const waitingForTwins = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`.execute(db)).rows[0]?.n;

test('asked of a hundred at once: who was answered is known, a twin under way is waited for, and one with another body fails alone', async () => {
  const [answered, running, other] = [key(), key(), key()];
  await once(db, answered, make, replay);
  await once(db, other, make, replay);
  const letGo = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const slowly = async (trx: Trx) => {
    begun.resolve();
    await letGo.promise;
    return make(trx);
  };
  const twin = once(db, running, slowly, replay);
  await begun.promise;
  const strangers = Array.from({ length: 100 }, () => isAnswered(db, key()));
  const asked = Promise.all([isAnswered(db, answered), isAnswered(db, running), isAnswered(db, running)]);
  const refused = expect(isAnswered(db, { ...other, bodyHash: 'other' })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  await expect.poll(waitingForTwins).toBeGreaterThan(0);
  letGo.resolve();
  await twin;
  expect(await asked).toEqual([true, true, true]);
  expect(new Set(await Promise.all(strangers))).toEqual(new Set([false]));
  await refused;
});

test('a failed call leaves its key free', async () => {
  const mine = key();
  const fail = async (trx: Trx) => {
    await make(trx);
    throw new Error('no');
  };
  await expect(once(db, mine, fail, replay)).rejects.toThrow('no');
  expect(await countMade()).toBe(0);
  expect((await once(db, mine, make, replay)).value).toBe('made');
});

test('without a key every call is done', async () => {
  await once(db, undefined, make, replay);
  await once(db, undefined, make, replay);
  expect(await countMade()).toBe(2);
});

test('keys are forgotten after a day, those of devices after a week', async () => {
  const [citizen, device] = [key(), key({ caller: 'device:1' })];
  const age = (hours: number) =>
    asOwner(database, (owner) => owner.query("update idempotency set created_at = now() - $1::int * interval '1 hour'", [hours]));
  for (const each of [citizen, device]) await once(db, each, make, replay);
  await age(25);
  await forgetOldKeys(db);
  expect((await once(db, device, make, replay)).value).toContain('again');
  expect((await once(db, citizen, make, replay)).value).toBe('made');
  await age(24 * 7 + 1);
  await forgetOldKeys(db);
  expect((await once(db, device, make, replay)).value).toBe('made');
});

test('work may write the key’s row along with its own; a failed one leaves it free', async () => {
  const mine = key();
  const makeWithKey = async (trx: Trx, keyRow: KeyRow) => {
    const id = crypto.randomUUID();
    await sql`with k as (${keyRow(id, 201)}) insert into made (id, words) values (${id}::uuid, 'with its key')`.execute(trx);
    return { resourceId: id, status: 201, value: 'made' };
  };
  const fail = async (trx: Trx, keyRow: KeyRow) => {
    await makeWithKey(trx, keyRow);
    throw new Error('no');
  };
  await expect(once(db, mine, fail, replay)).rejects.toThrow('no');
  const answers = await Promise.all(Array.from({ length: 5 }, () => once(db, mine, makeWithKey, replay)));
  expect(await countMade()).toBe(1);
  expect(answers.filter((answer) => answer.value.startsWith('again'))).toHaveLength(4);
  await once(db, undefined, makeWithKey, replay);
  expect(await countMade()).toBe(2);
});
