import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aGuide } from '../../../testing/guides.ts';
import { aPerson, aTown, type Town } from '../../../testing/town.ts';
import { publishDueGuides } from './drafts/publishing.ts';
import type { GuideDraft, GuideHistory, GuideVersion } from './drafts/schema.ts';
import type { Guide, GuideList } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let admin: Caller;
let nelli: Caller;
let mika: Caller;
let guard: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  await signIn();
});

async function signIn(): Promise<void> {
  const all = [town.aino, town.admin, town.nelli, town.mika, town.guard].map((by) => service.signIn(by));
  [aino, admin, nelli, mika, guard] = (await Promise.all(all)) as [Caller, Caller, Caller, Caller, Caller];
}

/** Sessions end overnight. */
async function later(hours: number): Promise<void> {
  clock.advance({ hours });
  await signIn();
}

const at = (id: string, rest = '') => `/api/knowledge/guides/${id}${rest}`;
const said = (title: string, body = 'Lue tiedotteet ja avaa ovet.') => ({ texts: { fi: { title, body } } });
const read = (id: string, by: Caller) => by.call<Guide>('GET', at(id));
const rows = async (by: Caller, view = 'all') => (await by.call<GuideList>('GET', `/api/knowledge/guides?view=${view}`)).body;
const ids = async (by: Caller, view = 'all') => (await rows(by, view)).rows.map(({ id }) => id);
const codeOf = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  return [status, (body as { code: string }).code];
};

async function begun(content: object): Promise<string> {
  const body = { ownerOrganisationId: town.organisations.city, content };
  const answer = await aino.call<{ id: string }>('POST', '/api/knowledge/guides', body, { 'idempotency-key': randomUUID() });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

/** The draft of revision 1, taken to its readers. */
async function publish(id: string): Promise<void> {
  expect((await aino.call('PUT', at(id, '/draft/offer'), { revision: 1 })).status).toBe(204);
  expect((await admin.call('PUT', at(id, '/draft/approval'), { revision: 2 })).status).toBe(204);
}

async function found(by: Caller, words: string): Promise<string[]> {
  await service.polku.search.caughtUp();
  const answer = await by.call<{ hits: { id: string }[]; groups: { kind: string; count: number }[] }>('POST', '/api/knowledge/search', {
    words,
    kinds: ['guide'],
    limit: 20,
  });
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body.groups.reduce((all, { count }) => all + count, 0)).toBe(answer.body.hits.length);
  return answer.body.hits.map(({ id }) => id);
}

describe('a guide goes through approval', () => {
  test('written, offered, approved by another, and read by everybody', async () => {
    const id = await begun(said('Vuoron loppu'));
    expect((await read(id, mika)).status).toBe(404);
    expect(await ids(mika)).not.toContain(id);
    expect((await read(id, aino)).body).toMatchObject({ content: null, draftState: 'draft', may: { write: true, approve: false } });
    await aino.call('PUT', at(id, '/draft/offer'), { revision: 1 });
    expect(await ids(admin, 'waiting')).toContain(id);
    expect(await codeOf(aino.call('PUT', at(id, '/draft/approval'), { revision: 2 }))).toEqual([403, 'not-approver']);
    expect((await admin.call('PUT', at(id, '/draft/approval'), { revision: 2 })).status).toBe(204);
    expect((await read(id, mika)).body).toMatchObject({ publishedNumber: 1, draftState: null, isEnded: false, may: { write: false } });
    expect(await ids(mika)).toContain(id);
  });

  test('never by whoever wrote any of it, in the service or past it', async () => {
    const id = await begun(said('Vuoron loppu'));
    expect((await admin.call('PUT', at(id, '/draft'), { revision: 1, content: said('Vuoron loppu 2') })).status).toBe(200);
    await aino.call('PUT', at(id, '/draft/offer'), { revision: 2 });
    expect(await codeOf(admin.call('PUT', at(id, '/draft/approval'), { revision: 3 }))).toEqual([403, 'own-draft']);
    const { personId } = town.aino.actor;
    const forged = sql`update guide_version set state = 'published', approved_by = ${personId}::uuid where guide_id = ${id}::uuid`;
    await expect(forged.execute(db)).rejects.toThrow(/check/);
  });

  test('is whole before it is offered: a text, and whose instruction it is', async () => {
    const empty = await begun({ kind: 'case', texts: {} });
    const refused = await aino.call<{ code: string; fields: string[] }>('PUT', at(empty, '/draft/offer'), { revision: 1 });
    expect(refused.body).toMatchObject({
      code: 'guide-incomplete',
      fields: ['content.texts.fi.title', 'content.texts.fi.body', 'content.issuerId'],
    });
    const backwards = await begun({ ...said('Loma'), validFrom: '2026-12-24', validUntil: '2026-12-01' });
    expect(await codeOf(aino.call('PUT', at(backwards, '/draft/offer'), { revision: 1 }))).toEqual([422, 'guide-days']);
    const unknown = { revision: 1, content: { ...said('Loma'), points: [randomUUID()], issuerId: randomUUID() } };
    expect(await codeOf(aino.call('PUT', at(backwards, '/draft'), unknown))).toEqual([422, 'unknown-reference']);
  });

  test('an old page changes nothing', async () => {
    const id = await begun(said('Vuoron loppu'));
    expect((await aino.call('PUT', at(id, '/draft'), { revision: 1, content: said('Toinen') })).status).toBe(200);
    expect(await codeOf(aino.call('PUT', at(id, '/draft'), { revision: 1, content: said('Kolmas') }))).toEqual([409, 'draft-changed']);
    expect(await codeOf(aino.call('POST', at(id, '/draft/discards'), { revision: 2 }))).toEqual([409, 'guide-only-draft']);
    expect((await admin.call('PATCH', at(id), { version: 1, reviewOn: '2027-01-01' })).status).toBe(204);
    expect(await codeOf(admin.call('PATCH', at(id), { version: 1, reviewOn: '2027-02-01' }))).toEqual([409, 'guide-changed']);
  });
});

test('a new version replaces the old one, which stays readable with what changed', async () => {
  const id = await aGuide(db, town, said('Avain', 'Avain on kaapissa.'));
  expect((await aino.call('PUT', at(id, '/draft'), { revision: 0, content: said('Avain', 'Avain on vartijalla.') })).status).toBe(200);
  const draft = (await admin.call<GuideDraft>('GET', at(id, '/draft'))).body;
  expect(draft.differences).toEqual([
    {
      language: 'fi',
      field: 'body',
      parts: [
        { kind: 'same', text: 'Avain on ' },
        { kind: 'gone', text: 'kaapissa.' },
        { kind: 'come', text: 'vartijalla.' },
      ],
    },
  ]);
  expect((await mika.call('GET', at(id, '/draft'))).status).toBe(404);
  expect((await mika.call<GuideHistory>('GET', at(id, '/versions'))).body.versions).toMatchObject([{ number: 1, state: 'published' }]);
  expect((await mika.call('GET', at(id, '/versions/2'))).status).toBe(404);
  await publish(id);
  expect((await mika.call<GuideHistory>('GET', at(id, '/versions'))).body.versions).toMatchObject([
    { number: 2, state: 'published', approvedByName: town.admin.actor.name },
    { number: 1, state: 'past' },
  ]);
  const old = (await mika.call<GuideVersion>('GET', at(id, '/versions/1'))).body;
  expect(old.content.texts.fi?.body).toBe('Avain on kaapissa.');
  expect((await mika.call<GuideVersion>('GET', at(id, '/versions/2'))).body).toMatchObject({ than: 1, differences: [{ field: 'body' }] });
});

describe('whom it concerns', () => {
  test('a point: those who sit there, and the owner’s people who are bound to no point', async () => {
    const id = await aGuide(db, town, { ...said('Hälytyspainike tiskillä'), points: [town.point] });
    const visitor = await service.signIn({ ...town.mika, actor: { ...town.mika.actor, pointId: town.point } });
    for (const by of [aino, guard, visitor]) {
      expect((await read(id, by)).status).toBe(200);
      expect(await ids(by)).toContain(id);
      expect(await found(by, 'hälytyspainike')).toEqual([id]);
    }
    for (const by of [nelli, mika]) {
      for (const place of ['', '/versions', '/versions/1']) expect((await by.call('GET', at(id, place))).status, place).toBe(404);
      expect(await ids(by)).not.toContain(id);
      expect(await found(by, 'hälytyspainike')).toEqual([]);
    }
    expect((await rows(aino)).rows.find((row) => row.id === id)?.isForMe).toBe(true);
    expect((await rows(admin)).rows.find((row) => row.id === id)?.isForMe).toBe(false);
  });

  test('an organisation and a role: both in one and the same grant', async () => {
    const { city, kela } = town.organisations;
    const id = await aGuide(db, town, { ...said('Kulkulupa takaovelle'), organisations: [kela], roles: ['authority-specialist'] });
    const both = await aPerson(db, { name: 'Vieno', role: 'guard', organisationId: kela, units: [] });
    await sql`insert into person_grant (person_id, role, organisation_id) values (${both.actor.personId}::uuid, 'authority-specialist', ${town.organisations.dvv}::uuid)`.execute(
      db,
    );
    const vieno = await service.signIn(both);
    expect((await read(id, mika)).status).toBe(200);
    expect(await found(mika, 'kulkulupa takaovelle')).toEqual([id]);
    expect((await read(id, vieno)).status).toBe(404);
    expect((await read(id, guard)).status).toBe(404);
    expect(await found(guard, 'kulkulupa takaovelle')).toEqual([]);
    expect((await read(id, aino)).status, `kept by ${city}`).toBe(200);
  });

  test('who is counted out of a new version reads the old one no more', async () => {
    const id = await aGuide(db, town, said('Kahvihuone'));
    const content = { ...said('Kahvihuone', 'Vain vartijoille.'), roles: ['guard'] };
    await aino.call('PUT', at(id, '/draft'), { revision: 0, content });
    await publish(id);
    expect((await mika.call('GET', at(id, '/versions/1'))).status).toBe(404);
    expect((await guard.call('GET', at(id, '/versions/1'))).status).toBe(200);
  });

  test('a choice of what one cannot read is not counted', async () => {
    const id = await aGuide(db, town, { ...said('Varauloskäynti kellarissa'), points: [town.point] });
    const choice = { words: 'varauloskäynti', kind: 'guide', id };
    const count = async () =>
      (await sql<{ n: number }>`select coalesce(sum(times), 0)::int as n from search_choice where entry_id = ${id}`.execute(db)).rows[0]?.n;
    await service.polku.search.caughtUp();
    for (const [by, counted] of [
      [nelli, 0],
      [aino, 1],
    ] as const) {
      expect((await by.call('POST', '/api/knowledge/search/choices', choice)).status).toBe(204);
      expect(await count()).toBe(counted);
    }
  });
});

describe('validity', () => {
  test('a version approved for a day comes out that day', async () => {
    const id = await begun({ ...said('Joulun vuorot'), validFrom: '2026-11-24', validUntil: '2026-11-25' });
    await publish(id);
    expect((await read(id, mika)).status).toBe(404);
    expect((await read(id, aino)).body.coming).toMatchObject({ number: 1, validFrom: '2026-11-24' });
    expect(await publishDueGuides({ db, clock })).toBe(0);
    // Half past midnight in Helsinki, the day before still in UTC.
    await later(15);
    expect(await publishDueGuides({ db, clock })).toBe(1);
    expect(await publishDueGuides({ db, clock })).toBe(0);
    expect((await read(id, mika)).body).toMatchObject({ isEnded: false, publishedNumber: 1, coming: null });
    expect(await found(mika, 'joulun vuorot')).toContain(id);
    // After its last day it is read and says so, and is found no more.
    await later(48);
    expect((await read(id, mika)).body.isEnded).toBe(true);
    expect(await ids(mika)).not.toContain(id);
    expect(await ids(mika, 'ended')).toContain(id);
    expect(await found(mika, 'joulun vuorot')).not.toContain(id);
  });

  test('the owner is told of a review date and of a last day that are near', async () => {
    const todo = async () => (await rows(aino)).counts.todo;
    const before = await todo();
    const soon = clock.now().toZonedDateTimeISO('Europe/Helsinki').toPlainDate().add({ days: 10 }).toString();
    const id = await aGuide(db, town, said('Tarkistettava'), soon);
    await aGuide(db, town, { ...said('Päättyvä'), validUntil: soon });
    expect(await todo()).toBe(before + 2);
    expect((await rows(mika)).counts.todo).toBe(0);
    expect((await admin.call('PATCH', at(id), { version: 2, reviewOn: '2027-06-01' })).status).toBe(204);
    expect(await todo()).toBe(before + 1);
    const old = await aGuide(db, town, said('Vanha'));
    await sql`update guide set review_on = '2026-01-01' where id = ${old}::uuid`.execute(db);
    expect((await read(old, mika)).body.isStale).toBe(true);
    expect(await ids(aino, 'stale')).toContain(old);
  });
});

test('out of use it is there for its keepers alone, and only another than its writer takes it back', async () => {
  const id = await aGuide(db, town, said('Vanha tapa toimia'));
  expect((await aino.call('PATCH', at(id), { version: 2, retired: true })).status).toBe(204);
  expect((await read(id, mika)).status).toBe(404);
  expect(await ids(aino, 'retired')).toContain(id);
  expect(await found(aino, 'vanha tapa toimia')).not.toContain(id);
  expect((await aino.call('PATCH', at(id), { version: 3, retired: false })).status).toBe(403);
  expect((await admin.call('PATCH', at(id), { version: 3, retired: false })).status).toBe(204);
  expect((await read(id, mika)).status).toBe(200);
});

test('residents do not find it', async () => {
  const id = await aGuide(db, town, said('Salainen koputus'));
  expect(await found(aino, 'salainen koputus')).toEqual([id]);
  const asked = { words: 'salainen koputus', kinds: ['guide'] };
  const answer = await service.caller().call<{ hits: unknown[] }>('POST', '/api/public/knowledge/search', asked);
  expect([answer.status, answer.body.hits]).toEqual([200, []]);
});
