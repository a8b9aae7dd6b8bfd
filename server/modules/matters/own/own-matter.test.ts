import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident } from '../../../testing/resident.ts';
import { aMatter, aTown, needsOf } from '../../../testing/town.ts';
import { createSecretLink } from '../../identity/service.ts';
import { MessageInput } from '../messages/schema.ts';
import { markBounced } from '../messages/sending/service.ts';
import { writeMessage } from '../messages/service.ts';
import { shareNeed } from '../sharing/service.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;
const origin = await app.listen();
const { desk } = app.polku;

/** A customer who has signed in, in a browser without JavaScript, and a matter of theirs. */
async function aCustomer() {
  const town = await aTown(db, systemClock);
  desk.directory.forget();
  const signedIn = await signInCustomer(app, { givenName: 'Veikko', familyName: 'Lahdensuo' });
  const { id } = await aMatter(town, town.aino, { customer: { email: 'veikko@posti.test' } });
  await sql`update matter set customer_id = ${signedIn.customerId}::uuid where id = ${id}::uuid`.execute(db);
  const resident = aResident(origin);
  const [name = '', token = ''] = signedIn.cookie.split('=');
  resident.browser.setCookie(name, token);
  return { town, id, resident, ...signedIn };
}

const tell = (id: string, by: Parameters<typeof writeMessage>[2], parts: Record<string, unknown>) =>
  inTransaction(db, (trx) => writeMessage(desk, trx, by, id, MessageInput.parse({ kind: 'message', language: 'fi', ...parts })));
const messageIn = async (id: string) =>
  (await sql<Record<string, unknown>>`select * from message where matter_id = ${id}::uuid order by created_at desc limit 1`.execute(db))
    .rows[0];

test('a secret message waits for sign-in, is read on the page and told with it', async () => {
  const { town, id, resident } = await aCustomer();
  const { id: messageId } = await tell(id, town.aino, { channel: 'link', sensitivity: 'secret', body: 'Päätös on kielteinen.' });
  expect(await messageIn(id)).toMatchObject({ state: 'waiting' });
  expect((await resident.open('/my')).text).toContain('uusi viesti');
  const page = await resident.open(`/my/matters/${id}`);
  expect([page.status, page.text.includes('Päätös on kielteinen.'), page.text.includes('Suojattu viesti')]).toEqual([200, true, true]);
  expect(await messageIn(id)).toMatchObject({ id: messageId, state: 'told' });
  const audit = await db.selectFrom('audit_entry').selectAll().where('matter_id', '=', id).where('actor_kind', '=', 'customer').execute();
  expect(audit.map(({ action }) => action).sort()).toEqual(['matter.own-read', 'message.told-own']);
  expect(audit.find(({ action }) => action === 'message.told-own')?.subjects).toEqual([messageId]);
  expect((await resident.open('/my')).text).not.toContain('uusi viesti');
});

test('a message that bounced, and an ordinary one on one’s own pages, are read there too', async () => {
  const { town, id, resident, customerId } = await aCustomer();
  await sql`update customer set email = 'v@posti.test' where id = ${customerId}::uuid`.execute(db);
  const bounced = await tell(id, town.aino, { channel: 'email', body: 'Kerron tästä postilla.' });
  expect((await resident.open(`/my/matters/${id}`)).text).not.toContain('Kerron tästä postilla.');
  await sql`update message set state = 'sent', sent_at = now() where id = ${bounced.id}::uuid`.execute(db);
  await inTransaction(db, (trx) => markBounced(desk, trx, bounced.id, 'no such mailbox'));
  expect((await resident.open(`/my/matters/${id}`)).text).toContain('Kerron tästä postilla.');
  expect(await messageIn(id)).toMatchObject({ state: 'told' });
});

test('what is written signed in is the customer’s, an occasion of its own, and not behind the link', async () => {
  const { town, id, resident, customerId } = await aCustomer();
  const link = await inTransaction(db, (trx) => createSecretLink(trx, id));
  const page = await resident.open(`/my/matters/${id}`);
  expect(page.text).toContain('luottamuksellisia');
  const sent = await resident.send(`/my/matters/${id}/messages`, { message: 'Verotietoni ovat liitteenä.' }, [
    { name: 'vero.txt', bytes: 'verotiedot' },
  ]);
  expect([sent.status, sent.text.includes('Saimme viestisi'), sent.text.includes('Verotietoni')]).toEqual([200, true, true]);
  expect(await messageIn(id)).toMatchObject({ by_customer_id: customerId, on_behalf_of: null, channel: 'web', state: 'received' });
  const file = /href="(\/my\/matters\/[^"]*\/files\/[^"]*)"/.exec(sent.text)?.[1] as string;
  expect(await (await resident.browser.send(file)).text()).toBe('verotiedot');
  const contact = await db.selectFrom('contact').selectAll().where('matter_id', '=', id).where('channel', '=', 'web').executeTakeFirst();
  expect([contact?.identification, contact?.ended_at !== null]).toEqual(['strong', true]);

  const holder = aResident(origin);
  expect((await holder.open(`/a/${link}`)).text).not.toContain('Verotietoni');
  await holder.send('/a/messages', { message: 'Linkin kautta kirjoitettu' });
  const behindLink = await db.selectFrom('contact').selectAll().where('matter_id', '=', id).where('channel', '=', 'web').execute();
  expect(behindLink.map(({ identification }) => identification).sort()).toEqual(['none', 'strong']);

  const seen = await (await app.signIn(town.aino)).call<{ messages: { writtenBy: string | null }[] }>('GET', `/api/matters/${id}`);
  expect(seen.body.messages.map(({ writtenBy }) => writtenBy)).toEqual(['Veikko Lahdensuo', null]);
});

test('an empty message comes back with what is wrong, on the page it was written on', async () => {
  const { id, resident } = await aCustomer();
  await resident.open(`/my/matters/${id}`);
  const back = await resident.send(`/my/matters/${id}/messages`, { message: ' ' });
  expect([back.status, back.text.includes('role="alert"'), back.text.includes(`/my/matters/${id}?lang=sv`)]).toEqual([422, true, true]);
});

test('the outcome in the customer’s words, and whether papers may name authorities', async () => {
  const { id, resident } = await aCustomer();
  await resident.open(`/my/matters/${id}`);
  await resident.send(`/my/matters/${id}/outcome`, { outcome: 'handled' });
  const agreed = await resident.send(`/my/matters/${id}/naming`, {});
  expect(agreed.text).toContain('Olet antanut luvan');
  const matter = await db.selectFrom('matter').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect([matter.customer_outcome, matter.names_agreed]).toEqual(['handled', true]);
});

test('a consent stands with its wording until it is taken back; what rests on law stays', async () => {
  const { town, id, resident } = await aCustomer();
  const [needId] = (await needsOf(db, id)) as [string];
  const share = { needId, ground: 'Saa kertoa muutostani', givenHow: 'screen' as const, language: 'fi' };
  await shareNeed(desk, town.aino, id, { ...share, organisationId: town.organisations.kela, basis: 'consent' });
  await shareNeed(desk, town.aino, id, { needId, ground: 'L 1/2000, 1 §', organisationId: town.organisations.dvv, basis: 'law' });
  const step = { needId, who: 'authority', title: 'Ratkaistaan', organisationId: town.organisations.kela };
  await (await app.signIn(town.aino)).call('POST', `/api/matters/${id}/steps`, step);
  const mika = await app.signIn(town.mika);
  expect((await mika.call('GET', `/api/matters/${id}`)).status).toBe(200);
  const page = await resident.open(`/my/matters/${id}`);
  expect(page.text).toContain('Saa kertoa muutostani');
  const [handles, goneFrom] = ['Hoitaa osan asiastasi samaan aikaan', 'Ei enää näe asiaasi täällä'];
  expect([page.text.includes(handles), page.text.includes('Käsittelyssä'), page.text.includes(goneFrom)]).toEqual([true, true, false]);
  const actions = [...page.text.matchAll(/action="([^"]*withdrawal)"/g)].map(([, action]) => action as string);
  expect(actions).toHaveLength(1);
  const after = await resident.send(actions[0] as string, {});
  expect(after.text).toContain('Peruit suostumuksen');
  expect([after.text.includes(handles), after.text.includes('Käsittelyssä'), after.text.includes(goneFrom)]).toEqual([false, false, true]);
  const holder = aResident(origin);
  await holder.open(`/a/${await inTransaction(db, (trx) => createSecretLink(trx, id))}`);
  expect((await holder.open('/a')).text).not.toContain(handles);
  expect((await mika.call('GET', `/api/matters/${id}`)).status).toBe(404);
  const law = await db.selectFrom('share').selectAll().where('matter_id', '=', id).where('basis', '=', 'law').executeTakeFirstOrThrow();
  const ofLaw = actions[0]?.replace(/shares\/[^/]*/, `shares/${law.id}`) as string;
  expect((await resident.browser.send(ofLaw, { method: 'POST', headers: { 'x-polku-csrf': '1' } })).status).toBe(404);
});
