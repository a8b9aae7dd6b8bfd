import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { createDb } from '../../../platform/db/pool.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { createLog } from '../../../platform/log/log.ts';
import { anApp } from '../../../testing/app.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident, type Resident } from '../../../testing/resident.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import { createSecretLink } from '../../identity/service.ts';
import type { MatterPage } from '../schema.ts';
import { confirmOneself } from './own-service.ts';
import type { MappingPage } from './schema.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;
const origin = await app.listen();
const town = await aTown(db, systemClock);
app.polku.desk.directory.forget();
const aino = await app.signIn(town.aino);

const once = () => ({ 'idempotency-key': randomUUID() });

/** A matter whose mapping has been decided and waits for its customer's yes. */
async function decided({ secret = false } = {}) {
  const customer = await signInCustomer(app, { givenName: 'Elsa', familyName: 'Lind' });
  const { id } = await aMatter(town, town.aino, { needs: [{ ownWords: 'En ymmärrä kirjettä' }] });
  await sql`update matter set customer_id = ${customer.customerId}::uuid where id = ${id}::uuid`.execute(db);
  const mapping = (await aino.call<{ id: string }>('POST', `/api/matters/${id}/mappings`, undefined, once())).body.id;
  const answers = {
    situation: 'Jäin yksin keväällä.',
    channel: 'counter',
    chosenBy: 'together',
    channelWords: 'Toivoo tiskiä',
    steps: [{ title: 'Tuo kirje tiskille', who: 'customer', organisationId: null, needId: null, channel: 'counter' }],
  };
  expect((await aino.call('PATCH', `/api/mappings/${mapping}`, { version: 1, secret, answers })).status).toBe(200);
  expect((await aino.call('PUT', `/api/mappings/${mapping}/decision`, undefined, once())).status).toBe(204);
  const resident = aResident(origin);
  const [name = '', token = ''] = customer.cookie.split('=');
  resident.browser.setCookie(name, token);
  return { id, mapping, resident, customer };
}

/** Without a form on the page, as a program would. */
const post = ({ browser }: Resident, path: string, fields: Record<string, string>) =>
  browser.send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'x-polku-csrf': '1' } });

const read = async (mapping: string) => (await aino.call<MappingPage>('GET', `/api/mappings/${mapping}`)).body;
const stepsOf = async (id: string) => (await aino.call<MatterPage>('GET', `/api/matters/${id}`)).body.steps.map(({ title }) => title);

async function behindLink(id: string): Promise<Resident> {
  const token = await inTransaction(db, (trx) => createSecretLink(trx, id));
  const holder = aResident(origin);
  await holder.open(`/a/${token}`);
  return holder;
}

test('signed in, the customer reads the picture and confirms it: steps stand on the path, and the desk sees how and when', async () => {
  const { id, mapping, resident, customer } = await decided({ secret: true });
  const page = await resident.open(`/my/matters/${id}`);
  for (const words of ['Tilannekuvasi', 'Jäin yksin keväällä.', 'Tämä odottaa vahvistustasi']) expect(page.text).toContain(words);
  expect((await resident.open(`/my/matters/${id}?lang=sv`)).text).toContain('<div class="stack" lang="fi">');
  await resident.open(`/my/matters/${id}?lang=fi`);
  const done = await resident.send(`/my/matters/${id}/mapping/confirmation`, {});
  expect([done.status, done.text.includes('Vahvistit tilannekuvasi'), done.text.includes('mapping/confirmation')]).toEqual([
    200,
    true,
    false,
  ]);
  expect(await read(mapping)).toMatchObject({
    state: 'confirmed',
    confirmedHow: 'signed-in',
    confirmedByName: null,
    confirmedAt: expect.any(String),
  });
  expect(await stepsOf(id)).toEqual(['Tuo kirje tiskille']);
  const row = await db.selectFrom('mapping').select('confirmed_by_customer').where('id', '=', mapping).executeTakeFirstOrThrow();
  expect(row.confirmed_by_customer).toBe(customer.customerId);
  const audited = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', 'mapping.confirmed')
    .where('matter_id', '=', id)
    .execute();
  expect(audited.map(({ actor_kind: kind, actor_customer_id: who }) => [kind, who])).toEqual([['customer', customer.customerId]]);
});

test('a comment is a message to the desk and stands with the mapping; the picture can still be confirmed', async () => {
  const { id, mapping, resident } = await decided();
  await resident.open(`/my/matters/${id}`);
  const sent = await resident.send(`/my/matters/${id}/mapping/comment`, { comment: 'Kirje tuli jo talvella.' });
  expect([
    sent.status,
    sent.text.includes('Saimme kommenttisi'),
    sent.text.includes('Kommentti tilannekuvaan: Kirje tuli jo talvella.'),
  ]).toEqual([200, true, true]);
  expect((await read(mapping)).comment).toMatchObject({ words: 'Kirje tuli jo talvella.', how: 'signed-in' });
  const seen = (await aino.call<MatterPage>('GET', `/api/matters/${id}`)).body;
  expect([seen.awaits, seen.messages.map(({ body }) => body)]).toEqual(['us', ['Kommentti tilannekuvaan: Kirje tuli jo talvella.']]);
  await resident.open(`/my/matters/${id}`);
  await resident.send(`/my/matters/${id}/mapping/confirmation`, {});
  expect((await read(mapping)).state).toBe('confirmed');
});

test('what the desk has changed meanwhile is not confirmed unseen, and nothing is confirmed twice', async () => {
  const { id, mapping, resident } = await decided();
  await resident.open(`/my/matters/${id}`);
  const before = resident.hidden(`/my/matters/${id}/mapping/confirmation`);
  await aino.call('DELETE', `/api/mappings/${mapping}/decision`);
  const confirm = () => resident.send(`/my/matters/${id}/mapping/confirmation`, {});
  const seen = await resident.open(`/my/matters/${id}`);
  expect(seen.text).not.toContain('mapping/confirmation');
  await aino.call('PUT', `/api/mappings/${mapping}/decision`, undefined, once());
  const unseen = await post(resident, `/my/matters/${id}/mapping/confirmation`, before);
  expect(unseen.status).toBe(409);
  await resident.open(`/my/matters/${id}`);
  expect((await confirm()).status).toBe(200);
  expect((await post(resident, `/my/matters/${id}/mapping/confirmation`, before)).status).toBe(409);
  expect(await stepsOf(id)).toHaveLength(1);
});

test('behind the link one confirms what a link may show; what is secret is neither shown nor confirmed there', async () => {
  const open = await decided();
  const holder = await behindLink(open.id);
  const page = await holder.open('/a');
  expect(page.text).toContain('Jäin yksin keväällä.');
  expect((await holder.send('/a/mapping/comment', { comment: 'Hyvä näin.' })).text).toContain('Saimme kommenttisi');
  await holder.open('/a');
  expect((await holder.send('/a/mapping/confirmation', {})).text).toContain('Vahvistit tilannekuvasi');
  expect(await read(open.mapping)).toMatchObject({ state: 'confirmed', confirmedHow: 'link', comment: { how: 'link' } });

  const secret = await decided({ secret: true });
  const other = await behindLink(secret.id);
  const hidden = await other.open('/a');
  expect([hidden.text.includes('Jäin yksin'), hidden.text.includes('mapping/confirmation')]).toEqual([false, false]);
  const version = String((await read(secret.mapping)).version);
  expect((await post(other, '/a/mapping/confirmation', { mapping: secret.mapping, version })).status).toBe(404);
  expect((await post(other, '/a/mapping/comment', { mapping: secret.mapping, comment: 'x' })).status).toBe(404);
  expect((await read(secret.mapping)).state).toBe('decided');
});

test('behind the link it is confirmed with the one connection that holds the matter, and as it reads in the reader’s language', async () => {
  const first = await decided();
  const narrow = createDb(database.appUrl, { max: 1, log: createLog('silent') });
  try {
    const door = {
      holder: { kind: 'link' as const, linkId: randomUUID(), matterId: first.id, originId: null },
      requestId: randomUUID(),
      variantFor: () => 'fi' as const,
    };
    await confirmOneself({ ...town.desk, db: narrow.kysely }, door, first.mapping, (await read(first.mapping)).version);
  } finally {
    await narrow.close();
  }
  expect((await read(first.mapping)).state).toBe('confirmed');

  const { id, mapping } = await decided();
  const { name } = await db.selectFrom('organisation').select('name').where('id', '=', town.organisations.kela).executeTakeFirstOrThrow();
  const pictures = { fi: 'Jäin yksin.', sv: `Du ringer ${(name as { sv: string }).sv}.` };
  await sql`update mapping set pictures = ${JSON.stringify(pictures)}::jsonb where id = ${mapping}::uuid`.execute(db);
  const holder = await behindLink(id);
  const confirm = async () => post(holder, '/a/mapping/confirmation', { mapping, version: String((await read(mapping)).version) });
  await holder.open('/a?lang=sv');
  expect((await confirm()).status).toBe(404);
  await holder.open('/a?lang=fi');
  expect((await confirm()).status).toBe(303);
  expect((await read(mapping)).state).toBe('confirmed');
});

test('another’s picture does not exist, and who may only see for another confirms nothing', async () => {
  const { id, mapping, customer } = await decided();
  const version = (await read(mapping)).version;
  const stranger = await signInCustomer(app);
  const agent = await signInCustomer(app);
  const given = async (roles: string[]) => {
    const made = await sql<{
      id: string;
    }>`insert into mandate (customer_id, principal_id, kind, roles, until) values (${agent.customerId}::uuid,
      ${customer.customerId}::uuid, 'person', ${roles}::text[], now() + interval '1 hour') returning id`.execute(db);
    await sql`update customer_session set acting_for_customer_id = ${customer.customerId}::uuid, mandate_id = ${made.rows[0]?.id}::uuid
      where customer_id = ${agent.customerId}::uuid`.execute(db);
  };
  const confirm = (by: typeof agent, at = id) => by.call('POST', `/my/matters/${at}/mapping/confirmation`, { mapping, version });
  const remark = (by: typeof agent) => by.call('POST', `/my/matters/${id}/mapping/comment`, { mapping, comment: 'Väärin' });
  expect([(await confirm(stranger)).status, (await remark(stranger)).status]).toEqual([404, 404]);
  const own = await decided();
  expect((await confirm(own.customer, own.id)).status).toBe(404);
  await given(['POLKU_READ']);
  expect([(await confirm(agent)).status, (await remark(agent)).status]).toEqual([403, 403]);
  await given(['POLKU_MANAGE']);
  expect((await confirm(agent)).status).toBe(303);
  expect(await read(mapping)).toMatchObject({ confirmedHow: 'mandate' });
});
