import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aFile, anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aPerson, aTown } from '../../../testing/town.ts';
import { tellByItself } from '../noticing/service.ts';
import type { NewSlip } from '../slips/schema.ts';
import type { Collecting } from './schema.ts';

const database = await testDatabase();
const app = await anApp(database);
const { desk } = app.polku;
const { db } = desk;
const town = await aTown(db, desk.clock);
desk.directory.forget();
const aino = await app.signIn(town.aino);
/** Of another municipality: no grant, share or agreement joins her to the matter. */
const nelli = await app.signIn(town.nelli);

const once = () => ({ 'idempotency-key': randomUUID() });

async function aWaitingMatter(parts: Record<string, unknown> = {}) {
  const matter = await aMatter(town, town.aino, parts);
  const slip = (await aino.call<NewSlip>('POST', `/api/matters/${matter.id}/slip`, { namesAgreed: false })).body;
  const normal = await write(matter.id, 'Avoin vastaus');
  const secret = await write(matter.id, 'Zqxsalainen päätös', { sensitivity: 'secret' });
  return { matter, slip, normal, secret };
}

async function write(matterId: string, body: string, parts: Record<string, unknown> = {}): Promise<string> {
  const message = { kind: 'message', channel: 'link', language: 'fi', body, ...parts };
  const answer = await aino.call<{ id: string }>('POST', `/api/matters/${matterId}/messages`, message, once());
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

async function open(caller: Caller, { number, pin }: Pick<NewSlip, 'number' | 'pin'>): Promise<string> {
  const answer = await caller.call<{ id: string }>('POST', '/api/collectings', { number, pin });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

const see = (caller: Caller, id: string) => caller.call<Collecting>('GET', `/api/collectings/${id}`);
const tell = (caller: Caller, id: string, messageId: string) =>
  caller.call<{ code: string }>('PUT', `/api/collectings/${id}/messages/${messageId}/told`);
const identify = (caller: Caller, id: string, name: string, level = 'document-seen') =>
  caller.call<{ code: string }>('PUT', `/api/collectings/${id}/identification`, { level, name });
const stateOf = async (id: string) =>
  (await db.selectFrom('message').select(['state', 'read_at']).where('id', '=', id).executeTakeFirstOrThrow()).state;

test('another organisation’s desk reads out what waits; secret content only after a document has been seen', async () => {
  const { matter, slip, normal, secret } = await aWaitingMatter();
  const id = await open(nelli, slip);
  const page = (await see(nelli, id)).body;
  expect(page.messages.map(({ sensitivity, body }) => [sensitivity, body])).toEqual([
    ['normal', 'Avoin vastaus'],
    ['secret', null],
  ]);
  expect(page.statedName).toBeNull();
  expect((await tell(nelli, id, secret)).body.code).toBe('identification-needed');
  expect((await nelli.call('GET', `/print/collectings/${id}/messages/${secret}`)).status).toBe(409);
  expect((await identify(nelli, id, 'not-given')).status).toBe(204);
  expect((await see(nelli, id)).body.messages[1]?.body).toBe('Zqxsalainen päätös');
  expect((await nelli.call('GET', `/print/collectings/${id}/messages/${secret}`)).text).toContain('Zqxsalainen');
  for (const message of [normal, secret]) expect((await tell(nelli, id, message)).status).toBe(204);
  expect([await stateOf(normal), await stateOf(secret)]).toEqual(['sent', 'told']);
  expect((await see(nelli, id)).body.messages.map(({ told }) => told)).toEqual([true, true]);
  expect((await nelli.call('DELETE', `/api/collectings/${id}`)).status).toBe(204);
  expect((await see(nelli, id)).status).toBe(404);
  // Told on another occasion already: nothing waits any more.
  expect((await see(nelli, await open(nelli, slip))).body.messages).toEqual([]);
  const page2 = (
    await aino.call<{
      happenings: { kind: string; data: Record<string, string> }[];
      contacts: { personName: string; identification: string }[];
    }>('GET', `/api/matters/${matter.id}`)
  ).body;
  const [collected] = page2.happenings.filter(({ kind }) => kind === 'collected');
  expect(collected?.data.organisationId).toBe(town.organisations.neighbour);
  expect(
    page2.contacts.some(({ personName, identification }) => personName === town.nelli.actor.name && identification === 'document-seen'),
  ).toBe(true);
});

test('the collector sees nothing else of the matter, on this or any other route', async () => {
  const { matter, slip } = await aWaitingMatter({
    title: 'Zqxotsikko',
    contact: { channel: 'counter', summary: 'Zqxmuistio' },
    needs: [{ ownWords: 'Zqxtarve', organisationId: town.organisations.kela, serviceName: 'Zqxpalvelu' }],
  });
  await write(matter.id, 'Zqxhuomio', { kind: 'note', channel: 'internal' });
  await aino.call('POST', `/api/matters/${matter.id}/steps`, {
    title: 'Zqxaskel',
    who: 'authority',
    organisationId: town.organisations.kela,
  });
  const id = await open(nelli, slip);
  const said = [(await see(nelli, id)).text, (await nelli.call('GET', `/print/collectings/${id}`)).text].join();
  expect(said).not.toMatch(/zqx/i);
  expect(said).not.toContain(town.organisations.kela);
  for (const url of [`/api/matters/${matter.id}`, `/print/matters/${matter.id}`, `/api/matters/${matter.id}/slip`])
    expect((await nelli.call('GET', url)).status).toBe(404);
  const found = await nelli.call<{ matters: unknown[] }>('POST', '/api/search', { words: slip.number });
  expect(found.body.matters).toEqual([]);
});

test('what a paper is called is not told before a document has been seen: only that there are some', async () => {
  const { matter, slip } = await aWaitingMatter({ customer: { givenName: 'Maija', familyName: 'Mallikas' } });
  await sql`update message set state = 'told' where matter_id = ${matter.id}::uuid`.execute(db);
  const paper = { kind: 'original', title: 'Zqxlausunto', pages: 1, place: 'Hylly 3' };
  for (let time = 0; time < 2; time++)
    expect((await aino.call('POST', `/api/matters/${matter.id}/documents`, paper, once())).status).toBe(201);
  const id = await open(nelli, slip);
  const before = await see(nelli, id);
  expect(before.text).not.toMatch(/zqxlausunto|hylly/i);
  // The name is there to be compared, though no message asks for it.
  expect(before.body).toMatchObject({ documentCount: 2, documents: [], statedName: 'Maija Mallikas' });
  expect((await identify(nelli, id, 'same')).status).toBe(204);
  const after = (await see(nelli, id)).body;
  expect(after.documents.map(({ title, state }) => [title, state])).toEqual([
    ['Zqxlausunto', 'here'],
    ['Zqxlausunto', 'here'],
  ]);
  expect(JSON.stringify(after)).not.toContain('Hylly');
});

test('an authority stands on the path when the customer said yes, and no sooner', async () => {
  const { matter, slip } = await aWaitingMatter();
  await aino.call('POST', `/api/matters/${matter.id}/steps`, {
    title: 'Hakemus käsitellään',
    who: 'authority',
    organisationId: town.organisations.kela,
  });
  const id = await open(nelli, slip);
  const stepOf = async () => (await see(nelli, id)).body.steps.find(({ who }) => who === 'authority');
  expect(await stepOf()).toMatchObject({ title: null, organisationId: null });
  expect((await aino.call('PUT', `/api/matters/${matter.id}/naming`, { agreed: true })).status).toBe(204);
  expect(await stepOf()).toMatchObject({ title: 'Hakemus käsitellään', organisationId: town.organisations.kela });
});

test('a name the customer has given is compared; one that differs ends it, and the keeper sees that', async () => {
  const { matter, slip, secret } = await aWaitingMatter({ customer: { givenName: 'Maija', familyName: 'Mallikas' } });
  const id = await open(nelli, slip);
  expect((await see(nelli, id)).body.statedName).toBe('Maija Mallikas');
  expect((await identify(nelli, id, 'not-given')).body.code).toBe('collecting-name-needed');
  expect((await tell(nelli, id, secret)).status).toBe(409);
  expect((await identify(nelli, id, 'differs')).status).toBe(204);
  expect((await see(nelli, id)).status).toBe(404);
  const kinds = await db.selectFrom('happening').select('kind').where('matter_id', '=', matter.id).execute();
  expect(kinds.map(({ kind }) => kind)).toContain('collecting-refused');
});

test('it is its opener’s own, ends after a quarter of an hour, and with the slip', async () => {
  const { matter, slip, normal } = await aWaitingMatter();
  const id = await open(nelli, slip);
  for (const other of [aino, app.caller(), await app.signIn(town.tiina)]) expect([401, 404]).toContain((await see(other, id)).status);
  await sql`update collecting set expires_at = now() where id = ${id}::uuid`.execute(db);
  expect([(await see(nelli, id)).status, (await tell(nelli, id, normal)).status]).toEqual([404, 404]);
  expect((await nelli.call('DELETE', `/api/collectings/${id}`)).status).toBe(204);
  const again = await open(nelli, slip);
  const [row] = (
    await sql<{
      minutes: number;
    }>`select extract(epoch from expires_at - started_at)::int / 60 as minutes from collecting where id = ${again}::uuid`.execute(db)
  ).rows;
  expect(row?.minutes).toBe(15);
  expect((await aino.call('DELETE', `/api/matters/${matter.id}/slip`)).status).toBe(204);
  expect((await see(nelli, again)).status).toBe(404);
});

test('only those who serve residents at a desk collect; five wrong tries at a desk lock the slip', async () => {
  const { matter, slip } = await aWaitingMatter();
  const guard = await app.signIn(town.guard);
  const specialist = await app.signIn(town.mika);
  const supporter = await app.signIn(
    await aPerson(db, { name: 'D', role: 'digital-support-advisor', organisationId: town.organisations.city, units: [] }),
  );
  for (const caller of [guard, specialist, supporter])
    expect((await caller.call('POST', '/api/collectings', slip && { number: slip.number, pin: slip.pin })).status).toBe(403);
  const wrong = String((Number(slip.pin) + 1) % 1_000_000).padStart(6, '0');
  for (let time = 0; time < 5; time++)
    expect((await nelli.call<{ code: string }>('POST', '/api/collectings', { number: slip.number, pin: wrong })).body.code).toBe(
      'slip-not-open',
    );
  expect((await nelli.call<{ code: string }>('POST', '/api/collectings', { number: slip.number, pin: slip.pin })).body.code).toBe(
    'slip-not-open',
  );
  expect((await aino.call<{ state: string }>('GET', `/api/matters/${matter.id}/slip`)).body.state).toBe('locked');
});

test('a slip that a stranger has locked from afar opens at any desk, and thereby on the web again', async () => {
  const { matter, slip } = await aWaitingMatter();
  const state = async () => (await aino.call<{ state: string }>('GET', `/api/matters/${matter.id}/slip`)).body.state;
  const onTheWeb = async (pin: string) => (await app.caller().call('POST', '/slip', { number: slip.number, pin })).status;
  const wrong = String((Number(slip.pin) + 1) % 1_000_000).padStart(6, '0');
  for (let time = 0; time < 9; time++) await onTheWeb(wrong);
  expect([await state(), await onTheWeb(slip.pin)]).toEqual(['locked', 422]);
  expect((await nelli.call('POST', '/api/collectings', { number: slip.number, pin: slip.pin })).status).toBe(201);
  expect([await state(), await onTheWeb(slip.pin)]).toEqual(['open', 303]);
});

test('messages of another matter, of another channel and notes are not there, nor are files of what may not be told', async () => {
  const { matter, slip } = await aWaitingMatter();
  const upload = async (name: string) => {
    const { body, headers } = aFile(name, 'words in a file');
    return (await aino.call<{ id: string }>('POST', '/api/files', body, headers)).body.id;
  };
  const [openFile, secretFile] = [await upload('ohje.txt'), await upload('zqx.txt')];
  const withFile = await write(matter.id, 'Liitteenä ohje', { fileIds: [openFile] });
  const secret = await write(matter.id, 'Salainen liite', { sensitivity: 'secret', fileIds: [secretFile] });
  const note = await write(matter.id, 'huomio', { kind: 'note', channel: 'internal' });
  const other = await aWaitingMatter();
  const id = await open(nelli, slip);
  const page = (await see(nelli, id)).body;
  expect(page.messages.map(({ id }) => id)).not.toContain(note);
  expect(page.messages.find(({ id }) => id === secret)?.files).toEqual([]);
  const file = (message: string, fileId: string) => nelli.call('GET', `/api/collectings/${id}/messages/${message}/files/${fileId}`);
  expect((await file(withFile, openFile)).text).toBe('words in a file');
  expect((await file(secret, secretFile)).status).toBe(409);
  expect((await file(withFile, secretFile)).status).toBe(404);
  for (const message of [note, other.normal, other.secret, randomUUID()]) expect((await tell(nelli, id, message)).status).toBe(404);
});

test('news that waited to be collected is told, and what was told is the customer’s turn', async () => {
  const { matter, slip, secret } = await aWaitingMatter();
  const noticing = {
    ...desk,
    channels: ['collect'] as const,
    notices: { quietHours: null, joinMinutes: 5, deadlineDays: 3, publicUrl: '' },
  };
  await tellByItself(noticing, matter.id, { kind: 'need-in-hand', thing: `need-in-hand:${randomUUID()}` });
  const id = await open(nelli, slip);
  expect((await see(nelli, id)).body.news.flatMap(({ kinds }) => kinds)).toContain('need-in-hand');
  expect((await nelli.call('PUT', `/api/collectings/${id}/news/told`)).status).toBe(204);
  // The waiting messages tell of themselves when their reaction runs, maybe only now.
  expect((await see(nelli, id)).body.news.flatMap(({ kinds }) => kinds)).not.toContain('need-in-hand');
  await sql`update matter set awaits = 'us' where id = ${matter.id}::uuid`.execute(db);
  await identify(nelli, id, 'not-given');
  await tell(nelli, id, secret);
  const row = await db.selectFrom('matter').select('awaits').where('id', '=', matter.id).executeTakeFirstOrThrow();
  expect(row.awaits).toBe('customer');
});

test('every look and deed is in the audit log with its purpose', async () => {
  const { matter, slip, normal } = await aWaitingMatter();
  const id = await open(nelli, slip);
  await see(nelli, id);
  await tell(nelli, id, normal);
  await nelli.call('GET', `/print/collectings/${id}`);
  await nelli.call('DELETE', `/api/collectings/${id}`);
  const { rows } = await sql<{ action: string }>`select action from audit_entry where matter_id = ${matter.id}::uuid
    and person_id = ${town.nelli.actor.personId}::uuid and purpose = 'collecting' order by id`.execute(db);
  expect(rows.map(({ action }) => action)).toEqual([
    'collecting.opened',
    'collecting.read',
    'message.collected',
    'matter.printed',
    'collecting.ended',
  ]);
});
