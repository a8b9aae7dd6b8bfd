import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { aFile, anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aPerson, aTown, needsOf, type Town } from '../../../testing/town.ts';
import type { MatterList, MatterPage } from '../schema.ts';
import type { DataRequest } from './schema.ts';

const database = await testDatabase();
const app = await anApp(database);
const db = database.db.kysely;

const once = () => ({ 'idempotency-key': randomUUID() });
const restrictedProblem = { status: 409, body: { code: 'processing-restricted' } };

/** A matter of a known customer, and a request to restrict: of it alone, or of all that the city keeps. */
async function asked(kind: 'matter' | 'all' = 'matter') {
  const town = await aTown(db, systemClock);
  app.polku.desk.directory.forget();
  const { id } = await aMatter(town, town.aino, { customer: { givenName: 'Sanna', familyName: 'Öhman', email: 'sanna@posti.test' } });
  const { customer_id: customerId } = await db.selectFrom('matter').select('customer_id').where('id', '=', id).executeTakeFirstOrThrow();
  const { rows } = await sql<{
    id: string;
  }>`insert into data_request (customer_id, by_customer_id, kind, matter_id, owner_org, words, asked_at, due_on)
    values (${customerId}::uuid, ${customerId}::uuid, 'restrict', ${kind === 'matter' ? id : null}::uuid, ${town.organisations.city}::uuid, 'Tieto on väärä',
      now(), current_date + 30) returning id`.execute(db);
  const officer = await app.signIn(
    await aPerson(db, {
      name: 'Tietosuojavastaava',
      role: 'data-protection-officer',
      organisationId: town.organisations.city,
      units: [],
    }),
  );
  const [needId] = (await needsOf(db, id)) as [string];
  return { town, id, needId, customerId, request: (rows[0] as { id: string }).id, officer, aino: await app.signIn(town.aino) };
}

type Asked = Awaited<ReturnType<typeof asked>>;

const accept = ({ officer, request }: Asked, outcome = 'done') =>
  officer.call('PUT', `/api/data-requests/${request}/answer`, { outcome, reason: 'Rajoitamme käyttöä.' });

const share = (aino: Caller, { town, id, needId }: Asked, basis: 'law' | 'consent') =>
  aino.call('POST', `/api/matters/${id}/shares`, {
    needId,
    organisationId: basis === 'law' ? town.organisations.dvv : town.organisations.kela,
    basis,
    ground: 'Saa kertoa asiastani',
    ...(basis === 'consent' ? { givenHow: 'screen', language: 'fi' } : {}),
  });

/** What changes or passes on, by somebody who keeps the matter. */
const forbidden = async ({ aino, town, id, needId, customerId }: Asked): Promise<{ name: string; status: number; body: unknown }[]> => {
  const page = (await aino.call<MatterPage>('GET', `/api/matters/${id}`)).body;
  const wrapUp = `/api/contacts/${page.contacts[0]?.id}/wrap-up`;
  const tries: [string, string, string, unknown][] = [
    ['title', 'PATCH', `/api/matters/${id}`, { title: 'Uusi otsikko', version: page.version }],
    ['new need', 'POST', `/api/matters/${id}/needs`, { ownWords: 'Toinen tarve' }],
    ['need', 'PATCH', `/api/matters/${id}/needs/${needId}`, { ownWords: 'Muutettu' }],
    ['outcome', 'PUT', `/api/matters/${id}/needs/${needId}/outcome`, { outcome: 'handled' }],
    ['step', 'POST', `/api/matters/${id}/steps`, { title: 'Uusi askel' }],
    ['mapping', 'POST', `/api/matters/${id}/mappings`, undefined],
    ['customer', 'PATCH', `/api/customers/${customerId}`, { phone: '050 000 9999', version: page.customer.version }],
    ['arrangement', 'POST', `/api/customers/${customerId}/arrangements`, { kind: 'quiet' }],
    ['hand-over', 'POST', `/api/matters/${id}/hand-overs`, { unitId: town.units.neighbourFront }],
    ['closing', 'POST', `/api/matters/${id}/closing`, undefined],
    ['closing with a wrap-up', 'PUT', wrapUp, { closeMatter: true }],
    ['naming with a wrap-up', 'PUT', wrapUp, { services: [{ needId, cardId: randomUUID() }] }],
    ['outcome with a wrap-up', 'PUT', wrapUp, { outcomes: [{ needId, outcome: 'handled' }] }],
  ];
  const answers = [];
  for (const [name, method, url, body] of tries) {
    const { status, body: answer } = await aino.call<{ code?: string }>(method, url, body, once());
    answers.push({ name, status, body: answer });
  }
  return answers;
};

test('before it is accepted nothing is in the way; after, data are stored and the customer answered, and nothing else', async () => {
  const it = await asked('all');
  const { aino, id } = it;
  expect((await aino.call('POST', `/api/matters/${id}/steps`, { title: 'Tuo paperit' }, once())).status).toBe(201);
  expect((await accept(it)).status).toBe(204);
  for (const { name, status, body } of await forbidden(it))
    expect([name, status, (body as { code: string }).code]).toEqual([name, 409, 'processing-restricted']);
  expect(await share(aino, it, 'law')).toMatchObject(restrictedProblem);
  expect((await share(aino, it, 'consent')).status).toBe(201);
  const note = { kind: 'note', channel: 'internal', language: 'fi', body: 'Asiakas soitti.' };
  expect((await aino.call('POST', `/api/matters/${id}/messages`, note, once())).status).toBe(201);
  expect((await aino.call('POST', `/api/matters/${id}/contacts`, { channel: 'phone' }, once())).status).toBe(201);
  const [contact] = (await aino.call<MatterPage>('GET', `/api/matters/${id}`)).body.contacts;
  expect((await aino.call('PUT', `/api/contacts/${contact?.id}/wrap-up`, { couldSelfServe: false })).status).toBe(204);
  const answer = { kind: 'message', channel: 'email', language: 'fi', body: 'Saimme pyyntösi.' };
  expect((await aino.call('POST', `/api/matters/${id}/messages`, answer, once())).status).toBe(201);
});

test('the scan of a paper is stored with the rest: nobody takes it off', async () => {
  const it = await asked();
  const { aino, id, needId, town } = it;
  const paper = { kind: 'copy', title: 'Todistus', pages: 1, needId, organisationId: null, pointId: town.point };
  const document = (await aino.call<{ id: string }>('POST', `/api/matters/${id}/documents`, paper, once())).body.id;
  const scan = aFile('scan.pdf', '%PDF-1.4\n%%EOF\n');
  const file = (await aino.call<{ id: string }>('POST', `/api/documents/${document}/files`, scan.body, scan.headers)).body.id;
  await accept(it);
  expect(await aino.call('DELETE', `/api/documents/${document}/files/${file}`)).toMatchObject(restrictedProblem);
  expect((await aino.call('GET', `/api/documents/${document}/files/${file}`)).status).toBe(200);
});

test('every desk view says so, for the keeper and for those it is shared with', async () => {
  const it = await asked();
  const { aino, id, town } = it;
  const page = async (by: Caller) => (await by.call<MatterPage>('GET', `/api/matters/${id}`)).body.restriction;
  const listed = async () =>
    (await aino.call<MatterList>('GET', '/api/matters?view=mine')).body.rows.find((row) => row.id === id)?.isRestricted;
  expect([await page(aino), await listed()]).toEqual([null, false]);
  const question = {
    needId: it.needId,
    toUnitId: town.units.kelaTier2,
    title: 'Kysymys',
    question: 'Mitä puuttuu?',
    basis: 'consent',
    ground: 'Sovittu',
    givenHow: 'voice',
  };
  const requestId = (await aino.call<{ id: string }>('POST', `/api/matters/${id}/requests`, question, once())).body.id;
  const mapping = (await aino.call<{ id: string }>('POST', `/api/matters/${id}/mappings`, undefined, once())).body.id;
  const paper = { kind: 'copy', title: 'Todistus', pages: 1, needId: it.needId, organisationId: null, pointId: town.point };
  const received = await aino.call<{ id: string }>('POST', `/api/matters/${id}/documents`, paper, once());
  expect(received.status, received.text).toBe(201);
  const document = received.body.id;
  await accept(it);
  expect(await page(aino)).toEqual({ since: expect.stringMatching(/Z$/), liftsAt: null });
  expect(await listed()).toBe(true);
  const mika = await app.signIn(town.mika);
  expect(await page(mika)).toMatchObject({ liftsAt: null });
  for (const [by, url] of [
    [mika, `/api/requests/${requestId}`],
    [aino, `/api/mappings/${mapping}`],
    [aino, `/api/documents/${document}`],
  ] as const)
    expect((await by.call<{ restriction: object | null }>('GET', url)).body.restriction, url).toMatchObject({ liftsAt: null });
});

test('of one matter it leaves the others and the customer’s details free; refused, it holds nothing', async () => {
  const it = await asked();
  const { aino, customerId, town } = it;
  const other = await aMatter(town, town.aino);
  await sql`update matter set customer_id = ${customerId}::uuid where id = ${other.id}::uuid`.execute(db);
  await accept(it);
  expect((await aino.call('POST', `/api/matters/${other.id}/steps`, { title: 'Askel' }, once())).status).toBe(201);
  const { version } = (await aino.call<MatterPage>('GET', `/api/matters/${other.id}`)).body.customer;
  expect((await aino.call('PATCH', `/api/customers/${customerId}`, { phone: '050 000 1', version })).status).toBe(204);
  const refused = await asked();
  await accept(refused, 'refused');
  expect((await refused.aino.call('POST', `/api/matters/${refused.id}/steps`, { title: 'Askel' }, once())).status).toBe(201);
});

test('lifting is told to the person a week before it ends, once, and only by those who answer for the data', async () => {
  const it = await asked();
  const { officer, aino, id, request } = it;
  const lift = (by: Caller) => by.call('PUT', `/api/data-requests/${request}/lifting`, { reason: 'Tieto on tarkistettu.' });
  expect(await lift(officer)).toMatchObject({ status: 409, body: { code: 'restriction-not-held' } });
  await accept(it);
  const listed = async () =>
    (await officer.call<{ rows: DataRequest[] }>('GET', '/api/data-requests?view=answered')).body.rows.find((row) => row.id === request);
  expect(await listed()).toMatchObject({ mayLift: true, liftsAt: null, isNoticed: true });
  expect((await lift(aino)).status).toBe(404);
  expect((await lift(officer)).status).toBe(204);
  expect(await lift(officer)).toMatchObject({ status: 409 });
  const { liftsAt } = (await listed()) as DataRequest;
  const days =
    Temporal.Now.instant()
      .until(Temporal.Instant.from(liftsAt as string))
      .total('hours') / 24;
  expect(Math.round(days)).toBe(7);
  const things = async () =>
    (await sql<{ thing: string }>`select thing from notice_thing where thing like ${`%${request}`} order by thing`.execute(db)).rows.map(
      ({ thing }) => thing,
    );
  await expect.poll(things, { timeout: 10_000 }).toEqual([`data-request-answered:${request}`, `restriction-lifting:${request}`]);
  const step = () => aino.call('POST', `/api/matters/${id}/steps`, { title: 'Askel' }, once());
  expect(await step()).toMatchObject(restrictedProblem);
  await sql`update data_request set lift_told_at = now() - interval '8 days', lifts_at = now() - interval '1 day' where id = ${request}::uuid`.execute(
    db,
  );
  expect((await step()).status).toBe(201);
  expect((await aino.call<MatterPage>('GET', `/api/matters/${id}`)).body.restriction).toBe(null);
});

test('what is restricted is not erased, although another controller is asked to', async () => {
  const it = await asked();
  const { customerId, town } = it;
  await accept(it);
  await sql`update matter set state = 'closed', closed_at = now() where customer_id = ${customerId}::uuid`.execute(db);
  const { rows } = await sql<{
    id: string;
  }>`insert into data_request (customer_id, by_customer_id, kind, owner_org, words, asked_at, due_on)
    values (${customerId}::uuid, ${customerId}::uuid, 'erase', ${town.organisations.city}::uuid, 'Poistakaa', now(), current_date + 30) returning id`.execute(
    db,
  );
  const erasing = { outcome: 'done', reason: 'Poistettu', erase: ['contact-data'] };
  const put = () => it.officer.call('PUT', `/api/data-requests/${rows[0]?.id}/answer`, erasing);
  expect(await put()).toMatchObject(restrictedProblem);
  await sql`update data_request set lift_told_at = now() - interval '8 days', lifts_at = now() - interval '1 day', lift_reason = 'x',
    lift_told_by = answered_by where id = ${it.request}::uuid`.execute(db);
  expect((await put()).status).toBe(204);
});

test('those who answer are reminded in the last week, and once when the month is over', async () => {
  const town: Town = await aTown(db, systemClock);
  const it = await asked();
  const remind = async () => {
    const { remindOfDataRequests } = await import('./reminding.ts');
    await remindOfDataRequests(app.polku.desk);
    const { rows } = await sql<{
      action: string;
    }>`select action from audit_entry where subjects @> array[${it.request}::uuid] and actor_kind = 'system'
      and action like 'data-request%' order by id`.execute(db);
    return rows.map(({ action }) => action);
  };
  const counts = async () => (await it.officer.call('GET', '/api/data-requests/counts')).body;
  expect([await remind(), await counts()]).toEqual([[], { open: 1, dueSoon: 0, late: 0 }]);
  await sql`update data_request set due_on = current_date + 6 where id = ${it.request}::uuid`.execute(db);
  expect([await remind(), await remind(), await counts()]).toEqual([
    ['data-request.due-soon'],
    ['data-request.due-soon'],
    { open: 1, dueSoon: 1, late: 0 },
  ]);
  await sql`update data_request set due_on = current_date - 3 where id = ${it.request}::uuid`.execute(db);
  await remind();
  expect(await remind()).toEqual(['data-request.due-soon', 'data-request.overdue']);
  expect(await counts()).toEqual({ open: 1, dueSoon: 0, late: 1 });
  expect((await (await app.signIn(town.aino)).call('GET', '/api/data-requests/counts')).status).toBe(403);
});
