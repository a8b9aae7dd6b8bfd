import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../../../platform/clock/clock.ts';
import { anApp } from '../../../../testing/app.ts';
import { signInCustomer } from '../../../../testing/customers.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aResident } from '../../../../testing/resident.ts';
import { aMatter, aTown } from '../../../../testing/town.ts';
import type { MatterPage } from '../../schema.ts';
import { codeOf } from './rules.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;
const origin = await app.listen();

async function aCustomer(email: string | null = 'vanha@posti.test') {
  const signedIn = await signInCustomer(app);
  await sql`update customer set email = ${email} where id = ${signedIn.customerId}::uuid`.execute(db);
  const resident = aResident(origin);
  const [name = '', token = ''] = signedIn.cookie.split('=');
  resident.browser.setCookie(name, token);
  await resident.open('/my/details');
  return { resident, ...signedIn };
}

const rowOf = async (id: string) =>
  db.selectFrom('customer').select(['email', 'phone', 'phone_unconfirmed', 'version']).where('id', '=', id).executeTakeFirstOrThrow();
const openCode = async (customerId: string) => {
  const { id } = await db
    .selectFrom('contact_change')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return codeOf(app.keys, id);
};
/** Addresses are forgotten once a letter has left, so kinds are counted. */
const letters = async (customerId: string) =>
  (await sql<{ kind: string }>`select kind from contact_letter where customer_id = ${customerId}::uuid order by kind`.execute(db)).rows.map(
    ({ kind }) => kind,
  );

test('a new address is used for nothing before its code has come back; then the old one and the new one are told', async () => {
  const { resident, customerId } = await aCustomer();
  const asked = await resident.send('/my/contact/email', { email: 'uusi@posti.test' });
  expect([asked.status, asked.text.includes('Lähetimme koodin'), asked.text.includes('uusi@posti.test')]).toEqual([200, true, true]);
  expect((await rowOf(customerId)).email).toBe('vanha@posti.test');
  expect(await letters(customerId)).toEqual(['code']);
  const wrong = await resident.send('/my/contact/email/code', { code: '1234 5678' });
  expect([wrong.status, wrong.text.includes('Koodi on väärin')]).toEqual([422, true]);
  expect((await rowOf(customerId)).email).toBe('vanha@posti.test');
  const code = await openCode(customerId);
  const done = await resident.send('/my/contact/email/code', { code: `${code.slice(0, 4)} ${code.slice(4)}` });
  expect([done.status, done.text.includes('Sähköpostiosoitteesi on vaihdettu')]).toEqual([200, true]);
  expect((await rowOf(customerId)).email).toBe('uusi@posti.test');
  expect(await letters(customerId)).toEqual(['changed', 'changed', 'code']);
  const audited = await sql<{
    action: string;
  }>`select action from audit_entry where customer_id = ${customerId}::uuid and action like 'contact.%' order by id`.execute(db);
  expect(audited.rows.map(({ action }) => action)).toEqual(['contact.email-asked', 'contact.email-changed']);
});

test('a code can be guessed five times, runs out in a day, and a later address takes the place of an earlier', async () => {
  const { resident, customerId } = await aCustomer(null);
  await resident.send('/my/contact/email', { email: 'eka@posti.test' });
  const first = await openCode(customerId);
  await resident.send('/my/contact/email', { email: 'toka@posti.test' });
  expect((await resident.send('/my/contact/email/code', { code: first })).status).toBe(422);
  for (let guess = 0; guess < 5; guess++) await resident.send('/my/contact/email/code', { code: `0000000${guess}` });
  const late = await resident.send('/my/contact/email/code', { code: await openCode(customerId) });
  expect([late.status, late.text.includes('ei ole enää voimassa')]).toEqual([422, true]);
  await resident.send('/my/contact/email', { email: 'kolmas@posti.test' });
  const third = await openCode(customerId);
  await sql`update contact_change set expires_at = now() - interval '1 second' where customer_id = ${customerId}::uuid and ended_at is null`.execute(
    db,
  );
  const hidden = resident.hidden('/my/contact/email/code');
  const gone = await resident.browser.send('/my/contact/email/code', {
    method: 'POST',
    body: new URLSearchParams({ ...hidden, code: third }),
  });
  expect(gone.status).toBe(422);
  expect((await rowOf(customerId)).email).toBeNull();
});

test('what is no address is not sent to, and what one does not want after all is left', async () => {
  const { resident, customerId } = await aCustomer();
  const faulty = await resident.send('/my/contact/email', { email: 'ei osoite' });
  expect([faulty.status, faulty.text.includes('email-fault')]).toEqual([422, true]);
  expect(await letters(customerId)).toEqual([]);
  await resident.send('/my/contact/email', { email: 'uusi@posti.test' });
  const code = await openCode(customerId);
  const hidden = resident.hidden('/my/contact/email/code');
  expect((await resident.send('/my/contact/email/dropping', {})).text).toContain('Osoitetta ei vaihdettu');
  const body = new URLSearchParams({ ...hidden, code });
  expect((await resident.browser.send('/my/contact/email/code', { method: 'POST', body })).status).toBe(422);
  expect((await rowOf(customerId)).email).toBe('vanha@posti.test');
});

test('a number stands at once, marked as tried by nobody until the desk has it from elsewhere; the address is told', async () => {
  const town = await aTown(db, systemClock);
  app.polku.desk.directory.forget();
  const { resident, customerId } = await aCustomer();
  const { id } = await aMatter(town, town.aino);
  await sql`update matter set customer_id = ${customerId}::uuid where id = ${id}::uuid`.execute(db);
  expect((await resident.send('/my/contact/phone', { phone: 'soita!' })).status).toBe(422);
  const saved = await resident.send('/my/contact/phone', { phone: '050 000 4321' });
  expect(saved.text).toContain('emmekä ole vielä soittaneet');
  expect(await letters(customerId)).toEqual(['changed']);
  const aino = await app.signIn(town.aino);
  const page = async () => (await aino.call<MatterPage>('GET', `/api/matters/${id}`)).body.customer;
  const { phone, phoneUnconfirmed, version } = await page();
  expect([phone, phoneUnconfirmed]).toEqual(['050 000 4321', true]);
  expect((await aino.call('PATCH', `/api/customers/${customerId}`, { phone: '050 000 4321', version })).status).toBe(204);
  expect((await page()).phoneUnconfirmed).toBe(false);
  await resident.open('/my/details');
  await resident.send('/my/contact/phone', { phone: '' });
  expect(await rowOf(customerId)).toMatchObject({ phone: null, phone_unconfirmed: false });
});

test('under turvakielto nothing is asked for and nothing taken', async () => {
  const { resident, customerId } = await aCustomer(null);
  const hidden = resident.hidden('/my/contact/email');
  await sql`update customer set restricted = true where id = ${customerId}::uuid`.execute(db);
  for (const [path, fields] of [
    ['/my/contact/email', { email: 'uusi@posti.test' }],
    ['/my/contact/phone', { phone: '050 000 1' }],
  ] as const) {
    const { status } = await resident.browser.send(path, { method: 'POST', body: new URLSearchParams({ ...hidden, ...fields }) });
    expect(status, path).toBe(409);
  }
  expect((await resident.open('/my/details')).text).not.toContain('/my/contact/');
  expect([await rowOf(customerId), await letters(customerId)]).toMatchObject([{ email: null, phone: null }, []]);
});

test('another’s details are not changed by a form of theirs, and by a mandate only with data rights', async () => {
  const victim = await signInCustomer(app);
  const agent = await aCustomer(null);
  const send = (fields: Record<string, string>) => agent.call('POST', '/my/contact/phone', fields);
  expect((await send({ about: victim.customerId, phone: '050 000 1234' })).status).toBe(409);
  const acting = async (roles: string[]) => {
    const made = await sql<{
      id: string;
    }>`insert into mandate (customer_id, principal_id, kind, roles, until) values (${agent.customerId}::uuid,
      ${victim.customerId}::uuid, 'person', ${roles}::text[], now() + interval '1 hour') returning id`.execute(db);
    await sql`update customer_session set acting_for_customer_id = ${victim.customerId}::uuid, mandate_id = ${made.rows[0]?.id}::uuid
      where customer_id = ${agent.customerId}::uuid`.execute(db);
  };
  await acting(['POLKU_MANAGE']);
  expect((await send({ about: victim.customerId, phone: '050 000 1234' })).status).toBe(403);
  expect((await agent.call('GET', '/my/details')).text).not.toContain('/my/contact/');
  expect((await rowOf(victim.customerId)).phone).toBeNull();
  await acting(['POLKU_DATA_RIGHTS']);
  expect((await send({ about: victim.customerId, phone: '050 000 1234' })).status).toBe(303);
  expect((await rowOf(victim.customerId)).phone).toBe('050 000 1234');
});
