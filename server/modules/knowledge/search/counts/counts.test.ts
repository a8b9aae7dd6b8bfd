import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { createLog } from '../../../../platform/log/log.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aPerson, aTown } from '../../../../testing/town.ts';
import type { SearchAnswer } from '../schema.ts';
import { aService } from '../testing/directory.ts';
import { forgetSearches, searchCounts } from './service.ts';

const NOW = '2026-11-23T08:00:00Z';
const clock = fixedClock(NOW);
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const town = await aTown(db, clock);
const advisors = await Promise.all(
  ['A', 'B', 'C', 'D'].map((name) =>
    aPerson(db, { name, role: 'service-advisor', organisationId: town.organisations.city, units: [town.units.front] }),
  ),
);
/** Sessions end in a day; those who are here now. */
const comeToWork = async () => ({
  admin: await service.signIn(town.admin),
  aino: await service.signIn(town.aino),
  people: await Promise.all(advisors.map(service.signIn)),
});
let { admin, aino, people } = await comeToWork();
await aService(db, { fi: { name: 'Venepaikka', summary: 'Paikka veneelle satamassa.' } });
await aService(db, { fi: { name: 'Uimakoulu', summary: 'Lapsi oppii uimaan.' } });
await service.polku.search.caughtUp();

const search = (caller: Caller, words: string, more: object = {}) =>
  caller.call<SearchAnswer>('POST', '/api/knowledge/search', { words, ...more });
const choose = (caller: Caller, words: string, { kind, id }: { kind: string; id: string }) =>
  caller.call('POST', '/api/knowledge/search/choices', { words, kind, id });
type List = {
  times: number;
  unfound: number;
  searches: { words: string; times: number; why: string; language: string; lastDay: string }[];
};
const list = async () => (await admin.call<List>('GET', '/api/admin/search/unanswered')).body;
const shownFor = async (words: string) => (await list()).searches.find((one) => one.words === words);
const rowsOf = async (words: string) =>
  (
    await sql<{ site: string; times: number; unfound: number; chosen: number }>`select site, times, unfound, chosen from search_count
    where words = ${words} order by site`.execute(db)
  ).rows;

test('words that find nothing are shown from the third searcher on, and one person is one however often they try', async () => {
  for (let times = 0; times < 5; times++) await search(people[0] as Caller, 'Rokotus');
  clock.advance({ minutes: 11 });
  await search(people[0] as Caller, 'Matti Mallikkaan rokotus');
  await search(people[1] as Caller, 'rokotus!');
  expect(await rowsOf('rokotus')).toEqual([{ site: 'desk', times: 2, unfound: 2, chosen: 0 }]);
  expect(await shownFor('rokotus')).toBeUndefined();
  expect((await list()).unfound).toBe(2);
  await search(people[2] as Caller, 'rokotus');
  expect(await shownFor('rokotus')).toEqual({
    words: 'rokotus',
    language: 'fi',
    times: 3,
    lastDay: '2026-11-23',
    why: 'nothing-found',
  });
});

test('what is still being typed is not counted', async () => {
  for (const person of people) await search(person, 'rokotu', { typing: true });
  expect(await rowsOf('rokotu')).toEqual([]);
});

test('a search whose hits nobody chooses is shown, and is off the list once somebody does', async () => {
  for (const person of people.slice(0, 3)) expect((await search(person, 'venepaikka')).body.hits.length).toBeGreaterThan(0);
  expect(await shownFor('venepaikka')).toMatchObject({ why: 'nothing-chosen', times: 3 });
  const [hit] = (await search(aino, 'venepaikka', { typing: true })).body.hits;
  for (const again of [1, 2]) expect([again, (await choose(aino, 'venepaikka', hit as never)).status]).toEqual([again, 204]);
  expect(await rowsOf('venepaikka')).toEqual([{ site: 'desk', times: 4, unfound: 0, chosen: 1 }]);
  expect(await shownFor('venepaikka')).toBeUndefined();
});

test('the public’s searches count too, and a choice of what is not there counts nothing', async () => {
  const anyone = service.caller();
  await anyone.call('POST', '/api/public/knowledge/search', { words: 'uimakoulu' });
  const hit = (await search(aino, 'uimakoulu', { typing: true })).body.hits[0] as { kind: string; id: string };
  const tell = (body: object) => anyone.call('POST', '/api/public/knowledge/search/choices', { words: 'uimakoulu', ...body });
  expect((await tell({ kind: 'card', id: hit.id })).status).toBe(204);
  expect((await tell({ kind: 'service', id: '999999' })).status).toBe(204);
  expect(await rowsOf('uimakoulu')).toEqual([{ site: 'public', times: 1, unfound: 0, chosen: 0 }]);
  expect((await tell({ kind: 'service', id: hit.id })).status).toBe(204);
  expect(await rowsOf('uimakoulu')).toEqual([{ site: 'public', times: 1, unfound: 0, chosen: 1 }]);
});

test('what may name a person is counted without its words', async () => {
  const before = (await list()).times;
  for (const words of ['Maija Mallikas 131052-308T', 'maija.mallikas@posti.example', '050 000 1234', 'Matti Mallikas'])
    await search(aino, words);
  expect((await list()).times).toBe(before + 4);
  const { rows } = await sql<{ words: string }>`select words from search_count union select words from search_choice`.execute(db);
  expect(rows.map(({ words }) => words).join(' ')).not.toMatch(/malli|matti|\d|@/);
});

test('a customer’s or a colleague’s name alone is counted without it, and so is the choice of what it found', async () => {
  await sql`insert into customer (known, given_name, family_name) values (true, 'Anna-Liisa', 'Mallikas-Kuusi')`.execute(db);
  await aPerson(db, { name: 'Virva Mallisto', role: 'service-advisor', organisationId: town.organisations.city, units: [] });
  const before = (await list()).times;
  const names = ['Mallikas-Kuusi', 'anna-liisa', ' VIRVA ', 'Mallisto?'];
  for (const words of names) await search(aino, words);
  const [hit] = (await search(aino, 'uimakoulu', { typing: true })).body.hits;
  for (const words of names) await choose(aino, words, hit as never);
  expect((await list()).times).toBe(before + names.length);
  const { rows } = await sql<{ words: string }>`select words from search_count union select words from search_choice`.execute(db);
  expect(rows.map(({ words }) => words).join(' ')).not.toMatch(/malli|liisa|virva/);
});

test('a day’s flood of new words is counted without them, and what is repeated is no flood', async () => {
  const nobody = async () => false;
  const counts = searchCounts({ db, clock, log: createLog('silent'), search: { knows: () => true }, isCustomersName: nobody }, 2);
  const searched = (caller: string, words: string) => counts.searched({ site: 'public', language: 'en', caller, words, found: true });
  for (const words of ['one', 'one', 'two', 'three']) await searched('a', words);
  await searched('b', 'one');
  const { rows } = await sql<{ words: string; times: number }>`select words, times from search_count
    where language = 'en' order by words`.execute(db);
  expect(rows).toEqual([
    { words: '', times: 1 },
    { words: 'one', times: 2 },
    { words: 'two', times: 1 },
  ]);
  await sql`delete from search_count where language = 'en'`.execute(db);
});

test('settled words come back only when they are searched for on a later day', async () => {
  const settle = (caller: Caller) => caller.call('POST', '/api/admin/search/settled-searches', { language: 'fi', words: 'rokotus' });
  expect((await settle(aino)).status).toBe(403);
  expect((await settle(admin)).status).toBe(204);
  expect(await shownFor('rokotus')).toBeUndefined();
  clock.set('2026-11-25T08:00:00Z');
  ({ admin, aino, people } = await comeToWork());
  for (const person of people.slice(0, 2)) await search(person, 'rokotus');
  expect(await shownFor('rokotus')).toBeUndefined();
  await search(people[2] as Caller, 'rokotus');
  expect(await shownFor('rokotus')).toMatchObject({ times: 3 });
});

test('rare words are forgotten after thirty days, and everything after a year', async () => {
  const { db: mine } = service.polku.desk;
  const all = async () =>
    (await sql<{ words: string }>`select distinct words from search_count where words <> '' order by 1`.execute(mine)).rows.map(
      ({ words }) => words,
    );
  expect(await all()).toEqual(['rokotus', 'uimakoulu', 'venepaikka']);
  clock.set('2026-12-23T08:00:00Z');
  await forgetSearches(mine, clock);
  expect(await all()).toEqual(['rokotus', 'uimakoulu', 'venepaikka']);
  clock.set('2026-12-24T08:00:00Z');
  await forgetSearches(mine, clock);
  expect(await all()).toEqual(['rokotus', 'venepaikka']);
  clock.set('2027-11-24T08:00:00Z');
  await forgetSearches(mine, clock);
  expect(await all()).toEqual(['rokotus']);
  clock.set('2027-11-26T08:00:00Z');
  await forgetSearches(mine, clock);
  for (const table of ['search_count', 'search_choice', 'search_settled'])
    expect([table, (await sql`select from ${sql.table(table)}`.execute(mine)).rows.length]).toEqual([table, 0]);
});

test('only those who keep the search see what was searched for', async () => {
  ({ aino } = await comeToWork());
  expect((await aino.call('GET', '/api/admin/search/unanswered')).status).toBe(403);
  expect((await service.caller().call('GET', '/api/admin/search/unanswered')).status).toBe(401);
});
