import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { aFile, anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown, needsOf, type Town } from '../../../testing/town.ts';
import type { DocumentList, DocumentPage, MatterDocuments } from './schema.ts';

const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database);

let town: Town;
let aino: Caller;
let nelli: Caller;
let mika: Caller;
let matterId: string;
let needId: string;

beforeEach(async () => {
  town = await aTown(db, systemClock);
  app.polku.desk.directory.forget();
  [aino, nelli, mika] = await Promise.all([app.signIn(town.aino), app.signIn(town.nelli), app.signIn(town.mika)]);
  const needs = [{ ownWords: 'Zqxtarve', organisationId: town.organisations.kela }, { ownWords: 'Toinen' }];
  matterId = (await aMatter(town, town.aino, { title: 'Zqxotsikko', needs })).id;
  [needId = ''] = await needsOf(db, matterId);
});

const law = { basis: 'law', ground: 'Hallintolaki 21 §' };

async function received(parts: object = {}): Promise<string> {
  const body = { kind: 'original', title: 'Vuokrasopimus', pages: 2, organisationId: null, place: 'Hylly 3', ...parts };
  const answer = await aino.call<{ id: string }>('POST', `/api/matters/${matterId}/documents`, body, { 'idempotency-key': randomUUID() });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

const read = async (who: Caller, id: string) => (await who.call<DocumentPage>('GET', `/api/documents/${id}`)).body;
const seen = async (who: Caller, id: string) => (await who.call('GET', `/api/documents/${id}`)).status;
const inView = async (who: Caller, view: string) =>
  (await who.call<DocumentList>('GET', `/api/documents?view=${view}`)).body.rows.map((row) => row.id);

async function deed(who: Caller, id: string, kind: string, parts: object = {}) {
  const version = (await sql<{ version: number }>`select version from document where id = ${id}::uuid`.execute(db)).rows[0]?.version;
  return who.call<{ code?: string }>('POST', `/api/documents/${id}/events`, { kind, version, ...parts });
}

/** Open needs are shared first: without that nothing is handed over. */
async function moveToNeighbour(needIds: string[]): Promise<void> {
  for (const one of needIds) {
    const share = { needId: one, organisationId: town.organisations.neighbour, ...law };
    expect((await aino.call('POST', `/api/matters/${matterId}/shares`, share)).status).toBe(201);
  }
  const answer = await aino.call('POST', `/api/matters/${matterId}/hand-overs`, { unitId: town.units.neighbourFront });
  expect(answer.status, answer.text).toBe(204);
}

const happenings = async (who: Caller) => {
  const page = await who.call<{ happenings: { kind: string; data: Record<string, string> }[] }>('GET', `/api/matters/${matterId}`);
  return page.body.happenings.filter(({ kind }) => kind.startsWith('document-')).map(({ kind, data }) => [kind, data.organisationId]);
};

describe('a paper follows its matter to the desk of another organisation', () => {
  test('sent by the one, received and signed for by the other; each sees what lies where and what is on its way', async () => {
    const { city, neighbour } = town.organisations;
    const id = await received({ needId });
    expect((await deed(aino, id, 'sent-on')).body.code).toBe('document-matter-here');
    await moveToNeighbour(await needsOf(db, matterId));
    // It lies where it lay: the old desk is told where its matter is, the new one sees that it is to follow, and not on which shelf.
    expect(await read(aino, id)).toMatchObject({ state: 'here', movedToOrganisationId: neighbour, isSharedWithKeeper: true });
    expect((await read(aino, id)).may.deeds).toContain('sent-on');
    expect([await inView(aino, 'here'), await inView(nelli, 'here'), await inView(nelli, 'away')]).toEqual([[id], [], [id]]);
    expect(await read(nelli, id)).toMatchObject({ ownerOrganisationId: city, place: '', may: { deeds: [] } });
    expect((await deed(nelli, id, 'taken-over')).status).toBe(403);

    expect((await deed(aino, id, 'sent-on', { place: 'Kuriiri 7', note: 'Soitettu' })).status).toBe(204);
    expect(await read(aino, id)).toMatchObject({ state: 'to-keeper', nextOrganisationId: neighbour, pointId: null });
    for (const who of [aino, nelli]) expect(await inView(who, 'away')).toEqual([id]);
    expect((await deed(aino, id, 'taken-over')).status).toBe(403);
    expect((await deed(nelli, id, 'taken-over', { place: 'Kaappi' })).status).toBe(204);

    const theirs = await read(nelli, id);
    expect(theirs).toMatchObject({ state: 'here', ownerOrganisationId: neighbour, receivedByOrganisationId: city, place: 'Kaappi' });
    expect(theirs.events.map(({ kind, organisationId }) => [kind, organisationId])).toEqual([
      ['received', city],
      ['sent-on', city],
      ['taken-over', neighbour],
    ]);
    // Of the time before it came they see who had it, not what was written.
    expect(JSON.stringify(theirs)).not.toMatch(/Hylly 3|Soitettu/);
    expect(theirs.may.deeds).toEqual(expect.arrayContaining(['moved', 'returned']));
    expect([await inView(nelli, 'here'), await seen(aino, id)]).toEqual([[id], 404]);
    expect(await happenings(aino)).toEqual([
      ['document-received', undefined],
      ['document-sent-on', neighbour],
      ['document-taken-over', neighbour],
    ]);
    expect(await happenings(nelli)).toEqual([
      ['document-sent-on', neighbour],
      ['document-taken-over', neighbour],
    ]);
    const receipt = (await nelli.call('GET', `/print/documents/${id}`)).text;
    const name = (await sql<{ name: string }>`select name ->> 'fi' as name from organisation where id = ${city}::uuid`.execute(db)).rows[0]
      ?.name;
    expect(receipt).toContain(name);
  });

  test('one that never came is taken back by the sender; only one of two signs', async () => {
    const id = await received({ needId });
    await moveToNeighbour(await needsOf(db, matterId));
    await deed(aino, id, 'sent-on');
    expect((await deed(aino, id, 'came-back')).status).toBe(204);
    expect(await read(aino, id)).toMatchObject({ state: 'here', nextOrganisationId: null });
    await deed(aino, id, 'sent-on');
    const version = (await read(nelli, id)).version;
    const sign = () => nelli.call('POST', `/api/documents/${id}/events`, { kind: 'taken-over', version });
    expect((await Promise.all([sign(), sign()])).map(({ status }) => status).sort()).toEqual([204, 403]);
  });

  test('without a need that the new desk may see, sending it is a disclosure with its ground', async () => {
    const id = await received();
    const [first = '', second = ''] = await needsOf(db, matterId);
    await aino.call('PUT', `/api/matters/${matterId}/needs/${second}/outcome`, { outcome: 'handled' });
    await moveToNeighbour([first]);
    expect(await seen(nelli, id)).toBe(404);
    expect((await deed(aino, id, 'sent-on')).body.code).toBe('document-without-need');
    expect((await deed(aino, id, 'sent-on', { needId: second })).body.code).toBe('ground-needed');
    expect((await deed(aino, id, 'sent-on', { needId: randomUUID() })).status).toBe(404);
    expect((await deed(aino, id, 'sent-on', { needId: second, ...law })).status).toBe(204);
    expect((await deed(nelli, id, 'taken-over')).status).toBe(204);
    const share =
      await sql`select 1 from share where need_id = ${second}::uuid and organisation_id = ${town.organisations.neighbour}::uuid`.execute(
        db,
      );
    expect(share.rows).toHaveLength(1);
  });
});

describe('a paper that was taken over', () => {
  const sharedWith = async (need: string, org: string) =>
    (await sql`select 1 from share where need_id = ${need}::uuid and organisation_id = ${org}::uuid`.execute(db)).rows.length;

  async function takenOver(parts: object): Promise<string> {
    const id = await received({ needId, ...parts });
    await moveToNeighbour(await needsOf(db, matterId));
    expect((await deed(aino, id, 'sent-on')).status).toBe(204);
    expect((await deed(nelli, id, 'taken-over')).status).toBe(204);
    return id;
  }

  test('discloses a need of its keeper’s own, never the sender’s', async () => {
    const { kela, dvv } = town.organisations;
    const id = await takenOver({});
    expect((await deed(nelli, id, 'transferred', { organisationId: dvv, ...law })).body.code).toBe('document-without-need');
    expect([await sharedWith(needId, dvv), (await read(nelli, id)).organisationId]).toEqual([0, null]);
    const need = { ownWords: 'Oma tarve', organisationId: kela };
    const own = await nelli.call<{ id: string }>('POST', `/api/matters/${matterId}/needs`, need, { 'idempotency-key': randomUUID() });
    expect((await deed(nelli, id, 'transferred', { organisationId: kela, needId: own.body.id, ...law })).status).toBe(204);
    expect((await deed(nelli, id, 'handed')).status).toBe(204);
    expect([await sharedWith(needId, kela), await sharedWith(own.body.id, kela), await seen(mika, id)]).toEqual([0, 1, 200]);
  });

  test('for an authority already, it goes there by a need of the new keeper’s, of which the customer is not told again', async () => {
    const { kela } = town.organisations;
    const id = await takenOver({});
    await sql`update document set organisation_id = ${kela}::uuid where id = ${id}::uuid`.execute(db);
    expect((await deed(nelli, id, 'handed', law)).body.code).toBe('document-without-need');
    expect((await deed(nelli, id, 'transferred', { organisationId: kela, ...law })).body.code).toBe('document-same-authority');
    const own = await nelli.call<{ id: string }>(
      'POST',
      `/api/matters/${matterId}/needs`,
      { ownWords: 'Oma tarve' },
      { 'idempotency-key': randomUUID() },
    );
    expect((await deed(nelli, id, 'transferred', { organisationId: kela, needId: own.body.id, ...law })).status).toBe(204);
    expect((await deed(nelli, id, 'handed')).status).toBe(204);
    expect([await sharedWith(needId, kela), await seen(mika, id)]).toEqual([0, 200]);
    const told = await sql`select 1 from message where matter_id = ${matterId}::uuid`.execute(db);
    expect(told.rows).toEqual([]);
  });
});

describe('a consent that is withdrawn while the authority has the paper', () => {
  async function atAuthority(state: 'on-way' | 'with-authority'): Promise<string> {
    const id = await received({ needId });
    const consent = { basis: 'consent', ground: 'Saako kertoa?', givenHow: 'voice' };
    expect((await deed(aino, id, 'transferred', { organisationId: town.organisations.kela, needId, ...consent })).status).toBe(204);
    const { body, headers } = aFile('scan.pdf', '%PDF-1.4\n%%EOF\n');
    expect((await aino.call('POST', `/api/documents/${id}/files`, body, headers)).status).toBe(201);
    await deed(aino, id, 'handed');
    if (state === 'with-authority') expect((await deed(mika, id, 'signed')).status).toBe(204);
    return id;
  }

  async function withdraw(): Promise<void> {
    const shares = await sql<{ id: string }>`select id from share where matter_id = ${matterId}::uuid and revoked_at is null`.execute(db);
    for (const { id } of shares.rows)
      expect((await aino.call('DELETE', `/api/matters/${matterId}/shares/${id}?by=customer&how=voice`)).status).toBe(204);
  }

  test('everything else vanishes at once; the paper itself is seen until it has been given back', async () => {
    const id = await atAuthority('with-authority');
    const before = await read(mika, id);
    expect(before).toMatchObject({ needName: 'Zqxtarve', isHeldOnly: false });
    expect(before.files).toHaveLength(1);
    const file = `/api/documents/${id}/files/${before.files[0]?.id}`;
    expect((await mika.call('GET', file)).status).toBe(200);
    await withdraw();
    for (const url of [`/api/matters/${matterId}`, `/api/matters/${matterId}/documents`, file])
      expect((await mika.call('GET', url)).status, url).toBe(404);
    expect((await mika.call<{ matters: unknown[] }>('POST', '/api/search', { words: 'Zqxtarve' })).body.matters).toEqual([]);
    const left = await mika.call<DocumentPage>('GET', `/api/documents/${id}`);
    expect(left.text).not.toMatch(/zqx/i);
    expect(left.body).toMatchObject({ title: 'Vuokrasopimus', isHeldOnly: true, needId: null, needName: null, files: [] });
    expect(left.body.may).toMatchObject({ addFile: false, deeds: ['handed-back', 'returned', 'sent-back'] });
    expect(await inView(mika, 'authority')).toEqual([id]);
    const { body, headers } = aFile('more.pdf', '%PDF-1.4\n%%EOF\n');
    expect((await mika.call('POST', `/api/documents/${id}/files`, body, headers)).status).toBe(403);
    expect((await deed(mika, id, 'moved', { place: 'x' })).status).toBe(403);
    expect((await deed(mika, id, 'handed-back')).status).toBe(204);
    expect([await seen(mika, id), await inView(mika, 'away')]).toEqual([404, []]);
    expect((await deed(aino, id, 'came-back')).status).toBe(204);
    expect((await read(aino, id)).events.map(({ kind }) => kind)).toContain('handed-back');
  });

  test('one still on its way is signed for, only to be given back', async () => {
    const id = await atAuthority('on-way');
    await withdraw();
    expect((await read(mika, id)).may.deeds).toEqual(['signed']);
    expect((await deed(mika, id, 'signed')).status).toBe(204);
    expect((await deed(mika, id, 'returned', { identification: 'document-seen' })).status).toBe(204);
    expect(await seen(mika, id)).toBe(404);
  });

  test('one that has not left the desk is nothing to the authority', async () => {
    const id = await received({ needId });
    await deed(aino, id, 'transferred', { organisationId: town.organisations.kela, needId, ...law });
    expect(await seen(mika, id)).toBe(200);
    await withdraw();
    expect([await seen(mika, id), await inView(mika, 'here')]).toEqual([404, []]);
  });
});

describe('closing a matter while papers are with us', () => {
  const close = (body?: object) => aino.call<{ code: string; papers: string[] }>('POST', `/api/matters/${matterId}/closing`, body);

  test('says what lies where, and closes when it is said that they stay', async () => {
    await received({ needId });
    const refused = await close();
    expect([refused.status, refused.body.code, refused.body.papers]).toEqual([409, 'papers-left', ['Vuokrasopimus: Point, Hylly 3']]);
    expect((await close({ papersStay: false })).status).toBe(409);
    expect((await close({ papersStay: true })).status).toBe(204);
  });

  test('what has been given back or delivered for good asks nothing; an original that is to come back does', async () => {
    const [given, delivered] = [await received({ needId }), await received({ needId, kind: 'copy' })];
    await deed(aino, given, 'returned', { identification: 'document-seen' });
    for (const [kind, who] of [
      ['transferred', aino],
      ['handed', aino],
      ['signed', mika],
    ] as const)
      expect(
        (await deed(who, delivered, kind, kind === 'transferred' ? { organisationId: town.organisations.kela, needId, ...law } : {}))
          .status,
      ).toBe(204);
    await sql`update document set return_by = '2099-01-01' where id = ${delivered}::uuid`.execute(db);
    expect((await close()).body.papers).toEqual([expect.stringMatching(/^Vuokrasopimus: kela-/)]);
    await sql`update document set return_by = null where id = ${delivered}::uuid`.execute(db);
    expect((await close()).status).toBe(204);
  });

  test('a wrap-up that closes asks as well, and keeps nothing until it is answered', async () => {
    await received({ needId });
    const contact = await db.selectFrom('contact').select('id').where('matter_id', '=', matterId).executeTakeFirstOrThrow();
    const wrap = (parts: object) =>
      aino.call<{ code: string }>('PUT', `/api/contacts/${contact.id}/wrap-up`, { couldSelfServe: true, ...parts });
    expect((await wrap({ closeMatter: true })).body.code).toBe('papers-left');
    const kept = await db.selectFrom('contact').select('wrapped_at').where('id', '=', contact.id).executeTakeFirstOrThrow();
    expect(kept.wrapped_at).toBeNull();
    expect((await wrap({ closeMatter: true, papersStay: true })).status).toBe(204);
    const { rows } = (await aino.call<MatterDocuments>('GET', `/api/matters/${matterId}/documents`)).body;
    expect(rows.map(({ state }) => state)).toEqual(['here']);
  });
});
