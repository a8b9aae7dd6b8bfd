import { expect, test } from 'vitest';
import { createSecretLink } from '../../../modules/identity/service.ts';
import { systemClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown, needsOf } from '../../../testing/town.ts';
import type { Collecting } from '../collecting/schema.ts';
import type { NewSlip } from '../slips/schema.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;
const town = await aTown(db, systemClock);
app.polku.desk.directory.forget();
const aino = await app.signIn(town.aino);
const nelli = await app.signIn(town.nelli);

const SECRET = 'Zqxpäihdehoito';

/** A mapping confirmed with one step of the advisor's own words. */
async function aMapped(secret: boolean): Promise<string> {
  const { id } = await aMatter(town, town.aino, { needs: [{ ownWords: 'Apua' }] });
  const [needId = ''] = await needsOf(db, id);
  const mapping = (await aino.call<{ id: string }>('POST', `/api/matters/${id}/mappings`)).body.id;
  const steps = [{ title: SECRET, who: 'customer', needId, organisationId: null, channel: 'counter' }];
  const answers = { situation: 'x', channel: 'counter', chosenBy: 'customer', channelWords: 'Lähin', steps };
  const said = await aino.call('PATCH', `/api/mappings/${mapping}`, { version: 1, secret, answers });
  expect(said.status, said.text).toBe(200);
  expect((await aino.call('PUT', `/api/mappings/${mapping}/decision`)).status).toBe(204);
  expect((await aino.call('PUT', `/api/mappings/${mapping}/confirmation`, { how: 'paper' })).status).toBe(204);
  await aino.call('PUT', `/api/matters/${id}/naming`, { agreed: true });
  return id;
}

async function behindLink(id: string): Promise<string> {
  const link = await inTransaction(db, (trx) => createSecretLink(trx, id));
  return (await app.caller(`__Secure-polku-link=${link}`).call('GET', '/a')).text;
}

test('words of a secret mapping’s steps are not behind the link, even where names are agreed; an open one’s are', async () => {
  const page = await behindLink(await aMapped(true));
  expect(page).not.toContain(SECRET);
  expect(page).toContain('Tehtävä, josta kerroimme sinulle');
  expect(await behindLink(await aMapped(false))).toContain(SECRET);
});

test('they are told at a desk after a document has been seen, on the page and on paper', async () => {
  const id = await aMapped(true);
  const slip = (await aino.call<NewSlip>('POST', `/api/matters/${id}/slip`, { namesAgreed: true })).body;
  const at = (await nelli.call<{ id: string }>('POST', '/api/collectings', { number: slip.number, pin: slip.pin })).body.id;
  const said = async () => [
    (await nelli.call('GET', `/api/collectings/${at}`)).text,
    (await nelli.call('GET', `/print/collectings/${at}`)).text,
  ];
  expect((await said()).join()).not.toContain(SECRET);
  const page = (await nelli.call<Collecting>('GET', `/api/collectings/${at}`)).body;
  expect(page.steps).toMatchObject([{ title: null, who: 'customer' }]);
  await nelli.call('PUT', `/api/collectings/${at}/identification`, { level: 'document-seen', name: 'not-given' });
  for (const text of await said()) expect(text).toContain(SECRET);
});

test('the customer who has signed in, the keeper and the paper from the keeper have them', async () => {
  const id = await aMapped(true);
  const customer = await signInCustomer(app);
  await db.updateTable('matter').set({ customer_id: customer.customerId }).where('id', '=', id).execute();
  expect((await customer.call('GET', `/my/matters/${id}`)).text).toContain(SECRET);
  expect((await aino.call('GET', `/print/matters/${id}`)).text).toContain(SECRET);
  const page = await aino.call<{ steps: { title: string; isSecret: boolean }[] }>('GET', `/api/matters/${id}`);
  expect(page.body.steps).toMatchObject([{ title: SECRET, isSecret: true }]);
});
