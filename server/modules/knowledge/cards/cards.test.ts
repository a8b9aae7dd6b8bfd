import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aPerson, aTown, type Town } from '../../../testing/town.ts';
import { aService } from '../search/testing/directory.ts';
import { publishDue } from './drafts/publishing.ts';
import type { CardDraft, CardVersion } from './drafts/schema.ts';
import type { Card, CardList } from './schema.ts';
import { remindOfReviews } from './tasks/service.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const service = await anApp(database, { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let tiina: Caller;
let admin: Caller;
let mika: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  await signIn();
});

async function signIn(): Promise<void> {
  aino = await service.signIn(town.aino);
  tiina = await service.signIn(town.tiina);
  admin = await service.signIn(town.admin);
  mika = await service.signIn(town.mika);
}

/** Sessions end overnight. */
async function later(hours: number): Promise<void> {
  clock.advance({ hours });
  await signIn();
}

const once = () => ({ 'idempotency-key': randomUUID() });
const said = (title: string) => ({ texts: { fi: { title, summary: 'Apua vuokraan.', alsoCalled: ['vuokratuki'] } } });
const at = (id: string, rest = '') => `/api/knowledge/cards/${id}${rest}`;

async function begun(by = aino, content: object = said('Asumistuki')): Promise<string> {
  const body = { ownerOrganisationId: town.organisations.city, organisationId: town.organisations.kela, content };
  const answer = await by.call<{ id: string }>('POST', '/api/knowledge/cards', body, once());
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

async function published(content?: object): Promise<string> {
  const id = await begun(aino, content);
  expect((await aino.call('PUT', at(id, '/draft/offer'), { revision: 1 })).status).toBe(204);
  const answer = await admin.call('PUT', at(id, '/draft/approval'), { revision: 2 });
  expect(answer.status, answer.text).toBe(204);
  return id;
}

const card = async (id: string, by = aino) => (await by.call<Card>('GET', at(id))).body;
const rowsOf = async (view: string, by: Caller) => (await by.call<CardList>('GET', `/api/knowledge/cards?view=${view}`)).body;

test('a link that is written leads where it says; one from before is read as it is', async () => {
  const withLink = (url: string) => ({ ...said('Asumistuki'), links: [{ kind: 'page', url, names: {} }] });
  const body = (url: string) => ({ ownerOrganisationId: town.organisations.city, content: withLink(url) });
  const give = (url: string) => aino.call('POST', '/api/knowledge/cards', body(url), once());
  for (const url of ['https://asuminen.example/tuki?a=1#b', 'http://äijälä.example/ä'])
    expect([url, (await give(url)).status]).toEqual([url, 201]);
  for (const url of [
    'javascript:alert(1)',
    'https://kela.example@elsewhere.example/',
    'https://a:b@kela.example/',
    'https://kela.example/\u202efdp.exe',
    'https://kela.example/\u200b',
  ])
    expect([url, (await give(url)).status]).toEqual([url, 422]);

  const id = await published(withLink('https://kela.example/'));
  await sql`update card_version set content = jsonb_set(content, '{links,0,url}', '"https://a:b@kela.example/"') where card_id = ${id}::uuid`.execute(
    db,
  );
  expect((await card(id)).content?.links[0]?.url).toBe('https://a:b@kela.example/');
});

describe('a card goes through approval', () => {
  test('written, offered, approved by another, and read by everybody', async () => {
    const id = await begun();
    expect((await mika.call('GET', at(id))).status).toBe(404);
    expect(await card(id)).toMatchObject({
      content: null,
      publishedNumber: null,
      draftState: 'draft',
      may: { write: true, approve: false },
    });

    await aino.call('PUT', at(id, '/draft/offer'), { revision: 1 });
    expect((await rowsOf('waiting', admin)).rows.map((row) => row.id)).toContain(id);
    expect((await rowsOf('waiting', aino)).counts.waiting).toBe(0);
    expect((await aino.call<{ code: string }>('PUT', at(id, '/draft/approval'), { revision: 2 })).body.code).toBe('not-approver');

    expect((await admin.call('PUT', at(id, '/draft/approval'), { revision: 2 })).status).toBe(204);
    expect(await card(id, mika)).toMatchObject({
      content: { texts: { fi: { title: 'Asumistuki' } } },
      publishedNumber: 1,
      draftState: null,
      openTasks: 0,
    });
  });

  test('never by whoever wrote any of it', async () => {
    const id = await begun();
    const content = said('Asumistuki, korjattu');
    expect((await admin.call('PUT', at(id, '/draft'), { revision: 1, content })).status).toBe(200);
    await aino.call('PUT', at(id, '/draft/offer'), { revision: 2 });
    const refused = await admin.call<{ code: string }>('PUT', at(id, '/draft/approval'), { revision: 3 });
    expect([refused.status, refused.body.code]).toEqual([403, 'own-draft']);
    const other = await service.signIn(
      await aPerson(db, { name: 'Päivi', role: 'point-manager', organisationId: town.organisations.city, units: [] }),
    );
    expect((await other.call<CardDraft>('GET', at(id, '/draft'))).body).toMatchObject({ refusal: null, state: 'offered' });
    expect((await other.call('PUT', at(id, '/draft/approval'), { revision: 3 })).status).toBe(204);
  });

  test('the database refuses it too', async () => {
    const id = await begun();
    const { personId } = town.aino.actor;
    const forged = sql`update card_version set state = 'published', approved_by = ${personId}::uuid where card_id = ${id}::uuid`.execute(
      db,
    );
    await expect(forged).rejects.toThrow(/check/);
  });

  test('returned with the reason, mended, and what was offered is a draft again', async () => {
    const id = await begun();
    await aino.call('PUT', at(id, '/draft/offer'), { revision: 1 });
    expect((await aino.call('PUT', at(id, '/draft/return'), { revision: 2, note: 'x' })).status).toBe(403);
    expect((await admin.call('PUT', at(id, '/draft/return'), { revision: 2, note: 'Hinta puuttuu' })).status).toBe(204);
    expect((await aino.call<CardDraft>('GET', at(id, '/draft'))).body).toMatchObject({
      state: 'draft',
      returnedNote: 'Hinta puuttuu',
      revision: 3,
    });
    await aino.call('PUT', at(id, '/draft/offer'), { revision: 3 });
    await aino.call('PUT', at(id, '/draft'), { revision: 4, content: said('Toinen') });
    expect((await admin.call<{ code: string }>('PUT', at(id, '/draft/approval'), { revision: 5 })).body.code).toBe('not-offered');
  });

  test('of two who save at once one is told, and nothing is lost', async () => {
    const id = await begun();
    const saves = await Promise.all(
      [aino, tiina].map((by, n) => by.call<{ code?: string }>('PUT', at(id, '/draft'), { revision: 1, content: said(`Teksti ${n}`) })),
    );
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(saves.find(({ status }) => status === 409)?.body.code).toBe('draft-changed');
  });

  test('what is not whole is not offered', async () => {
    const id = await begun(aino, { texts: { fi: { title: 'Vain nimi' } } });
    const answer = await aino.call<{ code: string; fields: string[] }>('PUT', at(id, '/draft/offer'), { revision: 1 });
    expect([answer.status, answer.body.code, answer.body.fields]).toEqual([422, 'card-incomplete', ['content.texts.fi.summary']]);
  });

  test('on its day, told of beforehand, and the history shows what changed', async () => {
    const id = await published();
    const changed = { ...said('Asumistuki'), texts: { fi: { title: 'Asumistuki', summary: 'Apua vuokraan ja lainaan.' } } };
    const saved = await aino.call('PUT', at(id, '/draft'), { revision: 0, content: changed, changeNote: 'Uusi laki' });
    expect(saved.status, saved.text).toBe(200);
    await aino.call('PUT', at(id, '/draft/offer'), { revision: 1 });
    expect((await admin.call('PUT', at(id, '/draft/approval'), { revision: 2, publishOn: '2026-11-25' })).status).toBe(204);
    expect(await card(id, mika)).toMatchObject({ coming: { publishOn: '2026-11-25', changeNote: 'Uusi laki' }, publishedNumber: 1 });
    expect(await publishDue({ db, clock })).toBe(0);
    await later(40);
    expect(await publishDue({ db, clock })).toBe(1);
    expect(await card(id, mika)).toMatchObject({
      coming: null,
      publishedNumber: 2,
      content: { texts: { fi: { summary: 'Apua vuokraan ja lainaan.' } } },
    });
    const { differences } = (await aino.call<CardVersion>('GET', at(id, '/versions/2'))).body;
    expect(differences.find(({ field }) => field === 'summary')?.parts).toEqual([
      { kind: 'same', text: 'Apua ' },
      { kind: 'gone', text: 'vuokraan.' },
      { kind: 'come', text: 'vuokraan ja lainaan.' },
    ]);
  });

  test('a draft may be given up when something is published, else not', async () => {
    const fresh = await begun();
    expect((await aino.call<{ code: string }>('POST', at(fresh, '/draft/discards'), { revision: 1 })).body.code).toBe('card-only-draft');
    const id = await published();
    await aino.call('PUT', at(id, '/draft'), { revision: 0, content: said('Uusi') });
    expect((await aino.call('POST', at(id, '/draft/discards'), { revision: 1 })).status).toBe(204);
    expect((await aino.call<CardDraft>('GET', at(id, '/draft'))).body).toMatchObject({
      revision: 0,
      number: 2,
      content: { texts: { fi: { title: 'Asumistuki' } } },
    });
  });
});

describe('an old card', () => {
  test('is flagged, its owner is reminded once, and looking it over ends that', async () => {
    const id = await published();
    const { version } = await card(id);
    expect((await aino.call('PATCH', at(id), { version, reviewOn: '2026-12-20' })).status).toBe(204);
    await remindOfReviews({ db, clock });
    expect((await card(id)).openTasks).toBe(0);
    await later(24 * 20);
    await remindOfReviews({ db, clock });
    await remindOfReviews({ db, clock });
    expect(await card(id)).toMatchObject({ isStale: false, openTasks: 1 });
    expect((await rowsOf('mine', aino)).counts.todo).toBeGreaterThan(0);
    await later(24 * 20);
    expect((await card(id, mika)).isStale).toBe(true);
    expect((await rowsOf('stale', tiina)).rows.map((row) => row.id)).toContain(id);
    expect((await rowsOf('stale', mika)).rows).toEqual([]);
    const again = await card(id);
    expect((await aino.call('PATCH', at(id), { version: again.version, reviewOn: '2027-06-01' })).status).toBe(204);
    expect(await card(id)).toMatchObject({ isStale: false, openTasks: 0 });
  });
});

describe('what staff say of it', () => {
  test('"wrong" is a task for the owner until it is handled with a note', async () => {
    const id = await published();
    const told = await mika.call<{ id: string }>('PUT', at(id, '/verdict'), { helped: false });
    expect((await mika.call('PATCH', `/api/knowledge/verdicts/${told.body.id}`, { why: 'Tuloraja on vanha' })).status).toBe(204);
    expect((await tiina.call('PATCH', `/api/knowledge/verdicts/${told.body.id}`, { why: 'x' })).status).toBe(404);
    expect((await rowsOf('reported', aino)).rows.map((row) => row.id)).toContain(id);
    expect((await mika.call('GET', at(id, '/tasks'))).status).toBe(404);
    const { tasks } = (await aino.call<{ tasks: { id: string; why: string; byName: string }[] }>('GET', at(id, '/tasks'))).body;
    expect(tasks).toMatchObject([{ why: 'Tuloraja on vanha', byName: town.mika.actor.name }]);
    const handling = `/api/knowledge/tasks/${tasks[0]?.id}/handling`;
    expect((await mika.call('PUT', handling, { note: 'x' })).status).toBe(404);
    expect((await tiina.call('PUT', handling, { note: 'Korjattu' })).status).toBe(204);
    expect((await aino.call<{ code: string }>('PUT', handling, { note: 'Minäkin' })).body.code).toBe('task-handled');
    expect((await rowsOf('reported', aino)).rows.map((row) => row.id)).not.toContain(id);
  });

  test('one word of each person: "helped" takes back "wrong"', async () => {
    const id = await published();
    await mika.call('PUT', at(id, '/verdict'), { helped: false });
    await mika.call('PUT', at(id, '/verdict'), { helped: true });
    expect(await card(id, mika)).toMatchObject({ helped: 1, wrong: 0, mine: { helped: true } });
    expect((await card(id)).openTasks).toBe(0);
  });
});

test('whose owner has left is a task for those who approve', async () => {
  const leaver = await aPerson(db, { name: 'Lähtijä', role: 'service-advisor', organisationId: town.organisations.city, units: [] });
  const id = await begun(await service.signIn(leaver));
  await sql`update service_card set published_at = now(), review_on = '2026-01-01' where id = ${id}::uuid`.execute(db);
  await remindOfReviews({ db, clock });
  const before = (await rowsOf('mine', admin)).counts.todo;
  await sql`update person_grant set revoked_at = now() where person_id = ${leaver.actor.personId}::uuid`.execute(db);
  expect((await rowsOf('mine', admin)).counts.todo).toBe(before + 1);
  expect((await card(id, admin)).ownerName).toBeNull();
});

test('a card out of use is gone for readers, and comes back', async () => {
  const id = await published();
  await aino.call('PATCH', at(id), { version: (await card(id)).version, retired: true });
  expect((await mika.call('GET', at(id))).status).toBe(404);
  expect((await mika.call('PUT', at(id, '/verdict'), { helped: true })).status).toBe(404);
  expect((await rowsOf('retired', aino)).rows.map((row) => row.id)).toContain(id);
  expect((await rowsOf('all', aino)).rows.map((row) => row.id)).not.toContain(id);
  expect((await rowsOf('retired', mika)).rows).toEqual([]);
  const back = { version: (await card(id)).version, retired: false };
  expect((await aino.call('PATCH', at(id), back)).status).toBe(403);
  expect((await admin.call('PATCH', at(id), back)).status).toBe(204);
  expect((await mika.call('GET', at(id))).status).toBe(200);
});

test('approved text is put on another service by another than its writers', async () => {
  const [serviceId] = await aService(db, { fi: { name: 'Toimeentulotuki' } });
  const move = async (id: string, by: Caller) => {
    const answer = await by.call<{ code: string }>('PATCH', at(id), { version: (await card(id)).version, serviceId });
    return [answer.status, answer.status === 204 ? null : answer.body.code];
  };
  expect(await move(await begun(), aino)).toEqual([204, null]);
  const id = await published();
  expect(await move(id, tiina)).toEqual([403, 'forbidden']);
  expect((await tiina.call('PATCH', at(id), { version: (await card(id)).version, organisationId: null })).status).toBe(403);
  expect(await move(id, admin)).toEqual([204, null]);

  const own = await begun(admin);
  const other = await service.signIn(
    await aPerson(db, { name: 'Pirjo', role: 'point-manager', organisationId: town.organisations.city, units: [] }),
  );
  await admin.call('PUT', at(own, '/draft/offer'), { revision: 1 });
  const approval = { revision: 2, publishOn: '2099-01-01' };
  expect((await other.call('PUT', at(own, '/draft/approval'), approval)).status).toBe(204);
  expect(await move(own, admin)).toEqual([403, 'own-draft']);
  expect(await move(own, other)).toEqual([204, null]);
});

test('what stands in a changed card is found in a moment', async () => {
  const word = `zq${randomUUID().slice(0, 6)}`;
  const id = await published({ texts: { fi: { title: 'Kortti', summary: 'Tiivistelmä', alsoCalled: [word] } } });
  await expect
    .poll(
      async () =>
        (await mika.call<{ hits: { id: string }[] }>('POST', '/api/knowledge/search', { words: word })).body.hits?.map((hit) => hit.id),
      {
        timeout: 2_000,
      },
    )
    .toContain(id);
});
