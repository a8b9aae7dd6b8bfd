import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { tablesSource } from '../server/platform/db/tables-source.ts';
import { asOwner, testDatabase } from '../server/testing/database.ts';

const database = await testDatabase();
const committed = await readFile(new URL('../server/platform/db/tables.ts', import.meta.url), 'utf8');

test('tables.ts is what the migrations make (else run bin/tables)', async () => {
  expect(await asOwner(database, tablesSource)).toBe(committed);
});

test('a changed table is noticed', async () => {
  const source = await asOwner(database, async (client) => {
    await client.query('alter table organisation add column noticed date');
    return tablesSource(client);
  });
  expect(source).toContain('  noticed: Temporal.PlainDate | null;');
  expect(source).not.toBe(committed);
});
