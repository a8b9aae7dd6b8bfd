import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import type { MatterPage } from '../schema.ts';
import type { ConsentToChange } from './schema.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;

const consent = { wording: 'Suostun siihen, että numeroni vaihdetaan.', language: 'fi', givenHow: 'voice' };

/** A customer of a matter that the city keeps; `restricted`: all of their data there is. */
async function aCustomer(restricted: boolean) {
  const town = await aTown(db, systemClock);
  app.polku.desk.directory.forget();
  const { id } = await aMatter(town, town.aino, { customer: { givenName: 'Sanna', familyName: 'Öhman', phone: '050 000 1111' } });
  const { customer_id: customerId } = await db.selectFrom('matter').select('customer_id').where('id', '=', id).executeTakeFirstOrThrow();
  if (restricted)
    await sql`insert into data_request (customer_id, by_customer_id, kind, owner_org, words, asked_at, due_on, outcome, reason, answered_at, answered_by)
      values (${customerId}::uuid, ${customerId}::uuid, 'restrict', ${town.organisations.city}::uuid, 'Tieto on väärä', now(), current_date + 30, 'done',
        'Rajoitamme.', now(), ${town.aino.actor.personId}::uuid)`.execute(db);
  const aino = await app.signIn(town.aino);
  const page = async () => (await aino.call<MatterPage>('GET', `/api/matters/${id}`)).body;
  const change = async (parts: object) => {
    const { version } = (await page()).customer;
    return aino.call<{ code?: string }>('PATCH', `/api/customers/${customerId}`, { version, ...parts });
  };
  const kept = () => db.selectFrom('processing_consent').selectAll().where('customer_id', '=', customerId).execute();
  const asked = async () => (await aino.call<ConsentToChange>('GET', `/api/customers/${customerId}/consent-to-change`)).body;
  return { town, id, customerId, aino, page, change, kept, asked };
}

test('restricted details are changed by the customer’s consent alone, which is kept as it was given', async () => {
  const { town, customerId, page, change, kept, asked } = await aCustomer(true);
  expect(await change({ phone: '050 000 9999' })).toMatchObject({ status: 409, body: { code: 'processing-restricted' } });
  expect((await page()).customer.phone).toBe('050 000 1111');
  const offered = await asked();
  expect(offered).toMatchObject({ isNeeded: true, language: 'fi' });
  expect(offered.wording).toMatch(/^Suostun siihen, että .+ muuttaa tietojani/);

  expect((await change({ phone: '050 000 9999', givenName: 'Sanna', consent })).status).toBe(204);
  const { customer, happenings } = await page();
  expect(customer.phone).toBe('050 000 9999');
  expect(happenings.map(({ kind, personName }) => [kind, personName])).toContainEqual(['changed-by-consent', town.aino.actor.name]);
  expect(await kept()).toEqual([
    expect.objectContaining({
      owner_org: town.organisations.city,
      details: ['phone'],
      wording: consent.wording,
      language: 'fi',
      given_how: 'voice',
      noted_by: town.aino.actor.personId,
    }),
  ]);
  // It was for that change alone.
  expect((await change({ phone: '050 000 7777' })).status).toBe(409);

  const own = await signInCustomer(app, { customerId });
  const copy = await own.call<{ changeConsents: object[] }>('GET', '/my/copy/data');
  expect(copy.body.changeConsents).toEqual([expect.objectContaining({ details: ['phone'], wording: consent.wording, givenHow: 'voice' })]);
  expect((await own.call('GET', '/my/copy/readable')).text).toContain('Suostumukset muuttaa rajoitettuja tietoja');
});

test('a consent is whole or none', async () => {
  const { change, kept } = await aCustomer(true);
  for (const part of ['wording', 'language', 'givenHow'])
    expect((await change({ phone: '050 000 9999', consent: { ...consent, [part]: '' } })).status, part).toBe(422);
  expect(await kept()).toEqual([]);
});

test('where nothing is restricted none is asked for and none kept; nor for a change that was refused or changed nothing', async () => {
  const free = await aCustomer(false);
  expect(await free.asked()).toEqual({ isNeeded: false, language: 'fi', wording: '' });
  expect((await free.change({ phone: '050 000 9999', consent })).status).toBe(204);
  expect(await free.kept()).toEqual([]);

  const held = await aCustomer(true);
  expect((await held.change({ phone: '050 000 1111', consent })).status).toBe(204);
  expect((await held.change({ phone: '050 000 9999', version: 999, consent })).body.code).toBe('customer-changed');
  expect(await held.kept()).toEqual([]);
});

test('those who keep no matter of the customer are not told whether their data are restricted', async () => {
  const { town, customerId } = await aCustomer(true);
  for (const stranger of [await app.signIn(town.nelli), await app.signIn(town.mika)])
    expect((await stranger.call('GET', `/api/customers/${customerId}/consent-to-change`)).status).toBe(404);
});
