import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createSecretLink } from '../../server/modules/identity/service.ts';
import { MessageInput } from '../../server/modules/matters/messages/schema.ts';
import { writeMessage } from '../../server/modules/matters/messages/service.ts';
import { inTransaction } from '../../server/platform/db/transaction.ts';
import { anApp } from '../../server/testing/app.ts';
import { signInCustomer } from '../../server/testing/customers.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aMatter, aTown } from '../../server/testing/town.ts';

const database = await testDatabase();
const app = await anApp(database);
const { db } = app.polku.desk;
const town = await aTown(db, app.polku.desk.clock);
app.polku.desk.directory.forget();

const SECRET = 'Salainen kanarialintu';

/** A customer with a matter that holds a secret message with a file, and a consent. */
async function aVictim() {
  const customer = await signInCustomer(app, { givenName: 'Uhri', familyName: 'Omistaja' });
  const { id } = await aMatter(town, town.aino, { title: 'Uhrin otsikko' });
  const link = await inTransaction(db, (trx) => createSecretLink(trx, id));
  await inTransaction(db, (trx) =>
    writeMessage(
      app.polku.desk,
      trx,
      town.aino,
      id,
      MessageInput.parse({ kind: 'message', channel: 'link', language: 'fi', sensitivity: 'secret', body: SECRET }),
    ),
  );
  await sql`insert into share (matter_id, need_id, organisation_id, basis, ground, given_how, language) select matter_id, id, ${town.organisations.kela}::uuid, 'consent',
    'Saa kertoa', 'voice', 'fi' from need where matter_id = ${id}::uuid`.execute(db);
  const { id: message } = await db.selectFrom('message').select('id').where('matter_id', '=', id).executeTakeFirstOrThrow();
  const { id: share } = await db.selectFrom('share').select('id').where('matter_id', '=', id).executeTakeFirstOrThrow();
  const own = () => sql`update matter set customer_id = ${customer.customerId}::uuid where id = ${id}::uuid`.execute(db);
  return { customer, id, link, message, share, own };
}

type Victim = Awaited<ReturnType<typeof aVictim>>;
const attempts = ({ id, message, share, customer }: Victim): [string, string, unknown?, Record<string, string>?][] => [
  ['GET', `/my/matters/${id}`],
  ['GET', `/my/matters/${id}/messages/${message}/files/${message}`],
  ['POST', `/my/matters/${id}/messages`, { message: 'Tunkeutuja' }, { 'idempotency-key': crypto.randomUUID() }],
  ['POST', `/my/matters/${id}/outcome`, { outcome: 'handled' }],
  ['POST', `/my/matters/${id}/naming`, { agreed: 'yes' }],
  ['POST', `/my/matters/${id}/shares/${share}/withdrawal`],
  ['POST', '/my/data-requests', { about: 'SELF', kind: 'erase', matter: id, words: 'Poistakaa' }],
  ['POST', '/my/wishes', { about: customer.customerId, version: 1, language: 'en', quiet: 'none' }],
];

const untouched = async ({ id }: Victim) =>
  (
    await sql<{ state: string; same: boolean }>`select (select string_agg(g.state, ' ') from message g where g.matter_id = m.id) as state,
    m.customer_outcome is null and not m.names_agreed and exists (select 1 from share s where s.matter_id = m.id and s.revoked_at is null)
      and not exists (select 1 from data_request q where q.matter_id = m.id) as same from matter m where m.id = ${id}::uuid`.execute(db)
  ).rows[0];

test('another’s matter does not exist: nothing is read, told, written, withdrawn or asked', async () => {
  const victim = await aVictim();
  await victim.own();
  const thief = await signInCustomer(app);
  for (const [method, url, body, headers] of attempts(victim)) {
    const sent = JSON.parse(JSON.stringify(body ?? null).replace('SELF', thief.customerId)) ?? undefined;
    const answer = await thief.call(method, url, sent, headers);
    expect([404, 409], `${method} ${url}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
    expect(answer.text).not.toMatch(new RegExp(`${SECRET}|Uhri`));
  }
  expect(await untouched(victim)).toEqual({ state: 'waiting', same: true });
  for (const page of ['/my', '/my/looks', '/my/copy/data', '/my/copy/readable', '/my/details', '/my/data-requests'])
    expect((await thief.call('GET', page)).text, page).not.toMatch(new RegExp(`${SECRET}|Uhri|${victim.id}`));
  expect((await victim.customer.call('GET', `/my/matters/${victim.id}`)).text).toContain(SECRET);
});

test('what is secret opens to nobody before they are identified: not by the link, not by a claim, not without a session', async () => {
  const victim = await aVictim();
  const holder = await signInCustomer(app);
  const both = app.caller(`__Secure-polku-link=${victim.link}; ${holder.cookie}`);
  for (const url of ['/a', `/my/matters/${victim.id}`, '/my', '/my/copy/data'])
    expect((await both.call('GET', url)).text, url).not.toContain(SECRET);
  expect((await both.call('POST', '/a/claim', { about: holder.customerId })).status).toBe(303);
  for (const url of [`/my/matters/${victim.id}`, '/my/copy/data', '/my/looks']) {
    const { text } = await both.call('GET', url);
    expect(text, url).not.toContain(SECRET);
    expect(text, url).not.toContain('Uhrin otsikko');
  }
  for (const [method, url, body, headers] of attempts(victim))
    expect((await app.caller().call(method, url, body, headers)).status).toBe(401);
  const staff = await app.signIn(town.aino);
  expect((await app.caller(staff.cookie).call('GET', `/my/matters/${victim.id}`)).status).toBe(401);
  expect(await untouched(victim)).toEqual({ state: 'waiting', same: true });
});

test('a mandate opens the matters of the one who gave it, shows for whom on every page, and nothing once it has ended', async () => {
  const victim = await aVictim();
  await victim.own();
  const agent = await signInCustomer(app, { givenName: 'Tytär', familyName: 'Asioija' });
  const mandate = await sql<{ id: string }>`insert into mandate (customer_id, principal_id, kind, roles, until)
    values (${agent.customerId}::uuid, ${victim.customer.customerId}::uuid, 'person', '{POLKU_DATA_RIGHTS}', now() + interval '1 hour') returning id`.execute(
    db,
  );
  await sql`update customer_session set acting_for_customer_id = ${victim.customer.customerId}::uuid, mandate_id = ${mandate.rows[0]?.id}::uuid
    where customer_id = ${agent.customerId}::uuid`.execute(db);
  for (const url of ['/my', `/my/matters/${victim.id}`, '/my/details', '/my/looks', '/my/copy', '/my/data-requests'])
    expect((await agent.call('GET', url)).text, url).toContain('Asioit nyt toisen puolesta: Uhri Omistaja');
  const write = (message: string) =>
    agent.call('POST', `/my/matters/${victim.id}/messages`, { message }, { 'idempotency-key': crypto.randomUUID() });
  expect((await write('Äitini puolesta')).status).toBe(303);
  const written = await db
    .selectFrom('message')
    .selectAll()
    .where('matter_id', '=', victim.id)
    .where('direction', '=', 'in')
    .executeTakeFirstOrThrow();
  expect([written.by_customer_id, written.on_behalf_of]).toEqual([agent.customerId, victim.customer.customerId]);
  const audited = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('actor_customer_id', '=', agent.customerId)
    .where('action', '=', 'message.written')
    .executeTakeFirstOrThrow();
  expect([audited.on_behalf_of, audited.customer_id]).toEqual([victim.customer.customerId, victim.customer.customerId]);
  const desk = await (await app.signIn(town.aino)).call<{ messages: { writtenBy: string; onBehalfOf: string }[] }>(
    'GET',
    `/api/matters/${victim.id}`,
  );
  expect(desk.body.messages).toContainEqual(expect.objectContaining({ writtenBy: 'Tytär Asioija', onBehalfOf: 'Uhri Omistaja' }));
  expect((await victim.customer.call('GET', '/my/copy/data')).text).not.toMatch(/Tytär|Asioija/);

  await sql`update mandate set ended_at = now() where id = ${mandate.rows[0]?.id}::uuid`.execute(db);
  expect((await agent.call('GET', `/my/matters/${victim.id}`)).status).toBe(404);
  expect((await write('Vielä')).status).toBe(404);
  const { text } = await agent.call('GET', '/my');
  expect(text).not.toContain('Uhri');
});
