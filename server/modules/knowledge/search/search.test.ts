import { expect, test } from 'vitest';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown } from '../../../testing/town.ts';
import type { SearchAnswer } from './schema.ts';
import { aPlace, aService, ours, someProviders } from './testing/directory.ts';

const database = await testDatabase();
const service = await anApp(database);
const { desk, search } = service.polku;
const { db } = desk;
const town = await aTown(db, desk.clock);
const aino = await service.signIn(town.aino);
const anyone = service.caller();

const find = async (caller: Caller, words: string, more: object = {}) => {
  const url = caller === anyone ? '/api/public/knowledge/search' : '/api/knowledge/search';
  const { status, body } = await caller.call<SearchAnswer>('POST', url, { words, ...more });
  expect(status).toBe(200);
  return body;
};
const titles = ({ hits }: SearchAnswer) => hits.map(({ title }) => title);

test('a service text is found once, with those who provide it, one’s own organisation first, and where', async () => {
  const names = ['Aittalan kunta', 'Lahdensuon kaupunki', 'Koivulan kunta', 'Haapalan kunta'];
  const providers = await someProviders(db, names);
  await ours(db, providers[1] as string, town.organisations.city);
  await ours(db, providers[2] as string, town.organisations.neighbour);
  const [far, near] = [
    await aPlace(db, 'Aittalan perhekeskus', { latitude: 61.2, longitude: 25.1 }),
    await aPlace(db, 'Rannan perhekeskus', { latitude: 61.0, longitude: 25.0 }),
  ];
  const texts = {
    fi: { name: 'Lasten palveluohjaus', summary: 'Neuvoja lapsiperheen arkeen.', description: 'Ohjaus auttaa löytämään tuen.' },
    sv: { name: 'Servicehandledning för barn', summary: 'Råd till barnfamiljer.' },
  };
  const ids = await aService(db, texts, providers, { placeIds: [far, near] });
  await search.caughtUp();

  const { hits, groups, warming } = await find(aino, 'lasten palveluohjaus', { kinds: ['service'] });
  expect(warming).toBe(false);
  expect(groups).toEqual([{ kind: 'service', count: 1 }]);
  expect(hits).toHaveLength(1);
  const [hit] = hits;
  expect(hit).toMatchObject({
    kind: 'service',
    title: 'Lasten palveluohjaus',
    summary: 'Neuvoja lapsiperheen arkeen.',
    language: 'fi',
    why: { language: 'fi', words: expect.arrayContaining(['palveluohjaus']) },
  });
  expect(hit?.providers?.count).toBe(4);
  expect(hit?.providers?.first.map(({ name }) => name)).toEqual(['Lahdensuon kaupunki', 'Koivulan kunta', 'Aittalan kunta']);
  expect(hit?.providers?.first[0]?.serviceId).toBe(ids[1]);
  expect(hit?.places?.count).toBe(2);

  const here = await find(anyone, 'palveluohjaus lapsille', { kinds: ['service'], near: { latitude: 61.01, longitude: 25.0 } });
  expect(here.hits[0]?.places?.first.map(({ name }) => name)).toEqual(['Rannan perhekeskus', 'Aittalan perhekeskus']);
  expect(here.hits[0]?.places?.first[0]).toMatchObject({ street: 'Rantatie 4', city: 'Mallila' });
  const [metres, further] = here.hits[0]?.places?.first.map((place) => place.metres ?? 0) ?? [];
  expect(metres).toBeGreaterThan(1000);
  expect(metres).toBeLessThan(1300);
  expect(further).toBeGreaterThan(20_000);

  const all = await aino.call<{ providers: { name: string }[]; places: { name: string }[]; more: boolean }>(
    'GET',
    `/api/knowledge/service-texts/${hit?.id}?language=fi`,
  );
  expect(all.body.providers.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect([all.body.places.length, all.body.more]).toEqual([2, false]);
  expect((await anyone.call('GET', `/api/public/knowledge/service-texts/${hit?.id}`)).status).toBe(200);
  expect((await anyone.call('GET', '/api/public/knowledge/service-texts/999999')).status).toBe(404);
});

test('a provider that comes or goes shows at once, though who provides is remembered', async () => {
  const [first, second] = (await someProviders(db, ['Vainion kunta', 'Ahon kunta'])) as [string, string];
  const texts = { fi: { name: 'Satamapaikan vuokraus', summary: 'Paikka purjeveneelle.' } };
  const providers = async () => {
    await search.caughtUp();
    return (await find(aino, 'satamapaikan vuokraus', { kinds: ['service'] })).hits[0]?.providers?.first.map(({ name }) => name);
  };
  const [id] = await aService(db, texts, [first]);
  expect(await providers()).toEqual(['Vainion kunta']);
  expect(await providers()).toEqual(['Vainion kunta']);
  await aService(db, texts, [second]);
  expect(await providers()).toEqual(['Ahon kunta', 'Vainion kunta']);
  await aService(db, texts, [second], { ids: [id as string] });
  expect(await providers()).toEqual(['Ahon kunta']);
});

test('what is not told in the asked language is shown in the best other, marked with its language', async () => {
  await aService(db, { fi: { name: 'Venepaikka', summary: 'Vuokraa paikka veneelle.' } });
  await aService(db, {
    fi: { name: 'Uimakoulu', summary: 'Opi uimaan.' },
    sv: { name: 'Simskola', summary: 'Lär dig simma.' },
    en: { name: 'Swimming school', summary: 'Learn to swim.' },
  });
  await search.caughtUp();
  expect((await find(aino, 'simskola', { language: 'sv' })).hits[0]).toMatchObject({ title: 'Simskola', language: 'sv' });
  expect((await find(anyone, 'swimming school', { language: 'en' })).hits[0]).toMatchObject({ title: 'Swimming school', language: 'en' });
  const borrowed = (await find(anyone, 'Venepaikka', { language: 'en' })).hits[0];
  expect(borrowed).toMatchObject({ title: 'Venepaikka', language: 'fi', why: { language: 'fi' } });
});

test('nothing that fits is no hit, not noise', async () => {
  expect(await find(aino, 'kvanttigravitaatio zxqwv')).toMatchObject({ hits: [], groups: [] });
  expect(await find(anyone, '')).toMatchObject({ hits: [], groups: [] });
});

test('a change on one node is found on another within two seconds, and what is withdrawn is not found', async () => {
  const other = await anApp(database);
  await other.polku.search.caughtUp();
  const there = other.caller();
  const seen = async (words: string, title: string, isThere: boolean) => {
    const began = performance.now();
    while ((await find2(there, words)).includes(title) !== isThere) {
      if (performance.now() - began > 2000) throw new Error(`${title} after two seconds`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return performance.now() - began;
  };
  const [id] = await aService(db, { fi: { name: 'Koirapuisto', summary: 'Aidattu alue koirille.' } });
  const appeared = await seen('koirapuisto', 'Koirapuisto', true);
  await aService(db, { fi: { name: 'Hevospolku', summary: 'Ratsastusreitti.' } }, [null], { ids: [id as string] });
  const changed = await seen('hevospolku', 'Hevospolku', true);
  const gone = await seen('koirapuisto', 'Koirapuisto', false);
  expect(Math.max(appeared, changed, gone)).toBeLessThan(2000);
});

const find2 = async (caller: Caller, words: string) =>
  titles((await caller.call<SearchAnswer>('POST', '/api/public/knowledge/search', { words, typing: true })).body);

test('searching takes no more than it says, and needs a session at the desk', async () => {
  const url = '/api/knowledge/search';
  expect((await anyone.call('POST', url, { words: 'x' })).status).toBe(401);
  for (const body of [
    {},
    { words: 1 },
    { words: 'x'.repeat(301) },
    { words: 'x', limit: 51 },
    { words: 'x', kinds: ['matter'] },
    { words: 'x', audience: 'staff' },
  ])
    expect([body, (await aino.call('POST', url, body)).status]).toEqual([body, 422]);
  expect((await anyone.call('POST', '/api/public/knowledge/search', { words: 'x', audience: 'staff' })).status).toBe(422);
});

test('no word that was searched for is in the log', async () => {
  await find(aino, 'zqxhakusana');
  await find(anyone, 'zqxhakusana');
  await aino.call('POST', '/api/knowledge/search/choices', { words: 'zqxhakusana', kind: 'service', id: '1' });
  expect(service.lines.join('')).not.toContain('zqxhakusana');
});
