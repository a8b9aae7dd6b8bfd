import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type App, aFile, anApp, type Caller } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aMail, anUpload, aPlainMatter, aWorld, fine, made, once } from './world.ts';

const database = await testDatabase();
const service: App = await anApp(database);
const { db } = service.polku.desk;
const world = await aWorld(service);
const { aino } = world.callers;
const holder = service.caller(`__Secure-polku-link=${world.link}`);
const unknown = '0199c0de-0000-7000-8000-00000000dead';

async function aFollower(matter: string): Promise<Caller> {
  const { url } = await fine<{ url: string }>(aino, 'POST', `/api/matters/${matter}/follow-links`);
  return service.caller(`__Secure-polku-link=${url.split('/').at(-1)}`);
}

const pages: [string, string, unknown?][] = [
  ['GET', '/a'],
  ['GET', '/a/receipt'],
  ['GET', `/a/messages/${world.message}/files/${world.file}`],
  ['POST', '/a/messages', {}],
  ['POST', '/a/outcome', { outcome: 'handled' }],
];

test.each(pages)('%s %s is nothing without a link, with a staff session or with a link that has run out', async (method, url, body) => {
  const gone = await aFollower(world.closed);
  await fine(aino, 'DELETE', `/api/matters/${world.closed}/follow-links`);
  for (const caller of [service.caller(), aino, gone, service.caller('__Secure-polku-link=guess-guess-guess-guess-guess')])
    expect((await caller.call(method, url, body, once())).status).toBe(404);
});

test('a link opens its own matter’s open words, and no other’s, no secret, no note and no name', async () => {
  const matter = await aPlainMatter(aino, {
    title: 'zqxotsikko',
    customer: { givenName: 'Zqxetu', familyName: 'Zqxsuku' },
    contact: { channel: 'phone', summary: 'zqxmuistio' },
    needs: [{ ownWords: 'zqxtarve' }],
  });
  const follower = await aFollower(matter);
  const write = (parts: object) => made(aino, `/api/matters/${matter}/messages`, aMail({ channel: 'link', ...parts }));
  const [openFile, secretFile, noteFile] = [
    await anUpload(aino, 'open.txt'),
    await anUpload(aino, 'zqxsalaisuus.txt'),
    await anUpload(aino, 'zqxmuistio.txt'),
  ];
  const open = await write({ body: 'open words', fileIds: [openFile] });
  const secret = await write({ body: 'zqxsalaisuus', sensitivity: 'secret', fileIds: [secretFile] });
  const note = await write({ body: 'zqxhuomio', kind: 'note', channel: 'internal', fileIds: [noteFile] });
  const page = await follower.call('GET', '/a');
  expect(page.text).toContain('open words');
  expect(page.text).not.toMatch(/zqx/i);
  expect(page.text).not.toContain('Aino');
  const file = (message: string, id: string) => follower.call('GET', `/a/messages/${message}/files/${id}`);
  expect((await file(open.id, openFile)).status).toBe(200);
  const answers = await Promise.all([
    file(secret.id, secretFile),
    file(note.id, noteFile),
    file(open.id, secretFile),
    file(world.message, world.file),
    file(unknown, unknown),
  ]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set(answers.map(({ text }) => text.replace(/"requestId":"[^"]+"/, ''))).size).toBe(1);
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from audit_entry where outcome = 'refused' and actor_kind = 'link'`.execute(db);
  expect(rows[0]?.count).toBeGreaterThanOrEqual(5);
});

test('a link writes to its own matter only, as its holder only', async () => {
  const before = await messagesOf(world.other);
  const { body, headers } = aFile('x.txt', 'words', 'files');
  const tries: [unknown, Record<string, string>?][] = [
    [{ message: 'x', matterId: world.other }],
    [{ message: 'x', owner_org: world.town.organisations.kela }],
    [{ message: 'x', direction: 'out' }],
    [{ message: ['x'] }],
    [{ message: 'x'.repeat(200_000) }],
    [{ message: 'a\0b' }],
    [{ outcome: 'handled' }],
  ];
  for (const [sent, more] of tries) expect((await holder.call('POST', '/a/messages', sent, { ...once(), ...more })).status).toBe(422);
  expect((await holder.call('POST', '/a/messages', body, { ...headers, ...once(), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await holder.call('POST', '/a/outcome', { outcome: 'closed' })).status).toBe(422);
  expect(await messagesOf(world.other)).toBe(before);
  const own = await messagesOf(world.matter);
  const sent = await holder.call('POST', '/a/messages', { message: 'From the resident' }, once());
  expect([sent.status, sent.headers.location]).toEqual([303, '/a?done=message#messages']);
  expect(await messagesOf(world.matter)).toBe(own + 1);
});

test('forgetting the link needs no link, and takes it out of the browser', async () => {
  const answer = await holder.call('POST', '/a/forgetting', undefined);
  expect(answer.status).toBe(303);
  expect(String(answer.headers['set-cookie'])).toMatch(/__Secure-polku-link=;/);
  expect((await service.caller().call('GET', '/a/forgotten')).status).toBe(200);
});

async function messagesOf(matter: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from message where matter_id = ${matter}::uuid`.execute(db);
  return rows[0]?.count ?? 0;
}

const seesOf = async (follower: Caller, words: string) => {
  const page = await follower.call('GET', '/a');
  return [page.status, page.text.includes(words)];
};
const telling = (matter: string, body: string) => made(aino, `/api/matters/${matter}/messages`, aMail({ channel: 'link', body }));

test.each(['into the named one’s', 'the other way'])(
  'joining the matter of somebody nobody named %s ends their link, not the customer’s',
  async (way) => {
    const named = await aPlainMatter(aino, { customer: { givenName: 'Oikea', familyName: 'Asiakas' } });
    const claimed = await aPlainMatter(aino);
    const [customer, stranger] = [await aFollower(named), await aFollower(claimed)];
    await telling(named, 'for the customer only');
    expect([await seesOf(customer, 'for the customer only'), await seesOf(stranger, 'for the customer only')]).toEqual([
      [200, true],
      [200, false],
    ]);
    const [into, other] = way === 'the other way' ? [claimed, named] : [named, claimed];
    await fine(aino, 'POST', `/api/matters/${into}/merges`, { otherId: other });
    expect([await seesOf(customer, 'for the customer only'), await seesOf(stranger, 'for the customer only')]).toEqual([
      [200, true],
      [404, false],
    ]);
    const page = await fine<{ happenings: { kind: string }[] }>(aino, 'GET', `/api/matters/${into}`);
    expect(page.happenings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['link-revoked', 'merged']));
  },
);

test('ending a matter’s links ends also those of the matters that were joined into it', async () => {
  const first = await aPlainMatter(aino, { customer: { givenName: 'Sama', familyName: 'Asiakas' } });
  const { customer } = await fine<{ customer: { id: string } }>(aino, 'GET', `/api/matters/${first}`);
  const second = await aPlainMatter(aino, { customerId: customer.id });
  const followers = [await aFollower(first), await aFollower(second)];
  await fine(aino, 'POST', `/api/matters/${first}/merges`, { otherId: second });
  for (const follower of followers) expect((await follower.call('GET', '/a')).status).toBe(200);
  await fine(aino, 'DELETE', `/api/matters/${first}/follow-links`);
  for (const follower of followers) expect((await follower.call('GET', '/a')).status).toBe(404);
});
