import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { accepted, aMessage, mailRoom, matterOf, messageOf, tracesOf } from '../../../../testing/mail-room.ts';
import { aMatter, aTown, type Town } from '../../../../testing/town.ts';
import { seedTemplates } from '../../../notifications/service.ts';
import { sayMatterNumber } from '../../number.ts';
import { changeMessage } from '../changing/service.ts';
import { receiveMessage } from '../receiving/service.ts';
import { startOutbox } from './reactions.ts';
import { markBounced, sendDue } from './service.ts';
import { Undeliverable } from './types.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
let town: Town;

beforeAll(async () => {
  await inTransaction(db, seedTemplates);
  town = await aTown(db, clock);
});

const email = 'oona@posti.example';
const aReachableMatter = (language = 'fi') => aMatter(town, town.aino, { language, customer: { givenName: 'Oona', email, language } });
const aMinuteLater = () => clock.advance({ seconds: 60 });
const change = (id: string, state: Parameters<typeof changeMessage>[3], by = town.aino) => changeMessage(town.desk, by, id, state);

describe('what leaves', () => {
  test('an e-mail leaves after its minute, not before, once; the turn is then the customer’s', async () => {
    const { id, number } = await aReachableMatter();
    const messageId = await aMessage(town.desk, town.aino, id);
    const { out, outbox } = mailRoom(town.desk);
    clock.advance({ seconds: 59 });
    expect(await sendDue(outbox)).toBe(0);
    clock.advance({ seconds: 1 });
    expect(await sendDue(outbox)).toBe(1);
    expect(await sendDue(outbox)).toBe(0);

    expect(out).toEqual([
      {
        messageId,
        matterId: id,
        matterNumber: number,
        ownerOrg: town.organisations.city,
        unitId: town.units.front,
        recipient: email,
        language: 'fi',
        leaves: 'message',
        automatic: false,
        subject: `Viesti asiastasi [${sayMatterNumber(number)}]`,
        text: 'Hei, tässä vastaus.',
        files: [],
      },
    ]);
    expect(await messageOf(db, messageId)).toMatchObject({
      state: 'sent',
      attempts: 1,
      delivery_note: accepted.response,
      sent_at: clock.now(),
    });
    expect(await matterOf(db, id)).toMatchObject({ awaits: 'customer', due_at: null });
    expect(await tracesOf(db, id)).toMatchObject({
      audit: ['matter.opened', 'message.written', 'message.left'],
      events: ['matter.opened', 'message.written', 'message.changed'],
    });
  });

  test('of a secret message only a notice leaves, in the customer’s language; the content waits until it is told', async () => {
    const { id, number } = await aReachableMatter('sv');
    const messageId = await aMessage(town.desk, town.aino, id, { sensitivity: 'secret', language: 'sv', body: 'FPA har beslutat' });
    const { out, outbox } = mailRoom(town.desk);
    aMinuteLater();
    await sendDue(outbox);
    expect(out).toHaveLength(1);
    expect(out[0]).toMatchObject({
      leaves: 'notice',
      subject: `Du har ett meddelande från servicepunkten [${sayMatterNumber(number)}]`,
      files: [],
    });
    expect(JSON.stringify(out)).not.toContain('FPA');
    expect(await messageOf(db, messageId)).toMatchObject({ state: 'waiting' });

    await expect(change(messageId, 'told')).rejects.toMatchObject({ code: 'identification-needed', status: 409 });
    await sql`update contact set identification = 'document-seen', started_at = ${clock.now()}::timestamptz where matter_id = ${id}::uuid`.execute(
      db,
    );
    await change(messageId, 'told');
    expect(await messageOf(db, messageId)).toMatchObject({ state: 'told', read_at: clock.now() });
  });

  test('a restriction that comes within the minute makes the e-mail a notice', async () => {
    const { id } = await aReachableMatter();
    const messageId = await aMessage(town.desk, town.aino, id, { body: 'Osoitteesi on Rantakatu 1' });
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${id}::uuid)`.execute(db);
    const { out, outbox } = mailRoom(town.desk);
    aMinuteLater();
    await sendDue(outbox);
    expect(out[0]).toMatchObject({ leaves: 'notice' });
    expect(JSON.stringify(out)).not.toContain('Rantakatu');
    expect((await messageOf(db, messageId)).state).toBe('waiting');
  });

  test('the turn stays ours when the customer wrote meanwhile', async () => {
    const { id } = await aReachableMatter();
    await aMessage(town.desk, town.aino, id);
    clock.advance({ seconds: 30 });
    await inTransaction(db, (trx) =>
      receiveMessage(town.desk, trx, { matterId: id, channel: 'email', at: clock.now(), subject: '', body: 'Vielä yksi asia' }),
    );
    const { outbox } = mailRoom(town.desk);
    clock.advance({ seconds: 30 });
    await sendDue(outbox);
    expect((await matterOf(db, id)).awaits).toBe('us');
  });
});

describe('taking back', () => {
  test('a message taken back never leaves, nor does the occasion it made stay', async () => {
    const { id } = await aReachableMatter();
    const messageId = await aMessage(town.desk, town.tiina, id);
    await change(messageId, 'undone', town.tiina);
    const { out, outbox } = mailRoom(town.desk);
    aMinuteLater();
    await sendDue(outbox);
    expect(out).toEqual([]);
    expect((await messageOf(db, messageId)).state).toBe('undone');
    const contacts = await db.selectFrom('contact').select('person_id').where('matter_id', '=', id).execute();
    expect(contacts).toEqual([{ person_id: town.aino.actor.personId }]);
    expect((await tracesOf(db, id)).events).toContain('contact.removed');
  });

  test('what has left is not taken back; now leaves at once', async () => {
    const { id } = await aReachableMatter();
    const messageId = await aMessage(town.desk, town.aino, id);
    await change(messageId, 'now');
    const { out, outbox } = mailRoom(town.desk);
    await sendDue(outbox);
    expect(out).toHaveLength(1);
    await expect(change(messageId, 'undone')).rejects.toMatchObject({ code: 'message-left', status: 409 });
    await expect(change(messageId, 'now')).rejects.toMatchObject({ code: 'message-left' });
    await expect(change(messageId, 'again')).rejects.toMatchObject({ code: 'message-not-failed' });
  });

  test('of undo and sender at the same moment exactly one wins, whoever it is', async () => {
    const won = { undo: 0, sender: 0 };
    for (let round = 0; round < 40; round++) {
      const { id } = await aReachableMatter();
      const messageId = await aMessage(town.desk, town.aino, id);
      const { out, outbox } = mailRoom(town.desk);
      aMinuteLater();
      const undo = change(messageId, 'undone').then(
        () => true,
        (refusal: { code: string }) => refusal.code !== 'message-left',
      );
      // The sender sets out a few round trips later each time, so that both come first now and then.
      for (let trips = 0; trips < round % 10; trips++) await sql`select 1`.execute(db);
      await sendDue(outbox);
      const undone = await undo;
      expect(await messageOf(db, messageId)).toMatchObject({ state: undone ? 'undone' : 'sent' });
      expect(out).toHaveLength(undone ? 0 : 1);
      won[undone ? 'undo' : 'sender'] += 1;
    }
    expect(won.undo).toBeGreaterThan(0);
    expect(won.sender).toBeGreaterThan(0);
  });

  test('one colleague’s message can be taken back by another, not by a stranger', async () => {
    const { id } = await aReachableMatter();
    const messageId = await aMessage(town.desk, town.aino, id);
    for (const stranger of [town.nelli, town.mika, town.admin]) {
      await expect(change(messageId, 'undone', stranger)).rejects.toMatchObject({ status: 404 });
    }
    await change(messageId, 'undone', town.tiina);
  });
});

describe('when it does not arrive', () => {
  test('a failed attempt is repeated after 1, 5, 15 ... minutes under the same id, then given up', async () => {
    const { id } = await aReachableMatter();
    const messageId = await aMessage(town.desk, town.aino, id);
    const { out, outbox } = mailRoom(town.desk, () => Promise.reject(new Error('connection refused')));
    aMinuteLater();
    for (const minutes of [1, 5, 15, 60, 240, 720]) {
      expect(await sendDue(outbox)).toBe(1);
      expect(await messageOf(db, messageId)).toMatchObject({ state: 'failed', send_at: clock.now().add({ minutes }) });
      expect(await sendDue(outbox)).toBe(0);
      clock.advance({ minutes });
    }
    await sendDue(outbox);
    expect(await messageOf(db, messageId)).toMatchObject({ state: 'given-up', send_at: null });
    expect(new Set(out.map((one) => one.messageId))).toEqual(new Set([messageId]));
    expect(out).toHaveLength(7);
    expect((await matterOf(db, id)).awaits).toBe('us');

    await change(messageId, 'again');
    const repaired = mailRoom(town.desk);
    await sendDue(repaired.outbox);
    expect(repaired.out).toHaveLength(1);
    expect((await messageOf(db, messageId)).state).toBe('sent');
  });

  test('a refusal for good is a bounce at once; sent again it goes to the address as put right', async () => {
    const { id } = await aReachableMatter();
    const messageId = await aMessage(town.desk, town.aino, id);
    const { outbox } = mailRoom(town.desk, () => Promise.reject(new Undeliverable('550 5.1.1\r\nNo such user')));
    aMinuteLater();
    await sendDue(outbox);
    expect(await messageOf(db, messageId)).toMatchObject({ state: 'bounced', delivery_note: '550 5.1.1 No such user' });
    await sql`update customer set email = 'oona.metsa@posti.example' where id = (select customer_id from matter where id = ${id}::uuid)`.execute(
      db,
    );
    await change(messageId, 'again');
    const repaired = mailRoom(town.desk);
    await sendDue(repaired.outbox);
    expect(repaired.out[0]).toMatchObject({ recipient: 'oona.metsa@posti.example', messageId });
  });

  test('a bounce later gives the turn back with the unit’s promise', async () => {
    const { id } = await aReachableMatter();
    const messageId = await aMessage(town.desk, town.aino, id);
    const { outbox } = mailRoom(town.desk);
    aMinuteLater();
    await sendDue(outbox);
    expect(await inTransaction(db, (trx) => markBounced(town.desk, trx, messageId, '5.1.1'))).toBe(true);
    expect((await messageOf(db, messageId)).state).toBe('bounced');
    const matter = await matterOf(db, id);
    expect(matter).toMatchObject({ awaits: 'us' });
    expect(matter.due_at).not.toBeNull();
    expect(await inTransaction(db, (trx) => markBounced(town.desk, trx, messageId, '5.1.1'))).toBe(false);
  });

  test('a process that died while sending: the message goes again under the same id, and a late result changes nothing', async () => {
    const { id } = await aReachableMatter();
    const messageId = await aMessage(town.desk, town.aino, id);
    const { promise: late, reject } = Promise.withResolvers<typeof accepted>();
    const dying = mailRoom(town.desk, () => late);
    aMinuteLater();
    const lost = sendDue(dying.outbox);
    await expect.poll(() => dying.out.length).toBe(1);

    const next = mailRoom(town.desk, async () => {
      reject(new Error('the first one fails only now'));
      await lost;
      return { ...accepted, response: 'second' };
    });
    expect(await sendDue(next.outbox)).toBe(0);
    clock.advance({ minutes: 5, seconds: 1 });
    expect(await sendDue(next.outbox)).toBe(1);
    expect(next.out[0]?.messageId).toBe(dying.out[0]?.messageId);
    expect(await messageOf(db, messageId)).toMatchObject({ state: 'sent', attempts: 2, delivery_note: 'second' });
  });

  test('two nodes share what is due without sending anything twice', async () => {
    const { id } = await aReachableMatter();
    const ids = [];
    for (let n = 0; n < 12; n++) ids.push(await aMessage(town.desk, town.aino, id, { body: `Viesti ${n}` }));
    aMinuteLater();
    const [one, two] = [mailRoom(town.desk), mailRoom(town.desk)];
    await Promise.all([sendDue(one.outbox), sendDue(two.outbox)]);
    await sendDue(one.outbox);
    expect([...one.out, ...two.out].map((sent) => sent.messageId).sort()).toEqual([...ids].sort());
  });
});

test('the outbox looks by itself, and stops when told', async () => {
  const { id } = await aReachableMatter();
  await aMessage(town.desk, town.aino, id);
  aMinuteLater();
  const { out, outbox } = mailRoom(town.desk);
  const running = startOutbox(outbox);
  await expect.poll(() => out.length, { timeout: 5000 }).toBe(1);
  await running.stop();
  await aMessage(town.desk, town.aino, id);
  aMinuteLater();
  expect(out).toHaveLength(1);
});
