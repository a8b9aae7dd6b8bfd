import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident } from '../../../testing/resident.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import { noticeWishesOf } from '../noticing/wishes.ts';
import { clockIn } from './wishing.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;
const origin = await app.listen();

async function aBrowserOf(customerId?: string) {
  const signedIn = await signInCustomer(app, customerId ? { customerId } : {});
  const resident = aResident(origin);
  const [name = '', token = ''] = signedIn.cookie.split('=');
  resident.browser.setCookie(name, token);
  return { resident, ...signedIn };
}

const fields = { language: 'sv', channel: 'letter', quiet: 'own', from: '20.30', until: '7', deadlines: [] as string[] };

test('wishes of language, channel, quiet hours and reminders are kept', async () => {
  const { resident, customerId } = await aBrowserOf();
  await resident.open('/my/details');
  const saved = await resident.send('/my/wishes', fields);
  expect([saved.status, saved.text.includes('Vi har sparat') || saved.text.includes('Tallensimme')]).toEqual([200, true]);
  const customer = await db.selectFrom('customer').selectAll().where('id', '=', customerId).executeTakeFirstOrThrow();
  expect([customer.language, customer.contact_wish]).toEqual(['sv', 'letter']);
  expect(await noticeWishesOf(db, customerId)).toEqual({
    quiet: { from: '20:30', until: '07:00', zone: 'Europe/Helsinki' },
    deadlines: false,
  });
  await resident.open('/my/details');
  const wrong = await resident.send('/my/wishes', { ...fields, from: '25' });
  expect([wrong.status, wrong.text.includes('times-fault')]).toEqual([422, true]);
});

test.each([
  ['21', '21:00'],
  ['8.05', '08:05'],
  ['08:30', '08:30'],
  ['24', undefined],
  ['8.75', undefined],
  ['', undefined],
])('%s is %s', (text, at) => {
  expect(clockIn(text)).toBe(at);
});

test('a form filled in for one person never changes another’s wishes', async () => {
  const { resident, customerId } = await aBrowserOf();
  const other = await aBrowserOf();
  await resident.open('/my/details');
  const tried = await resident.send('/my/wishes', { ...fields, about: other.customerId });
  expect(tried.status).toBe(409);
  expect(
    (await db.selectFrom('customer').select('language').where('id', 'in', [customerId, other.customerId]).execute()).map(
      (one) => one.language,
    ),
  ).toEqual(['fi', 'fi']);
});

test('under turvakielto the customer sees their own contact data, and whoever acts for them does not', async () => {
  const restricted = await aBrowserOf();
  await sql`update customer set restricted = true, phone = '050 000 1234', street = 'Piilokatu 9', postal_code = '00000', city = 'Mallila'
    where id = ${restricted.customerId}::uuid`.execute(db);
  const own = await restricted.resident.open('/my/details');
  expect([own.text.includes('Piilokatu 9'), own.text.includes('Turvakielto')]).toEqual([true, true]);
  const agent = await aBrowserOf();
  const mandate = await sql<{
    id: string;
  }>`insert into mandate (customer_id, principal_id, kind, roles, until) values (${agent.customerId}::uuid,
    ${restricted.customerId}::uuid, 'person', '{POLKU_DATA_RIGHTS}', now() + interval '1 hour') returning id`.execute(db);
  await sql`update customer_session set acting_for_customer_id = ${restricted.customerId}::uuid, mandate_id = ${mandate.rows[0]?.id}::uuid
    where customer_id = ${agent.customerId}::uuid`.execute(db);
  for (const path of ['/my/details', '/my/copy/data', '/my/copy/readable', '/my']) {
    const { status, text } = await agent.resident.open(path);
    expect(status).toBe(200);
    expect(text, path).not.toMatch(/Piilokatu|050 000 1234|Turvakielto<\/b>/);
  }
});

test('who has looked: the organisation, the time and the purpose, not the name; the system’s work is counted', async () => {
  const town = await aTown(db, systemClock);
  app.polku.desk.directory.forget();
  const { resident, customerId } = await aBrowserOf();
  const { id } = await aMatter(town, town.aino);
  await sql`update matter set customer_id = ${customerId}::uuid where id = ${id}::uuid`.execute(db);
  await (await app.signIn(town.aino)).call('GET', `/api/matters/${id}`);
  await sql`insert into audit_entry (actor_kind, action, purpose, matter_id, customer_id) select 'system', 'notice.sent', 'advice', ${id}::uuid, ${customerId}::uuid
    from generate_series(1, 7)`.execute(db);
  const { text } = await resident.open('/my/looks');
  const { name } = await db.selectFrom('organisation').select('name').where('id', '=', town.organisations.city).executeTakeFirstOrThrow();
  expect(text).toContain((name as { fi: string }).fi);
  expect(text).toContain('katsoi');
  expect(text).toContain('7 tapahtumaa');
  expect(text).not.toContain('Aino');
});

test('a sign-in is listed where one is signed in, and ended everywhere', async () => {
  const { resident, customerId } = await aBrowserOf();
  await aBrowserOf(customerId);
  const { text } = await resident.open('/my/details');
  expect(text.match(/Tunnistauduit /g)).toHaveLength(2);
  await resident.send('/my/sign-out-everywhere', {});
  expect((await resident.open('/my/details')).status).toBe(401);
});
