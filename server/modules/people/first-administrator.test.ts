import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';

const { db, ownerUrl } = await testDatabase();
const command = new URL('../../../bin/administrator', import.meta.url).pathname;

async function run(args: string[], env: Record<string, string> = { DATABASE_URL: ownerUrl }) {
  const words = ['--name', 'Eeva Ensimmäinen', '--email', 'Eeva@kylmala.example', ...args];
  return promisify(execFile)(command, words, { env: { PATH: process.env.PATH, ...env } }).then(
    ({ stdout }) => ({ ok: true, says: stdout }),
    ({ stderr }: { stderr: string }) => ({ ok: false, says: stderr }),
  );
}

const names = ['--fi', 'Kylmälän kaupunki', '--sv', 'Kylmälä stad', '--en', 'City of Kylmälä'];

test('an empty installation gets its first organisation and administrator from the command line', async () => {
  expect(await run(['--organisation', 'kylmala'])).toMatchObject({
    ok: false,
    says: expect.stringContaining('no organisation by the key kylmala'),
  });
  expect(await run(['--organisation', 'kylmala', ...names])).toMatchObject({ ok: true });
  // Again changes nothing.
  expect(await run(['--organisation', 'kylmala'])).toMatchObject({ ok: true });
  const grants = await db.kysely
    .selectFrom('person_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .innerJoin('organisation as o', 'o.id', 'g.organisation_id')
    .select(['p.email', 'g.role', 'o.key', 'o.kept_by_id', 'o.keeps_region'])
    .execute();
  expect(grants).toEqual([{ email: 'eeva@kylmala.example', role: 'administrator', key: 'kylmala', kept_by_id: null, keeps_region: true }]);
  expect(await db.kysely.selectFrom('audit_entry').select('action').execute()).toContainEqual({ action: 'grant.give.administrator' });
});

test('without a database it says what is missing', async () => {
  expect(await run(['--organisation', 'kylmala'], {})).toMatchObject({
    ok: false,
    says: expect.stringContaining('DATABASE_URL is needed'),
  });
});
