import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anApp, type Caller } from '../../server/testing/app.ts';
import { aTestCode, signInCustomer } from '../../server/testing/customers.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aPlainMatter, aWorld, fine, made } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const { db } = service.polku.desk;
const world = await aWorld(service);
const { aino, mika } = world.callers;

const stranger = { customer: { givenName: 'Vieras', familyName: 'Ihminen', email: 'vieras@resident.test' } };

/** Of somebody nobody has named, whose document has been seen. */
async function aProvenMatter(): Promise<{ id: string; code: string }> {
  const id = await aPlainMatter(aino, { contact: { channel: 'counter', identification: 'document-seen', summary: 'Shows a passport' } });
  const code = aTestCode();
  expect((await aino.call('PUT', `/api/matters/${id}/identity`, { identityCode: code })).status).toBe(204);
  return { id, code };
}

async function aClaimOf(matterId: string, claimant: { customerId: string }): Promise<string> {
  const claim = { matter_id: matterId, customer_id: claimant.customerId };
  return (await db.insertInto('matter_claim').values(claim).returning('id').executeTakeFirstOrThrow()).id;
}

const merge = (into: string, otherId: string) => aino.call<{ code: string }>('POST', `/api/matters/${into}/merges`, { otherId });
const claimsOf = async (id: string) => (await aino.call<{ claims: { id: string }[] }>('GET', `/api/matters/${id}/identity`)).body.claims;
const decide = (caller: Caller, matterId: string, claim: string, decision = 'confirmed') =>
  caller.call<{ code: string }>('PATCH', `/api/matters/${matterId}/claims/${claim}`, { decision });

test.each(['into the stranger’s', 'the other way'])(
  'a customer proved by a document and never named is not merged with a named stranger, %s',
  async (way) => {
    const { id: proven, code } = await aProvenMatter();
    const named = await aPlainMatter(aino, stranger);
    const customer = await signInCustomer(service, { identityCode: code });
    const answer = await (way === 'the other way' ? merge(proven, named) : merge(named, proven));
    expect([answer.status, answer.body.code]).toEqual([409, 'different-customers']);
    expect((await customer.call('GET', `/my/matters/${proven}`)).status).toBe(200);
    expect((await customer.call('GET', `/my/matters/${named}`)).status).toBe(404);
  },
);

test('two who are proved are never one, and what nobody has been named for may still be joined to one who is', async () => {
  const [one, two] = [await aProvenMatter(), await aProvenMatter()];
  expect((await merge(one.id, two.id)).status).toBe(409);
  const unnamed = await aPlainMatter(aino);
  expect((await merge(one.id, unnamed)).status).toBe(204);
});

test('a claim goes along when its matter is joined into another, and decides nothing in the one that was left', async () => {
  const [named, unnamed] = [await aPlainMatter(aino, stranger), await aPlainMatter(aino)];
  const claimant = await signInCustomer(service);
  const claim = await aClaimOf(unnamed, claimant);
  expect((await merge(named, unnamed)).status).toBe(204);
  expect((await claimsOf(named)).map(({ id }) => id)).toEqual([claim]);
  const left = await decide(aino, unnamed, claim);
  expect([left.status, left.body.code]).toEqual([409, 'matter-merged']);
  const { rows } = await sql<{ email: string | null }>`select email from customer where id = ${claimant.customerId}::uuid`.execute(db);
  expect(rows).toEqual([{ email: null }]);
  expect((await decide(aino, named, claim)).status).toBe(204);
  expect((await claimant.call('GET', `/my/matters/${named}`)).status).toBe(200);
});

test('who was refused in a matter stays refused after it is joined into another', async () => {
  const [named, unnamed] = [await aPlainMatter(aino, stranger), await aPlainMatter(aino)];
  const claimant = await signInCustomer(service);
  await decide(aino, unnamed, await aClaimOf(unnamed, claimant), 'refused');
  await merge(named, unnamed);
  const { rows } = await sql`select state from matter_claim where matter_id = ${named}::uuid`.execute(db);
  expect(rows).toEqual([{ state: 'refused' }]);
});

test('of claims confirmed at once one is, and another matter’s or organisation’s is nobody’s to decide', async () => {
  for (let round = 0; round < 5; round++) {
    const matter = await aPlainMatter(aino);
    const claimants = [await signInCustomer(service), await signInCustomer(service)];
    const claims = await Promise.all(claimants.map((one) => aClaimOf(matter, one)));
    const answers = await Promise.all([...claims, ...claims].map((claim) => decide(aino, matter, claim)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 409, 409]);
    const opened = await Promise.all(claimants.map((one) => one.call('GET', `/my/matters/${matter}`)));
    expect(opened.map(({ status }) => status).sort()).toEqual([200, 404]);
  }
  expect((await decide(aino, world.other, world.claim)).status).toBe(404);
  expect([403, 404]).toContain((await decide(mika, world.matter, world.claim)).status);
});

test('a document that was seen where messages were collected joins no identity code', async () => {
  const matter = await aPlainMatter(aino);
  const { number, pin } = await made<{ number: string; pin: string }>(aino, `/api/matters/${matter}/slip`, { namesAgreed: false });
  const { id } = await made(aino, '/api/collectings', { number, pin });
  await fine(aino, 'PUT', `/api/collectings/${id}/identification`, { level: 'document-seen', name: 'not-given' });
  const answer = await aino.call<{ code: string }>('PUT', `/api/matters/${matter}/identity`, { identityCode: aTestCode() });
  expect([answer.status, answer.body.code]).toEqual([409, 'identification-needed']);
});

test('looking at who says a matter is theirs leaves its entry', async () => {
  await claimsOf(world.matter);
  const { rows } = await sql`select 1 from audit_entry where action = 'identity.read' and matter_id = ${world.matter}::uuid`.execute(db);
  expect(rows.length).toBeGreaterThan(0);
});
