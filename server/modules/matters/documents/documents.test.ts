import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { type Answer, aFile, anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aPerson, aTown, needsOf, type Town } from '../../../testing/town.ts';
import { insertAgreement } from '../../directory/agreements/queries.ts';
import type { DocumentList, DocumentPage, MatterDocuments } from './schema.ts';
import { documentsOf } from './shown.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });

type People = Record<'aino' | 'tiina' | 'nelli' | 'mika' | 'daniel' | 'guard', Caller>;
let town: Town;
let at: People;
let matterId: string;
let needId: string;

const start = clock.now();
beforeEach(async () => {
  clock.set(start.toString());
  town = await aTown(db, clock);
  const { city, kela } = town.organisations;
  const agreement = { principalId: kela, providerId: city, pointId: null, serviceName: null, tasks: ['receive' as const] };
  const during = { validFrom: Temporal.PlainDate.from('2026-01-01'), validUntil: Temporal.PlainDate.from('2027-01-01') };
  await inTransaction(db, (trx) => insertAgreement(trx, { ...agreement, ...during, wording: {}, trainingOwed: [] }));
  app.polku.desk.directory.forget();
  await signEveryoneIn();
  const needs = [{ ownWords: 'Housing', organisationId: kela, serviceName: 'Housing allowance' }, { ownWords: 'Moving' }];
  matterId = (await aMatter(town, town.aino, { needs, customer: { givenName: 'Maija', email: 'maija@posti.example' } })).id;
  needId = (await needsOf(db, matterId))[0] as string;
});

async function signEveryoneIn(): Promise<void> {
  const names = ['aino', 'tiina', 'nelli', 'mika', 'daniel', 'guard'] as const;
  const signed = await Promise.all(names.map((name) => app.signIn(town[name])));
  at = Object.fromEntries(names.map((name, index) => [name, signed[index]])) as People;
}

/** Sessions end while nobody works. */
async function later(by: Temporal.DurationLike): Promise<void> {
  clock.advance(by);
  await signEveryoneIn();
}

const paper = (parts: object = {}) => ({ kind: 'original', title: 'Vuokrasopimus', pages: 4, needId, returnBy: '2026-12-04', ...parts });
const receive = (parts: object = {}, who = at.aino) =>
  who.call<{ id: string }>('POST', `/api/matters/${matterId}/documents`, paper(parts), { 'idempotency-key': randomUUID() });
const read = async (id: string, who = at.aino) => (await who.call<DocumentPage>('GET', `/api/documents/${id}`)).body;
const seen = async (id: string, who: Caller) => (await who.call('GET', `/api/documents/${id}`)).status;
const law = { basis: 'law', ground: 'Hallintolaki 21 §' };

async function deed(who: Caller, id: string, kind: string, parts: object = {}): Promise<Answer<{ code?: string }>> {
  const version = (await sql<{ version: number }>`select version from document where id = ${id}::uuid`.execute(db)).rows[0]?.version;
  return who.call('POST', `/api/documents/${id}/events`, { kind, version, ...parts });
}

async function received(parts: object = {}): Promise<string> {
  const { status, body, text } = await receive(parts);
  expect(status, text).toBe(201);
  return body.id;
}

describe('a paper received at a desk', () => {
  test('keeps when and where it arrived, who took it and for whom; the need is received, the turn is ours', async () => {
    const page = await read(await received({ arrivedAt: '2026-11-20T13:00:00Z', place: 'Hylly 3' }));
    expect(page).toMatchObject({
      title: 'Vuokrasopimus',
      pages: 4,
      organisationId: town.organisations.kela,
      arrivedAt: '2026-11-20T13:00:00.000Z',
      arrivedPlace: 'Point',
      arrivedPointId: town.point,
      state: 'here',
      place: 'Hylly 3',
      returnBy: '2026-12-04',
      isOverdue: false,
    });
    expect(page.events).toMatchObject([{ kind: 'received', at: '2026-11-20T13:00:00.000Z', organisationId: town.organisations.city }]);
    const need = await sql<{ at: Temporal.Instant }>`select received_at as at from need where id = ${needId}::uuid`.execute(db);
    expect(need.rows[0]?.at.toString()).toBe('2026-11-20T13:00:00Z');
  });

  test.each([
    ['a title that names the authority', { title: 'Kela-hakemus' }, 422, 'title-names-authority'],
    ['an arrival ahead', { arrivedAt: '2026-11-23T08:01:00Z' }, 422, 'arrival-ahead'],
    ['an old arrival', { arrivedAt: '2026-10-01T08:00:00Z' }, 422, 'arrival-too-old'],
    ['a return day that has passed', { returnBy: '2026-11-22' }, 422, 'return-passed'],
    ['no pages', { pages: 0 }, 422, 'invalid'],
    ['a place that is not there', { pointId: '00000000-0000-4000-8000-000000000000' }, 422, 'unknown-reference'],
    ['somebody else’s field', { state: 'returned' }, 422, 'invalid'],
    ['a need that is not there', { needId: '00000000-0000-4000-8000-000000000000' }, 404, 'not-found'],
  ])('is refused with %s', async (_, parts, status, code) => {
    const title = 'title' in parts ? { title: `${await shortName(town.organisations.kela)}-hakemus` } : {};
    const answer = await receive({ ...parts, ...title });
    expect([answer.status, (answer.body as { code?: string }).code]).toEqual([status, expect.stringContaining(code)]);
  });

  test('without an agreement the desk may not receive for an authority, but takes what is brought and passes it on', async () => {
    const { dvv } = town.organisations;
    expect((await receive({ organisationId: dvv })).body).toMatchObject({ code: 'not-permitted-here' });
    const id = await received({ organisationId: null });
    expect((await deed(at.aino, id, 'handed')).body).toMatchObject({ code: 'document-without-authority' });
    expect((await deed(at.aino, id, 'transferred', { organisationId: dvv })).body).toMatchObject({ code: 'ground-needed' });
    expect((await deed(at.aino, id, 'transferred', { organisationId: dvv, ...law })).status).toBe(204);
  });

  test('twice the same call is one paper', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const call = () => at.aino.call('POST', `/api/matters/${matterId}/documents`, paper(), headers);
    expect((await call()).body).toEqual((await call()).body);
    expect((await at.aino.call<MatterDocuments>('GET', `/api/matters/${matterId}/documents`)).body.rows).toHaveLength(1);
  });
});

describe('the chain of custody', () => {
  test('desk → courier → authority signs → comes back → given back after identification', async () => {
    const id = await received();
    expect((await deed(at.aino, id, 'moved', { place: 'Kassakaappi' })).status).toBe(204);
    expect((await deed(at.aino, id, 'handed', { place: 'Kuriiri 7', ...law })).status).toBe(204);
    await later({ minutes: 90 });
    expect((await deed(at.mika, id, 'signed', { place: 'Postihuone' })).status).toBe(204);
    expect(await read(id)).toMatchObject({ state: 'with-authority', place: 'Postihuone' });
    expect((await deed(at.mika, id, 'handed-back')).status).toBe(204);
    expect((await deed(at.tiina, id, 'came-back')).status).toBe(204);
    expect((await deed(at.aino, id, 'returned', { identification: 'claimed' })).status).toBe(422);
    expect((await deed(at.aino, id, 'returned', { identification: 'document-seen' })).status).toBe(204);
    const page = await read(id);
    expect(page).toMatchObject({ state: 'returned', pointId: null, place: '', may: { deeds: [], addFile: false } });
    expect(page.events.map(({ kind, organisationId }) => [kind, organisationId])).toEqual(
      [
        ['received', 'city'],
        ['moved', 'city'],
        ['handed', 'city'],
        ['signed', 'kela'],
        ['handed-back', 'kela'],
        ['came-back', 'city'],
        ['returned', 'city'],
      ].map(([kind, who]) => [kind, town.organisations[who as 'city' | 'kela']]),
    );
    expect((await deed(at.aino, id, 'moved', { place: 'x' })).body).toMatchObject({ code: 'document-ended' });
  });

  test('nobody but the authority signs for it', async () => {
    const id = await received();
    await deed(at.aino, id, 'handed', law);
    for (const who of [at.aino, at.tiina])
      expect((await deed(who, id, 'signed')).body).toMatchObject({ status: 403, code: 'only-authority-signs' });
    for (const who of [at.nelli, at.daniel, at.guard]) expect((await deed(who, id, 'signed')).status).toBe(404);
    expect((await read(id)).state).toBe('on-way');
    expect((await deed(at.mika, id, 'signed')).status).toBe(204);
  });

  test('of two who act at once the second hears that it changed', async () => {
    const id = await received();
    const { version } = await read(id);
    const move = (place: string) => at.aino.call('POST', `/api/documents/${id}/events`, { kind: 'moved', version, place });
    const answers = await Promise.all([move('A'), move('B')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  test('is only added to, and the arrival stays, whoever holds the database', async () => {
    const id = await received();
    const owner = database.db.kysely;
    await expect(sql`update document_event set note = 'x' where document_id = ${id}::uuid`.execute(owner)).rejects.toThrow();
    await expect(sql`delete from document_event where document_id = ${id}::uuid`.execute(owner)).rejects.toThrow();
    for (const column of ['arrived_at = now()', "arrived_place = 'x'", 'arrived_point_id = null'])
      await expect(sql`update document set ${sql.raw(column)} where id = ${id}::uuid`.execute(owner)).rejects.toThrow('arrival');
  });

  test('under turvakielto the desk sends nothing by post', async () => {
    const id = await received();
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);
    expect((await deed(at.aino, id, 'sent-back')).body).toMatchObject({ code: 'document-address-restricted' });
    await sql`update customer set restricted = false where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);
    expect((await deed(at.aino, id, 'sent-back')).status).toBe(204);
  });
});

describe('a paper for the wrong authority', () => {
  test('goes to the right one with its first arrival; the customer is told, and no name leaves', async () => {
    const { dvv } = town.organisations;
    const id = await received({ arrivedAt: '2026-11-23T06:30:00Z' });
    await deed(at.aino, id, 'handed', law);
    await deed(at.mika, id, 'signed');
    await deed(at.mika, id, 'handed-back', { note: 'Ei kuulu meille' });
    await deed(at.aino, id, 'came-back');
    await later({ hours: 30 });
    expect((await deed(at.aino, id, 'transferred', { organisationId: dvv, ...law })).status).toBe(204);
    expect(await read(id)).toMatchObject({ organisationId: dvv, arrivedAt: '2026-11-23T06:30:00.000Z', state: 'here' });
    const [message] = (
      await sql<{ subject: string; body: string; state: string; recipient: string }>`select subject, body, state, recipient from message
        where matter_id = ${matterId}::uuid and kind = 'message'`.execute(db)
    ).rows;
    expect(message).toMatchObject({ state: 'scheduled', recipient: 'maija@posti.example' });
    expect(message?.body).toContain('ma\u00a023.11.\u00a0klo\u00a08.30');
    for (const who of ['kela', 'dvv'] as const)
      expect(`${message?.subject} ${message?.body}`).not.toContain(await shortName(town.organisations[who]));
    expect(await turn()).toBe('us');
  });

  test('without an e-mail address the telling waits for a desk', async () => {
    await sql`update customer set email = null where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);
    const id = await received();
    await deed(at.aino, id, 'transferred', { organisationId: town.organisations.dvv, ...law });
    const found = await sql`select state, channel from message where matter_id = ${matterId}::uuid and kind = 'message'`.execute(db);
    expect(found.rows).toEqual([{ state: 'waiting', channel: 'counter' }]);
  });

  test('the first authority sees it no more, and the second never learns of the first', async () => {
    const { kela, dvv } = town.organisations;
    const id = await received({ place: 'Hyllyssä heille' });
    await deed(at.aino, id, 'handed', { ...law, note: 'Soitettu heille' });
    await deed(at.mika, id, 'signed');
    await deed(at.mika, id, 'handed-back');
    await deed(at.aino, id, 'came-back', { place: 'Hyllyssä heille' });
    await deed(at.aino, id, 'transferred', { organisationId: dvv, ...law });
    expect(await seen(id, at.mika)).toBe(404);
    const page = await read(id, at.daniel);
    const told = JSON.stringify(page);
    for (const secret of [kela, town.mika.actor.name, 'Soitettu', 'Hyllyssä']) expect(told).not.toContain(secret);
    expect(page.events.map(({ kind }) => kind)).not.toContain('signed');
    expect(page.events.find(({ kind }) => kind === 'transferred')).toMatchObject({ fromOrganisationId: null, toOrganisationId: dvv });
  });
});

describe('who sees a paper', () => {
  test('those who received it; its authority while the need is shared; nobody else, in pages, lists and counts alike', async () => {
    const id = await received();
    const everyone = [at.aino, at.tiina, at.mika, at.daniel, at.nelli, at.guard];
    const statuses = () => Promise.all(everyone.map((who) => seen(id, who)));
    expect(await statuses()).toEqual([200, 200, 404, 404, 404, 404]);
    await share(town.organisations.dvv);
    expect(await statuses()).toEqual([200, 200, 404, 404, 404, 404]);
    await share(town.organisations.kela);
    expect(await statuses()).toEqual([200, 200, 200, 404, 404, 404]);
    const lists = await Promise.all(everyone.map(async (who) => (await who.call<DocumentList>('GET', '/api/documents')).body));
    expect(lists.map(({ rows }) => rows.some((row) => row.id === id))).toEqual([true, true, true, false, false, false]);
    expect(lists.map(({ counts }) => counts.here)).toEqual([1, 1, 1, 0, 0, 0]);
    const ofMatter = await at.daniel.call<MatterDocuments>('GET', `/api/matters/${matterId}/documents`);
    expect([ofMatter.status, ofMatter.body.rows]).toEqual([200, []]);
    await sql`update share set revoked_at = now() where matter_id = ${matterId}::uuid`.execute(db);
    expect(await statuses()).toEqual([200, 200, 404, 404, 404, 404]);
    expect((await at.daniel.call('GET', `/api/matters/${matterId}/documents`)).status).toBe(404);
  });

  test('a look is audited, a refusal too', async () => {
    const id = await received();
    await read(id);
    await seen(id, at.mika);
    const found = await sql<{ outcome: string; person_id: string }>`select outcome, person_id from audit_entry
      where action = 'document.read' and ${id}::uuid = any(subjects)`.execute(db);
    expect(found.rows).toEqual([{ outcome: 'done', person_id: town.aino.actor.personId }]);
  });
});

describe('what lies where', () => {
  test('by state, point and age; what should have gone back is overdue from the next day', async () => {
    const [here, away] = [await received({ returnBy: '2026-11-25' }), await received({ returnBy: null })];
    await deed(at.aino, away, 'handed', law);
    const list = async (query: string) => (await at.aino.call<DocumentList>('GET', `/api/documents?${query}`)).body;
    const ids = async (query: string) => (await list(query)).rows.map((row) => row.id);
    expect(await ids('view=here')).toEqual([here]);
    expect(await ids('view=away')).toEqual([away]);
    expect(await ids(`view=here&pointId=${town.point}`)).toEqual([here]);
    expect(await ids(`view=here&pointId=${randomUUID()}`)).toEqual([]);
    expect((await list('view=return')).counts).toMatchObject({ here: 1, away: 1, return: 1, overdue: 0 });
    await later({ hours: 72 });
    const late = await list('view=return');
    expect([late.counts.overdue, late.rows[0]?.isOverdue]).toEqual([1, true]);
    await deed(at.aino, here, 'returned', { identification: 'strong' });
    expect((await list('view=ended')).rows.map((row) => row.id)).toEqual([here]);
    expect((await list('view=return')).counts.overdue).toBe(0);
  });
});

describe('a picture of a paper', () => {
  const upload = async (id: string, bytes: Buffer, who = at.aino) => {
    const { body, headers } = aFile('Kelan hakemus.jpg', bytes);
    return who.call<{ id: string; name: string; type: string; code?: string }>('POST', `/api/documents/${id}/files`, body, headers);
  };
  const photo = () =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: 'white' } })
      .withExif({ IFD0: { Artist: 'CANARY' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 10/1 0/1' } })
      .jpeg()
      .toBuffer();

  test('is kept without what it tells besides, under a name that says nothing, read by those who see the paper', async () => {
    const id = await received();
    const added = await upload(id, await photo());
    expect(added.status, added.text).toBe(201);
    expect(added.body).toMatchObject({ name: '1.jpg', type: 'image/jpeg' });
    const url = `/api/documents/${id}/files/${added.body.id}`;
    const got = await app.app.inject({ method: 'GET', url, headers: { cookie: at.aino.cookie } });
    expect(got.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    expect(String(got.headers['content-disposition'])).toMatch(/^attachment/);
    expect(got.rawPayload.includes('CANARY')).toBe(false);
    expect((await sharp(got.rawPayload).metadata()).exif).toBeUndefined();
    expect((await at.mika.call('GET', url)).status).toBe(404);
    await share(town.organisations.kela);
    expect((await at.mika.call('GET', url)).status).toBe(200);
    expect((await at.mika.call('DELETE', url)).status).toBe(403);
    expect((await at.aino.call('DELETE', url)).status).toBe(204);
    expect((await at.aino.call('GET', url)).status).toBe(404);
  });

  test.each([
    ['a drawing that runs', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 415],
    ['a program', Buffer.from('MZ\x90\x00This program cannot be run in DOS mode'), 415],
    ['an archive', Buffer.from('PK\x03\x04'.padEnd(200, '\0'), 'latin1'), 415],
    ['a broken picture', Buffer.from('ffd8ffe000104a46494600', 'hex'), 422],
    ['nothing', Buffer.alloc(0), 422],
  ])('is not %s', async (_, bytes, status) => {
    expect((await upload(await received(), bytes)).status).toBe(status);
  });

  test('is not added by strangers, nor to a paper that has gone back; a PDF stays as it came', async () => {
    const id = await received();
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Author (As it came) >>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    for (const who of [at.mika, at.nelli, at.guard]) expect((await upload(id, pdf, who)).status).toBe(404);
    const added = await upload(id, pdf);
    expect(added.body).toMatchObject({ name: '1.pdf', type: 'application/pdf' });
    await deed(at.aino, id, 'returned', { identification: 'document-seen' });
    expect((await upload(id, await photo())).body).toMatchObject({ code: 'document-ended' });
  });
});

describe('what the customer gets', () => {
  test('a receipt with time, place, receiver and paper; the authority named only when they agreed', async () => {
    const id = await received({ arrivedAt: '2026-11-20T13:00:00Z' });
    const [kela, city] = [await shortName(town.organisations.kela), await shortName(town.organisations.city)];
    const print = async (query = '') => (await at.aino.call('GET', `/print/documents/${id}${query}`)).text;
    const receipt = await print();
    for (const word of ['Vuokrasopimus', 'Alkuperäinen', 'pe\u00a020.11.2026', 'klo\u00a015.00', 'Point', city])
      expect(receipt).toContain(word);
    expect(receipt).not.toContain(kela);
    expect(receipt).not.toContain(town.aino.actor.name);
    await sql`update matter set names_agreed = true where id = ${matterId}::uuid`.execute(db);
    expect(await print()).toContain(kela);
    for (const lang of ['sv', 'en', 'fi-x-plain']) expect(await print(`?lang=${lang}`)).toContain(`<html lang="${lang}"`);
    expect((await at.aino.call('GET', `/print/documents/${id}?what=return`)).status).toBe(409);
    await deed(at.aino, id, 'returned', { identification: 'document-seen' });
    expect(await print('?what=return')).toContain('Asiakkaan allekirjoitus');
    await share(town.organisations.kela);
    expect([
      (await at.mika.call('GET', `/print/documents/${id}`)).status,
      (await at.nelli.call('GET', `/print/documents/${id}`)).status,
    ]).toEqual([403, 404]);
  });

  test('sees on their own pages what they left and where it is, in neutral words', async () => {
    const id = await received({ place: 'Hylly 3' });
    await deed(at.aino, id, 'handed', { ...law, place: 'Kuriiri' });
    const [shown] = await documentsOf(db, matterId);
    expect(shown).toMatchObject({
      id,
      state: 'passed-on',
      organisationId: null,
      receivedBy: town.organisations.city,
      arrivedPlace: 'Point',
    });
    expect(JSON.stringify(shown)).not.toMatch(/Hylly|Kuriiri/);
    await sql`update matter set names_agreed = true where id = ${matterId}::uuid`.execute(db);
    expect((await documentsOf(db, matterId))[0]?.organisationId).toBe(town.organisations.kela);
  });
});

test('a paper goes with its need when matters are joined or parted', async () => {
  const id = await received();
  const [, other] = await needsOf(db, matterId);
  const customer = {
    customerId: (await sql<{ id: string }>`select customer_id as id from matter where id = ${matterId}::uuid`.execute(db)).rows[0]?.id,
  };
  const into = await aMatter(town, town.aino, customer);
  const split = await at.aino.call<{ id: string }>('POST', `/api/matters/${matterId}/splits`, { needIds: [needId], title: 'Erikseen' });
  expect((await read(id)).matterId).toBe(split.body.id);
  expect(other).toBeDefined();
  expect((await at.aino.call('POST', `/api/matters/${into.id}/merges`, { otherId: split.body.id })).status).toBe(204);
  expect((await read(id)).matterId).toBe(into.id);
});

test('the keeper of another town sees a paper only once the matter has come to it', async () => {
  const id = await received();
  const manager = await app.signIn(
    await aPerson(db, { name: 'Nea', role: 'service-advisor', organisationId: town.organisations.neighbour, units: [] }),
  );
  expect(await seen(id, manager)).toBe(404);
  await share(town.organisations.neighbour);
  expect(await seen(id, manager)).toBe(404);
  await sql`update matter set owner_org = ${town.organisations.neighbour}::uuid where id = ${matterId}::uuid`.execute(db);
  expect(await seen(id, manager)).toBe(200);
  expect((await deed(manager, id, 'moved', { place: 'x' })).status).toBe(403);
});

async function share(organisationId: string): Promise<void> {
  await sql`insert into share (matter_id, need_id, organisation_id, basis, ground) values (${matterId}::uuid, ${needId}::uuid, ${organisationId}::uuid, 'law', 'Act 1 §')
    on conflict do nothing`.execute(db);
}

async function shortName(organisationId: string): Promise<string> {
  const found = await sql<{
    name: string;
  }>`select short_name ->> 'fi' as name from organisation where id = ${organisationId}::uuid`.execute(db);
  return found.rows[0]?.name as string;
}

async function turn(): Promise<string> {
  return (await sql<{ awaits: string }>`select awaits from matter where id = ${matterId}::uuid`.execute(db)).rows[0]?.awaits as string;
}
