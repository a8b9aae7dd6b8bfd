import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMessage, matterOf, messageOf, tracesOf } from '../../../testing/mail-room.ts';
import { aMatter, aTown, needsOf, type Town } from '../../../testing/town.ts';
import { seedTemplates } from '../../notifications/service.ts';
import { close } from '../closing/service.ts';
import { noteContact } from '../contacts/service.ts';
import { sayMatterNumber } from '../number.ts';
import { MessageInput } from './schema.ts';
import { outgoingPreview } from './service.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
let town: Town;

beforeAll(async () => {
  await inTransaction(db, seedTemplates);
  town = await aTown(db, clock);
});

const customer = {
  givenName: 'Oona',
  familyName: 'Metsä',
  email: 'oona@posti.example',
  street: 'Rantakatu 1',
  postalCode: '00000',
  city: 'Lahdenperä',
};
const aReachableMatter = () => aMatter(town, town.aino, { customer });
const openContacts = (matterId: string) =>
  db.selectFrom('contact').selectAll().where('matter_id', '=', matterId).where('wrapped_at', 'is', null).orderBy('started_at').execute();

describe('writing', () => {
  test('an e-mail waits a minute, goes to the customer, joins the talk it was written in, and leaves a trace', async () => {
    const { id, number, contactId } = await aReachableMatter();
    const message = await messageOf(db, await aMessage(town.desk, town.aino, id));

    expect(message).toMatchObject({ state: 'scheduled', recipient: customer.email, contact_id: contactId, sent_at: null });
    expect(message.send_at?.toString()).toBe(clock.now().add({ seconds: 60 }).toString());
    expect(message.subject).toBe(`Viesti asiastasi [${sayMatterNumber(number)}]`);
    expect((await matterOf(db, id)).awaits).toBe('us');
    const { audit, events } = await tracesOf(db, id);
    expect(audit).toEqual(['matter.opened', 'message.written']);
    expect(events).toEqual(['matter.opened', 'message.written']);
  });

  test('one written outside a talk is an occasion of its own; a note is not', async () => {
    const { id, contactId } = await aReachableMatter();
    const note = await aMessage(town.desk, town.tiina, id, { kind: 'note', channel: 'internal', body: 'Soitan huomenna.' });
    expect(await messageOf(db, note)).toMatchObject({ state: 'noted', contact_id: null, recipient: null, subject: '' });
    expect(await openContacts(id)).toHaveLength(1);

    const message = await messageOf(db, await aMessage(town.desk, town.tiina, id));
    expect(message.contact_id).not.toBe(contactId);
    const contact = (await openContacts(id)).find((one) => one.id === message.contact_id);
    expect(contact).toMatchObject({ channel: 'email', direction: 'out', person_id: town.tiina.actor.personId });
  });

  test('a letter has left at once and gives the turn away; an answer from an authority being awaited keeps it there', async () => {
    const { id } = await aReachableMatter();
    const letter = await messageOf(db, await aMessage(town.desk, town.aino, id, { channel: 'letter' }));
    expect(letter).toMatchObject({ state: 'sent', recipient: 'Rantakatu 1, 00000 Lahdenperä' });
    expect(await matterOf(db, id)).toMatchObject({ awaits: 'customer', due_at: null });
  });

  test('a message behind the link needs somebody who holds one', async () => {
    const { id } = await aReachableMatter();
    await expect(aMessage(town.desk, town.aino, id, { channel: 'link' })).rejects.toMatchObject({ code: 'no-link', status: 409 });
    await sql`insert into secret_link (token_hash, matter_id, expires_at) values (${id}, ${id}::uuid, now() + interval '1 day')`.execute(
      db,
    );
    expect(await messageOf(db, await aMessage(town.desk, town.aino, id, { channel: 'link' }))).toMatchObject({
      state: 'sent',
      recipient: null,
    });
  });

  test('nobody without an address gets an e-mail', async () => {
    const { id } = await aMatter(town, town.aino);
    await expect(aMessage(town.desk, town.aino, id)).rejects.toMatchObject({ code: 'no-address', status: 409 });
  });

  test('secret content is told by phone only to somebody identified in this talk', async () => {
    const { id } = await aReachableMatter();
    const secret = { channel: 'phone', sensitivity: 'secret' };
    await expect(aMessage(town.desk, town.aino, id, secret)).rejects.toMatchObject({ code: 'identification-needed', status: 409 });
    await noteContact(town.desk, town.aino, id, { channel: 'phone', direction: 'in', identification: 'strong', summary: '' });
    expect(await messageOf(db, await aMessage(town.desk, town.aino, id, secret))).toMatchObject({ state: 'told' });
    // Another's talk identifies the customer for that other one only.
    await expect(aMessage(town.desk, town.tiina, id, secret)).rejects.toMatchObject({ code: 'identification-needed' });
  });

  test('a closed matter takes notes and nothing else', async () => {
    const { id } = await aReachableMatter();
    await close(town.desk, town.aino, id);
    await expect(aMessage(town.desk, town.aino, id)).rejects.toMatchObject({ code: 'matter-closed', status: 409 });
    expect(await messageOf(db, await aMessage(town.desk, town.aino, id, { kind: 'note', channel: 'internal' }))).toMatchObject({
      state: 'noted',
    });
  });

  test('a need of another matter is not there', async () => {
    const [mine, other] = [await aReachableMatter(), await aReachableMatter()];
    const [needId] = await needsOf(db, mine.id);
    const [otherNeedId] = await needsOf(db, other.id);
    await aMessage(town.desk, town.aino, mine.id, { needId });
    await expect(aMessage(town.desk, town.aino, mine.id, { needId: otherNeedId })).rejects.toMatchObject({ status: 404 });
  });

  test('a matter of a neighbour does not exist', async () => {
    const { id } = await aReachableMatter();
    await aMessage(town.desk, town.tiina, id);
    for (const stranger of [town.nelli, town.mika, town.admin, town.guard]) {
      await expect(aMessage(town.desk, stranger, id)).rejects.toMatchObject({ status: 404 });
    }
  });

  test('an answer is told once there is one, and taken back with its message', async () => {
    const { id } = await aReachableMatter();
    const [needId] = await needsOf(db, id);
    const requestId = await aRequest(id, needId as string);
    await expect(aMessage(town.desk, town.aino, id, { requestId })).rejects.toMatchObject({ code: 'request-not-answered', status: 409 });
    await sql`update support_request set state = 'answered', answered_at = now(), answer = 'Kyllä' where id = ${requestId}::uuid`.execute(
      db,
    );
    const other = await aReachableMatter();
    await expect(aMessage(town.desk, town.aino, other.id, { requestId })).rejects.toMatchObject({ status: 404 });

    await aMessage(town.desk, town.aino, id, { requestId, sensitivity: 'secret' });
    expect(await toldAt(requestId)).toBeNull();
    await aMessage(town.desk, town.aino, id, { requestId });
    expect((await toldAt(requestId))?.toString()).toBe(clock.now().toString());
  });
});

describe('the preview', () => {
  const preview = (matterId: string, parts: Record<string, unknown>) =>
    outgoingPreview(
      town.desk,
      town.aino,
      matterId,
      MessageInput.parse({ kind: 'message', channel: 'email', language: 'sv', body: 'Hemligt svar', ...parts }),
    );

  test('shows the message itself, or the notice that goes instead', async () => {
    const { id, number } = await aReachableMatter();
    expect(await preview(id, {})).toEqual({
      recipient: customer.email,
      leaves: 'message',
      subject: `Meddelande om ditt ärende [${sayMatterNumber(number)}]`,
      text: 'Hemligt svar',
    });
    const notice = await preview(id, { sensitivity: 'secret' });
    expect(notice).toMatchObject({ recipient: customer.email, leaves: 'notice' });
    expect(notice.subject).toBe(`Du har ett meddelande från servicepunkten [${sayMatterNumber(number)}]`);
    expect(notice.text).toContain(sayMatterNumber(number));
    expect(`${notice.subject}${notice.text}`).not.toContain('Hemligt');
    expect((await tracesOf(db, id)).audit.at(-1)).toBe('message.previewed');
  });

  test('never shows a restricted address, and e-mails a notice only', async () => {
    const { id } = await aReachableMatter();
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${id}::uuid)`.execute(db);
    expect(await preview(id, {})).toMatchObject({ recipient: null, leaves: 'notice' });
    await expect(preview(id, { channel: 'letter' })).rejects.toMatchObject({ code: 'no-address' });
  });
});

async function aRequest(matterId: string, needId: string): Promise<string> {
  const { organisations, units, aino } = town;
  const written = await sql<{ id: string }>`
    with n as (select gen_random_uuid() as id) insert into support_request (id, matter_id, need_id, owner_org, root_id, tier, asked_by, asked_unit_id, to_unit_id,
      to_org, title, question, due_at) select n.id, ${matterId}::uuid, ${needId}::uuid, ${organisations.city}::uuid, n.id, 2, ${aino.actor.personId}::uuid,
      ${units.front}::uuid, ${units.kelaTier2}::uuid, ${organisations.kela}::uuid, 'Asia', 'Kysymys', now() from n returning id`.execute(
    db,
  );
  return (written.rows[0] as { id: string }).id;
}

async function toldAt(requestId: string): Promise<Temporal.Instant | null> {
  const row = await db.selectFrom('support_request').select('told_at').where('id', '=', requestId).executeTakeFirstOrThrow();
  return row.told_at;
}
