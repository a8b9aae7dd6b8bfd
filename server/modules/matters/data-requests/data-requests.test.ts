import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident } from '../../../testing/resident.ts';
import { aMatter, aPerson, aTown, type Town } from '../../../testing/town.ts';
import { codeOf } from '../own/contact/rules.ts';
import type { DataRequest } from './schema.ts';

const clock = fixedClock('2026-01-31T10:00:00Z');
const database = await testDatabase();
const app = await anApp(database, { clock });
const db = database.db.kysely;
const origin = await app.listen();

async function aCustomer(town: Town) {
  const signedIn = await signInCustomer(app, { givenName: 'Sanna', familyName: 'Öhman' });
  const resident = aResident(origin);
  const [name = '', token = ''] = signedIn.cookie.split('=');
  resident.browser.setCookie(name, token);
  const mine = async (by: Town['aino']) => {
    const { id } = await aMatter(town, by);
    await sql`update matter set customer_id = ${signedIn.customerId}::uuid where id = ${id}::uuid`.execute(db);
    return id;
  };
  return { ...signedIn, resident, matters: [await mine(town.aino), await mine(town.nelli)] as [string, string] };
}

async function officerAt(organisationId: string) {
  return app.signIn(await aPerson(db, { name: 'Tietosuojavastaava', role: 'data-protection-officer', organisationId, units: [] }));
}

const ask = async (resident: ReturnType<typeof aResident>, fields: Record<string, string>) => {
  await resident.open('/my/data-requests');
  return resident.send('/my/data-requests', { kind: 'correct', words: 'Nimeni on väärin', matter: '', ...fields });
};

test('goes to the controller of each record, and is due in a month', async () => {
  const town = await aTown(db, clock);
  app.polku.desk.directory.forget();
  const { resident, matters } = await aCustomer(town);
  const [city, neighbour, stranger] = [
    await officerAt(town.organisations.city),
    await officerAt(town.organisations.neighbour),
    await officerAt(town.organisations.kela),
  ];
  const listed = async (caller: typeof city) => (await caller.call<{ rows: DataRequest[] }>('GET', '/api/data-requests')).body.rows;
  expect((await ask(resident, { matter: matters[0] })).text).toContain('Saimme pyyntösi');
  expect([(await listed(city)).length, (await listed(neighbour)).length]).toEqual([1, 0]);
  await ask(resident, { kind: 'restrict', words: 'Kaikki' });
  const first = (await listed(city)).find(({ kind }) => kind === 'correct');
  expect(first).toMatchObject({
    kind: 'correct',
    customerName: 'Sanna Öhman',
    words: 'Nimeni on väärin',
    dueOn: '2026-02-28',
    isLate: false,
    askedByName: null,
  });
  expect([(await listed(city)).length, (await listed(neighbour)).length, (await listed(stranger)).length]).toEqual([2, 1, 0]);

  const answer = { outcome: 'done', reason: 'Nimi on korjattu.' };
  expect((await neighbour.call('PUT', `/api/data-requests/${first?.id}/answer`, answer)).status).toBe(404);
  expect((await city.call('PUT', `/api/data-requests/${first?.id}/answer`, answer)).status).toBe(204);
  expect(await city.call('PUT', `/api/data-requests/${first?.id}/answer`, answer)).toMatchObject({
    status: 409,
    body: { code: 'data-request-answered' },
  });
  expect((await resident.open('/my/data-requests')).text).toContain('Nimi on korjattu.');
  const audited = await db.selectFrom('audit_entry').select(['action', 'purpose']).where('action', 'like', 'data-request.%').execute();
  expect(new Set(audited.map(({ action }) => action))).toEqual(
    new Set(['data-request.asked', 'data-request.listed', 'data-request.answered']),
  );
});

test('erases what no duty of keeping holds, and only once nobody serves by it', async () => {
  const town = await aTown(db, clock);
  app.polku.desk.directory.forget();
  const { resident, customerId, matters } = await aCustomer(town);
  await sql`update customer set email = 'sanna@posti.test', phone = '050 000 1' where id = ${customerId}::uuid`.execute(db);
  await sql`insert into arrangement (customer_id, kind, legal_ground) values (${customerId}::uuid, 'interpreter', 'consent'), (${customerId}::uuid, 'quiet', 'law')`.execute(
    db,
  );
  await resident.open('/my/details');
  await resident.send('/my/contact/email', { email: 'zqxuusi@posti.test' });
  const change = await db.selectFrom('contact_change').select('id').where('customer_id', '=', customerId).executeTakeFirstOrThrow();
  const code = { code: codeOf(app.keys, change.id) };
  const withCode = resident.hidden('/my/contact/email/code');
  await ask(resident, { kind: 'erase', matter: matters[0], words: 'Poistakaa kaikki' });
  const officer = await officerAt(town.organisations.city);
  const [request] = (await officer.call<{ rows: DataRequest[] }>('GET', '/api/data-requests')).body.rows;
  expect(request?.isServed).toBe(true);
  const answer = { outcome: 'partly', reason: 'Asiakirjat säilytetään.', erase: ['contact-data', 'arrangements'] };
  const put = () => officer.call('PUT', `/api/data-requests/${request?.id}/answer`, answer);
  expect(await put()).toMatchObject({ status: 409, body: { code: 'customer-served' } });
  await sql`update matter set state = 'closed', closed_at = now() where customer_id = ${customerId}::uuid`.execute(db);
  expect((await put()).status).toBe(204);
  const customer = await db.selectFrom('customer').selectAll().where('id', '=', customerId).executeTakeFirstOrThrow();
  expect([customer.email, customer.phone, customer.family_name]).toEqual([null, null, 'Öhman']);
  const late = await resident.browser.send('/my/contact/email/code', {
    method: 'POST',
    body: new URLSearchParams({ ...withCode, ...code }),
  });
  expect(late.status).toBe(422);
  const kept = await sql<{ rows: number }>`select (select count(*) from customer where id = ${customerId}::uuid and email is not null)
    + (select count(*) from contact_change where customer_id = ${customerId}::uuid)
    + (select count(*) from contact_letter where customer_id = ${customerId}::uuid) as rows`.execute(db);
  expect(Number(kept.rows[0]?.rows)).toBe(0);
  expect(
    (await db.selectFrom('arrangement').select('kind').where('customer_id', '=', customerId).execute()).map(({ kind }) => kind),
  ).toEqual(['quiet']);
  const { text } = await resident.open('/my/data-requests');
  for (const words of ['Asiakirjat säilytetään.', 'Poistimme yhteystietosi.', 'tietosuoja.fi']) expect(text).toContain(words);
});

test('nothing is erased that was not asked for, and advisors answer nothing', async () => {
  const town = await aTown(db, clock);
  app.polku.desk.directory.forget();
  const { resident, matters } = await aCustomer(town);
  await ask(resident, { matter: matters[0] });
  const officer = await officerAt(town.organisations.city);
  const [request] = (await officer.call<{ rows: DataRequest[] }>('GET', '/api/data-requests')).body.rows;
  const erasing = { outcome: 'done', reason: 'x', erase: ['contact-data'] };
  expect(await officer.call('PUT', `/api/data-requests/${request?.id}/answer`, erasing)).toMatchObject({
    status: 422,
    body: { code: 'erase-not-asked' },
  });
  expect((await (await app.signIn(town.aino)).call('GET', '/api/data-requests')).status).toBe(403);
  const refused = await ask(resident, { kind: 'erase', words: ' ' });
  expect(refused.status).toBe(422);
  expect(refused.text, 'what was chosen is kept').toMatch(/value="erase" required checked/);
});
