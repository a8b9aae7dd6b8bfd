import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { PublishedEvent } from '../../../platform/events/event.ts';
import { startFeed } from '../../../platform/events/feed.ts';
import { startReactions } from '../../../platform/events/reactions.ts';
import { createLog } from '../../../platform/log/log.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMessage } from '../../../testing/mail-room.ts';
import { aNoticing } from '../../../testing/noticing.ts';
import { aMatter, aTown, needsOf } from '../../../testing/town.ts';
import { close, reopen } from '../closing/service.ts';
import { handOver, takeMatter } from '../handing/service.ts';
import { splitMatter } from '../merging/service.ts';
import { changeNeed, recordOutcome } from '../needs/service.ts';
import { StepInput } from '../path/schema.ts';
import { addStep, changeStep } from '../path/service.ts';
import { RequestInput } from '../requests/schema.ts';
import { askSupport } from '../requests/service.ts';
import { remindOfDeadlines } from './deadlines.ts';
import { tellingCustomers } from './reactions.ts';
import { changeNoticeWishes, tell, tellByItself } from './service.ts';
import type { NoticeKind, Noticing } from './types.ts';

const NOON = '2026-11-23T10:00:00Z';
const clock = fixedClock(NOON);
const { db: database, appUrl } = await testDatabase();
const db = database.kysely;
const town = await aTown(db, clock);
const noticing = aNoticing(town.desk);
const reaction = tellingCustomers(noticing);
const log = createLog('silent');
const feed = await startFeed({ db, url: appUrl, log });
const reactions = await startReactions({ db, feed, reactions: [reaction], log });
afterAll(async () => {
  await reactions.stop();
  await feed.stop();
});
beforeEach(() => clock.set(NOON));

const reachable = { customer: { givenName: 'Oona', familyName: 'Metsä', language: 'fi', email: 'oona@posti.example' } };

type Row = { id: string; channel: string; language: string; state: string; not_before: Temporal.Instant; kinds: NoticeKind[] };

async function noticesOf(matterId: string): Promise<Row[]> {
  await reactions.settled();
  const found = await sql<Row>`select n.id, n.channel, n.language, n.state, n.not_before,
      (select coalesce(array_agg(t.kind order by t.thing), '{}') from notice_thing t where t.notice_id = n.id) as kinds
    from notice n where n.matter_id = ${matterId}::uuid order by n.created_at, n.id`.execute(db);
  return found.rows;
}

async function eventsOf(matterId: string, ...types: string[]): Promise<PublishedEvent[]> {
  const found = await sql<PublishedEvent>`select xid::text as xid, seq, at, type, subject, data from event
    where subject = ${matterId}::uuid and type = any(${types}::text[]) order by seq`.execute(db);
  return found.rows;
}

describe('one thing is told once', () => {
  test('by two events: a need that is settled and then closed with its matter', async () => {
    const { id } = await aMatter(town, town.aino, reachable);
    const [needId = ''] = await needsOf(db, id);
    await recordOutcome(town.desk, town.aino, id, needId, { outcome: 'handled' });
    await close(town.desk, town.aino, id);
    expect(await noticesOf(id)).toMatchObject([{ channel: 'email', language: 'fi', state: 'waiting', kinds: ['need-settled'] }]);
  });

  test('by many events: a need in hand that goes on changing', async () => {
    const { id } = await aMatter(town, town.aino, reachable);
    const [needId = ''] = await needsOf(db, id);
    for (const ownWords of ['one', 'two', 'three']) await changeNeed(town.desk, town.aino, id, needId, { state: 'in-hand', ownWords });
    expect(await noticesOf(id)).toMatchObject([{ kinds: ['need-in-hand'] }]);
  });

  test('by an event read again, at once by many, and by a call of another module', async () => {
    const { id } = await aMatter(town, town.aino, reachable);
    const [needId = ''] = await needsOf(db, id);
    await recordOutcome(town.desk, town.aino, id, needId, { outcome: 'neither' });
    await noticesOf(id);
    const again = await eventsOf(id, 'need.settled');
    expect(again).toHaveLength(1);
    for (const event of again) await inTransaction(db, (trx) => reaction.handle(trx, event));
    const thing = { kind: 'message-waits', thing: `message-waits:${randomUUID()}` } as const;
    const told = await Promise.all(Array.from({ length: 8 }, () => tellByItself(noticing, id, thing)));
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await noticesOf(id)).toMatchObject([{ kinds: ['message-waits', 'need-ended'] }]);
  });

  test('when the process dies before, while and after its transaction', async () => {
    const { id } = await aMatter(town, town.aino, reachable);
    const [needId = ''] = await needsOf(db, id);
    await reactions.settled();
    const event: PublishedEvent = {
      xid: '1',
      seq: 1,
      at: clock.now(),
      type: 'need.changed',
      subject: id,
      data: { ownerOrg: town.organisations.city, needId, inHand: true },
    };
    await sql`update need set state = 'in-hand' where id = ${needId}::uuid`.execute(db);
    // While: its connection is cut before the commit, as by a kill.
    const cut = inTransaction(db, async (trx) => {
      await reaction.handle(trx, event);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(db);
      await sql`select 1`.execute(trx);
    });
    await expect(cut).rejects.toThrow();
    expect(await noticesOf(id)).toEqual([]);
    // The event is read again, and after its commit once more, as when the cursor's move was lost.
    await inTransaction(db, (trx) => reaction.handle(trx, event));
    await inTransaction(db, (trx) => reaction.handle(trx, event));
    expect(await noticesOf(id)).toMatchObject([{ kinds: ['need-in-hand'] }]);
  });
});

describe('several things', () => {
  test('go in one notice while it waits, and in another one once it has left', async () => {
    const { id } = await aMatter(town, town.aino, { ...reachable, needs: [{ ownWords: 'a' }, { ownWords: 'b' }] });
    const [a = '', b = ''] = await needsOf(db, id);
    await changeNeed(town.desk, town.aino, id, a, { state: 'in-hand' });
    await recordOutcome(town.desk, town.aino, id, b, { outcome: 'initiated', receipt: 'D-1' });
    const [first] = await noticesOf(id);
    expect(first).toMatchObject({ kinds: ['need-in-hand', 'need-initiated'], not_before: clock.now().add({ minutes: 5 }) });
    await sql`update notice set state = 'sent' where id = ${first?.id ?? ''}::uuid`.execute(db);
    clock.advance({ minutes: 10 });
    await recordOutcome(town.desk, town.aino, id, a, { outcome: 'handled' });
    expect(await noticesOf(id)).toMatchObject([{ state: 'sent' }, { state: 'waiting', kinds: ['need-settled'] }]);
  });

  test('a later outcome takes the place of one that has not left; a closing undone is not told at all', async () => {
    const { id } = await aMatter(town, town.aino, { ...reachable, needs: [{ ownWords: 'a' }, { ownWords: 'b' }] });
    const [a = ''] = await needsOf(db, id);
    await recordOutcome(town.desk, town.aino, id, a, { outcome: 'neither' });
    await noticesOf(id);
    await recordOutcome(town.desk, town.aino, id, a, { outcome: 'handled' });
    expect(await noticesOf(id)).toMatchObject([{ kinds: ['need-settled'] }]);
    await close(town.desk, town.aino, id);
    expect(await noticesOf(id)).toMatchObject([{ kinds: ['need-ended', 'need-settled'] }]);
    await reopen(town.desk, town.aino, id);
    expect(await noticesOf(id)).toMatchObject([{ kinds: ['need-settled'] }]);
    await close(town.desk, town.aino, id);
    expect(await noticesOf(id)).toMatchObject([{ kinds: ['need-ended', 'need-settled'] }]);
  });
});

test('a hand-over within the house is silent, one to another organisation is told', async () => {
  const { id } = await aMatter(town, town.aino, { ...reachable, needs: [] });
  await handOver(town.desk, town.aino, id, { unitId: town.units.front, personId: town.tiina.actor.personId, note: '' });
  expect(await noticesOf(id)).toEqual([]);
  await handOver(town.desk, town.aino, id, { unitId: town.units.neighbourFront, note: '' });
  expect(await noticesOf(id)).toMatchObject([{ kinds: ['need-moved'] }]);
});

test('a need that an authority is only asked about is not told to be in hand; said to be, it is', async () => {
  const { id } = await aMatter(town, town.aino, reachable);
  const [needId = ''] = await needsOf(db, id);
  const question = {
    needId,
    toUnitId: town.units.kelaTier2,
    title: 'Saako?',
    question: 'Saako?',
    sensitivity: 'normal',
    customerWaiting: false,
  };
  const asked = RequestInput.parse({ ...question, basis: 'law', ground: 'Laki 1 §' });
  await inTransaction(db, (trx) => askSupport(town.desk, trx, town.aino, id, asked));
  await changeNeed(town.desk, town.aino, id, needId, { ownWords: 'Sharper' });
  expect(await noticesOf(id)).toEqual([]);
  await changeNeed(town.desk, town.aino, id, needId, { state: 'in-hand' });
  expect(await noticesOf(id)).toMatchObject([{ kinds: ['need-in-hand'] }]);
});

test('what was told of needs goes along with them into a matter of their own', async () => {
  const { id } = await aMatter(town, town.aino, { ...reachable, needs: [{ ownWords: 'a' }, { ownWords: 'b' }, { ownWords: 'c' }] });
  const [a = '', b = '', c = ''] = await needsOf(db, id);
  await changeNeed(town.desk, town.aino, id, a, { state: 'in-hand' });
  await noticesOf(id);
  await sql`update notice set state = 'sent', external_id = 'x-1' where matter_id = ${id}::uuid`.execute(db);
  clock.advance({ minutes: 1 });
  await changeNeed(town.desk, town.aino, id, b, { state: 'in-hand' });
  await changeNeed(town.desk, town.aino, id, c, { state: 'in-hand' });
  expect(await noticesOf(id)).toMatchObject([
    { state: 'sent', kinds: ['need-in-hand'] },
    { state: 'waiting', kinds: ['need-in-hand', 'need-in-hand'] },
  ]);
  const split = await splitMatter(town.desk, town.aino, id, { needIds: [a, b], title: 'Erikseen' });
  expect(await noticesOf(split.id)).toMatchObject([
    { state: 'sent', kinds: ['need-in-hand'] },
    { state: 'waiting', kinds: ['need-in-hand'] },
  ]);
  expect(await noticesOf(id)).toMatchObject([{ state: 'waiting', kinds: ['need-in-hand'] }]);
  // Told once stays told once, in whichever matter.
  await changeNeed(town.desk, town.aino, split.id, a, { state: 'in-hand' });
  expect(await noticesOf(split.id)).toHaveLength(2);
});

test('a notice that is leaving at this moment stays whole', async () => {
  const { id } = await aMatter(town, town.aino, { ...reachable, needs: [{ ownWords: 'a' }, { ownWords: 'b' }] });
  const [a = ''] = await needsOf(db, id);
  await changeNeed(town.desk, town.aino, id, a, { state: 'in-hand' });
  await noticesOf(id);
  await sql`update notice set state = 'sending', sending_since = now() where matter_id = ${id}::uuid`.execute(db);
  const split = await splitMatter(town.desk, town.aino, id, { needIds: [a], title: 'Erikseen' });
  expect([(await noticesOf(id)).length, (await noticesOf(split.id)).length]).toEqual([1, 0]);
});

test('taking a matter that was nobody’s tells that it is in hand', async () => {
  const { id } = await aMatter(town, town.aino, reachable);
  await sql`update matter set person_id = null where id = ${id}::uuid`.execute(db);
  await takeMatter(town.desk, town.aino, id, null);
  expect(await noticesOf(id)).toMatchObject([{ kinds: ['need-in-hand'] }]);
});

describe('a message that waits', () => {
  const secret = { body: 'salainen', sensitivity: 'secret' };

  test('has the notice of its own by e-mail and no second one', async () => {
    const { id } = await aMatter(town, town.aino, reachable);
    await aMessage(town.desk, town.aino, id, secret);
    await sql`update message set state = 'waiting', sent_at = now() where matter_id = ${id}::uuid and direction = 'out'`.execute(db);
    const event = (type: string): PublishedEvent => ({
      xid: '1',
      seq: 1,
      at: clock.now(),
      type,
      subject: id,
      data: { ownerOrg: town.organisations.city },
    });
    for (const written of await eventsOf(id, 'message.written')) await inTransaction(db, (trx) => reaction.handle(trx, written));
    await inTransaction(db, (trx) => reaction.handle(trx, event('message.changed')));
    expect(await noticesOf(id)).toEqual([]);
  });

  test('without an address is told by another channel, once', async () => {
    const { id } = await aMatter(town, town.aino, { customer: { givenName: 'Veikko', familyName: 'Salo', phone: '050 000 1234' } });
    await sql`insert into secret_link (token_hash, matter_id, expires_at) values (${randomUUID()}, ${id}::uuid, now() + interval '1 day')`.execute(
      db,
    );
    const messageId = await aMessage(town.desk, town.aino, id, { ...secret, channel: 'link' });
    expect(await noticesOf(id)).toMatchObject([{ channel: 'sms', kinds: ['message-waits'] }]);
    const [written] = await eventsOf(id, 'message.written');
    expect(written?.data.messageId).toBe(messageId);
    await inTransaction(db, (trx) => reaction.handle(trx, { ...(written as PublishedEvent), type: 'message.changed' }));
    expect(await noticesOf(id)).toMatchObject([{ kinds: ['message-waits'] }]);
  });
});

describe('when and how', () => {
  const settle = async (parts: Record<string, unknown>, by: Noticing = noticing) => {
    const { id } = await aMatter(town, town.aino, parts);
    await tellByItself(by, id, { kind: 'need-moved', thing: `need-moved:${randomUUID()}` });
    return id;
  };

  test('in the evening it waits for eight in the morning; paper and what is collected wait for nobody', async () => {
    clock.set('2026-11-23T20:30:00Z');
    expect(await noticesOf(await settle(reachable))).toMatchObject([{ not_before: Temporal.Instant.from('2026-11-24T06:00:00Z') }]);
    expect(await noticesOf(await settle({ customer: { street: 'Tie 1', postalCode: '00001', city: 'Mallila' } }))).toMatchObject([
      { channel: 'paper', not_before: clock.now() },
    ]);
    expect(await noticesOf(await settle({}))).toMatchObject([{ channel: 'collect', not_before: clock.now() }]);
  });

  test('the customer’s own hours go before the usual ones', async () => {
    clock.set('2026-11-23T20:30:00Z');
    const wishing = async (quiet: Parameters<typeof changeNoticeWishes>[2]['quiet']) => {
      const { id } = await aMatter(town, town.aino, reachable);
      const { customer_id } = await db.selectFrom('matter').select('customer_id').where('id', '=', id).executeTakeFirstOrThrow();
      await inTransaction(db, (trx) => changeNoticeWishes(trx, customer_id, { quiet, deadlines: true }));
      await tellByItself(noticing, id, { kind: 'need-moved', thing: `need-moved:${randomUUID()}` });
      return (await noticesOf(id))[0]?.not_before.toString();
    };
    expect(await wishing('none')).toBe('2026-11-23T20:35:00Z');
    expect(await wishing('usual')).toBe('2026-11-24T06:00:00Z');
    expect(await wishing({ from: '22:00', until: '10:00', zone: 'Europe/Helsinki' })).toBe('2026-11-24T08:00:00Z');
  });

  test('easy language is the plain Finnish text', async () => {
    const id = await settle({ ...reachable, arrangements: [{ kind: 'clear-language' }] });
    expect(await noticesOf(id)).toMatchObject([{ language: 'fi-x-plain' }]);
    expect(await noticesOf(await settle({ ...reachable, language: 'sv', arrangements: [{ kind: 'clear-language' }] }))).toMatchObject([
      { language: 'sv' },
    ]);
  });

  test('under turvakielto nothing goes to an address', async () => {
    const { id } = await aMatter(town, town.aino, { customer: { ...reachable.customer, phone: '050 000 1234', contactWish: 'email' } });
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${id}::uuid)`.execute(db);
    await tellByItself(noticing, id, { kind: 'need-moved', thing: `need-moved:${randomUUID()}` });
    expect(await noticesOf(id)).toMatchObject([{ channel: 'collect' }]);
  });

  test('a merged matter’s customer is told in the one it went on in; a matter that is nowhere is not', async () => {
    const { id } = await aMatter(town, town.aino, reachable);
    const other = await aMatter(town, town.aino, reachable);
    await sql`update matter set state = 'merged', merged_into = ${other.id}::uuid where id = ${id}::uuid`.execute(db);
    expect(await tellByItself(noticing, id, { kind: 'need-moved', thing: `need-moved:${randomUUID()}` })).toBe(true);
    expect(await noticesOf(other.id)).toHaveLength(1);
    expect(await inTransaction(db, (trx) => tell(noticing, trx, randomUUID(), { kind: 'need-moved', thing: 'x' }))).toBe(false);
  });
});

test('a deadline of the customer’s own step is told once some days before, and again when it is moved', async () => {
  const { id } = await aMatter(town, town.aino, reachable);
  const step = (parts: Record<string, unknown>) => addStep(town.desk, town.aino, id, StepInput.parse({ title: 'Liitteet', ...parts }));
  const own = await step({ deadlineAt: '2026-11-25T14:00:00Z' });
  await step({ deadlineAt: '2026-11-25T14:00:00Z', who: 'authority' });
  await step({ deadlineAt: '2026-12-25T14:00:00Z' });
  await step({ deadlineAt: '2026-11-20T14:00:00Z' });
  expect(await remindOfDeadlines(noticing)).toBe(1);
  expect(await remindOfDeadlines(noticing)).toBe(0);
  expect(await noticesOf(id)).toMatchObject([{ kinds: ['deadline'] }]);
  await changeStep(town.desk, town.aino, id, own.id, { deadlineAt: '2026-11-26T09:00:00Z' });
  expect(await remindOfDeadlines(noticing)).toBe(1);
  await changeStep(town.desk, town.aino, id, own.id, { state: 'done', deadlineAt: '2026-11-26T08:00:00Z' });
  expect(await remindOfDeadlines(noticing)).toBe(0);
});
