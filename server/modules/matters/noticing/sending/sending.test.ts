import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aNoticing, noticeRoom } from '../../../../testing/noticing.ts';
import { aMatter, aTown } from '../../../../testing/town.ts';
import { seedTemplates } from '../../../notifications/service.ts';
import { Undeliverable } from '../../messages/sending/types.ts';
import { tellByItself } from '../service.ts';
import { sendDueNotices, startNotices } from './service.ts';

const NOON = '2026-11-23T10:00:00Z';
const clock = fixedClock(NOON);
const { db: database } = await testDatabase();
const db = database.kysely;
await inTransaction(db, seedTemplates);
const town = await aTown(db, clock);
const noticing = aNoticing(town.desk);
beforeEach(async () => {
  clock.set(NOON);
  await sql`delete from notice`.execute(db);
});

const oona = {
  givenName: 'Oona',
  familyName: 'Metsä',
  email: 'oona@posti.example',
  phone: '050 000 1234',
  street: 'Tie 1',
  postalCode: '00001',
  city: 'Mallila',
};

async function aNotice(customer: Record<string, unknown> = oona) {
  const { id: matterId } = await aMatter(town, town.aino, { customer });
  await tellByItself(noticing, matterId, { kind: 'need-settled', thing: `need-settled:${randomUUID()}` });
  clock.advance({ minutes: 5 });
  return matterId;
}

type Row = {
  id: string;
  channel: string;
  state: string;
  attempts: number;
  tried: string[];
  delivery_note: string;
  external_id: string;
  not_before: Temporal.Instant;
};
async function noticeOf(matterId: string): Promise<Row> {
  return (await sql<Row>`select * from notice where matter_id = ${matterId}::uuid`.execute(db)).rows[0] as Row;
}

test('it leaves after its minutes, in neutral words with a link of its own, once', async () => {
  const { id: matterId } = await aMatter(town, town.aino, { customer: { ...oona, contactWish: 'email' }, title: 'Asumistuki Kelasta' });
  await tellByItself(noticing, matterId, { kind: 'need-settled', thing: `need-settled:${randomUUID()}` });
  const { out, outbox } = noticeRoom(noticing);
  expect(await sendDueNotices(outbox)).toBe(0);
  clock.advance({ minutes: 5 });
  expect(await sendDueNotices(outbox)).toBe(1);
  expect(await sendDueNotices(outbox)).toBe(0);
  expect(out).toMatchObject([{ channel: 'email', email: 'oona@posti.example', language: 'fi' }]);
  const [{ text, subject } = { text: '', subject: '' }] = out;
  expect(`${subject} ${text}`).not.toMatch(/asumistuki|kela/i);
  expect(subject).toMatch(/^Asiasi on hoidettu \[/);
  expect(text).toMatch(/https:\/\/polku\.example\/a\/[\w-]{20,}/);
  expect(await noticeOf(matterId)).toMatchObject({ state: 'sent', external_id: 'taken-1', delivery_note: 'taken' });
});

test('who is identified signs in; a number gets no link to a page that nobody has yet', async () => {
  const { out, outbox } = noticeRoom(noticing);
  const identified = await aNotice({ ...oona, contactWish: 'email' });
  await sql`insert into customer_identity (customer_id, kind, hash, key_id, cipher, learned)
    select customer_id, 'identity-code', ${randomUUID()}, 'k', 'c', 'signed-in' from matter where id = ${identified}::uuid`.execute(db);
  const byPhone = await aNotice({ ...oona, contactWish: 'sms' });
  await sendDueNotices(outbox);
  for (const matterId of [identified, byPhone]) {
    const sent = out.find((one) => one.matterId === matterId);
    expect(sent?.text).toContain('https://polku.example/my');
    expect(sent?.text).not.toContain('/a/');
  }
});

describe('in quiet hours', () => {
  test('nothing leaves, though it was planned before them and the process was away', async () => {
    const matterId = await aNotice();
    const { out, outbox } = noticeRoom(noticing);
    clock.set('2026-11-23T22:00:00Z');
    await sendDueNotices(outbox);
    expect(out).toEqual([]);
    expect(await noticeOf(matterId)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      not_before: Temporal.Instant.from('2026-11-24T06:00:00Z'),
    });
    clock.set('2026-11-24T06:00:00Z');
    await sendDueNotices(outbox);
    expect(out).toHaveLength(1);
  });

  test('nor does a second attempt', async () => {
    clock.set('2026-11-23T18:50:00Z');
    await aNotice();
    clock.set('2026-11-23T18:59:30Z');
    const { out, outbox } = noticeRoom(noticing, () => Promise.reject(new Error('away')));
    await sendDueNotices(outbox);
    clock.set('2026-11-23T19:01:00Z');
    await sendDueNotices(outbox);
    expect(out).toHaveLength(1);
  });
});

describe('when it does not arrive', () => {
  test('it is tried again after longer and longer pauses under the same id, then given up', async () => {
    const matterId = await aNotice();
    const { out, outbox } = noticeRoom(noticing, () => Promise.reject(new Error('away')));
    await sql`insert into notice_wish (customer_id, quiet) select customer_id, 'none' from matter where id = ${matterId}::uuid`.execute(db);
    for (const minutes of [1, 5, 15, 60, 240, 720]) {
      expect(await sendDueNotices(outbox)).toBe(1);
      expect(await noticeOf(matterId)).toMatchObject({ state: 'failed', not_before: clock.now().add({ minutes }) });
      expect(await sendDueNotices(outbox)).toBe(0);
      clock.advance({ minutes });
    }
    await sendDueNotices(outbox);
    expect(await noticeOf(matterId)).toMatchObject({ state: 'given-up', delivery_note: 'not-sent' });
    expect(new Set(out.map(({ noticeId }) => noticeId)).size).toBe(1);
    expect(out).toHaveLength(7);
  });

  test('a channel that refuses for good gives way to the next one, at last to people', async () => {
    const matterId = await aNotice();
    const { out, outbox } = noticeRoom(noticing, () => {
      throw new Undeliverable('550 no\r\nsuch user');
    });
    for (let round = 0; round < 5; round++) await sendDueNotices(outbox);
    expect(out.map(({ channel }) => channel)).toEqual(['email', 'sms']);
    expect(await noticeOf(matterId)).toMatchObject({
      channel: 'paper',
      state: 'waiting',
      tried: ['email', 'sms'],
      delivery_note: '550 no such user',
    });
  });

  test('an address that has gone, or a restriction that has come, is not used', async () => {
    const matterId = await aNotice({ ...oona, contactWish: 'email' });
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);
    const { out, outbox } = noticeRoom(noticing);
    await sendDueNotices(outbox);
    expect(out).toEqual([]);
    expect(await noticeOf(matterId)).toMatchObject({ channel: 'collect', state: 'waiting', tried: ['email'] });
  });

  test('a process that died while sending: it goes again under the same id, and a late result changes nothing', async () => {
    const matterId = await aNotice();
    const { promise: late, reject } = Promise.withResolvers<never>();
    const dying = noticeRoom(noticing, () => late);
    const lost = sendDueNotices(dying.outbox);
    await expect.poll(() => dying.out.length).toBe(1);
    const next = noticeRoom(noticing, async () => {
      reject(new Undeliverable('late'));
      await lost;
      return { externalId: 'second', response: 'second' };
    });
    expect(await sendDueNotices(next.outbox)).toBe(0);
    clock.advance({ minutes: 5, seconds: 1 });
    expect(await sendDueNotices(next.outbox)).toBe(1);
    expect(next.out[0]?.noticeId).toBe(dying.out[0]?.noticeId);
    expect(await noticeOf(matterId)).toMatchObject({ state: 'sent', channel: 'email', external_id: 'second', attempts: 2 });
  });

  test('two nodes share what is due without sending anything twice', async () => {
    for (let n = 0; n < 8; n++) await aNotice();
    const [one, two] = [noticeRoom(noticing), noticeRoom(noticing)];
    await Promise.all([sendDueNotices(one.outbox), sendDueNotices(two.outbox)]);
    await sendDueNotices(one.outbox);
    const ids = [...one.out, ...two.out].map(({ noticeId }) => noticeId);
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
  });
});

test('the loop looks by itself, and stops when told', async () => {
  await aNotice();
  const { out, outbox } = noticeRoom(noticing);
  const running = startNotices(outbox);
  await expect.poll(() => out.length, { timeout: 5000 }).toBe(1);
  await running.stop();
});
