import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp } from '../../../../testing/app.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aPtvServer } from '../../../../testing/ptv-server.ts';
import { aPerson, aTown } from '../../../../testing/town.ts';
import type { ImportRun, ImportRuns } from '../runs/schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const ptv = await aPtvServer({ version: 'v12', apiKey: 'the-right-one' });
const app = await anApp(database, { clock, env: { PTV_API: 'v12', PTV_URL: ptv.url } });
const town = await aTown(db, clock);
const admin = await app.signIn(town.admin);
const developer = await app.signIn(
  await aPerson(db, { name: 'Kehittäjä', role: 'development-team', organisationId: town.organisations.city, units: [] }),
);
const neighbour = await app.signIn(
  await aPerson(db, { name: 'Naapuri', role: 'administrator', organisationId: town.organisations.neighbour, units: [] }),
);

const IMPORTS = '/api/admin/directory-imports';
const give = (key: string | null, caller = admin) => caller.call<{ code?: string }>('PUT', '/api/admin/directory-key', { key });
const told = async () => (await admin.call<ImportRuns>('GET', IMPORTS)).body;
const begin = () => {
  clock.advance({ seconds: 1 });
  return admin.call<ImportRun & { code?: string }>('POST', IMPORTS, { mode: 'everything' });
};
const ended = () =>
  vi.waitFor(
    async () => {
      const [run] = (await told()).runs;
      expect(run?.endedAt).toBeTruthy();
      return run as ImportRun;
    },
    { timeout: 20_000, interval: 50 },
  );

test('without a key v12 is not asked at all', async () => {
  expect((await told()).source).toMatchObject({ version: 'v12', key: null });
  expect(await begin()).toMatchObject({ status: 409, body: { code: 'import-no-key' } });
  expect(ptv.asked).toEqual([]);
});

test('the region’s administrator gives it, nobody else, and it is kept encrypted and never shown', async () => {
  for (const caller of [developer, neighbour]) expect((await give('the-right-one', caller)).status).toBe(403);
  expect((await give('two words')).status).toBe(422);
  expect((await give('a-wrong-one')).status).toBe(204);
  const { source } = await told();
  expect(source).toMatchObject({ key: { from: 'page', setByName: expect.any(String) } });
  expect(JSON.stringify(source)).not.toContain('a-wrong-one');
  const { rows } = await sql<{ cipher: string }>`select key_cipher as cipher from directory_key`.execute(db);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.cipher).not.toContain('a-wrong-one');
  const audit = await sql<{
    line: string;
  }>`select to_jsonb(a)::text as line from audit_entry a where action = 'directory.key-given'`.execute(db);
  expect(audit.rows).toHaveLength(1);
  expect(audit.rows[0]?.line).not.toContain('a-wrong-one');
});

test('the next import asks by the key as it is now', async () => {
  expect((await begin()).status).toBe(200);
  expect(await ended()).toMatchObject({ state: 'failed', failure: 'key-refused' });
  await give('the-right-one');
  expect((await begin()).status).toBe(200);
  expect((await ended()).state).toBe('done');
});

test('a key that is taken away is gone', async () => {
  expect((await give(null)).status).toBe(204);
  expect((await told()).source).toMatchObject({ key: null });
  expect((await begin()).body.code).toBe('import-no-key');
});
