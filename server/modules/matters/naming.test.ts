import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { namesAuthority, sqlNamesAuthority } from './naming.ts';
import { compoundParts, placeParts } from './naming-rules.ts';

const { db } = await testDatabase();
const names = [
  'Kela',
  'FPA',
  'Vero',
  'Skatt',
  'Poliisi',
  'Tulli',
  'Kanta',
  'Ulosotto',
  'Digiapu',
  'Kansaneläkelaitos',
  'Elinvoimakeskus',
].concat(['Digi- ja väestötietovirasto', 'DVV', 'AVI', 'Tax', 'TE', 'TE-toimisto', '']);
const asNames = (name: string) => JSON.stringify({ fi: name, sv: name, en: name });
await db.kysely
  .insertInto('organisation')
  .values(
    names.map((name, index) => ({
      key: `naming-${index}`,
      name: asNames(name),
      short_name: asNames(name),
      kind: 'state',
      valid_from: Temporal.PlainDate.from('2020-01-01'),
    })),
  )
  .execute();

/** What the database decides, of many words in one statement. */
async function inDatabase(words: readonly string[]): Promise<boolean[]> {
  // Under the alias that a step has where its title is looked at.
  const found = await sql<{ does: boolean }>`select ${sqlNamesAuthority(sql`s.title`)} as does
    from unnest(${[...words]}::text[]) with ordinality s (title, nth) order by s.nth`.execute(db.kysely);
  return found.rows.map(({ does }) => does);
}

test.each([
  ['Kela', true],
  ['Kelan hakemus', true],
  ['hakemus kelalle', true],
  ['Menen Kelaan', true],
  ['Kelakin kysyi', true],
  ['Kelassakaan', true],
  ['Kelapäätös', true],
  ['Kela-kortti', true],
  ['Kelakortti', true],
  ['Kelakorttien', true],
  ['Kela-asia', true],
  ['Veroasiointien', true],
  ['Verokortti', true],
  ['Verotuksilla', true],
  ['Verolukuja', true],
  ['skattesedeln', true],
  ['Skattens besked', true],
  ['FPA:s blankett', true],
  ['FPAs blankett', true],
  ['TE-palvelut', true],
  ['TE-toimistossa', true],
  ['DVV:n ote', true],
  ['DVVltä', true],
  ['Avilta tuli kirje', true],
  ['Ulosotossa', true],
  ['Digiavun aika', true],
  ['Kansaneläkelaitoksen päätös', true],
  ['Elinvoimakeskuksesta', true],
  ['Hakemus (Digi- ja väestötietovirasto)', true],
  ['Digi- ja väestötietoviraston lomake', true],
  ['Kelarinteentie 4', false],
  ['Kelarinteentiellä', false],
  ['Kelankuja', false],
  ['Kelaniemenkatu 3 A', false],
  ['Verokallio', false],
  ['Veronika tulee mukaan', false],
  ['Taxin tilataan', false],
  ['Avioliitto', false],
  ['kun kaikki ovat tulleet', false],
  ['Terveystodistus', false],
  ['Vuokrasopimus', false],
  ['Soitamme teille', false],
  ['Se kannattaa kysyä', false],
  ['Kannasta ja Kantapalvelusta', true],
  ['Makela', false],
  ['', false],
])('"%s" names one of the authorities: %s, here and in the database', async (words, does) => {
  expect(namesAuthority(words, names)).toBe(does);
  expect(await inDatabase([words])).toEqual([does]);
});

const long = ['Kela', 'Vero', 'Skatt', 'Poliisi'];
const aName = fc.constantFrom(...long);
const anEnding = fc.constantFrom(
  ...['', 'n', 'a', 'ssa', 'sta', 'lla', 'lta', 'lle', 'ksi', 'na', 'tta', 't', 'illa', 's', 'en', 'ens'],
  ...['ni', 'mme', 'nsa', 'nikin', 'ssakaan', 'stako', 'llahan', ':n', ':lla', '-asia', '-kortti', '-rinteentie', '’s'],
);
const around = fc.constantFrom('', ' hakemus', ', kiitos', '.', ') ja muuta');
const aCompound = fc.constantFrom(...compoundParts.filter((part) => /^\p{L}+$/u.test(part)));
const letters = (least: number) =>
  fc.array(fc.constantFrom(...'aeiouyäöhjklmnprstv'), { minLength: least, maxLength: 6 }).map((all) => all.join(''));

test('a name with an ending, a clitic or a hyphen hides, in whatever words and letters; the database agrees', async () => {
  const inWords = fc.tuple(fc.constantFrom('', 'Oma ', '(', 'en '), aName, anEnding, around).map((parts) => parts.join(''));
  const words = fc.sample(
    fc.oneof(
      inWords,
      inWords.map((one) => one.toUpperCase()),
      inWords.map((one) => one.toLowerCase()),
    ),
    400,
  );
  for (const one of words) expect([one, namesAuthority(one, names)]).toEqual([one, true]);
  expect(await inDatabase(words)).toEqual(words.map(() => true));
});

test('the first part of a word for a service hides, however the word ends', async () => {
  const words = fc.sample(
    fc.tuple(aName, aCompound, letters(0)).map((parts) => parts.join('')),
    400,
  );
  for (const one of words) expect([one, namesAuthority(one, names)]).toEqual([one, true]);
  expect(await inDatabase(words)).toEqual(words.map(() => true));
});

test('a street or a place that begins like a name is let through', async () => {
  const aPlace = fc.constantFrom(...placeParts.filter((part) => !compoundParts.some((known) => new RegExp(`^(?:${known})`).test(part))));
  const street = fc.constantFrom('', 'rinteen', 'niemen', 'kallion', 'n', 'mäki', 'ranta');
  const words = fc.sample(
    fc.tuple(aName, street, aPlace, fc.constantFrom('', 'lla', 'n', ' 12 A', ', 00001 Mallila')).map((parts) => parts.join('')),
    400,
  );
  for (const one of words) expect([one, namesAuthority(one, names)]).toEqual([one, false]);
  expect(await inDatabase(words)).toEqual(words.map(() => false));
});

test('a name inside a word, and words that have nothing of it, are let through; code and database never differ', async () => {
  const inside = fc.sample(
    fc.tuple(letters(1), aName, anEnding).map((parts) => parts.join('')),
    200,
  );
  for (const one of inside) expect([one, namesAuthority(one, long)]).toEqual([one, false]);
  const any = fc.sample(
    fc.oneof(
      fc.tuple(fc.constantFrom(...names), letters(0)).map((parts) => parts.join('')),
      fc.string({ maxLength: 30 }),
    ),
    600,
  );
  const plain = any.map((one) => one.replaceAll('\0', ''));
  expect(await inDatabase(plain)).toEqual(plain.map((one) => namesAuthority(one, names)));
});

test('the database is through with a thousand words before anybody waits for the page', async () => {
  const words = Array.from({ length: 1000 }, (_, index) =>
    index % 10 === 0 ? 'Verokortti ja Kelarinteentie 4' : 'Ota vuokrasopimus mukaan',
  );
  const since = performance.now();
  expect((await inDatabase(words)).filter(Boolean)).toHaveLength(100);
  // Milliseconds; under a tenth of it on a machine that does nothing else.
  expect(performance.now() - since).toBeLessThan(4000);
});
