import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aMail, aPlainMatter, aWorld, made, once } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const { db } = service.polku.desk;
const world = await aWorld(service);
const { aino, admin } = world.callers;
const contact = { channel: 'phone' };

test.each([
  ['nested 100,000 deep', `{"body":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 422],
  ['nested deep in a free form', `{"body":{"a":${'{"b":'.repeat(5000)}1${'}'.repeat(5000)}}}`, 422],
  ['over a megabyte', JSON.stringify({ body: { text: 'x'.repeat(1_000_100) } }), 413],
  ['no JSON', '{"body":', 400],
  ['a NaN', '{"body":{"a":NaN}}', 400],
  ['a number instead', '1', 422],
  ['nothing', '', 400],
  ['a prototype', '{"body":{},"__proto__":{"admin":true}}', 400],
  ['a prototype inside', '{"body":{"__proto__":{"admin":true}}}', 400],
  ['a constructor', '{"body":{"constructor":{"prototype":{"admin":true}}}}', 400],
])('a draft of %s', async (_, body, status) => {
  const answer = await aino.call('PUT', '/api/drafts/new', body, { 'content-type': 'application/json' });
  expect(answer.status, answer.text).toBe(status);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});

test.each([
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
  ['multipart/form-data; boundary=x', 415],
  ['application/xml', 415],
  ['', 415],
  ['application/json; charset=utf-16', 200],
])('a body of type %j is not guessed at', async (type, status) => {
  const answer = await aino.call('POST', '/api/search', '{"words":"abc"}', { 'content-type': type });
  expect(answer.status, answer.text).toBe(status);
});

test('the same arrangement twice in one form, or noted again, is one', async () => {
  const kinds = [{ kind: 'more-time', detail: 'a' }, { kind: 'interpreter' }, { kind: 'more-time', detail: 'b' }];
  const opened = await aino.call<{ id: string }>('POST', '/api/matters', { contact, arrangements: kinds }, once());
  expect(opened.status, opened.text).toBe(201);
  const { rows } = await sql`select kind, detail from arrangement a join matter m on m.customer_id = a.customer_id
    where m.id = ${opened.body.id}::uuid order by kind`.execute(db);
  expect(rows).toEqual([
    { kind: 'interpreter', detail: '' },
    { kind: 'more-time', detail: 'b' },
  ]);
});

test('the same id twice in a list is one', async () => {
  const needIds = [world.needs.unshared, world.needs.unshared];
  const split = await aino.call('POST', `/api/matters/${world.matter}/splits`, { needIds, title: 'Apart' });
  expect([201, 409]).toContain(split.status);
  const matter = await aPlainMatter(aino);
  const needs = (await aino.call<{ needs: { id: string }[] }>('GET', `/api/matters/${matter}`)).body.needs.map(({ id }) => id);
  const only = await aino.call('POST', `/api/matters/${matter}/splits`, { needIds: [needs[0], needs[0]], title: 'Apart' });
  expect(only.status, only.text).toBe(409);
});

const SYNTAX = [
  "'",
  "''",
  '\\',
  '\\\\',
  "a'b:*",
  ':*',
  '&',
  '| !',
  '!!!',
  '<->',
  'a <-> b',
  '(((',
  '%',
  '_',
  '%%%%%%%',
  '[a-z]+',
  '.*',
  '(?=a)',
  '$1',
  '$$',
  '--',
  ';',
  '/*',
  '{}',
  'ﬁ',
  'İ',
  'ß',
  '\u202eabc',
  'a\u0301'.repeat(90),
  '💥'.repeat(90),
  '\ufdfa'.repeat(150),
  'x'.repeat(200),
  'a b c d e f g h i j k l m n',
  '417283-1',
  '99999999999999999999999999',
];

test.each(SYNTAX)('searching for %j finds what it says and no more', async (words) => {
  const secret = 'qzzqzz';
  await aPlainMatter(aino, { title: `Unlike ${secret}` });
  for (const [caller, url, method, body] of [
    [aino, '/api/search', 'POST', { words }],
    [admin, `/api/admin/people?words=${encodeURIComponent(words.slice(0, 100))}`, 'GET', undefined],
  ] as const) {
    const answer = await caller.call(method, url, body);
    expect(answer.status, answer.text).toBe(200);
  }
  const found = await aino.call<{ matters: { title: string }[] }>('POST', '/api/search', { words });
  expect(found.text).not.toContain(secret);
});

test('wildcards are letters: a name with a percent sign is found by it alone', async () => {
  await aPlainMatter(aino, { customer: { givenName: 'Sata%', familyName: 'Prosentti' } });
  const found = await aino.call<{ customers: { name: string }[] }>('POST', '/api/search', { words: 'sata%' });
  expect(found.body.customers.map(({ name }) => name)).toEqual(['Sata% Prosentti']);
  const all = await aino.call<{ customers: unknown[] }>('POST', '/api/search', { words: '%_%' });
  expect(all.body.customers).toEqual([]);
});

test('letters are one letter however they are written', async () => {
  await aPlainMatter(aino, { customer: { givenName: 'Yrjö'.normalize('NFD'), familyName: 'Hyypiö'.normalize('NFD') } });
  const found = await aino.call<{ customers: unknown[] }>('POST', '/api/search', { words: 'yrjö hyypiö'.normalize('NFC') });
  expect(found.body.customers).toHaveLength(1);
});

test('odd texts come back as they were written', async () => {
  const text = "Robert'); DROP TABLE matter;-- %s \\ {{7*7}} \u202eabc\u202c é 😀 <b>x</b>";
  const id = await aPlainMatter(aino, { title: text, needs: [{ ownWords: text }] });
  await made(aino, `/api/matters/${id}/messages`, aMail({ kind: 'note', channel: 'internal', body: text }));
  const page = (
    await aino.call<{ title: string; needs: { ownWords: string }[]; messages: { body: string }[] }>('GET', `/api/matters/${id}`)
  ).body;
  expect([page.title, page.needs[0]?.ownWords, page.messages[0]?.body]).toEqual([text, text, text]);
});
