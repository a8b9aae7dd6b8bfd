import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { namesAuthority, sqlNamesAuthority } from './naming.ts';

const { db } = await testDatabase();
const names = ['Kela', 'FPA', 'Vero', 'Digi- ja väestötietovirasto', 'DVV', 'TE', ''];
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

test.each([
  ['Kela', true],
  ['Kelan hakemus', true],
  ['hakemus kelalle', true],
  ['Kelapäätös', true],
  ['Verokortti', true],
  ['FPA:s blankett', true],
  ['TE-palvelut', true],
  ['DVV:n ote', true],
  ['Hakemus (Digi- ja väestötietovirasto)', true],
  ['Digi- ja väestötietoviraston lomake', true],
  ['Terveystodistus', false],
  ['Vuokrasopimus', false],
  ['Makela', false],
  ['', false],
])('"%s" names one of the authorities: %s, here and in the database', async (words, does) => {
  expect(namesAuthority(words, names)).toBe(does);
  const found = await sql<{ does: boolean }>`select ${sqlNamesAuthority(sql`${words}::text`)} as does`.execute(db.kysely);
  expect(found.rows[0]?.does).toBe(does);
});
