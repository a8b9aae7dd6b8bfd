import { expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { startFeed } from '../../../platform/events/feed.ts';
import { createLog } from '../../../platform/log/log.ts';
import { testDatabase } from '../../../testing/database.ts';
import { knowledgeChanged } from '../events.ts';
import { findKnowledge } from './finding.ts';
import { type Search, startSearch } from './service.ts';
import type { Entry, EntryKind, EntrySource } from './types.ts';

const { db: database, appUrl } = await testDatabase();
const db = database.kysely;
const log = createLog('silent');

/** A shelf that can be held back, as a database that is slow, and broken, as one that is away. */
function aShelf(kind: EntryKind) {
  const things = new Map<string, Entry>();
  let gate = Promise.resolve();
  let isBroken = false;
  const source: EntrySource = {
    kind,
    async *load(_, ids) {
      if (isBroken) throw new Error('away');
      const found = [...things.values()].filter(({ id }) => !ids || ids.includes(id));
      await gate;
      yield* found;
    },
  };
  const put = (id: string, title: string, audience: Entry['audience'] = 'everyone') =>
    void things.set(id, { kind, id, audience, words: { fi: { title } } });
  return {
    source,
    put,
    take: (id: string) => things.delete(id),
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    breaks(now: boolean) {
      isBroken = now;
    },
  };
}

/** What else there is: how rare a word is tells nothing among two or three texts. */
const others = aShelf('life-event');
const unlike = 'kangas lumi sateenvarjo piano kurkku teltta veturi lokki pensas kello silta naula harja lusikka tyyny huilu'.split(' ');
for (const [at, word] of unlike.entries()) others.put(String(at), word);

async function aSearch(sources: EntrySource[], work: (search: Search) => Promise<void>): Promise<void> {
  const feed = await startFeed({ db, url: appUrl, log });
  const search = startSearch({ db, feed, log, sources: [others.source, ...sources] });
  try {
    await work(search);
  } finally {
    await search.stop();
    await feed.stop();
  }
}

const tell = (kind: EntryKind, ...ids: string[]) => inTransaction(db, (trx) => knowledgeChanged(trx, kind, ids));
const wish = { language: 'fi', limit: 10, organisationIds: [] } as const;

test('while it is warming it answers with what it has read, and says so', async () => {
  const [guides, bulletins] = [aShelf('guide'), aShelf('bulletin')];
  guides.put('1', 'Ohje muuttajalle');
  bulletins.put('2', 'Tiedote muuttajalle');
  const letGo = bulletins.hold();
  await aSearch([guides.source, bulletins.source], async (search) => {
    const answer = () => findKnowledge({ search }, { ...wish, words: 'muuttajalle', audience: 'staff' });
    await expect.poll(async () => (await answer()).hits.length).toBe(1);
    expect(await answer()).toMatchObject({ warming: true, hits: [{ kind: 'guide', title: 'Ohje muuttajalle' }] });
    letGo();
    await search.caughtUp();
    expect(await answer()).toMatchObject({ warming: false, hits: [{}, {}] });
  });
});

test('what changes while it is first read is not lost', async () => {
  const guides = aShelf('guide');
  guides.put('1', 'Vanha ohje');
  guides.put('2', 'Poistuva ohje');
  const letGo = guides.hold();
  await aSearch([guides.source], async (search) => {
    guides.put('1', 'Uudistettu neuvo');
    guides.take('2');
    await tell('guide', '1', '2');
    letGo();
    await search.caughtUp();
    const found = (words: string) => search.find({ words, language: 'fi', audience: 'staff' }).map(({ title }) => title);
    expect([found('uudistettu neuvo'), found('vanha'), found('poistuva')]).toEqual([['Uudistettu neuvo'], [], []]);
  });
});

test('what could not be read while the database was away is read when it is back', async () => {
  const guides = aShelf('guide');
  guides.breaks(true);
  guides.put('1', 'Ohje');
  await aSearch([guides.source], async (search) => {
    await search.caughtUp();
    expect(search.isWhole()).toBe(false);
    guides.breaks(false);
    await expect.poll(() => search.isWhole(), { timeout: 5000 }).toBe(true);
    guides.breaks(true);
    guides.put('1', 'Parempi neuvo');
    await tell('guide', '1');
    await search.caughtUp();
    guides.breaks(false);
    const found = () => search.find({ words: 'parempi', language: 'fi', audience: 'staff' }).length;
    await expect.poll(found, { timeout: 5000 }).toBe(1);
  });
});

test('the public is not told of what is for staff: not in hits, groups, counts or by its id', async () => {
  const guides = aShelf('guide');
  guides.put('1', 'Ohje kaikille');
  await aSearch([guides.source], async (search) => {
    await search.caughtUp();
    const asPublic = () => findKnowledge({ search }, { ...wish, words: 'ohje', audience: 'everyone' });
    const before = await asPublic();
    for (const id of ['2', '3']) guides.put(id, `Ohje henkilöstölle ${id}`, 'staff');
    await tell('guide', '2', '3');
    await search.caughtUp();
    expect(await asPublic()).toEqual(before);
    expect(search.shown({ language: 'fi', audience: 'everyone' }, 'guide', '2')).toBeUndefined();
    const toStaff = await findKnowledge({ search }, { ...wish, words: 'ohje', audience: 'staff' });
    expect(toStaff.groups).toEqual([{ kind: 'guide', count: 3 }]);
    guides.put('2', 'Ohje henkilöstölle');
    await tell('guide', '2');
    await search.caughtUp();
    expect((await asPublic()).groups).toEqual([{ kind: 'guide', count: 2 }]);
  });
});

test('the best of each kind is among the hits however few are asked for', async () => {
  const [guides, bulletins] = [aShelf('guide'), aShelf('bulletin')];
  for (const id of ['1', '2', '3', '4']) guides.put(id, `Sulkapallo ${id}`);
  for (const id of ['6', '7', '8', '9']) guides.put(id, `Muu ohje ${id}`);
  bulletins.put('5', 'Kerho jossa on myös sulkapallo ja paljon muuta');
  await aSearch([guides.source, bulletins.source], async (search) => {
    await search.caughtUp();
    const { hits, groups } = await findKnowledge({ search }, { ...wish, words: 'sulkapallo', limit: 2, audience: 'staff' });
    expect(hits.map(({ kind }) => kind)).toEqual(['guide', 'guide', 'bulletin']);
    expect(groups).toEqual([
      { kind: 'guide', count: 4 },
      { kind: 'bulletin', count: 1 },
    ]);
  });
});

test('things that say exactly the same are one hit, and each can change or go by itself', async () => {
  const forms = aShelf('form');
  for (const id of ['1', '2', '3']) forms.put(id, 'Hakemus venepaikasta');
  for (const id of ['7', '8', '9']) forms.put(id, `Muu lomake ${id}`);
  await aSearch([forms.source], async (search) => {
    const found = (words: string) =>
      search.find({ words, language: 'fi', audience: 'everyone' }).map(({ id, alike, title }) => [title, id, alike]);
    const told = async (...ids: string[]) => {
      await tell('form', ...ids);
      await search.caughtUp();
    };
    await search.caughtUp();
    expect(found('venepaikasta')).toEqual([['Hakemus venepaikasta', '1', ['2', '3']]]);
    expect(search.size()).toMatchObject({ things: 6 + unlike.length, entries: 4 + unlike.length });
    forms.take('1');
    await told('1');
    expect(found('venepaikasta')).toEqual([['Hakemus venepaikasta', '2', ['3']]]);
    forms.put('2', 'Sauvakävelykurssi');
    await told('2');
    expect(found('venepaikasta')).toEqual([['Hakemus venepaikasta', '3', []]]);
    expect(found('sauvakävelykurssi')).toEqual([['Sauvakävelykurssi', '2', []]]);
    forms.take('3');
    await told('3');
    expect(found('venepaikasta')).toEqual([]);
    expect(search.shown({ language: 'fi', audience: 'everyone' }, 'form', '3')).toBeUndefined();
    expect(search.shown({ language: 'fi', audience: 'everyone' }, 'form', '2')?.title).toBe('Sauvakävelykurssi');
  });
});
