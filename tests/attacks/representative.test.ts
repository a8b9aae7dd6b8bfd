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
async function acting() {
  const browser = await signInCustomer(service);
  const { rows } = await sql<{ id: string }>`insert into mandate (customer_id, principal_id, kind, roles, until)
    values (${browser.customerId}::uuid, ${world.customer}::uuid, 'person', '{}', now() + interval '2 hours') returning id`.execute(db);
  const mandate = (rows[0] as { id: string }).id;
  await sql`update customer_session set acting_for_customer_id = ${world.customer}::uuid, mandate_id = ${mandate}::uuid
    where customer_id = ${browser.customerId}::uuid`.execute(db);
  return { browser, mandate };
}

type Copy = Record<string, unknown> & { looks: { action: string }[] };

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
