import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anApp } from '../../server/testing/app.ts';
import { signInCustomer } from '../../server/testing/customers.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aWorld } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const { db } = service.polku.desk;
const world = await aWorld(service);

/** Somebody who has chosen to act for the customer of city A's matter. */
async function acting(roles: string[] = ['POLKU_DATA_RIGHTS']) {
  const browser = await signInCustomer(service);
  const { rows } = await sql<{ id: string }>`insert into mandate (customer_id, principal_id, kind, roles, until)
    values (${browser.customerId}::uuid, ${world.customer}::uuid, 'person', ${roles}::text[], now() + interval '2 hours') returning id`.execute(
    db,
  );
  const mandate = (rows[0] as { id: string }).id;
  await sql`update customer_session set acting_for_customer_id = ${world.customer}::uuid, mandate_id = ${mandate}::uuid
    where customer_id = ${browser.customerId}::uuid`.execute(db);
  return { browser, mandate };
}

type Copy = Record<string, unknown> & { looks: { action: string }[] };

const matterPath = () => `/my/matters/${world.matter}`;

/** Each right with what needs it; the share is one of law, so that its withdrawal is refused or not there. */
async function tries(browser: Awaited<ReturnType<typeof acting>>['browser']) {
  const statuses = async (calls: [string, string, unknown?, Record<string, string>?][]) => {
    const answers = [];
    for (const [method, url, body, headers] of calls) answers.push((await browser.call(method, url, body, headers)).status);
    return answers;
  };
  const wishes = { about: world.customer, version: 0, language: 'fi', quiet: 'none' };
  const key = { 'idempotency-key': crypto.randomUUID() };
  return {
    read: await statuses([
      ['GET', '/my'],
      ['GET', matterPath()],
    ]),
    write: await statuses([
      ['POST', `${matterPath()}/messages`, { message: 'Terve' }, key],
      ['POST', `${matterPath()}/outcome`, { outcome: 'handled' }],
      ['POST', `${matterPath()}/naming`, { agreed: 'no' }],
      ['GET', '/my/details'],
      ['POST', '/my/wishes', wishes],
    ]),
    rights: await statuses([
      ['GET', '/my/copy'],
      ['GET', '/my/copy/data'],
      ['GET', '/my/copy/readable'],
      ['GET', '/my/looks'],
      ['GET', '/my/data-requests'],
      ['POST', '/my/data-requests', { about: world.customer, kind: 'correct', words: 'Nimi on väärin' }],
    ]),
  };
}

const refused = (count: number) => Array.from({ length: count }, () => 403);
const read = [200, 200];
// The wishes were changed meanwhile (409): what is asked here is not the mandate any more.
const write = [303, 303, 303, 200, 409];
const rights = [200, 200, 200, 200, 200, 303];

test.each([
  ['to see', ['POLKU_READ'], { read, write: refused(5), rights: refused(6) }],
  ['to see to matters', ['POLKU_MANAGE'], { read, write, rights: refused(6) }],
  ['without a role', [], { read, write, rights: refused(6) }],
  ['with data rights', ['POLKU_DATA_RIGHTS'], { read, write, rights }],
])('a mandate %s opens what its roles say and no more', async (_name, roles, expected) => {
  const { browser } = await acting(roles);
  expect(await tries(browser)).toEqual(expected);
});

test('a mandate in roles that are not known opens nothing of the other', async () => {
  const { browser } = await acting(['UNHEARD']);
  expect((await browser.call('GET', matterPath())).status).toBe(404);
  expect((await browser.call('GET', '/my')).text).not.toContain(world.matter);
});

test('who may only see is shown no form to write by', async () => {
  const { browser } = await acting(['POLKU_READ']);
  const page = (await browser.call('GET', matterPath())).text;
  expect(page).toContain('et kirjoittaa');
  for (const form of [
    '/messages"',
    '/outcome"',
    '/naming"',
    'withdrawal"',
    'href="/my/copy"',
    'href="/my/data-requests"',
    'href="/my/details"',
  ])
    expect(page).not.toContain(form);
  const managing = (await (await acting(['POLKU_MANAGE'])).browser.call('GET', matterPath())).text;
  for (const form of ['/messages"', '/outcome"', '/naming"', 'withdrawal"', 'href="/my/details"']) expect(managing).toContain(form);
});

test('what the desk notes for itself is in the person’s own copy, and in no representative’s', async () => {
  await sql`update contact set summary = 'Muistiinpano puhelusta' where id = ${world.contact}::uuid`.execute(db);
  await sql`update message set body = 'Sisäinen muistiinpano' where id = ${world.note}::uuid`.execute(db);
  await sql`update mapping set answers = '{"situation": "Uskottu tilanne"}', note = 'Vuoron vaihto' where id = ${world.mapping}::uuid`.execute(
    db,
  );
  const own = (await (await signInCustomer(service, { customerId: world.customer })).call('GET', '/my/copy/data')).text;
  const { browser } = await acting();
  const theirs = [
    (await browser.call('GET', '/my/copy/data')).text,
    (await browser.call('GET', '/my/copy/readable')).text,
    (await browser.call('GET', matterPath())).text,
  ];
  for (const words of ['Muistiinpano puhelusta', 'Sisäinen muistiinpano', 'Uskottu tilanne', 'Vuoron vaihto', 'What is missing?']) {
    expect(own, words).toContain(words);
    for (const text of theirs) expect(text, words).not.toContain(words);
  }
});

test('where the customer is signed in, when, and who else acts for them is in no file of a representative', async () => {
  const own = await signInCustomer(service, { customerId: world.customer });
  await sql`insert into audit_entry (actor_kind, actor_customer_id, customer_id, action, purpose)
    values ('customer', ${world.customer}::uuid, ${world.customer}::uuid, 'customer-session.start', 'sign-in')`.execute(db);
  const { browser } = await acting();
  const hers = (await own.call<Copy>('GET', '/my/copy/data')).body;
  const theirs = (await browser.call<Copy>('GET', '/my/copy/data')).body;
  const apart = ['sessions', 'mandatesGiven', 'mandatesHeld'];
  expect(Object.keys(hers)).toEqual(expect.arrayContaining(apart));
  expect(Object.keys(theirs).filter((key) => apart.includes(key))).toEqual([]);
  expect(hers.looks.map(({ action }) => action)).toContain('customer-session.start');
  expect(theirs.looks.map(({ action }) => action)).not.toContain('customer-session.start');
  expect(theirs.looks.length).toBeGreaterThan(0);
});

test('a mandate that has ended takes everything along: pages, files, the copy, writing and consents', async () => {
  const { browser, mandate } = await acting();
  const matter = `/my/matters/${world.matter}`;
  expect((await browser.call('GET', matter)).status).toBe(200);
  await sql`update mandate set ended_at = now() where id = ${mandate}::uuid`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from share where matter_id = ${world.matter}::uuid and basis = 'consent'`.execute(
    db,
  );
  const changes = [`${matter}/shares/${rows[0]?.id}/withdrawal`, `${matter}/naming`, `${matter}/outcome`];
  const bodies = [{}, { agreed: 'yes' }, { outcome: 'handled' }];
  const answers = [await browser.call('GET', matter), await browser.call('GET', `${matter}/messages/${world.message}/files/${world.file}`)];
  for (const [index, url] of changes.entries()) answers.push(await browser.call('POST', url, bodies[index]));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect((await browser.call('GET', '/my')).text).not.toContain(world.matter);
  expect((await browser.call('GET', '/my/copy/data')).text).not.toContain('Mallikas');
});
