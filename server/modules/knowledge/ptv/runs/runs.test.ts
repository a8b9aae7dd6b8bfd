import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { generateKeyring, readKeyring } from '../../../../platform/keys/keyring.ts';
import { createLog } from '../../../../platform/log/log.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { copies, fixture } from '../../../../testing/ptv/fixture.ts';
import { aPtvServer } from '../../../../testing/ptv-server.ts';
import { aPerson, aTown } from '../../../../testing/town.ts';
import { folderOf } from '../sources/files.ts';
import { askForFiles } from './files.ts';
import { importJobs } from './job.ts';
import { runById } from './queries.ts';
import { runImport } from './running.ts';
import type { ImportRun, ImportRuns, ImportRunWithFaults } from './schema.ts';
import { IMPORT_JOB, startNightly } from './service.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const ptv = await aPtvServer({ version: 'v11' });
const app = await anApp(database, { clock, env: { PTV_API: 'v11', PTV_URL: ptv.url } });
const town = await aTown(db, clock);
const log = createLog('error');
const keys = readKeyring(generateKeyring());
const settings = { version: 'v11', url: ptv.url, apiKey: undefined } as const;

let admin = await app.signIn(town.admin);
const developer = await app.signIn(
  await aPerson(db, { name: 'Kehittäjä', role: 'development-team', organisationId: town.organisations.city, units: [] }),
);
const othersAdmin = await app.signIn(
  await aPerson(db, { name: 'Naapuri', role: 'administrator', organisationId: town.organisations.neighbour, units: [] }),
);
const aino = await app.signIn(town.aino);

// Those that point at no channel: the directory here has none.
const services = copies(
  (await fixture('services.json')).filter(({ serviceChannels }) => serviceChannels === null),
  30,
);
ptv.records = {
  Organization: await fixture('organizations.json'),
  GeneralDescription: await fixture('general-descriptions.json'),
  Service: services,
};

const ADDRESS = '/api/admin/directory-imports';
const list = async (caller: Caller = admin) => (await caller.call<ImportRuns>('GET', ADDRESS)).body;
const start = (caller: Caller, mode = 'everything') => {
  // The latest run is told by its moment.
  clock.advance({ seconds: 1 });
  return caller.call<ImportRun & { code?: string }>('POST', ADDRESS, { mode });
};
const ended = (state: string) =>
  vi.waitFor(
    async () => {
      const [run] = (await list()).runs;
      expect(run?.state).toBe(state);
      return run as ImportRun;
    },
    { timeout: 20_000, interval: 50 },
  );

test('only those who keep what the region shares see imports and begin them', async () => {
  for (const caller of [aino, othersAdmin]) {
    expect((await caller.call('GET', ADDRESS)).status).toBe(403);
    expect((await start(caller)).status).toBe(403);
  }
  expect(await list(developer)).toEqual({ source: { version: 'v11', host: new URL(ptv.url).host, key: null }, runs: [] });
});

test('where nothing is set nothing begins, by hand or by night', async () => {
  const elsewhere = await testDatabase();
  const unset = await anApp(elsewhere, { clock });
  const there = await unset.signIn((await aTown(elsewhere.db.kysely, clock)).admin);
  expect((await there.call<ImportRuns>('GET', ADDRESS)).body.source).toBeNull();
  expect(await start(there)).toMatchObject({ status: 409, body: { code: 'import-not-configured' } });
  await startNightly({ db: elsewhere.db.kysely, clock, ptv: undefined });
  expect((await there.call<ImportRuns>('GET', ADDRESS)).body.runs).toEqual([]);
});

test('an import runs in the background and tells what it did; another waits its turn', async () => {
  ptv.trouble.push({ on: '/Organization?', answer: 429, retryAfter: 1 });
  ptv.records.Service = [...services, { ...services[0], id: 'not an id at all' }];
  expect(await start(developer)).toMatchObject({ status: 200, body: { state: 'waiting', mode: 'everything' } });
  expect(await start(admin)).toMatchObject({ status: 409, body: { code: 'import-running' } });
  const run = await ended('done');
  expect(run.counts.find(({ step }) => step === 'services')).toMatchObject({ read: 30, written: 30, unchanged: 0, faults: 0 });
  expect(run.step).toBeNull();
  const { body } = await admin.call<ImportRunWithFaults>('GET', `${ADDRESS}/${run.id}`);
  expect(body.run).toEqual(run);
  expect((await sql`select from audit_entry where action = 'directory.import'`.execute(db)).rows).toHaveLength(1);
});

test('a broken record is listed with its name and what was wrong', async () => {
  ptv.records.Service = services.map((service, at) => (at === 0 ? { ...service, serviceNames: [] } : service));
  await start(admin);
  const run = await ended('done');
  const { body } = await admin.call<ImportRunWithFaults>('GET', `${ADDRESS}/${run.id}`);
  expect(body.faults).toMatchObject([{ step: 'services', recordId: services[0]?.id, code: 'no-name', skipped: true }]);
});

test('a run that would withdraw much asks; it goes on with a yes and stops with a no', async () => {
  ptv.records.Service = services.slice(0, 10);
  await start(admin);
  const asking = await ended('asks');
  expect(asking.withdrawing).toEqual([{ step: 'services', known: 30, missing: 20 }]);
  const answer = (caller: Caller, withdraw: boolean) => caller.call<ImportRun>('PATCH', `${ADDRESS}/${asking.id}`, { withdraw });
  expect((await answer(othersAdmin, true)).status).toBe(403);
  expect(await answer(admin, false)).toMatchObject({ status: 200, body: { state: 'stopped' } });
  expect(await answer(admin, true)).toMatchObject({ status: 409, body: { code: 'import-asks-nothing' } });
  expect(await withdrawn()).toBe(0);
  await start(admin);
  const again = await ended('asks');
  await admin.call('PATCH', `${ADDRESS}/${again.id}`, { withdraw: true });
  const done = await ended('done');
  expect(done.counts.find(({ step }) => step === 'services')?.withdrawn).toBe(20);
  expect(await withdrawn()).toBe(20);
  expect((await admin.call('GET', `${ADDRESS}/${crypto.randomUUID()}`)).status).toBe(404);
});

test('the night asks for changes, and once a week for everything; a question left open gives way', async () => {
  await later({ hours: 24 });
  await startNightly({ db, clock, ptv: settings });
  const changes = await ended('done');
  expect(changes).toMatchObject({ mode: 'changes', since: expect.stringContaining('2026-11-23T08:00:') });
  await later({ hours: 24 * 6 });
  ptv.records.Service = services.slice(0, 2);
  await startNightly({ db, clock, ptv: settings });
  expect(await ended('asks')).toMatchObject({ mode: 'everything', since: null });
  ptv.records.Service = services.slice(0, 10);
  await later({ hours: 1 });
  await startNightly({ db, clock, ptv: settings });
  await ended('done');
  expect((await list()).runs.map(({ state }) => state).slice(0, 2)).toEqual(['done', 'stopped']);
});

test('a run whose job was lost is given up after an hour, and a new one may begin', async () => {
  await sql`insert into import_run (source, mode, state, created_at, moved_at) values ('api-v11', 'everything', 'running', ${clock.now()}, ${clock.now()})`.execute(
    db,
  );
  expect((await start(admin)).body.code).toBe('import-running');
  await later({ minutes: 61 });
  expect((await start(admin)).status).toBe(200);
  await ended('done');
  expect((await list()).runs.map(({ failure }) => failure)).toContain('lost');
});

test('a run of a folder is let withdraw by none who does not have the folder', async () => {
  const id = await aFolderAsks();
  const before = await retired();
  const answer = (withdraw: boolean) => admin.call<ImportRun & { code?: string }>('PATCH', `${ADDRESS}/${id}`, { withdraw });
  expect(await answer(true)).toMatchObject({ status: 409, body: { code: 'import-other-source' } });
  // One that had its answer before is not carried on from elsewhere either, and stands in nobody's way.
  await sql`update import_run set state = 'running', approved_at = ${clock.now()} where id = ${id}::uuid`.execute(db);
  await importJobs({ db, clock, keys, log, ptv: settings })[IMPORT_JOB]!({ runId: id }, { signal: new AbortController().signal } as never);
  expect([(await runById(db, id))?.state, await retired()]).toEqual(['stopped', before]);
  const again = await aFolderAsks();
  expect(await admin.call('PATCH', `${ADDRESS}/${again}`, { withdraw: false })).toMatchObject({ status: 200, body: { state: 'stopped' } });
});

test('a folder that may withdraw takes the place of one that asks, and a run that was cut gives way to it', async () => {
  const asking = await aFolderAsks();
  expect(await askForFiles(db, clock, { replaces: false })).toBeUndefined();
  const id = (await askForFiles(db, clock, { replaces: true })) as string;
  expect([(await runById(db, asking))?.state, (await runById(db, id))?.state]).toEqual(['stopped', 'waiting']);
  expect(await askForFiles(db, clock, { replaces: true })).toBeUndefined();
  await later({ minutes: 61 });
  expect(await askForFiles(db, clock, { replaces: false })).toEqual(expect.any(String));
  expect((await runById(db, id))?.failure).toBe('lost');
  await sql`update import_run set state = 'stopped', ended_at = now() where ended_at is null`.execute(db);
});

/** A folder with one service: the directory's others would go. */
async function aFolderAsks(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'polku-ptv-'));
  await writeFile(join(folder, 'services.json'), JSON.stringify(services.slice(0, 1)));
  const id = (await askForFiles(db, clock, { replaces: false })) as string;
  const run = await runImport({ db, clock, log, source: await folderOf(folder) }, id);
  await rm(folder, { recursive: true });
  expect(run?.state).toBe('asks');
  return id;
}

/** How many records of any kind have been withdrawn. */
async function retired(): Promise<number | undefined> {
  const { rows } = await sql<{ count: number }>`select ((select count(*) from service where retired_at is not null)
    + (select count(*) from ptv_organisation where retired_at is not null)
    + (select count(*) from general_description where retired_at is not null))::int as count`.execute(db);
  return rows[0]?.count;
}

/** Sessions end meanwhile. */
async function later(time: { hours?: number; minutes?: number }): Promise<void> {
  clock.advance(time);
  admin = await app.signIn(town.admin);
}

const withdrawn = async () =>
  (await sql<{ count: number }>`select count(*)::int as count from service where retired_at is not null`.execute(db)).rows[0]?.count;
