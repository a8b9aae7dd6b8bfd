import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aChannel, aServiceRecord } from '../../server/modules/knowledge/pages/testing/moving.ts';
import { putChannels } from '../../server/modules/knowledge/services/writing/channels.ts';
import { putOrganisations } from '../../server/modules/knowledge/services/writing/organisations.ts';
import { retire } from '../../server/modules/knowledge/services/writing/retiring.ts';
import { putServices } from '../../server/modules/knowledge/services/writing/services.ts';
import { fixedClock } from '../../server/platform/clock/clock.ts';
import { inTransaction } from '../../server/platform/db/transaction.ts';
import { hostileTexts } from '../../server/platform/http/testing/hostile-texts.ts';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aResident, type Resident } from '../../server/testing/resident.ts';
import { aTown } from '../../server/testing/town.ts';
import { elementsOf, faultOf, shapeOf } from './page-shape.ts';

/** A directory may be imported from elsewhere, so nothing in it is believed: neither its words nor its addresses. */
const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const service = await anApp(database, { clock });
const { db } = service.polku.desk;
const origin = await service.listen();
const town = await aTown(db, clock);
const texts = hostileTexts.filter((text) => !text.includes('\0') && text.isWellFormed() && text.trim() !== '' && !text.includes('\n'));

/** A directory that says this everywhere, and where it stands. */
async function directorySaying(text: string): Promise<Record<string, string>> {
  const words = { fi: text };
  const organisation = { id: randomUUID(), names: words, kind: 'state' as const, businessCode: null, parentId: null, modifiedAt: null };
  const common = {
    responsibleId: organisation.id,
    texts: { fi: { name: text, summary: text, description: text } },
    links: { fi: [{ name: text, url: text }] },
    phones: { fi: [{ number: text, charge: 'other' as const, note: text }] },
    emails: { fi: [text] },
    openingNotes: words,
    address: { street: words, number: text, postalCode: text, city: words, note: words },
    place: { latitude: 61, longitude: 25 },
    accessibility: [{ group: words, sentences: { fi: [text] } }],
  };
  const kinds = ['e-service', 'web-page', 'phone', 'form', 'place'] as const;
  const channels = kinds.map((kind) => aChannel(kind, common));
  const said = {
    name: text,
    summary: text,
    description: text,
    instruction: text,
    eligibility: text,
    charge: text,
    deadline: text,
    processing: text,
  };
  const record = (name: string) =>
    aServiceRecord({
      responsibleId: organisation.id,
      texts: { fi: { ...said, name }, plain: said },
      classes: { lifeEvents: ['KE4'], serviceClasses: [], targetGroups: [], terms: {} },
      languages: [text],
      connections: channels.map(({ id }) => ({ channelId: id, note: words })),
      legislation: [{ names: words, links: { fi: text } }],
    });
  const [shown, gone] = [record(text), record(text)];
  await sql`update service set retired_at = now() where retired_at is null`.execute(db);
  await sql`update service_channel set retired_at = now() where retired_at is null`.execute(db);
  await sql`insert into classification (scheme, code, uri, names) values ('life-event', 'KE4', 'http://codes.example/KE4', ${JSON.stringify(words)}::jsonb)
    on conflict (scheme, code) do update set names = excluded.names`.execute(db);
  await inTransaction(db, async (trx) => {
    await putOrganisations(trx, [organisation], 'own');
    await putChannels(trx, channels, 'own');
    await putServices(trx, [shown, gone], 'own');
    await retire(trx, 'service', [gone.id], 'own', clock.now());
  });
  await service.polku.search.caughtUp();
  const [web, , , form, place] = channels.map(({ id }) => id);
  return {
    service: `/services/${shown.id}`,
    gone: `/services/${gone.id}`,
    web: `/channels/${web}`,
    form: `/channels/${form}`,
    place: `/places/${place}`,
    places: '/places',
    city: `/places?${new URLSearchParams({ city: text })}`,
    lives: '/life-events',
    life: '/life-events/KE4',
    front: '/',
  };
}

async function pagesSaying(text: string, language: string): Promise<Record<string, string>> {
  const resident = aResident(origin);
  resident.browser.setCookie('polku-lang', language);
  const pages: Record<string, string> = {};
  for (const [name, path] of Object.entries(await directorySaying(text))) pages[name] = (await resident.open(path)).text;
  await resident.open('/search');
  pages.found = (await resident.send('/search', { words: text })).text;
  await resident.open('/search');
  pages.nothing = (await resident.send('/search', { words: `xqzzv ${text}` })).text;
  return pages;
}

const plain = await pagesSaying('plain words', 'en');
const usual = new Set(Object.values(plain).flatMap(shapeOf));

test.each(texts)('%j in the directory adds no element, no attribute and no address to any page', { timeout: 30_000 }, async (text) => {
  for (const [name, page] of Object.entries(await pagesSaying(text, 'en'))) {
    expect([name, shapeOf(page).filter((shape) => !usual.has(shape))]).toEqual([name, []]);
    for (const element of elementsOf(page)) expect([name, faultOf(element)]).toEqual([name, undefined]);
    for (const [, facts] of page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
      expect(() => JSON.parse(facts ?? '')).not.toThrow();
  }
});

test('the sample is seen: pages hold what the directory says', () => {
  for (const name of ['service', 'gone', 'web', 'form', 'place', 'city', 'life'])
    expect([name, plain[name]?.includes('plain words')]).toEqual([name, true]);
});

const search = async (resident: Resident, words: string) => {
  await resident.open('/search');
  return resident.send('/search', { words });
};

test('words searched for reach no log and no address, whatever they are', async () => {
  const resident = aResident(origin);
  for (const words of [
    'salainenasia 010101-123N',
    'salainenasia'.repeat(300),
    'salainenasia\u0007',
    '%00salainenasia',
    "salainenasia' or 1=1 --",
  ]) {
    const { status, path } = await search(resident, words);
    expect([words.slice(0, 30), status, path]).toEqual([words.slice(0, 30), 200, '/search']);
  }
  expect(service.lines.join('\n')).not.toContain('salainenasia');
  expect((await resident.browser.send('/search?words=salainenasia2')).status).toBe(200);
  expect(service.lines.join('\n')).not.toContain('salainenasia2');
});

test('what is no id finds nothing, and a wrong one says so as a page', async () => {
  const caller = service.caller();
  for (const path of [
    '/services/1',
    '/places/..%2f..%2fetc',
    '/channels/%00',
    '/life-events/%27',
    `/places/${randomUUID()}`,
    '/services/\u00e4',
  ])
    expect([
      path,
      (await caller.call('GET', encodeURI(path.normalize()).replaceAll('%25', '%'), undefined, { accept: 'text/html' })).status,
    ]).toEqual([path, 404]);
  expect(town.point).toBeTruthy();
});

test('unknown fields and another kind of body are refused', async () => {
  const resident = aResident(origin);
  await resident.open('/search');
  const hidden = resident.hidden('/search');
  const form = (fields: Record<string, string>) =>
    resident.browser.send('/search', { method: 'POST', body: new URLSearchParams({ ...hidden, ...fields }) });
  expect((await form({ words: 'x', audience: 'staff' })).status).toBe(422);
  expect((await form({ words: 'x'.repeat(45_000) })).status).toBe(413);
  expect((await service.caller().call('POST', '/search', '{"words":["x"]}')).status).toBe(422);
});
