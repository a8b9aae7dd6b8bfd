import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { Bulletin, BulletinList, BulletinReaders } from './schema.ts';
import { tellOfTodays } from './service.ts';
import { bulletinSource } from './sources.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let nelli: Caller;
let admin: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  [aino, nelli, admin] = (await Promise.all([town.aino, town.nelli, town.admin].map((by) => service.signIn(by)))) as [
    Caller,
    Caller,
    Caller,
  ];
});

const text = { title: 'Bussi siirtyy', body: 'Bussi pysähtyy seurakuntatalon edessä.' };
const inputOf = (rest: object = {}) => ({
  ownerOrganisationId: town.organisations.city,
  texts: { fi: text, sv: text, en: text },
  publishedOn: '2026-11-22',
  showsUntil: '2026-11-30',
  ...rest,
});
const publish = (by: Caller, rest: object = {}) =>
  by.call<{ id: string; code: string }>('POST', '/api/knowledge/bulletins', inputOf(rest), { 'idempotency-key': randomUUID() });
const published = async (rest: object = {}) => {
  const answer = await publish(admin, rest);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
};
const at = (id: string, rest = '') => `/api/knowledge/bulletins/${id}${rest}`;
const list = async (by: Caller, view = 'news') => (await by.call<BulletinList>('GET', `/api/knowledge/bulletins?view=${view}`)).body;
const ids = async (by: Caller, view = 'news') => (await list(by, view)).bulletins.map(({ id }) => id);

describe('publishing', () => {
  test('is for those who approve what the organisation says; all staff read it', async () => {
    expect((await publish(aino)).status).toBe(403);
    const id = await published();
    for (const by of [aino, nelli])
      expect((await by.call<Bulletin>('GET', at(id))).body).toMatchObject({ readers: null, may: { write: false } });
    expect((await admin.call<Bulletin>('GET', at(id))).body).toMatchObject({ readers: 0, may: { write: true } });
  });

  test('what is to come and what is withdrawn exist for their keepers only', async () => {
    const coming = await published({ publishedOn: '2026-11-25' });
    const withdrawn = await published();
    expect((await admin.call('PATCH', at(withdrawn), { version: 1, withdrawn: true })).status).toBe(204);
    for (const id of [coming, withdrawn]) {
      expect((await aino.call('GET', at(id))).status).toBe(404);
      expect((await aino.call('PUT', at(id, '/reading'))).status).toBe(404);
      expect((await admin.call('GET', at(id))).status).toBe(200);
    }
    expect(await ids(aino, 'coming')).toEqual([]);
    expect(await ids(admin, 'coming')).toContain(coming);
    expect(await ids(aino, 'past')).not.toContain(withdrawn);
    expect(await ids(admin, 'past')).toContain(withdrawn);
    const found = (await bulletinSource.load(db, [coming, withdrawn])) as Iterable<object>;
    expect([...found]).toEqual([]);
  });

  test('names only what is there, in an order that time has', async () => {
    expect((await publish(admin, { serviceIds: [randomUUID()] })).body.code).toBe('unknown-reference');
    expect((await publish(admin, { pointIds: [randomUUID()] })).body.code).toBe('unknown-reference');
    expect((await publish(admin, { showsUntil: '2026-11-21' })).body.code).toBe('bulletin-days');
  });

  test('an old page changes nothing', async () => {
    const id = await published();
    expect((await admin.call('PATCH', at(id), { version: 1, mustRead: true })).status).toBe(204);
    expect((await admin.call<{ code: string }>('PATCH', at(id), { version: 1, mustRead: false })).body.code).toBe('bulletin-changed');
    expect((await aino.call('PATCH', at(id), { version: 2, mustRead: false })).status).toBe(404);
    expect((await aino.call<Bulletin>('GET', at(id))).body.mustRead).toBe(true);
  });
});

describe('reading', () => {
  test('is counted once, told to the keepers by name, and asked for again after a change that says so', async () => {
    const before = (await list(aino)).counts;
    const id = await published({ mustRead: true });
    expect((await list(aino)).counts).toEqual({ unread: before.unread + 1, mustRead: before.mustRead + 1 });
    for (let n = 0; n < 2; n++) expect((await aino.call('PUT', at(id, '/reading'))).status).toBe(204);
    const readings = await sql`select 1 from event where type = 'knowledge.bulletin-read' and subject = ${id}::uuid`.execute(db);
    expect(readings.rows).toHaveLength(1);
    expect((await list(aino)).counts).toEqual(before);
    expect((await aino.call('GET', at(id, '/readers'))).status).toBe(404);
    const readers = (await admin.call<BulletinReaders>('GET', at(id, '/readers'))).body;
    expect(readers.read.map(({ name }) => name)).toEqual([town.aino.actor.name]);
    expect(readers.unread.map(({ name }) => name)).toContain(town.tiina.actor.name);
    expect(readers.unread.map(({ name }) => name)).not.toContain(town.nelli.actor.name);
    expect((await admin.call('PATCH', at(id), { version: 1, again: true })).status).toBe(204);
    expect((await list(aino)).counts.mustRead).toBe(before.mustRead + 1);
  });

  test('what concerns another point is not counted as unread', async () => {
    const before = (await list(nelli)).counts;
    const id = await published({ pointIds: [town.point], mustRead: true });
    expect((await list(nelli)).counts).toEqual(before);
    expect((await nelli.call<Bulletin>('GET', at(id))).body.isForMe).toBe(false);
    expect((await aino.call<Bulletin>('GET', at(id))).body.isForMe).toBe(true);
  });
});

test('what was written for a later day comes out that day, and a service tells what is about to change in it', async () => {
  const serviceId = randomUUID();
  await sql`with t as (insert into service_text (hash, texts) values (${serviceId}, '{"fi": {"name": "Asukaspysäköinti"}}') returning id)
    insert into service (id, source, text_id) select ${serviceId}::uuid, 'own', id from t`.execute(db);
  const told = () => sql<{ n: number }>`select count(*)::int as n from event where type = 'knowledge.bulletin-changed'`.execute(db);
  const id = await published({ publishedOn: '2026-11-24', inForceOn: '2027-01-01', serviceIds: [serviceId] });
  const ofService = async () =>
    (await aino.call<{ bulletins: Bulletin[] }>('GET', `/api/knowledge/services/${serviceId}/bulletins`)).body.bulletins;
  expect(await ofService()).toEqual([]);
  const before = (await told()).rows[0]?.n as number;
  expect(await tellOfTodays({ db, clock })).toBe(0);
  // Half past midnight in Helsinki, the day before still in UTC.
  clock.advance({ hours: 14, minutes: 30 });
  aino = await service.signIn(town.aino);
  expect(await tellOfTodays({ db, clock })).toBe(1);
  expect((await told()).rows[0]?.n).toBe(before + 1);
  expect(await ofService()).toMatchObject([
    { id, inForceOn: '2027-01-01', services: [{ id: serviceId, names: { fi: 'Asukaspysäköinti' } }] },
  ]);
});
