import { resolve } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { anImporter } from '../../../testing/ptv/importing.ts';
import type { Entry } from '../search/types.ts';
import { fieldOf, told, toldOfService } from '../services/languages.ts';
import { readPlace, readService } from '../services/service.ts';
import { directorySources } from '../services/sources.ts';
import { steps } from './records.ts';

/** The real data of the national directory, which stands beside the checkout or is not there: then this file is not run. */
const DATA = resolve('../shared/data/ptv/v11');

const { db, importFrom, rowsIn, entryCounts, serviceNamed, placeNamed } = await anImporter(DATA);

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
    expect(await entryCounts()).toEqual({ service: await rowsIn('service_text'), place: 88, 'e-service': 37, form: 32 });
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

  test('a place stands on the map, has hours, telephone and its services', async () => {
    expect(await rowsIn('service_channel', "kind = 'place' and retired_at is null")).toBe(88);
    const place = (await readPlace(db, await placeNamed('Mikkelin kaupungin rakennusvalvonta, virastotalo')))!;
    expect(place.place?.latitude).toBeCloseTo(61.68645779, 7);
    expect(place.address).toMatchObject({ street: { fi: 'Maaherrankatu 9-11' }, postalCode: '50100' });
    expect(place.opening?.weekly).toHaveLength(5);
    expect(place.phones.fi?.[0]).toMatchObject({ number: '015 1941', note: 'Mikkelin kaupungin vaihde' });
    expect(told(fieldOf(place.texts, 'name'), 'en')).toMatchObject({ language: 'fi', borrowed: true });
    expect(place.responsible?.names.fi).toBe('Mikkelin kaupunki');
    expect(await rowsIn('service_channel', "kind = 'place' and latitude is null")).toBeGreaterThan(0);
  });

  test('kinds of organisations are known by their old names too', async () => {
    expect(await rowsIn('ptv_organisation', "kind = 'municipality'")).toBe(5);
  });
});
