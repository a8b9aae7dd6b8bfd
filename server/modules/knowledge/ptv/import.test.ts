import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { FIXTURE, fixture, type Item } from '../../../testing/ptv/fixture.ts';
import { anImporter } from '../../../testing/ptv/importing.ts';
import type { Entry } from '../search/types.ts';
import { fieldOf, told, toldOfService } from '../services/languages.ts';
import { listClasses, readPlace, readService, servicesOfLifeEvent } from '../services/service.ts';
import { directorySources } from '../services/sources.ts';
import { steps } from './records.ts';

const { db, importFrom, changed, rowsIn, entryCounts, serviceNamed, placeNamed } = await anImporter(FIXTURE);

describe('the whole of it', () => {
  test('everything comes in, and only what is no time is told of', async () => {
    const run = await importFrom(FIXTURE);
    expect(run.state).toBe('done');
    expect(steps.map((step) => [step, run.counts?.[step]?.read, run.counts?.[step]?.written, run.counts?.[step]?.withdrawn])).toEqual([
      ['organisations', 4, 4, 0],
      ['general-descriptions', 3, 3, 0],
      ['channels', 6, 5, 0],
      ['services', 12, 12, 0],
      ['collections', 0, 0, 0],
    ]);
    // One place's id was spoilt in the data, and two services point at it.
    expect(run.faults.map(({ code, name, skipped }) => [code, name, skipped])).toEqual([
      ['no-id', 'Lehtovirran eläinlääkäri', true],
      ['unknown-channel', 'Lemmikkien hoitola', false],
      ['unknown-channel', 'Lemmikkien päivystys', false],
    ]);
    expect(await rowsIn('service_by_channel')).toBe(6);
    expect(await rowsIn('service', 'general_id is not null')).toBe(4);
    expect(await rowsIn('import_seen')).toBe(0);
  });

  test('a second run changes nothing at all', async () => {
    const before = await sql`select * from service order by id`.execute(db);
    const events = await rowsIn('event');
    const run = await importFrom(FIXTURE);
    expect(steps.map((step) => [run.counts?.[step]?.written, run.counts?.[step]?.unchanged])).toEqual([
      [0, 4],
      [0, 3],
      [0, 5],
      [0, 12],
      [0, 0],
    ]);
    expect((await sql`select * from service order by id`.execute(db)).rows).toEqual(before.rows);
    expect(await rowsIn('event')).toBe(events);
  });

  test('search is given each distinct text once, places, e-services and forms', async () => {
    expect(await entryCounts()).toEqual({ service: 11, place: 2, 'e-service': 1, form: 1 });
    const one = await serviceNamed('Lapsiperheen neuvonta', false);
    const { textId } = (await readService(db, one))!;
    const [entry] = await Array.fromAsync((await directorySources[0]!.load(db, [textId])) as AsyncIterable<Entry>);
    expect(entry?.words.fi).toMatchObject({
      title: 'Lapsiperheen neuvonta',
      terms: expect.arrayContaining(['perheneuvonta', 'Lapset ja lapsiperheet']),
    });
    expect(entry?.words.fi?.body).toContain('lapsen arki mietityttää');
  });
});

describe('what is read', () => {
  test('a service says what its general description says, in each language', async () => {
    const service = (await readService(db, await serviceNamed('Valmennus työelämään')))!;
    expect(service.responsible?.names.fi).toBe('Lehtovirta');
    expect(service.texts.sv?.name).toBe('Träning inför arbetslivet');
    expect(service.texts.en?.summary).toBe('A coach helps you to look for work at your own pace.');
    expect(service.texts.fi?.eligibility).toBe('Olet työtön.');
    expect(service.channels).toEqual([]);
  });

  test('missing translations are missing, and the nearest language is marked', async () => {
    const rows = await sql<{ texts: unknown }>`select texts from service_text`.execute(db);
    expect(JSON.stringify(rows.rows)).not.toMatch(/:\s*(""|null)/);
    const { texts } = (await readService(db, await serviceNamed('Lapsiperheen neuvonta', false)))!;
    expect(toldOfService(texts, 'sv').summary).toMatchObject({ language: 'fi', borrowed: true });
    expect(toldOfService(texts, 'plain').summary).toMatchObject({ language: 'fi', borrowed: false });
  });

  test('classes without a code are terms, and those with one are codes', async () => {
    const { rows } = await sql<{
      terms: Record<string, string[]>;
      classes: string[];
    }>`select terms, service_classes as classes from service_text
      where terms->'fi' @> '["Yritykset"]'`.execute(db);
    expect(rows).toEqual([{ terms: { fi: ['yrittäjyys', 'Yritysneuvonta', 'Yritykset'] }, classes: [] }]);
  });

  test('a class of an old address is the class of today, once', async () => {
    const { serviceClasses } = (await readService(db, await serviceNamed('Valmennus työelämään')))!;
    expect(serviceClasses.map(({ code, names }) => [code, names.sv])).toEqual([
      ['P10', 'Arbete och arbetslöshet'],
      ['P6', 'Utbildning'],
    ]);
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
    const leaving = (await readService(db, await serviceNamed('Ulkomaille muuttavan neuvonta')))!;
    expect(leaving.lifeEvents).toMatchObject([{ code: 'KE4.3', names: { sv: 'Flyttning från Finland' } }]);
    expect((await servicesOfLifeEvent(db, 'KE4')).length).toBeGreaterThan((await servicesOfLifeEvent(db, 'KE4.3')).length);
    expect((await listClasses(db, 'service-class')).length).toBe(230);
    expect((await listClasses(db, 'target-group')).length).toBe(17);
  });

  test('a place stands on the map, has hours, telephone and its services', async () => {
    expect(await rowsIn('service_channel', "kind = 'place' and retired_at is null")).toBe(2);
    const place = (await readPlace(db, await placeNamed('Jokivarren lupapiste')))!;
    expect(place.place?.latitude).toBeCloseTo(61.68645779, 7);
    expect(place.address).toMatchObject({ street: { fi: 'Myllytie 3' }, postalCode: '00010' });
    expect(place.opening?.weekly).toHaveLength(5);
    expect(place.phones.fi?.[0]).toMatchObject({ number: '019 000 1234', note: 'Lupapisteen vaihde' });
    expect(told(fieldOf(place.texts, 'name'), 'en')).toMatchObject({ language: 'fi', borrowed: true });
    expect(place.responsible?.names.fi).toBe('Jokivarren lupapalvelu');
    expect(place.services.length).toBeGreaterThan(0);
    const harbour = (await readPlace(db, await placeNamed('Lehtovirran venesatama')))!;
    expect(harbour.place).toBeNull();
    expect(harbour.openingNotes.fi).toBe('Avoinna sulan veden aikaan.');
  });

  test('a place says how one gets in by its main entrance, in the languages it is told in; empty groups are none', async () => {
    const { accessibility } = (await readPlace(db, await placeNamed('Jokivarren lupapiste')))!;
    expect(accessibility).toEqual([
      {
        group: { fi: 'Reitti pääsisäänkäynnille', sv: 'Vägen till huvudingången' },
        sentences: { fi: ['Opaste on selkeä.', 'Kulkureitti on tasainen.'], sv: ['Skylten är tydlig.'] },
      },
    ]);
  });

  test('an organisation has its kind', async () => {
    expect(await rowsIn('ptv_organisation', "kind = 'municipality'")).toBe(2);
    expect(await rowsIn('ptv_organisation', "kind = 'state'")).toBe(1);
    expect(await rowsIn('ptv_organisation', "kind = 'association'")).toBe(1);
  });
});

describe('what changes', () => {
  test('a changed general description is followed by all its services', async () => {
    const id = await serviceNamed('Valmennus työelämään');
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
    await importFrom(FIXTURE);
    expect((await readService(db, id))?.textId).toBe(before.textId);
  });

  test('what is gone is withdrawn and not deleted, and what comes back is back', async () => {
    const gone = (await readService(db, await serviceNamed('Lapsiperheen neuvonta', false)))!;
    const run = await importFrom(await changed({ 'services.json': (items) => items.filter(({ id }) => id !== gone.id) }));
    expect([run.state, run.counts?.services?.withdrawn]).toEqual(['done', 1]);
    expect((await readService(db, gone.id))?.retiredAt).not.toBeNull();
    const entries = await Array.fromAsync((await directorySources[0]!.load(db, [gone.textId])) as AsyncIterable<Entry>);
    expect(entries).toEqual([]);
    await importFrom(FIXTURE);
    expect((await readService(db, gone.id))?.retiredAt).toBeNull();
  });

  test('a folder without a kind of records withdraws none of that kind', async () => {
    const folder = await changed({});
    await rm(join(folder, 'organizations.json'));
    expect((await importFrom(folder)).state).toBe('done');
    expect(await rowsIn('ptv_organisation', 'retired_at is not null')).toBe(0);
  });

  test('a broken record is told of and skipped, and is not withdrawn for it', async () => {
    const [first, second] = (await fixture('services.json')) as [Item, Item];
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
    const whole = await readFile(join(FIXTURE, 'services.json'), 'utf8');
    await writeFile(join(folder, 'services.json'), `\uFEFF${whole.slice(0, Math.floor(whole.length / 2))}`);
    const run = await importFrom(folder);
    expect(run.state).toBe('asks');
    expect(run.faults.filter(({ skipped }) => skipped).map(({ code }) => code)).toEqual(['no-id', 'not-a-record']);
    expect(run.withdrawing?.services?.known).toBe(13);
    expect(await rowsIn('service', 'retired_at is not null')).toBe(0);
    await sql`update import_run set state = 'stopped', ended_at = now()`.execute(db);
  });

  test('a fault whose name is cut within a character is told of like any other', async () => {
    const [, second] = (await fixture('services.json')) as [Item, Item];
    const name = `${'a'.repeat(199)}\u{1F6A3} and more`;
    const run = await importFrom(
      await changed({
        'services.json': (items) => [
          ...items,
          { ...second, id: 'not an id', serviceNames: [{ language: 'fi', value: name, type: 'Name' }] },
        ],
      }),
    );
    expect(run.state).toBe('done');
    expect(run.faults.map((fault) => fault.name)).toContain(`${'a'.repeat(199)}\uFFFD`);
  });
});

test('an own record is never written over, nor withdrawn', async () => {
  const [first] = (await fixture('channels-phone.json')) as [Item];
  await sql`update service_channel set source = 'own', texts = '{"fi": {"name": "Oma"}}' where id = ${first.id}::uuid`.execute(db);
  const run = await importFrom(await changed({ 'channels-phone.json': (items) => items }));
  expect(run.faults.map(({ code }) => code)).toContain('own-record');
  const { rows } = await sql<{
    name: string;
  }>`select texts->'fi'->>'name' as name from service_channel where id = ${first.id}::uuid`.execute(db);
  expect(rows[0]?.name).toBe('Oma');
});
