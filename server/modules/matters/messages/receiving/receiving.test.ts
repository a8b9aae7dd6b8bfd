import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMessage, matterOf, messageOf, tracesOf } from '../../../../testing/mail-room.ts';
import { aMatter, aTown } from '../../../../testing/town.ts';
import { close } from '../../closing/service.ts';
import { type Incoming, receiveMessage, takesMessages } from './service.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
const town = await aTown(db, clock);

const receive = (matterId: string, parts: Partial<Incoming> = {}) =>
  inTransaction(db, (trx) =>
    receiveMessage(town.desk, trx, { matterId, channel: 'email', at: clock.now(), subject: 'Kiitos', body: 'Kiitos!', ...parts }),
  );
const taking = (matterId: string) => inTransaction(db, (trx) => takesMessages(town.desk, trx, matterId));

describe('a customer’s message', () => {
  test('comes into its matter as an occasion of its channel, gives the turn to us with a promise, and leaves a trace', async () => {
    const { id } = await aMatter(town, town.aino, { customer: { givenName: 'Oona', email: 'oona@posti.example' } });
    await aMessage(town.desk, town.aino, id, { channel: 'counter' });
    expect((await matterOf(db, id)).awaits).toBe('customer');
    clock.advance({ hours: 1 });

    const { messageId, contactId } = await receive(id, { quoted: '> Hei', bodyHtml: '<p>Kiitos!</p>' });
    expect(await messageOf(db, messageId)).toMatchObject({ state: 'received', contact_id: contactId, recipient: null });
    const matter = await matterOf(db, id);
    expect(matter.awaits).toBe('us');
    // 480 open minutes from Monday 11.00 to Tuesday 11.00.
    expect(matter.due_at?.toString()).toBe('2026-11-24T09:00:00Z');
    const contact = await db.selectFrom('contact').selectAll().where('id', '=', contactId).executeTakeFirstOrThrow();
    expect(contact).toMatchObject({ channel: 'email', direction: 'in', person_id: null, identification: 'none' });
    expect((await tracesOf(db, id)).events.slice(-2)).toEqual(['contact.noted', 'message.received']);
  });

  test('keeps an older promise, and joins the occasion that is not wrapped up yet', async () => {
    const { id } = await aMatter(town, town.aino);
    const first = await receive(id);
    const { due_at } = await matterOf(db, id);
    clock.advance({ hours: 2 });
    const second = await receive(id, { body: 'Vielä yksi' });
    expect(second.contactId).toBe(first.contactId);
    expect((await matterOf(db, id)).due_at?.toString()).toBe(due_at?.toString());

    await sql`update contact set wrapped_at = now() where id = ${first.contactId}::uuid`.execute(db);
    expect((await receive(id)).contactId).not.toBe(first.contactId);
    expect((await receive(id, { channel: 'web' })).contactId).not.toBe(first.contactId);
  });

  test('an answer to it is the same occasion, taken by whoever answers', async () => {
    const { id } = await aMatter(town, town.aino, { customer: { email: 'oona@posti.example' } });
    const { contactId } = await receive(id);
    const answer = await messageOf(db, await aMessage(town.desk, town.tiina, id));
    expect(answer.contact_id).toBe(contactId);
    const contact = await db.selectFrom('contact').select('person_id').where('id', '=', contactId).executeTakeFirstOrThrow();
    expect(contact.person_id).toBe(town.tiina.actor.personId);
  });

  test('opens a matter closed within 30 days again, and no older one', async () => {
    const [fresh, old] = [await aMatter(town, town.aino), await aMatter(town, town.aino)];
    await close(town.desk, town.aino, fresh.id);
    await close(town.desk, town.aino, old.id);
    await sql`update matter set closed_at = closed_at - interval '30 days 1 minute' where id = ${old.id}::uuid`.execute(db);
    expect([await taking(fresh.id), await taking(old.id)]).toEqual(['reopens', 'closed']);

    await receive(fresh.id);
    expect(await matterOf(db, fresh.id)).toMatchObject({ state: 'open', awaits: 'us', closed_at: null });
    expect((await matterOf(db, fresh.id)).due_at).not.toBeNull();
    expect((await tracesOf(db, fresh.id)).events.slice(-3)).toEqual(['matter.reopened', 'contact.noted', 'message.received']);
    await expect(receive(old.id)).rejects.toMatchObject({ code: 'matter-closed', status: 409 });
    expect((await matterOf(db, old.id)).state).toBe('closed');
  });

  test('to a matter that was merged goes on to where it went', async () => {
    const [gone, survivor] = [await aMatter(town, town.aino), await aMatter(town, town.aino)];
    await sql`update matter set state = 'merged', merged_into = ${survivor.id}::uuid where id = ${gone.id}::uuid`.execute(db);
    expect((await receive(gone.id)).matterId).toBe(survivor.id);
    expect(await taking(gone.id)).toBe('open');
  });
});
