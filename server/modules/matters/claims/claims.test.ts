import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createSecretLink } from '../../../modules/identity/service.ts';
import { systemClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aTestCode, signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { MatterIdentity } from './schema.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;
const town: Town = await aTown(db, systemClock);
app.polku.desk.directory.forget();
const aino = await app.signIn(town.aino);

const SECRET = 'zqxsalaisuus';

/** A matter whose customer told a name and an address, with a secret message that waits. */
async function aSecretMatter(parts: Record<string, unknown> = {}) {
  const { id, number } = await aMatter(town, town.aino, {
    customer: { givenName: 'Eeva', familyName: 'Mallikas', email: 'eeva@posti.test', phone: '050 000 4321' },
    arrangements: [{ kind: 'longer-time' }],
    ...parts,
  });
  await sql`insert into message (matter_id, owner_org, kind, direction, channel, sensitivity, body, author_id, state, sent_at)
    values (${id}::uuid, ${town.organisations.city}::uuid, 'message', 'out', 'link', 'secret', ${SECRET}, ${town.aino.actor.personId}::uuid, 'waiting', now())`.execute(
    db,
  );
  const link = await inTransaction(db, (trx) => createSecretLink(trx, id));
  return { id, number, link };
}

const both = (customer: Caller, link: string) => app.caller(`${customer.cookie}; __Secure-polku-link=${link}`);
const identity = async (id: string) => (await aino.call<MatterIdentity>('GET', `/api/matters/${id}/identity`)).body;
const customerOf = async (id: string) =>
  (await db.selectFrom('matter').select('customer_id').where('id', '=', id).executeTakeFirstOrThrow()).customer_id;

/** Everything such a browser may open. */
async function everything(caller: Caller): Promise<string> {
  const answers = await Promise.all(['/a', '/a/identified', '/a/receipt', '/my'].map((url) => caller.call('GET', url)));
  return answers.map(({ text }) => text).join();
}

test('a stranger with the reused address and its link, who signs in, sees nothing secret and gets nothing by claiming', async () => {
  const matter = await aSecretMatter();
  const stranger = await signInCustomer(app, { givenName: 'Eeva', familyName: 'Mallikas' });
  const browser = both(stranger, matter.link);
  expect(await everything(browser)).not.toContain(SECRET);
  const claimed = await browser.call('POST', '/a/claim', {});
  expect([claimed.status, claimed.headers.location]).toEqual([303, '/a/identified']);
  await browser.call('POST', '/a/claim', {});
  expect(await everything(browser)).not.toContain(SECRET);
  expect((await identity(matter.id)).claims.length).toBe(1);
  expect(await customerOf(matter.id)).not.toBe(stranger.customerId);
});

test('a keeper confirms: the matter is theirs with what was arranged, and how to reach them is as they have it themselves', async () => {
  const matter = await aSecretMatter();
  const customer = await signInCustomer(app, { givenName: 'Eeva Maria', familyName: 'Mallikas' });
  await both(customer, matter.link).call('POST', '/a/claim', {});
  const { claims } = await identity(matter.id);
  expect(claims).toMatchObject([{ name: 'Eeva Maria Mallikas', another: false }]);
  const decided = await aino.call('PATCH', `/api/matters/${matter.id}/claims/${claims[0]?.id}`, { decision: 'confirmed' });
  expect(decided.status).toBe(204);
  expect(await customerOf(matter.id)).toBe(customer.customerId);
  expect(await reachOf(customer.customerId)).toEqual({ given_name: 'Eeva Maria', email: null, phone: null, street: null });
  const arranged = await db.selectFrom('arrangement').select('kind').where('customer_id', '=', customer.customerId).execute();
  expect(arranged).toEqual([{ kind: 'longer-time' }]);
  expect((await identity(matter.id)).identity).toMatchObject({ kind: 'identity-code', learned: 'signed-in' });
  const gone = await aino.call('PATCH', `/api/matters/${matter.id}/claims/${claims[0]?.id}`, { decision: 'refused' });
  expect(gone.status).toBe(404);
});

const reachOf = (customerId: string) =>
  db.selectFrom('customer').select(['given_name', 'email', 'phone', 'street']).where('id', '=', customerId).executeTakeFirstOrThrow();

describe('how the customer said they are reached', () => {
  async function aClaim(own: Record<string, string>) {
    const matter = await aSecretMatter({ customer: { givenName: 'Eeva', email: 'eeva@posti.test', phone: '050 000 4321' } });
    const customer = await signInCustomer(app);
    if (Object.keys(own).length > 0) await db.updateTable('customer').set(own).where('id', '=', customer.customerId).execute();
    await both(customer, matter.link).call('POST', '/a/claim', {});
    return { matter, customer };
  }
  const confirm = (id: string, claimId: string | undefined, carry: string[]) =>
    aino.call('PATCH', `/api/matters/${id}/claims/${claimId}`, { decision: 'confirmed', carry });

  test('stands beside how the claimant is reached, and goes along only as far as the keeper chose', async () => {
    const { matter, customer } = await aClaim({ email: 'oma@posti.test', phone: '050 000 1111', street: 'Tie 1', city: 'Mallila' });
    const [claim] = (await identity(matter.id)).claims;
    expect(claim?.reach).toEqual({
      now: { email: 'oma@posti.test', phone: '050 000 1111', address: 'Tie 1, Mallila' },
      told: { email: 'eeva@posti.test', phone: '050 000 4321', address: null },
    });
    expect((await confirm(matter.id, claim?.id, ['name'])).status).toBe(422);
    // An address that was never told wipes none.
    expect((await confirm(matter.id, claim?.id, ['phone', 'address'])).status).toBe(204);
    expect(await reachOf(customer.customerId)).toMatchObject({ email: 'oma@posti.test', phone: '050 000 4321', street: 'Tie 1' });
    const [told] = await db
      .selectFrom('happening')
      .select('data')
      .where('kind', '=', 'customer-identified')
      .where('matter_id', '=', matter.id)
      .execute();
    expect(told?.data).toEqual({ carried: ['phone', 'address'] });
  });

  test.each([
    { carry: ['phone'], marked: false },
    { carry: ['email'], marked: true },
  ])('a number that was marked as tried by nobody: with $carry carried the mark is $marked', async ({ carry, marked }) => {
    const { matter, customer } = await aClaim({ phone: '050 000 1111' });
    await sql`update customer set phone_unconfirmed = true where id = ${customer.customerId}::uuid`.execute(db);
    const [claim] = (await identity(matter.id)).claims;
    expect((await confirm(matter.id, claim?.id, carry)).status).toBe(204);
    const row = db.selectFrom('customer').select('phone_unconfirmed').where('id', '=', customer.customerId);
    expect((await row.executeTakeFirstOrThrow()).phone_unconfirmed).toBe(marked);
  });

  test('is not shown where there is nothing to choose, nor under a restriction; then nothing goes along either', async () => {
    const same = await aClaim({ email: 'eeva@posti.test', phone: '050 000 4321' });
    expect((await identity(same.matter.id)).claims[0]?.reach).toBeNull();
    const { matter, customer } = await aClaim({ email: 'oma@posti.test' });
    await sql`update customer set restricted = true where id = ${customer.customerId}::uuid`.execute(db);
    const { claims } = await identity(matter.id);
    expect(JSON.stringify(claims)).not.toContain('posti.test');
    expect((await confirm(matter.id, claims[0]?.id, ['email'])).status).toBe(204);
    expect(await reachOf(customer.customerId)).toMatchObject({ email: 'oma@posti.test' });
  });
});

test('the secret opens to the one who was confirmed, and to nobody who only claimed', async () => {
  const matter = await aSecretMatter();
  const [customer, stranger] = [await signInCustomer(app), await signInCustomer(app)];
  for (const one of [customer, stranger]) await both(one, matter.link).call('POST', '/a/claim', {});
  const page = (one: Caller) => one.call('GET', `/my/matters/${matter.id}`);
  for (const one of [customer, stranger]) expect((await page(one)).status).toBe(404);
  const claim = await db.selectFrom('matter_claim').select('id').where('customer_id', '=', customer.customerId).executeTakeFirstOrThrow();
  expect((await aino.call('PATCH', `/api/matters/${matter.id}/claims/${claim.id}`, { decision: 'confirmed' })).status).toBe(204);
  expect((await page(customer)).text).toContain(SECRET);
  const refused = await page(stranger);
  expect([refused.status, refused.text.includes(SECRET)]).toEqual([404, false]);
  expect((await identity(matter.id)).claims).toMatchObject([{ another: true }]);
});

test('who may only see for another claims nothing in their name', async () => {
  const matter = await aSecretMatter();
  const [principal, agent] = [await signInCustomer(app), await signInCustomer(app)];
  const claimAs = async (role: string) => {
    const made = await sql<{ id: string }>`insert into mandate (customer_id, principal_id, kind, roles, until) values (
      ${agent.customerId}::uuid, ${principal.customerId}::uuid, 'person', ${[role]}::text[], now() + interval '1 hour') returning id`.execute(
      db,
    );
    await sql`update customer_session set acting_for_customer_id = ${principal.customerId}::uuid, mandate_id = ${made.rows[0]?.id}::uuid
      where customer_id = ${agent.customerId}::uuid`.execute(db);
    return (await both(agent, matter.link).call('POST', '/a/claim', {})).status;
  };
  expect([await claimAs('POLKU_READ'), (await identity(matter.id)).claims]).toEqual([403, []]);
  expect([await claimAs('POLKU_MANAGE'), (await identity(matter.id)).claims.length]).toEqual([303, 1]);
});

test('refused stays refused, however often it is claimed', async () => {
  const matter = await aSecretMatter();
  const customer = await signInCustomer(app);
  const browser = both(customer, matter.link);
  await browser.call('POST', '/a/claim', {});
  const [claim] = (await identity(matter.id)).claims;
  await aino.call('PATCH', `/api/matters/${matter.id}/claims/${claim?.id}`, { decision: 'refused' });
  await browser.call('POST', '/a/claim', {});
  expect((await identity(matter.id)).claims).toEqual([]);
  expect(await everything(browser)).not.toContain(SECRET);
});

test('a matter whose customer is proved to be another cannot be given away', async () => {
  const matter = await aSecretMatter();
  const owner = await signInCustomer(app);
  await db.updateTable('matter').set({ customer_id: owner.customerId }).where('id', '=', matter.id).execute();
  const stranger = await signInCustomer(app);
  await both(stranger, matter.link).call('POST', '/a/claim', {});
  const [claim] = (await identity(matter.id)).claims;
  expect(claim?.another).toBe(true);
  const decided = await aino.call<{ code: string }>('PATCH', `/api/matters/${matter.id}/claims/${claim?.id}`, { decision: 'confirmed' });
  expect([decided.status, decided.body.code]).toEqual([409, 'customer-has-identity']);
  expect(await customerOf(matter.id)).toBe(owner.customerId);
  expect((await both(owner, matter.link).call('GET', '/a/identified')).headers.location).toBe(`/my/matters/${matter.id}`);
});

test('a confirmed claim gives that matter alone: what else hangs on the unproved row stays', async () => {
  const matter = await aSecretMatter();
  const unproved = await customerOf(matter.id);
  const other = await aMatter(town, town.aino);
  await db.updateTable('matter').set({ customer_id: unproved }).where('id', '=', other.id).execute();
  const customer = await signInCustomer(app);
  await both(customer, matter.link).call('POST', '/a/claim', {});
  const [claim] = (await identity(matter.id)).claims;
  await aino.call('PATCH', `/api/matters/${matter.id}/claims/${claim?.id}`, { decision: 'confirmed' });
  expect(await customerOf(other.id)).toBe(unproved);
});

const seen = { contact: { channel: 'counter', identification: 'document-seen', summary: 'Shows a passport' } };
const put = (id: string, identityCode: string) => aino.call<{ code: string }>('PUT', `/api/matters/${id}/identity`, { identityCode });

test('a seen document gives the customer their code; signing in with it later finds them at once', async () => {
  const matter = await aSecretMatter(seen);
  const code = aTestCode();
  expect((await put(matter.id, code)).status).toBe(204);
  expect((await identity(matter.id)).identity).toMatchObject({ learned: 'document-seen' });
  const customer = await signInCustomer(app, { identityCode: code });
  expect(customer.customerId).toBe(await customerOf(matter.id));
  expect((await put(matter.id, code.toLowerCase())).status).toBe(204);
});

test('a code that another customer has moves the matter to them', async () => {
  const code = aTestCode();
  const known = await signInCustomer(app, { identityCode: code });
  const matter = await aSecretMatter(seen);
  expect((await put(matter.id, code)).status).toBe(204);
  expect(await customerOf(matter.id)).toBe(known.customerId);
});

test.each<[string, Record<string, unknown>, string, number, string]>([
  ['without a seen document', {}, aTestCode(), 409, 'identification-needed'],
  [
    'by a telephone call',
    { contact: { channel: 'phone', identification: 'none', summary: 'Says it' } },
    aTestCode(),
    409,
    'identification-needed',
  ],
  ['with a wrong check character', seen, '010170-901A', 422, 'identity-code-invalid'],
])('no code is joined %s', async (_, parts, code, status, problem) => {
  const matter = await aSecretMatter(parts);
  const answer = await put(matter.id, code);
  expect([answer.status, answer.body.code]).toEqual([status, problem]);
  expect(answer.text).not.toContain(code);
});

test('a customer who has a code does not get another one', async () => {
  const matter = await aSecretMatter(seen);
  await put(matter.id, aTestCode());
  const answer = await put(matter.id, aTestCode());
  expect([answer.status, answer.body.code]).toEqual([409, 'customer-has-identity']);
});

test('those who do not keep the matter neither read, join nor decide', async () => {
  const matter = await aSecretMatter(seen);
  for (const stranger of [await app.signIn(town.nelli), await app.signIn(town.mika)]) {
    expect((await stranger.call('GET', `/api/matters/${matter.id}/identity`)).status).toBe(404);
    expect((await stranger.call('PUT', `/api/matters/${matter.id}/identity`, { identityCode: aTestCode() })).status).toBe(404);
  }
});
