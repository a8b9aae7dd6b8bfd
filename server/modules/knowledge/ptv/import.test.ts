import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { createLog } from '../../../platform/log/log.ts';
import { testDatabase } from '../../../testing/database.ts';
import type { Entry } from '../search/types.ts';
import { seedClassifications } from '../services/classifications/seeding.ts';
import { fieldOf, told, toldOfService } from '../services/languages.ts';
import {
  listClasses,
  listPlaces,
  providersOfTexts,
  readOrganisation,
  readPlace,
  readService,
  servicesOfLifeEvent,
} from '../services/service.ts';
import { directorySources } from '../services/sources.ts';
import { steps } from './records.ts';
import { faultsOf, insertRun } from './runs/queries.ts';
import { runImport } from './runs/running.ts';
import { folderOf } from './sources/files.ts';

/** The real data of the national directory, with the traps its README names. */
const DATA = resolve('../shared/data/ptv/v11');

const clock = fixedClock('2026-11-23T08:00:00Z');
const { db: database } = await testDatabase();
const db = database.kysely;
const lines: string[] = [];
const log = createLog('error', (line) => lines.push(line));
const folders: string[] = [];

beforeAll(() => inTransaction(db, seedClassifications));
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function importFrom(folder: string) {
  const id = await inTransaction(db, (trx) =>
    insertRun(trx, { source: 'files', mode: 'everything', since: null, askedBy: null, now: clock.now() }),
  );
  const run = await runImport({ db, clock, log, source: await folderOf(folder) }, id as string);
  expect(lines.splice(0)).toEqual([]);
  return { ...run, id: id as string, faults: await faultsOf(db, id as string, 500) };
}

/** The data with some files changed. */
async function changed(changes: Record<string, (items: Record<string, unknown>[]) => unknown[]>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'polku-ptv-'));
  folders.push(folder);
  await cp(DATA, folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const items = JSON.parse(await readFile(join(DATA, file), 'utf8'));
    await writeFile(join(folder, file), JSON.stringify(change(items)));
  }
  return folder;
}

const rowsIn = async (table: string, where = 'true') =>
  Number(
    (await sql<{ count: string }>`select count(*)::text as count from ${sql.table(table)} where ${sql.raw(where)}`.execute(db)).rows[0]
      ?.count,
  );
/** The city's own service of the name: the older agencies have some of the same. The national texts have some names twice, one of them in Finnish only. */
const serviceNamed = async (name: string, isSwedishToo = true) => {
  const { rows } = await sql<{ id: string }>`select s.id from service s join service_text t on t.id = s.text_id
    where t.texts->'fi'->>'name' = ${name} and s.general_id is not null and jsonb_exists(t.texts, 'sv') = ${isSwedishToo}`.execute(db);
  return rows[0]?.id as string;
};

describe('the whole of it', () => {
  test('everything comes in, and only what is no time is told of', async () => {
    const run = await importFrom(DATA);
    expect(run.state).toBe('done');
    expect(steps.map((step) => [step, run.counts?.[step]?.read, run.counts?.[step]?.written, run.counts?.[step]?.withdrawn])).toEqual([
      ['organisations', 307, 307, 0],
      ['general-descriptions', 458, 458, 0],
      ['channels', 186, 185, 0],
      ['services', 623, 623, 0],
      ['collections', 0, 0, 0],
    ]);
    // One place's id was spoilt in the data, and two services point at it.
    expect(run.faults.map(({ code, name, skipped }) => [code, name, skipped])).toEqual([
      ['no-id', 'Mikkelin eläinlääkäriasema', true],
      ['unknown-channel', 'Eläinlääkäripalvelut', false],
      ['unknown-channel', 'Eläinlääkäripäivystys', false],
    ]);
    expect(await rowsIn('service_by_channel')).toBe(240);
    expect(await rowsIn('service', 'general_id is not null')).toBe(458);
    expect(await rowsIn('import_seen')).toBe(0);
  });

  test('a second run changes nothing at all', async () => {
    const before = await sql`select * from service order by id`.execute(db);
    const events = await rowsIn('event');
    const run = await importFrom(DATA);
    expect(steps.map((step) => [run.counts?.[step]?.written, run.counts?.[step]?.unchanged])).toEqual([
      [0, 307],
      [0, 458],
      [0, 185],
      [0, 623],
      [0, 0],
    ]);
    expect((await sql`select * from service order by id`.execute(db)).rows).toEqual(before.rows);
    expect(await rowsIn('event')).toBe(events);
  });

  test('search is given each distinct text once, places, e-services and forms', async () => {
    const counts: Record<string, number> = {};
    for (const source of directorySources)
      for await (const entry of (await source.load(db)) as AsyncIterable<Entry>) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
    expect(counts).toEqual({ service: await rowsIn('service_text'), place: 88, 'e-service': 37, form: 32 });
    const one = await serviceNamed('Lasten palveluohjaus', false);
    const { textId } = (await readService(db, one))!;
    const [entry] = await Array.fromAsync((await directorySources[0]!.load(db, [textId])) as AsyncIterable<Entry>);
    expect(entry?.words.fi).toMatchObject({
      title: 'Lasten palveluohjaus',
      terms: expect.arrayContaining(['palveluohjaus', 'Lapset ja lapsiperheet']),
    });
    expect(entry?.words.fi?.body).toContain('kunta tarjoaa neuvontaa');
  });
});

describe('what is read', () => {
  test('a service says what its general description says, in each language', async () => {
    const service = (await readService(db, await serviceNamed('Kuntouttava työtoiminta')))!;
    expect(service.responsible?.names.fi).toBe('Mallikunta');
    expect(service.texts.sv?.name).toBe('Rehabiliterande arbetsverksamhet');
    expect(service.texts.en?.summary).toMatch(/rehabilitating|work/i);
    expect(service.serviceClasses.length).toBeGreaterThan(0);
    expect(service.serviceClasses[0]?.names.sv).toBeTruthy();
    expect(service.channels).toEqual([]);
  });

  test('missing translations are missing, and the nearest language is marked', async () => {
    const rows = await sql<{ texts: unknown }>`select texts from service_text`.execute(db);
    expect(JSON.stringify(rows.rows)).not.toMatch(/:\s*(""|null)/);
    const { texts } = (await readService(db, await serviceNamed('Lasten palveluohjaus', false)))!;
    expect(toldOfService(texts, 'sv').summary).toMatchObject({ language: 'fi', borrowed: true });
    expect(toldOfService(texts, 'plain').summary).toMatchObject({ language: 'fi', borrowed: false });
  });

  test('classes without a code are terms, and those with one are codes', async () => {
    const { rows } = await sql<{
      terms: Record<string, string[]>;
      classes: string[];
    }>`select terms, service_classes as classes from service_text
      where terms->'fi' @> '["Yritykset"]'`.execute(db);
    expect(rows.length).toBeGreaterThan(0);
    expect(await rowsIn('service_text', "service_classes <> '{}'")).toBeGreaterThan(450);
  });

  test('leaving Finland is named right in Swedish, whatever the source says', async () => {
    const events = await listClasses(db, 'life-event');
    expect(events).toHaveLength(19);
    expect(events.map(({ code }) => code).slice(0, 4)).toEqual(['KE1', 'KE1.1', 'KE2', 'KE3']);
    expect(events.find(({ code }) => code === 'KE4.3')?.names).toEqual({
      fi: 'Suomesta muuttaminen',
      sv: 'Flyttning från Finland',
      en: 'Moving abroad',
    });
    expect((await servicesOfLifeEvent(db, 'KE4')).length).toBeGreaterThanOrEqual((await servicesOfLifeEvent(db, 'KE4.1')).length);
    expect((await listClasses(db, 'service-class')).length).toBe(230);
    expect((await listClasses(db, 'target-group')).length).toBe(17);
  });

  test('a place stands on the map, has hours, telephone and its services', async () => {
    const places = await listPlaces(db);
    expect(places).toHaveLength(88);
    const { id } = places.find(({ texts }) => texts.fi?.name === 'Mikkelin kaupungin rakennusvalvonta, virastotalo')!;
    const place = (await readPlace(db, id))!;
    expect(place.place?.latitude).toBeCloseTo(61.68645779, 7);
    expect(place.address).toMatchObject({ street: { fi: 'Maaherrankatu 9-11' }, postalCode: '50100' });
    expect(place.opening?.weekly).toHaveLength(5);
    expect(place.phones.fi?.[0]).toMatchObject({ number: '015 1941', note: 'Mikkelin kaupungin vaihde' });
    expect(told(fieldOf(place.texts, 'name'), 'en')).toMatchObject({ language: 'fi', borrowed: true });
    expect(place.responsible?.names.fi).toBe('Mikkelin kaupunki');
    expect(places.filter((each) => each.place === null).length).toBeGreaterThan(0);
  });

  test('an organisation has its kind and services; a text its providers and places', async () => {
    const { rows } = await sql<{ text: string; id: string }>`select s.text_id::text as text, s.responsible_id as id from service s
      join service_by_channel b on b.service_id = s.id join service_channel c on c.id = b.channel_id and c.kind = 'place' limit 1`.execute(
      db,
    );
    const providers = await providersOfTexts(db, [rows[0]!.text]);
    expect(providers.get(rows[0]!.text)?.[0]?.places.length).toBeGreaterThan(0);
    const organisation = (await readOrganisation(db, rows[0]!.id))!;
    expect(organisation.services.length).toBeGreaterThan(0);
    expect(await rowsIn('ptv_organisation', "kind = 'municipality'")).toBe(5);
  });
});

describe('what changes', () => {
  test('a changed general description is followed by all its services', async () => {
    const id = await serviceNamed('Kuntouttava työtoiminta');
    const before = (await readService(db, id))!;
    const folder = await changed({
      'general-descriptions.json': (items) =>
        items.map((item) =>
          item.id === before.generalId
            ? { ...item, descriptions: [{ language: 'fi', type: 'Summary', value: 'Uusi tiivistelmä.' }] }
            : item,
        ),
      // The services themselves say nothing new: they need not be read again for it.
      'services.json': (items) => items,
    });
    const run = await importFrom(folder);
    expect([run.counts?.['general-descriptions']?.written, run.counts?.services?.written]).toEqual([1, 0]);
    const after = (await readService(db, id))!;
    expect(after.texts.fi?.summary).toBe('Uusi tiivistelmä.');
    expect(after.textId).not.toBe(before.textId);
    await importFrom(DATA);
    expect((await readService(db, id))?.textId).toBe(before.textId);
  });

  test('what is gone is withdrawn and not deleted, and what comes back is back', async () => {
    const gone = (await readService(db, await serviceNamed('Lasten palveluohjaus', false)))!;
    const run = await importFrom(await changed({ 'services.json': (items) => items.filter(({ id }) => id !== gone.id) }));
    expect([run.state, run.counts?.services?.withdrawn]).toEqual(['done', 1]);
    expect((await readService(db, gone.id))?.retiredAt).not.toBeNull();
    const entries = await Array.fromAsync((await directorySources[0]!.load(db, [gone.textId])) as AsyncIterable<Entry>);
    expect(entries).toEqual([]);
    await importFrom(DATA);
    expect((await readService(db, gone.id))?.retiredAt).toBeNull();
  });

  test('a folder without a kind of records withdraws none of that kind', async () => {
    const folder = await changed({});
    await rm(join(folder, 'organizations.json'));
    expect((await importFrom(folder)).state).toBe('done');
    expect(await rowsIn('ptv_organisation', 'retired_at is not null')).toBe(0);
  });

  test('a broken record is told of and skipped, and is not withdrawn for it', async () => {
    const [first, second] = JSON.parse(await readFile(join(DATA, 'services.json'), 'utf8'));
    const folder = await changed({
      'services.json': (items) => [
        { ...first, serviceNames: [{ language: 'fi', value: '  ', type: 'Name' }] },
        ...items.slice(1),
        null,
        'words',
        { id: 'not an id', serviceNames: [] },
        {
          ...second,
          id: '11111111-1111-4111-8111-111111111111',
          serviceNames: [{ language: 'fi', value: 'Outo \uD800\0 nimi', type: 'Name' }],
          modified: '-200000-01-01T00:00:00Z',
        },
        {
          ...second,
          id: '22222222-2222-4222-8222-222222222222',
          organizations: [{ roleType: 'Responsible', organization: { id: '33333333-3333-4333-8333-333333333333' } }],
        },
      ],
    });
    const run = await importFrom(folder);
    expect(run.state).toBe('done');
    expect(run.faults.map(({ code, skipped }) => [code, skipped])).toEqual([
      ['no-id', true],
      ['no-name', true],
      ['not-a-record', true],
      ['not-a-record', true],
      ['no-id', true],
      ['not-storable', true],
      ['unknown-channel', false],
      ['unknown-channel', false],
      ['unknown-organisation', false],
    ]);
    expect(run.faults.find(({ code }) => code === 'not-storable')?.name).toBe('Outo \uFFFD nimi');
    expect((await readService(db, first.id))?.retiredAt).toBeNull();
    expect((await readService(db, '22222222-2222-4222-8222-222222222222'))?.responsible).toBeNull();
    expect(await readService(db, '11111111-1111-4111-8111-111111111111')).toBeNull();
  });

  test('a file that breaks off keeps what was whole, and asks before half of it goes', async () => {
    const folder = await changed({});
    const whole = await readFile(join(DATA, 'services.json'), 'utf8');
    await writeFile(join(folder, 'services.json'), `\uFEFF${whole.slice(0, Math.floor(whole.length / 2))}`);
    const run = await importFrom(folder);
    expect(run.state).toBe('asks');
    expect(run.faults.filter(({ skipped }) => skipped).map(({ code }) => code)).toEqual(['no-id', 'not-a-record']);
    expect(run.withdrawing?.services?.known).toBeGreaterThan(600);
    expect(await rowsIn('service', 'retired_at is not null')).toBe(0);
    await sql`update import_run set state = 'stopped', ended_at = now()`.execute(db);
  });
});

test('an own record is never written over, nor withdrawn', async () => {
  const [first] = JSON.parse(await readFile(join(DATA, 'channels-phone.json'), 'utf8'));
  await sql`update service_channel set source = 'own', texts = '{"fi": {"name": "Oma"}}' where id = ${first.id}::uuid`.execute(db);
  const run = await importFrom(await changed({ 'channels-phone.json': (items) => items }));
  expect(run.faults.map(({ code }) => code)).toContain('own-record');
  const { rows } = await sql<{
    name: string;
  }>`select texts->'fi'->>'name' as name from service_channel where id = ${first.id}::uuid`.execute(db);
  expect(rows[0]?.name).toBe('Oma');
});
