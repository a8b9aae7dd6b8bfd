import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aNoticing } from '../../../testing/noticing.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import type { MatterPage } from '../schema.ts';
import type { NoticeList, NoticeView } from './schema.ts';
import { collectedFor, tellByItself, waitingToCollect } from './service.ts';

// Frozen, so that nothing of these leaves by itself.
const clock = fixedClock('2026-11-23T10:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
const town = await aTown(db, clock);
const [aino, nelli, mika] = await Promise.all([app.signIn(town.aino), app.signIn(town.nelli), app.signIn(town.mika)]);
const noticing = aNoticing(town.desk, { channels: ['email', 'paper', 'collect'] });
beforeEach(async () => {
  await sql`delete from notice`.execute(db);
});

const postal = { givenName: 'Veikko', familyName: 'Salo', street: 'Tie 1', postalCode: '00001', city: 'Mallila', contactWish: 'letter' };

async function aNotice(customer: Record<string, unknown> = postal) {
  const { id: matterId } = await aMatter(town, town.aino, { customer, title: 'Asumistuki' });
  await tellByItself(noticing, matterId, { kind: 'need-settled', thing: `need-settled:${randomUUID()}` });
  const { rows } = await sql<{ id: string }>`select id from notice where matter_id = ${matterId}::uuid`.execute(db);
  return { matterId, id: rows[0]?.id as string };
}

const list = async (view: NoticeView, caller = aino) => (await caller.call<NoticeList>('GET', `/api/notices?view=${view}`)).body;
const mark = (id: string, state: string, caller = aino) => caller.call<{ code: string }>('PATCH', `/api/notices/${id}`, { state });
const stateOf = async (matterId: string) => (await aino.call<MatterPage>('GET', `/api/matters/${matterId}`)).body.notices;

test('what is to be printed is listed, opened as a letter, and marked once', async () => {
  const { id, matterId } = await aNotice();
  expect(await list('paper')).toMatchObject({
    rows: [{ id, matterId, customerName: 'Veikko Salo', kinds: ['need-settled'], channel: 'paper' }],
    counts: { paper: 1, collect: 0, 'given-up': 0, slips: 0 },
  });
  const sheet = await aino.call('GET', `/print/notices/${id}`);
  expect(sheet.status).toBe(200);
  expect(sheet.headers['cache-control']).toBe('no-store');
  expect(sheet.text).toContain('Tie 1');
  expect(sheet.text).toContain('asiasi on nyt hoidettu');
  expect(sheet.text).not.toMatch(/asumistuki|kela/i);
  expect((await mark(id, 'printed')).status).toBe(204);
  expect(await mark(id, 'printed')).toMatchObject({ status: 409, body: { code: 'notice-not-waiting' } });
  expect((await list('paper')).rows).toEqual([]);
  expect(await stateOf(matterId)).toMatchObject([{ id, state: 'printed', channel: 'paper', kinds: ['need-settled'] }]);
  const { rows } = await sql<{ action: string }>`select action from audit_entry where ${id}::uuid = any(subjects) order by id`.execute(db);
  expect(rows.map(({ action }) => action)).toEqual(['notice.planned', 'notice.opened', 'notice.printed']);
});

test('under turvakielto the letter has no address', async () => {
  const { id, matterId } = await aNotice();
  await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);
  expect((await aino.call('GET', `/print/notices/${id}`)).text).not.toContain('Tie 1');
});

test('another site cannot make a browser open a letter', async () => {
  const { id } = await aNotice();
  expect((await aino.call('GET', `/print/notices/${id}`, undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});

describe('for strangers', () => {
  test('a notice is not there, and counts nowhere', async () => {
    const { id } = await aNotice();
    for (const caller of [nelli, mika]) {
      expect((await mark(id, 'printed', caller)).status).toBe(404);
      expect((await caller.call('GET', `/print/notices/${id}`)).status).toBe(404);
      expect(await list('paper', caller)).toEqual({ rows: [], counts: { paper: 0, collect: 0, 'given-up': 0, slips: 0 } });
    }
    expect((await mark(id, 'printed')).status).toBe(204);
  });
});

test('what waits at a point is collected there, also what would be printed', async () => {
  const nothing = await aNotice({});
  const paper = await aNotice();
  expect((await list('collect')).rows).toMatchObject([{ id: nothing.id }]);
  for (const { matterId } of [nothing, paper]) {
    expect(await inTransaction(db, (trx) => waitingToCollect(trx, matterId))).toMatchObject([{ kinds: ['need-settled'] }]);
    expect(await inTransaction(db, (trx) => collectedFor(noticing, trx, town.tiina, matterId))).toBe(1);
    expect(await inTransaction(db, (trx) => collectedFor(noticing, trx, town.tiina, matterId))).toBe(0);
    expect(await stateOf(matterId)).toMatchObject([{ state: 'collected' }]);
  }
});

test('what was given up can be tried again or told another way; what leaves by itself cannot be marked', async () => {
  const { id } = await aNotice({ ...postal, email: 'veikko@posti.example', contactWish: 'email' });
  for (const state of ['printed', 'collected', 'waiting']) expect((await mark(id, state)).status).toBe(409);
  await sql`update notice set state = 'given-up', attempts = 7 where id = ${id}::uuid`.execute(db);
  expect((await list('given-up')).rows).toMatchObject([{ id, channel: 'email' }]);
  expect((await mark(id, 'waiting')).status).toBe(204);
  expect((await sql`select state, attempts from notice where id = ${id}::uuid`.execute(db)).rows).toEqual([
    { state: 'waiting', attempts: 0 },
  ]);
});
