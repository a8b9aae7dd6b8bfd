import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { formBrowser } from '../../../testing/form-browser.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import { createPassingLink, createSecretLink } from '../../identity/service.ts';

const NOW = '2027-03-01T05:00:00Z';
const clock = fixedClock(NOW);
const app = await anApp(await testDatabase(), { clock });
const { db } = app.polku.desk;
const town = await aTown(db, clock);
app.polku.desk.directory.forget();
const aino = await app.signIn(town.aino);
const queueId = await aQueue(db, town);
let service: string;

beforeEach(async () => {
  clock.set(NOW);
  await sql`update bookable set active = false`.execute(db);
  service = await aBookable(db, town, { minutes: 60, queueId });
  await aResource(db, town, { skills: [service] });
});

/** A matter whose next step is the customer's, with the city or with another. */
async function aStep(organisationId: string = town.organisations.city) {
  const { id: matterId } = await aMatter(town, town.aino);
  const step = { title: 'Käynti palvelupisteessä', who: 'customer', organisationId };
  const { body, status, text } = await aino.call<{ id: string }>('POST', `/api/matters/${matterId}/steps`, step, {
    'idempotency-key': randomUUID(),
  });
  expect(status, text).toBe(201);
  return { matterId, stepId: body.id };
}

async function byLink(matterId: string) {
  const phone = formBrowser(app.app);
  const token = await inTransaction(db, (trx) => createSecretLink(trx, matterId, 90, clock.now()));
  await phone.get(`/a/${token}`);
  return phone;
}

const wayOf = (text: string) => /href="(\/(?:a|my)\/steps\/[^"]+)"/.exec(text)?.[1];
type Phone = ReturnType<typeof formBrowser>;

/** From the matter's page to the agreed time. @returns when */
async function books(phone: Phone, page: string, chosen = service): Promise<string> {
  const { to } = await phone.get(wayOf((await phone.get(page)).text) as string);
  expect(to).toBe(`/book/place?service=${service}`);
  await phone.get(`/book/place?service=${chosen}`);
  const choice: [string, string][] = [
    ['service', chosen],
    ['place', town.point],
    ['language', 'fi'],
  ];
  await phone.post('/book/times', choice);
  const at = phone.times()[0] as string;
  expect((await phone.post('/b/holds', [...choice, ['at', at]])).to).toBe('/b');
  await phone.get('/b');
  const who: [string, string][] = [
    ['name', 'Elli Esimerkki'],
    ['email', `${randomUUID()}@posti.example`],
    ['phone', ''],
  ];
  expect((await phone.post('/b/confirmation', who)).to).toBe('/b?done=booked');
  return at.split(' ')[0] as string;
}

const stepOf = async (stepId: string) => {
  const { rows } = await sql<{
    at: Temporal.Instant | null;
    channel: string | null;
    matterId: string | null;
  }>`select s.at, s.channel, a.matter_id as "matterId"
    from step s left join appointment a on a.step_id = s.id and a.state = 'confirmed' where s.id = ${stepId}::uuid`.execute(db);
  return { at: rows[0]?.at?.toString() ?? null, channel: rows[0]?.channel, matterId: rows[0]?.matterId ?? null };
};

/** What the trail says of the last change of the step. */
async function doerOf(stepId: string) {
  const { rows } =
    await sql`select actor_kind as kind, purpose, request_id is not null as asked, person_id as person, actor_customer_id as customer,
      on_behalf_of as "for" from audit_entry where action = 'step.changed' and ${stepId}::uuid = any(subjects) order by id desc limit 1`.execute(
      db,
    );
  return rows[0];
}
const byCustomer = { purpose: 'own-matter', asked: true, person: null };

test('behind the link the next step leads to the free times, and the booked time stands on the step', async () => {
  const { matterId, stepId } = await aStep();
  const phone = await byLink(matterId);
  expect((await phone.get('/a')).text).toContain('Varaa aika seuraavaan vaiheeseen');
  const at = await books(phone, '/a');
  expect(await stepOf(stepId)).toEqual({ at, channel: 'counter', matterId });
  expect(await doerOf(stepId)).toEqual({ ...byCustomer, kind: 'link', customer: null, for: null });
  const after = (await phone.get('/a')).text;
  expect(wayOf(after)).toBeUndefined();
  expect(after).toContain('Varattu aikasi');
  // Cancelled by them, the step waits for a time again.
  await phone.get('/b/cancellation');
  await phone.post('/b/cancellation', []);
  expect(await doerOf(stepId)).toEqual({ ...byCustomer, kind: 'link', customer: null, for: null });
  expect(await stepOf(stepId)).toMatchObject({ at: null, matterId: null });
  expect(wayOf((await phone.get('/a')).text)).toBeDefined();
});

test('of a customer under turvakielto no step leads there: what they would write to be reached by stays away from their matter', async () => {
  const { matterId, stepId } = await aStep();
  const phone = await byLink(matterId);
  const way = wayOf((await phone.get('/a')).text) as string;
  const { customerId } = await signInCustomer(app, { givenName: 'Tove', familyName: 'Turvattu' });
  await sql`update matter set customer_id = ${customerId}::uuid where id = ${matterId}::uuid`.execute(db);
  await sql`update customer set restricted = true where id = ${customerId}::uuid`.execute(db);
  expect(wayOf((await phone.get('/a')).text)).toBeUndefined();
  expect((await phone.get(way)).status).toBe(404);
  expect((await stepOf(stepId)).at).toBeNull();
});

test('from My matters, by the customer alone', async () => {
  const { matterId, stepId } = await aStep();
  const signedIn = async (givenName: string, familyName: string) => {
    const customer = await signInCustomer(app, { givenName, familyName });
    const [name = '', value = ''] = customer.cookie.split(/=(.*)/s);
    return { ...customer, phone: formBrowser(app.app, new Map([[name, value]])) };
  };
  const { phone, customerId } = await signedIn('Elli', 'Esimerkki');
  await sql`update matter set customer_id = ${customerId}::uuid where id = ${matterId}::uuid`.execute(db);
  const way = wayOf((await phone.get(`/my/matters/${matterId}`)).text) as string;
  expect((await (await signedIn('Otto', 'Oksanen')).phone.get(way)).status).toBe(404);
  expect((await formBrowser(app.app).get(way)).status).not.toBe(303);
  expect((await stepOf(stepId)).at).toBeNull();
  const at = await books(phone, `/my/matters/${matterId}`);
  expect(await stepOf(stepId)).toEqual({ at, channel: 'counter', matterId });
  expect(await doerOf(stepId)).toEqual({ ...byCustomer, kind: 'customer', customer: customerId, for: null });
});

async function actFor(principalId: string, agentId: string): Promise<void> {
  await sql`with made as (insert into mandate (customer_id, principal_id, kind, roles, until)
      values (${agentId}::uuid, ${principalId}::uuid, 'person', '{POLKU_MANAGE}', '2030-01-01') returning id)
    update customer_session set acting_for_customer_id = ${principalId}::uuid, mandate_id = made.id from made
    where customer_session.customer_id = ${agentId}::uuid`.execute(db);
}

test('by whoever acts for the customer: the trail says who did it, and for whom', async () => {
  const { matterId, stepId } = await aStep();
  const [principal, agent] = [await signInCustomer(app), await signInCustomer(app)];
  await sql`update matter set customer_id = ${principal.customerId}::uuid where id = ${matterId}::uuid`.execute(db);
  await actFor(principal.customerId, agent.customerId);
  const [name = '', value = ''] = agent.cookie.split(/=(.*)/s);
  await books(formBrowser(app.app, new Map([[name, value]])), `/my/matters/${matterId}`);
  expect(await doerOf(stepId)).toEqual({ ...byCustomer, kind: 'customer', customer: agent.customerId, for: principal.customerId });
});

test('another service booked meanwhile, or an hour later, is for nothing but oneself', async () => {
  const { matterId, stepId } = await aStep();
  const other = await aBookable(db, town, { minutes: 60, queueId, who: 'public' });
  await aResource(db, town, { skills: [other] });
  const phone = await byLink(matterId);
  const wayTo = /href="(\/a\/steps\/[^"]+)"/g;
  const ways = [...(await phone.get('/a')).text.matchAll(wayTo)].map(([, to]) => to as string);
  expect(ways.map((way) => way.split('/').at(-1)).sort()).toEqual([service, other].sort());
  await phone.get(ways.find((way) => way.endsWith(service)) as string);
  const choice: [string, string][] = [
    ['service', other],
    ['place', town.point],
    ['language', 'fi'],
  ];
  await phone.get(`/book/place?service=${other}`);
  await phone.post('/book/times', choice);
  await phone.post('/b/holds', [...choice, ['at', phone.times()[0] as string]]);
  await phone.get('/b');
  await phone.post('/b/confirmation', [
    ['name', 'Elli Esimerkki'],
    ['email', 'muu@posti.example'],
    ['phone', ''],
  ]);
  expect(await stepOf(stepId)).toMatchObject({ at: null, matterId: null });
});

test('an authority is not named behind a link unless the customer agreed; with a slip, or another’s link, nothing leads there', async () => {
  await sql`update bookable set organisation_id = ${town.organisations.kela}::uuid where id = ${service}::uuid`.execute(db);
  const { matterId, stepId } = await aStep(town.organisations.kela);
  const phone = await byLink(matterId);
  expect(wayOf((await phone.get('/a')).text)).toBeUndefined();
  expect((await phone.get(`/a/steps/${stepId}/booking/${service}`)).status).toBe(404);
  await sql`update matter set names_agreed = true where id = ${matterId}::uuid`.execute(db);
  const way = wayOf((await phone.get('/a')).text) as string;
  expect(way).toBe(`/a/steps/${stepId}/booking/${service}`);
  expect((await (await byLink((await aStep()).matterId)).get(way)).status).toBe(404);
  const slip = formBrowser(app.app);
  const now = clock.now();
  const token = await inTransaction(db, (trx) =>
    createPassingLink(trx, { matterId, originId: randomUUID(), now, expiresAt: now.add({ hours: 1 }) }),
  );
  await slip.get(`/a/${token}`);
  expect(wayOf((await slip.get('/a')).text)).toBeUndefined();
  expect((await slip.get(way)).status).toBe(404);
});
