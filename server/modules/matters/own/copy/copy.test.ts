import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { hasText } from '../../../../platform/i18n/translator.ts';
import { anApp } from '../../../../testing/app.ts';
import { signInCustomer } from '../../../../testing/customers.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMatter, aTown } from '../../../../testing/town.ts';
import { createSecretLink } from '../../../identity/service.ts';
import { MessageInput } from '../../messages/schema.ts';
import { writeMessage } from '../../messages/service.ts';
import { sayMatterNumber } from '../../number.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;

const town = await aTown(db, systemClock);
app.polku.desk.directory.forget();
const arrangements = [{ kind: 'interpreter', detail: 'viro' }];

async function withMatter(parts: Record<string, unknown> = {}) {
  const customer = await signInCustomer(app);
  const { id } = await aMatter(town, town.aino, { arrangements, ...parts });
  await sql`update arrangement set customer_id = ${customer.customerId}::uuid where customer_id = (select customer_id from matter where id = ${id}::uuid)`.execute(
    db,
  );
  await sql`update matter set customer_id = ${customer.customerId}::uuid where id = ${id}::uuid`.execute(db);
  return { customer, id };
}

type Copy = {
  customer: object;
  matters: Record<string, Record<string, unknown>[]>[];
  looks: object[];
  arrangements: object[];
  sessions: object[];
};

test('the file holds what is kept: matters, secret messages, notes, looks; times are ISO; nobody of the staff is named', async () => {
  const { customer, id } = await withMatter({ title: 'Muutto' });
  const write = (parts: Record<string, unknown>) =>
    inTransaction(db, (trx) =>
      writeMessage(app.polku.desk, trx, town.aino, id, MessageInput.parse({ kind: 'message', language: 'fi', ...parts })),
    );
  await inTransaction(db, (trx) => createSecretLink(trx, id));
  await write({ channel: 'link', sensitivity: 'secret', body: 'Salainen sisältö' });
  await write({ kind: 'note', channel: 'internal', body: 'Muistiinpano asiakkaasta' });
  await (await app.signIn(town.tiina)).call('GET', `/api/matters/${id}`);
  // The notice of the message is written by a reaction.
  await expect.poll(async () => (await sql`select from notice where matter_id = ${id}::uuid`.execute(db)).rows.length).toBe(1);
  const answer = await customer.call<Copy>('GET', '/my/copy/data');
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="polku-\d{4}-\d\d-\d\d\.json"$/);
  const copy = answer.body;
  expect(copy.matters[0]?.messages?.map(({ body }) => body)).toEqual(['Salainen sisältö', 'Muistiinpano asiakkaasta']);
  expect(copy.arrangements).toEqual([expect.objectContaining({ kind: 'interpreter', detail: 'viro' })]);
  expect(copy.looks).toContainEqual(expect.objectContaining({ who: 'staff', action: 'matter.read', purpose: 'advice' }));
  expect(answer.text).not.toMatch(/Aino|Tiina/);
  expect(answer.text).not.toContain(town.aino.actor.personId);
  const times = [...answer.text.matchAll(/"\w+At": "([^"]*)"/g)].map(([, time]) => time as string);
  expect(times.length).toBeGreaterThan(5);
  expect(times.filter((time) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time))).toEqual([]);

  const readable = await customer.call('GET', '/my/copy/readable');
  expect(readable.text).toContain('Salainen sisältö');
  expect(readable.text).not.toMatch(/Aino|Tiina|<script|<link/);
  expect(readable.text).toContain('Asia: katsottu');
  expect(readable.text).toContain('palvelupiste');
  expect(readable.text).not.toMatch(/matter\.read|own-matter|>counter<|>interpreter</);
  // As everywhere else, in pairs; the file for machines has the digits alone.
  const number = String(copy.matters[0]?.number);
  expect(number).toMatch(/^\d+$/);
  expect(readable.text).toContain(`<dd>${sayMatterNumber(number).replaceAll(' ', '\u00a0')}</dd>`);
  expect(readable.text).not.toContain(number);
});

test('the point is told by its name, wherever something was asked, taken in or written down; to the person alone', async () => {
  const contact = { channel: 'counter', identification: 'document-seen', summary: 'Käynti' };
  const { customer, id } = await withMatter({ contact });
  await sql`update contact set point_id = ${town.point}::uuid where matter_id = ${id}::uuid`.execute(db);
  await sql`update arrangement set asked_at = 'counter', asked_point_id = ${town.point}::uuid where customer_id = ${customer.customerId}::uuid`.execute(
    db,
  );
  await sql`update need set received_at = now(), received_point_id = ${town.point}::uuid where matter_id = ${id}::uuid`.execute(db);
  const aino = await app.signIn(town.aino);
  const paper = { kind: 'copy', title: 'Todistus', pages: 1, needId: null, organisationId: null, pointId: town.point };
  const arrived = await aino.call('POST', `/api/matters/${id}/documents`, paper, { 'idempotency-key': randomUUID() });
  expect(arrived.status, arrived.text).toBe(201);
  const { rows } = await sql<{ name: string }>`select name ->> 'fi' as name from service_point where id = ${town.point}::uuid`.execute(db);
  const point = rows[0]?.name as string;
  const { body } = await customer.call<Copy>('GET', '/my/copy/data');
  const [matter] = body.matters;
  expect(body.arrangements).toEqual([expect.objectContaining({ askedWhere: 'counter', askedPoint: point })]);
  expect(matter?.contacts).toEqual([expect.objectContaining({ summary: 'Käynti', point })]);
  expect(matter?.needs?.map(({ receivedPoint }) => receivedPoint)).toContain(point);
  expect(matter?.papers).toEqual([
    expect.objectContaining({ arrivedPoint: point, point, custody: [expect.objectContaining({ kind: 'received', point })] }),
  ]);
  const readable = (await customer.call('GET', '/my/copy/readable')).text;
  expect(readable).toContain(`<dt>Missä pisteessä kysytty</dt><dd>${point}</dd>`);

  const agent = await signInCustomer(app);
  const mandate = await sql<{ id: string }>`insert into mandate (customer_id, principal_id, kind, roles, until) values (
    ${agent.customerId}::uuid, ${customer.customerId}::uuid, 'person', '{POLKU_DATA_RIGHTS}', now() + interval '1 hour') returning id`.execute(
    db,
  );
  await sql`update customer_session set acting_for_customer_id = ${customer.customerId}::uuid, mandate_id = ${mandate.rows[0]?.id}::uuid
    where customer_id = ${agent.customerId}::uuid`.execute(db);
  const told = await agent.call('GET', '/my/copy/data');
  expect(told.text).toContain('"askedWhere": "counter"');
  expect(told.text).not.toMatch(/"(?:asked|received|arrived)?[Pp]oint":/);
});

test('a visit about the matter is in the file: when, where, under which number and with what needs', async () => {
  const { customer, id } = await withMatter();
  await sql`insert into visit (point_id, day, code, came_by, arrived_at, language, needs, matter_id, ended_at, ended_how)
    values (${town.point}::uuid, '2026-11-20', 'A012', 'kiosk', '2026-11-20T08:00:00Z', 'fi', '{wheelchair}', ${id}::uuid, '2026-11-20T08:30:00Z', 'served')`.execute(
    db,
  );
  const { matters } = (await customer.call<Copy>('GET', '/my/copy/data')).body;
  expect(matters[0]?.visits).toEqual([
    expect.objectContaining({
      code: 'A012',
      needs: ['wheelchair'],
      arrivedAt: '2026-11-20T08:00:00.000Z',
      endedAt: '2026-11-20T08:30:00.000Z',
    }),
  ]);
});

test('every key of the file has a name in every language', async () => {
  const { customer } = await withMatter();
  const { body } = await customer.call<Record<string, unknown>>('GET', '/my/copy/data');
  const keys = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        keys.add(key);
        walk(inner);
      }
  };
  walk(body);
  expect(keys.size).toBeGreaterThan(60);
  for (const locale of ['fi', 'sv', 'en'] as const)
    expect([...keys].filter((key) => !hasText(locale, 'own', `copy.keys.${key}`))).toEqual([]);
});

test('what is another’s is in nobody else’s file', async () => {
  const { customer } = await withMatter({ title: 'Ensimmäisen oma' });
  const other = await withMatter({ title: 'Toisen oma', contact: { channel: 'phone', summary: 'Toisen yhteydenotto' } });
  const claimant = await signInCustomer(app, { givenName: 'Vieras', familyName: 'Väittäjä' });
  await sql`insert into matter_claim (matter_id, customer_id) select id, ${claimant.customerId}::uuid from matter where customer_id = ${customer.customerId}::uuid`.execute(
    db,
  );
  const { text } = await customer.call('GET', '/my/copy/data');
  expect(text).toContain('Ensimmäisen oma');
  for (const foreign of ['Toisen', 'Vieras', 'Väittäjä', other.id, claimant.customerId]) expect(text).not.toContain(foreign);
});

test('a customer with a thousand events has the file in under two seconds', async () => {
  const { customer, id } = await withMatter();
  await sql`insert into message (matter_id, owner_org, kind, direction, channel, body, state, created_at)
    select ${id}::uuid, owner_org, 'message', 'in', 'email', 'Viesti ' || n || repeat(' ja sen jatko', 30), 'received', now() - n * interval '1 hour'
    from matter, generate_series(1, 400) n where id = ${id}::uuid`.execute(db);
  await sql`insert into contact (matter_id, owner_org, channel, direction, started_at, summary) select ${id}::uuid, owner_org, 'phone', 'in',
    now() - n * interval '1 hour', 'Puhelu ' || n from matter, generate_series(1, 200) n where id = ${id}::uuid`.execute(db);
  await sql`insert into happening (matter_id, owner_org, kind, data) select ${id}::uuid, owner_org, 'handed-over', '{}' from matter, generate_series(1, 400)
    where id = ${id}::uuid`.execute(db);
  await sql`insert into audit_entry (actor_kind, action, purpose, matter_id, customer_id, owner_org, organisation_ids) select 'staff', 'matter.read', 'advice',
    ${id}::uuid, customer_id, owner_org, array[owner_org] from matter, generate_series(1, 3000) where id = ${id}::uuid`.execute(db);
  for (const file of ['data', 'readable']) {
    const start = performance.now();
    const { status, text } = await customer.call('GET', `/my/copy/${file}`);
    const ms = Math.round(performance.now() - start);
    console.info(`a copy of 1,000 events and 3,000 looks (${file}): ${ms} ms, ${Math.round(text.length / 1000)} kB`);
    expect(status).toBe(200);
    expect(text).toContain('Viesti 400 ja sen jatko');
    expect(ms).toBeLessThan(2000);
  }
});
