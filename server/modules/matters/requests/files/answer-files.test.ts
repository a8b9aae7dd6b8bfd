import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { aFile, anApp, type Caller } from '../../../../testing/app.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMatter, aTown, needsOf, type Town } from '../../../../testing/town.ts';
import type { RequestPage, SupportRequest } from '../schema.ts';

const clock = fixedClock('2026-11-24T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
let town: Town;
let matterId: string;
let needId: string;
const who: Record<'aino' | 'tiina' | 'nelli' | 'mika' | 'sari' | 'daniel' | 'admin', Caller> = {} as never;

beforeAll(async () => {
  town = await aTown(db, clock);
  app.polku.desk.directory.forget();
  const { kela } = town.organisations;
  matterId = (
    await aMatter(town, town.aino, { customer: { email: 'veikko@posti.example' }, needs: [{ organisationId: kela, ownWords: 'Rent' }] })
  ).id;
  [needId] = (await needsOf(db, matterId)) as [string];
  for (const name of ['aino', 'tiina', 'nelli', 'mika', 'sari', 'daniel', 'admin'] as const) who[name] = await app.signIn(town[name]);
});

async function upload(by: Caller, name: string): Promise<string> {
  const { body, headers } = aFile(name, `words of ${name}`);
  return (await by.call<{ id: string }>('POST', '/api/files', body, headers)).body.id;
}

const once = () => ({ 'idempotency-key': randomUUID() });
const enter = (by: Caller, id: string, entry: object) => by.call<{ code: string }>('POST', `/api/requests/${id}/entries`, entry);
const page = async (by: Caller, id: string) => (await by.call<RequestPage>('GET', `/api/requests/${id}`)).body;
const open = (by: Caller, id: string, fileId: string) => by.call('GET', `/api/requests/${id}/files/${fileId}`);
const names = ({ files }: SupportRequest) => files.map(({ name }) => name);

async function ask(): Promise<string> {
  const question = { needId, toUnitId: town.units.kelaTier2, title: 'Rent', question: 'How much?', basis: 'law', ground: 'Act 1 §' };
  return (await who.aino.call<{ id: string }>('POST', `/api/matters/${matterId}/requests`, question, once())).body.id;
}

async function write(by: Caller, fileIds: string[], requestId: string) {
  const message = { kind: 'message', channel: 'email', language: 'fi', body: 'Here it is', fileIds, requestId };
  return by.call<{ id: string; code: string }>('POST', `/api/matters/${matterId}/messages`, message, once());
}

test('a file comes down from tier 3 through tier 2 to the customer, seen only by those on its way', async () => {
  const request = await ask();
  await enter(who.mika, request, { kind: 'forwarded', toUnitId: town.units.kelaTier3, text: 'Please count' });
  const below = (await page(who.mika, request)).chain.at(-1)?.id as string;
  const counted = await upload(who.sari, 'laskelma.txt');
  expect((await enter(who.sari, below, { kind: 'answered', text: 'Counted', fileIds: [counted] })).status).toBe(204);
  expect((await page(who.mika, request)).chain.map(names)).toEqual([[], ['laskelma.txt']]);

  const own = await upload(who.mika, 'ohje.txt');
  // Tier 1 passes on what tier 2 gave it, not what lies above.
  expect((await write(who.aino, [counted], request)).status).toBe(404);
  expect((await enter(who.mika, request, { kind: 'answered', text: 'So much', fileIds: [own, counted] })).status).toBe(204);
  expect(names((await page(who.aino, request)).request)).toEqual(['ohje.txt', 'laskelma.txt']);
  for (const by of [who.aino, who.tiina, who.mika]) expect((await open(by, request, counted)).text).toBe('words of laskelma.txt');
  for (const by of [who.nelli, who.daniel, who.admin]) {
    expect((await open(by, request, counted)).status).toBe(404);
    expect((await open(by, request, randomUUID())).status).toBe(404);
  }

  const sent = await write(who.aino, [counted], request);
  expect(sent.status).toBe(201);
  const attached = await sql<{ name: string }>`select name from message_file where message_id = ${sent.body.id}::uuid`.execute(db);
  expect(attached.rows).toEqual([{ name: 'laskelma.txt' }]);
  // The message taken back, the answer keeps its file.
  expect((await who.aino.call('PATCH', `/api/messages/${sent.body.id}`, { state: 'undone' })).status).toBe(204);
  expect((await open(who.aino, request, counted)).text).toBe('words of laskelma.txt');
  const looks =
    await sql`select from audit_entry where action = 'file.read' and ${counted}::uuid = any(subjects) and outcome = 'done'`.execute(db);
  expect(looks.rows).toHaveLength(4);
});

test('what is for the advisor only does not go to the customer', async () => {
  const request = await ask();
  const file = await upload(who.mika, 'muistio.txt');
  await enter(who.mika, request, { kind: 'answered', text: 'Between us', use: 'advisor', fileIds: [file] });
  expect((await open(who.aino, request, file)).status).toBe(200);
  expect((await write(who.aino, [file], request)).body.code).toBe('file-not-found');
});

test('another’s upload, one sent already and one that is not there are refused, and the answer with them', async () => {
  const request = await ask();
  const [foreign, used] = [await upload(who.sari, 'oma.txt'), await upload(who.mika, 'kerran.txt')];
  const answer = (fileId: string) => enter(who.mika, request, { kind: 'answered', text: 'Here', fileIds: [fileId] });
  for (const fileId of [foreign, randomUUID()])
    expect(await answer(fileId)).toMatchObject({ status: 404, body: { code: 'file-not-found' } });
  expect((await page(who.mika, request)).request.state).toBe('open');
  expect((await answer(used)).status).toBe(204);
  const next = await ask();
  expect((await enter(who.mika, next, { kind: 'answered', text: 'Again', fileIds: [used] })).status).toBe(404);
});
