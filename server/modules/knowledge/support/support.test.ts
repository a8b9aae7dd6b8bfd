import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { anActor, anActorInput } from '../../../testing/support.ts';
import { aPerson, aTown, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import { remindOfActors } from './reminding.ts';
import type { ActorList, Suggestions, SupportActor } from './schema.ts';
import { supportSource } from './sources.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let supporter: By;
let petri: Caller;
let aino: Caller;
let nelli: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  supporter = await aPerson(db, { name: 'Petri', role: 'digital-support-advisor', organisationId: town.organisations.city, units: [] });
  [petri, aino, nelli] = (await Promise.all([supporter, town.aino, town.nelli].map((by) => service.signIn(by)))) as [
    Caller,
    Caller,
    Caller,
  ];
});

const at = (id: string, rest = '') => `/api/knowledge/support-actors/${id}${rest}`;
const read = async (by: Caller, id: string) => (await by.call<SupportActor>('GET', at(id))).body;
const list = async (by: Caller, view = 'all') => (await by.call<ActorList>('GET', `/api/knowledge/support-actors?view=${view}`)).body;
const ids = async (by: Caller, view: string) => (await list(by, view)).actors.map(({ id }) => id);
const add = (by: Caller, rest: object = {}) =>
  by.call<{ code: string }>(
    'POST',
    '/api/knowledge/support-actors',
    { ...anActorInput(town.organisations.city), ...rest },
    {
      'idempotency-key': randomUUID(),
    },
  );

describe('keeping', () => {
  test('is for the owner’s digital support and those who answer for the point; all staff read', async () => {
    expect((await add(aino)).status).toBe(403);
    expect((await add(petri, { ownerOrganisationId: town.organisations.kela })).status).toBe(403);
    const id = await anActor(petri, town.organisations.city);
    for (const by of [aino, nelli]) expect(await read(by, id)).toMatchObject({ id, freshness: 'fresh', may: { write: false } });
    expect(await read(petri, id)).toMatchObject({ checkedOn: '2026-11-23', checkedByName: 'Petri', may: { write: true } });
    expect((await aino.call('PATCH', at(id), { version: 1, phone: '019 000 1' })).status).toBe(404);
    expect((await nelli.call('PUT', at(id, '/confirmation'), { version: 1 })).status).toBe(404);
  });

  test('names only what is there', async () => {
    expect((await add(petri, { answersTo: ['no-such'] })).body.code).toBe('unknown-list-key');
    expect((await add(petri, { placeId: randomUUID() })).body.code).toBe('unknown-reference');
    expect((await add(petri, { ownerPersonId: town.mika.actor.personId })).body.code).toBe('unknown-reference');
    for (const website of ['javascript:alert(1)', 'https://kela.example@elsewhere.example/', 'https://elsewhere.example/\u202efdp.html'])
      expect((await add(petri, { website })).status, website).toBe(422);
  });

  test('an old page changes nothing', async () => {
    const id = await anActor(petri, town.organisations.city);
    expect((await petri.call('PATCH', at(id), { version: 1, phone: '019 000 1161', opening: null })).status).toBe(204);
    expect((await petri.call<{ code: string }>('PATCH', at(id), { version: 1, phone: '' })).body.code).toBe('support-actor-changed');
    expect((await petri.call<{ code: string }>('PUT', at(id, '/confirmation'), { version: 1 })).body.code).toBe('support-actor-changed');
    expect(await read(aino, id)).toMatchObject({ phone: '019 000 1161', version: 2, email: 'kirjasto@kunta.example' });
  });

  test('what is retired exists for its keepers only, in no search and on no page', async () => {
    const id = await anActor(petri, town.organisations.city);
    const page = () => service.polku.app.inject({ url: `/digital-support/${id}` });
    expect((await page()).statusCode).toBe(200);
    expect((await petri.call('PATCH', at(id), { version: 1, retired: true })).status).toBe(204);
    expect((await aino.call('GET', at(id))).status).toBe(404);
    expect((await page()).statusCode).toBe(404);
    expect(await ids(aino, 'all')).not.toContain(id);
    expect([await ids(aino, 'retired'), await ids(nelli, 'retired')]).toEqual([[], []]);
    expect(await ids(petri, 'retired')).toContain(id);
    expect([...((await supportSource.load(db, [id])) as Iterable<object>)]).toEqual([]);
    expect((await petri.call('PATCH', at(id), { version: 2, retired: false })).status).toBe(204);
    expect(await ids(aino, 'all')).toContain(id);
  });
});

test('suggestions come with why, and nobody is hidden', async () => {
  const bank = await anActor(petri, town.organisations.city, { answersTo: ['bank-identification'], languages: ['fi'], isFree: false });
  const url = '/api/knowledge/support-actors/suggestions?criteria=bank-identification&language=sv&home=yes';
  const { suggested, others } = (await aino.call<Suggestions>('GET', url)).body;
  expect(suggested).toMatchObject([{ actor: { id: bank }, fits: ['bank-identification'], reasons: [], against: ['home', 'language'] }]);
  expect(others.length).toBe((await list(aino)).actors.length - 1);
});

test('what an actor says is text on both pages, whatever it is', async () => {
  const said = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
  const words = { name: said, helpsWith: said, where: said, how: said, price: said, accessibility: said };
  const id = await anActor(petri, town.organisations.city, {
    texts: { fi: words, sv: words, en: words, plain: { helpsWith: said, how: said } },
  });
  for (const url of ['/digital-support', `/digital-support/${id}`, `/digital-support/${id}?lang=fi-x-plain`]) {
    const page = await service.polku.app.inject({ url });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/<img src=x|<script>alert/);
    expect(page.body).toContain('&lt;script&gt;');
  }
});

describe('freshness', () => {
  test('is told and reminded of as time goes, each once, until somebody says that it is still right', async () => {
    const id = await anActor(petri, town.organisations.city);
    const told = async () =>
      (
        await sql<{
          n: number;
        }>`select count(*)::int as n from event where type = 'knowledge.support-changed' and subject = ${id}::uuid`.execute(db)
      ).rows[0]?.n;
    const first = await told();
    const night = async () => {
      await remindOfActors({ db, clock });
      await remindOfActors({ db, clock });
      [petri, aino] = [await service.signIn(supporter), await service.signIn(town.aino)];
      return {
        told: ((await told()) ?? 0) - (first ?? 0),
        freshness: (await read(aino, id)).freshness,
        mine: (await ids(petri, 'check')).includes(id),
      };
    };
    clock.advance({ hours: 24 * 119 });
    expect(await night()).toEqual({ told: 0, freshness: 'fresh', mine: false });
    clock.advance({ hours: 24 });
    expect(await night()).toEqual({ told: 1, freshness: 'due', mine: true });
    expect(await ids(aino, 'check')).toEqual([]);
    clock.advance({ hours: 24 * 61 });
    expect(await night()).toEqual({ told: 2, freshness: 'stale', mine: true });
    const page = await service.polku.app.inject({ url: `/digital-support/${id}` });
    expect(page.body).toContain('Tiedot on tarkistettu viimeksi ma\u00a023.11.2026');
    expect((await petri.call('PUT', at(id, '/confirmation'), { version: 1 })).status).toBe(204);
    expect(await night()).toEqual({ told: 3, freshness: 'fresh', mine: false });
  });
});
