import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createSecretLink } from '../../../modules/identity/service.ts';
import { systemClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aTestCode, type SignedInCustomer, signInCustomer } from '../../../testing/customers.ts';
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
/** Says that the matter of the link is that of `about`: one's own, or of whom one acts for. */
const sayItIs = (one: SignedInCustomer, link: string, about = one.customerId) => both(one, link).call('POST', '/a/claim', { about });
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
  const claimed = await sayItIs(stranger, matter.link);
  expect([claimed.status, claimed.headers.location]).toEqual([303, '/a/identified']);
  await sayItIs(stranger, matter.link);
  expect(await everything(browser)).not.toContain(SECRET);
  expect((await identity(matter.id)).claims.length).toBe(1);
  expect(await customerOf(matter.id)).not.toBe(stranger.customerId);
});

test('a keeper confirms: the matter is theirs with what was arranged, and how to reach them is as they have it themselves', async () => {
  const matter = await aSecretMatter();
  const customer = await signInCustomer(app, { givenName: 'Eeva Maria', familyName: 'Mallikas' });
  await sayItIs(customer, matter.link);
  const { claims } = await identity(matter.id);
  expect(claims).toMatchObject([{ name: 'Eeva Maria Mallikas', by: null, another: false }]);
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
    await sayItIs(customer, matter.link);
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
  for (const one of [customer, stranger]) await sayItIs(one, matter.link);
  const page = (one: Caller) => one.call('GET', `/my/matters/${matter.id}`);
  for (const one of [customer, stranger]) expect((await page(one)).status).toBe(404);
  const claim = await db.selectFrom('matter_claim').select('id').where('customer_id', '=', customer.customerId).executeTakeFirstOrThrow();
  expect((await aino.call('PATCH', `/api/matters/${matter.id}/claims/${claim.id}`, { decision: 'confirmed' })).status).toBe(204);
  expect((await page(customer)).text).toContain(SECRET);
  const refused = await page(stranger);
  expect([refused.status, refused.text.includes(SECRET)]).toEqual([404, false]);
  expect((await identity(matter.id)).claims).toMatchObject([{ another: true }]);
});

describe('whoever acts for another', () => {
  async function anAgent() {
    const matter = await aSecretMatter();
    const principal = await signInCustomer(app, { givenName: 'Aune', familyName: 'Mallikas' });
    const agent = await signInCustomer(app, { givenName: 'Raija', familyName: 'Edustaja' });
    const actAs = async (role: string) => {
      const made = await sql<{ id: string }>`insert into mandate (customer_id, principal_id, kind, roles, until) values (
        ${agent.customerId}::uuid, ${principal.customerId}::uuid, 'person', ${[role]}::text[], now() + interval '1 hour') returning id`.execute(
        db,
      );
      await sql`update customer_session set acting_for_customer_id = ${principal.customerId}::uuid, mandate_id = ${made.rows[0]?.id}::uuid
        where customer_id = ${agent.customerId}::uuid`.execute(db);
    };
    const page = async (language: string) => (await both(agent, matter.link).call('GET', `/a/identified?lang=${language}`)).text;
    return { matter, principal, agent, actAs, page };
  }
  const OFFERS = 'action="/a/claim"';

  test('by a mandate to see alone claims nothing, is offered nothing to press, and reads what may be done instead', async () => {
    const { matter, principal, agent, actAs, page } = await anAgent();
    await actAs('POLKU_READ');
    for (const [language, words] of Object.entries(NARROW)) {
      const text = await page(language);
      expect([text.includes(OFFERS), text.includes(words), text.includes('/my/acting-for/ending')], language).toEqual([false, true, true]);
    }
    expect((await sayItIs(agent, matter.link, principal.customerId)).status).toBe(403);
    expect((await identity(matter.id)).claims).toEqual([]);
  });
  const NARROW = {
    fi: 'Tällä valtuudella et voi liittää asiaa',
    'fi-x-plain': 'Sinulla on lupa vain katsoa asioita.',
    sv: 'kan du inte koppla ärendet',
    en: 'With this mandate you cannot link the matter',
  };

  test('by a mandate to write is asked about the one they act for, and claims in that name alone', async () => {
    const { matter, principal, agent, actAs, page } = await anAgent();
    await actAs('POLKU_MANAGE');
    expect(await page('en')).toContain('The matter belongs to this customer');
    expect(await page('en')).toContain(OFFERS);
    // The page was opened before they began to act for another in a second tab.
    expect((await sayItIs(agent, matter.link)).status).toBe(409);
    expect((await identity(matter.id)).claims).toEqual([]);
    expect((await sayItIs(agent, matter.link, principal.customerId)).status).toBe(303);
    const made = await db.selectFrom('matter_claim').select('customer_id').where('matter_id', '=', matter.id).execute();
    expect(made).toEqual([{ customer_id: principal.customerId }]);
    // The keeper reads who it was that identified themselves, and whose it is said to be.
    expect((await identity(matter.id)).claims).toMatchObject([{ name: 'Aune Mallikas', by: 'Raija Edustaja' }]);
    const told = await db
      .selectFrom('happening')
      .select('data')
      .where('matter_id', '=', matter.id)
      .where('kind', '=', 'customer-claimed')
      .execute();
    expect(told).toEqual([{ data: { byRepresentative: true } }]);
  });
});

test('refused stays refused, however often it is claimed', async () => {
  const matter = await aSecretMatter();
  const customer = await signInCustomer(app);
  const browser = both(customer, matter.link);
  await sayItIs(customer, matter.link);
  const [claim] = (await identity(matter.id)).claims;
  await aino.call('PATCH', `/api/matters/${matter.id}/claims/${claim?.id}`, { decision: 'refused' });
  await sayItIs(customer, matter.link);
  expect((await identity(matter.id)).claims).toEqual([]);
  expect(await everything(browser)).not.toContain(SECRET);
});

test('a matter whose customer is proved to be another cannot be given away', async () => {
  const matter = await aSecretMatter();
  const owner = await signInCustomer(app);
  await db.updateTable('matter').set({ customer_id: owner.customerId }).where('id', '=', matter.id).execute();
  const stranger = await signInCustomer(app);
  await sayItIs(stranger, matter.link);
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
  await sayItIs(customer, matter.link);
  const [claim] = (await identity(matter.id)).claims;
  await aino.call('PATCH', `/api/matters/${matter.id}/claims/${claim?.id}`, { decision: 'confirmed' });
  expect(await customerOf(other.id)).toBe(unproved);
});

const seen = { contact: { channel: 'counter', identification: 'document-seen', summary: 'Shows a passport' } };
const put = (id: string, identityCode: string, fill?: string[]) =>
  aino.call<{ code: string }>('PUT', `/api/matters/${id}/identity`, { identityCode, ...(fill ? { fill } : {}) });

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

describe('what the customer of the code has no word of', () => {
  const told = {
    ...seen,
    customer: { givenName: 'Eeva', email: 'eeva@posti.test', phone: '050 000 4321', street: 'Tie 1', city: 'Mallila' },
  };
  async function joined(own: Record<string, string | boolean>, fill?: string[]) {
    const code = aTestCode();
    const { customerId } = await signInCustomer(app, { identityCode: code, givenName: 'Eeva Maria' });
    if (Object.keys(own).length > 0) await db.updateTable('customer').set(own).where('id', '=', customerId).execute();
    const matter = await aSecretMatter(told);
    await sql`update customer set phone_unconfirmed = true where id = (select customer_id from matter where id = ${matter.id}::uuid)`.execute(
      db,
    );
    expect((await put(matter.id, code, fill)).status).toBe(204);
    expect(await customerOf(matter.id)).toBe(customerId);
    const row = db.selectFrom('customer').select(['email', 'phone', 'phone_unconfirmed', 'street', 'city']).where('id', '=', customerId);
    return row.executeTakeFirstOrThrow();
  }
  const nothing = { email: null, phone: null, phone_unconfirmed: false, street: null, city: null };

  test('stays so unless the keeper says what fills it', async () => {
    expect(await joined({})).toEqual(nothing);
    expect(await joined({}, [])).toEqual(nothing);
  });

  test('is filled by what the keeper chose, with the mark of a number nobody has tried', async () => {
    expect(await joined({}, ['phone'])).toEqual({ ...nothing, phone: '050 000 4321', phone_unconfirmed: true });
    expect(await joined({}, ['email', 'address'])).toEqual({ ...nothing, email: 'eeva@posti.test', street: 'Tie 1', city: 'Mallila' });
  });

  test('and what they have is never written over, nor an address made of two', async () => {
    const own = { email: 'oma@posti.test', phone: '050 000 1111', city: 'Toisaalla' };
    expect(await joined(own, ['email', 'phone', 'address'])).toEqual({ ...nothing, ...own });
    expect(await joined({ restricted: true }, ['email', 'phone', 'address'])).toEqual(nothing);
  });
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
