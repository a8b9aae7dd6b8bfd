import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { placesInOrder } from '../stops/places.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let nobodys: string;

/** In Finnish and Swedish å and ä stand after z, in English with a. */
const NAMES = [
  { fi: 'Äidit', sv: 'Mödrar', en: 'Mothers' },
  { fi: 'Zoo', sv: 'Åland', en: 'Åland matters' },
  { fi: 'Asuminen', sv: 'Boende', en: 'Housing' },
];
const IN_ORDER = [
  ['fi', ['Asuminen', 'Zoo', 'Äidit']],
  ['sv', ['Boende', 'Mödrar', 'Åland']],
  ['en', ['Åland matters', 'Housing', 'Mothers']],
  ['fi-x-plain', ['Asuminen', 'Zoo', 'Äidit']],
] as const;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  for (const name of NAMES) {
    const id = await aBookable(db, town);
    await sql`update bookable set name = ${JSON.stringify(name)}::jsonb where id = ${id}::uuid`.execute(db);
    nobodys = id;
    if (name.fi !== 'Asuminen') await aResource(db, town, { skills: [id] });
  }
});

const open = async (url: string, language: string) =>
  (await service.app.inject({ method: 'GET', url, headers: { cookie: `polku-lang=${language}` } })).body;
/** The names in the order in which the page has them, each once. */
const namesOn = (page: string, names: readonly string[]) =>
  [...names].sort((one, other) => page.indexOf(`>${one}<`) - page.indexOf(`>${other}<`));

describe('what one chooses from', () => {
  test.each(IN_ORDER)('in %s stands in the order of the names as they are read', async (language, names) => {
    for (const url of ['/book', `/book/visit?place=${town.point}`]) {
      const page = await open(url, language);
      for (const name of names) expect(page, url).toContain(`>${name}<`);
      expect(namesOn(page, names.toReversed()), url).toEqual(names);
    }
  });

  test('by a city’s own site too, in the language it asks in', async () => {
    const asked = (language: string) =>
      service.caller().call<{ services: { name: { en: string; sv: string } }[] }>('GET', '/api/v1/booking/services', undefined, {
        'accept-language': language,
      });
    expect((await asked('en')).body.services.map(({ name }) => name.en)).toEqual(IN_ORDER[2][1]);
    expect((await asked('sv')).body.services.map(({ name }) => name.sv)).toEqual(IN_ORDER[1][1]);
  });

  test('places: the points first, then the stops of a bus', () => {
    const place = (sv: string, stopId: string | null) => ({ name: { fi: 'Sama', sv, en: sv }, stopId });
    const places = [place('Älby', 's1'), place('Ön', null), place('Byn', 's2'), place('Strand', null)];
    expect(placesInOrder(places, 'sv').map(({ name }) => name.sv)).toEqual(['Strand', 'Ön', 'Byn', 'Älby']);
  });
});

test('where nothing is free as far as one may book, no empty days are shown and nobody is sent to later ones', async () => {
  const page = await open(`/book/times?service=${nobodys}&place=${town.point}`, 'fi');
  expect(page).toContain('Täällä ei ole vapaita aikoja.');
  expect(page).not.toMatch(/day-none|Aiemmat päivät|myöhempiä päiviä/);
});
