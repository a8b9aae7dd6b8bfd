import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { createLog } from '../../../platform/log/log.ts';
import { testDatabase } from '../../../testing/database.ts';
import { copies, fixture, type Item } from '../../../testing/ptv/fixture.ts';
import { aPtvServer } from '../../../testing/ptv-server.ts';
import { insertRun, runById } from './runs/queries.ts';
import { runImport } from './runs/running.ts';
import type { RunMode } from './runs/types.ts';
import { apiV11 } from './sources/api-v11.ts';
import { createClient } from './sources/client.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const { db: database } = await testDatabase();
const db = database.kysely;
const lines: string[] = [];
const log = createLog('error', (line) => lines.push(line));
const ptv = await aPtvServer({ version: 'v11', listSize: 30 });

const [organisations, generals, services, places] = await Promise.all(
  ['organizations.json', 'general-descriptions.json', 'services.json', 'channels-service-location.json'].map(async (file) =>
    copies(await fixture(file), 70),
  ),
);
const collection = {
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  organizationId: organisations![0]!.id,
  serviceCollectionNames: [{ language: 'fi', value: 'Lapsiperheen palvelut' }],
  serviceCollectionDescriptions: [],
  services: services!.slice(0, 3).map(({ id }) => ({ id })),
  publishingStatus: 'Published',
  modified: '2022-01-15T08:00:00Z',
};

beforeEach(() => {
  ptv.records = {
    Organization: organisations!.slice(0, 20),
    GeneralDescription: generals!.slice(0, 70),
    ServiceChannel: places!.slice(0, 20),
    Service: services!.slice(0, 65),
    ServiceCollection: [collection],
  };
  ptv.asked.length = 0;
  ptv.trouble.length = 0;
  lines.length = 0;
});

async function aRun(mode: RunMode = 'everything', since: string | null = null): Promise<string> {
  const start = since ? Temporal.Instant.from(since) : null;
  const id = await inTransaction(db, (trx) => insertRun(trx, { source: 'api-v11', mode, since: start, askedBy: null, now: clock.now() }));
  return id as string;
}

const sourceOf = (signal?: AbortSignal) => apiV11(createClient({ url: ptv.url, signal, pauseMs: 2, timeoutMs: 500 }));
const carryOn = (id: string, signal?: AbortSignal) =>
  runImport({ db, clock, log, source: sourceOf(signal), ...(signal ? { signal } : {}) }, id);
const alive = async () =>
  (await sql<{ count: number }>`select count(*)::int as count from service where retired_at is null`.execute(db)).rows[0]?.count;

test('pages, busy answers, faults, silence and answers cut in the middle all end in the whole directory', async () => {
  ptv.trouble.push(
    { on: '/Organization?', answer: 429, retryAfter: 0 },
    { on: '/Organization/list', answer: 503 },
    { on: '/GeneralDescription/list', answer: 'cut' },
    { on: '/ServiceChannel?', answer: 'never' },
    { on: '/Service/list', answer: 500 },
    { on: '/Service/list', answer: 502 },
  );
  const run = await carryOn(await aRun());
  expect([run?.state, lines]).toEqual(['done', []]);
  expect(ptv.trouble).toEqual([]);
  expect(run?.counts).toMatchObject({
    organisations: { read: 20, written: 20 },
    services: { read: 65, written: 65 },
    collections: { written: 1 },
  });
  expect(ptv.asked.filter((address) => address.startsWith('/Service?'))).toEqual(['/Service?page=1', '/Service?page=2', '/Service?page=3']);
  const { rows } = await sql<{
    names: object;
    count: number;
  }>`select names, cardinality(service_ids) as count from service_collection`.execute(db);
  expect(rows).toEqual([{ names: { fi: 'Lapsiperheen palvelut' }, count: 3 }]);
});

test('what has changed is asked by its date, and what is gone is seen from the list of ids', async () => {
  const [first, second] = services!.slice(0, 2) as [Item, Item];
  const renamed = { ...first, serviceNames: [{ language: 'fi', value: 'Uusi nimi', type: 'Name' }], modified: '2026-11-22T10:00:00Z' };
  ptv.records.Service = [renamed, ...services!.slice(2, 65)];
  const run = await carryOn(await aRun('changes', '2026-11-21T00:00:00Z'));
  expect(run?.counts.services).toMatchObject({ read: 1, written: 1, withdrawn: 1 });
  expect(run?.counts.organisations).toMatchObject({ read: 0, withdrawn: 0 });
  expect(ptv.asked).toContain('/Service?page=1&date=2026-11-21T00%3A00%3A00Z');
  expect(ptv.asked.filter((address) => address.startsWith('/Service/list'))).toEqual([
    `/Service/list?guids=${first.id}`,
    // Whether it is really gone: lists move while they are read.
    `/Service/list?guids=${second.id}`,
  ]);
  expect(await alive()).toBe(64);
});

test('a record that the list passed by is asked for itself, and stays', async () => {
  const [, second] = services!.slice(0, 2) as [Item, Item];
  expect((await carryOn(await aRun()))?.counts.services).toMatchObject({ read: 65 });
  expect(await alive()).toBe(65);
  const listed = services!.slice(0, 65).filter(({ id }) => id !== second.id);
  // Not on the list of ids, but there when it is asked for.
  ptv.records.Service = listed;
  const source = sourceOf();
  const moved = {
    ...source,
    stillThere: async (step: Parameters<NonNullable<typeof source.stillThere>>[0], ids: readonly string[]) =>
      step === 'services' && ids.includes(second.id) ? [second] : [],
  };
  const run = await runImport({ db, clock, log, source: moved }, await aRun());
  expect([run?.state, run?.counts.services?.withdrawn, await alive()]).toEqual(['done', 0, 65]);
});

test('a run that was cut goes on from the page it had reached, in another process', async () => {
  const id = await aRun();
  const stopping = new AbortController();
  ptv.trouble.push({ on: '/ServiceChannel?', answer: 'never' });
  const cut = carryOn(id, stopping.signal);
  await expect.poll(() => ptv.asked.at(-1), { timeout: 20_000 }).toContain('/ServiceChannel?');
  stopping.abort();
  await expect(cut).rejects.toThrow();
  expect((await runById(db, id))?.position).toEqual({ step: 'channels', at: null });
  const before = ptv.asked.length;
  const run = await carryOn(id);
  expect(run).toMatchObject({ state: 'done', counts: { organisations: { read: 20 }, services: { read: 65 } } });
  expect(ptv.asked.slice(before).filter((address) => /^\/(Organization|GeneralDescription)/.test(address))).toEqual([]);
});

test('a directory that does not answer ends the run and withdraws nothing', async () => {
  for (let time = 0; time < 6; time++) ptv.trouble.push({ on: '/ServiceChannel?', answer: 503 });
  const run = await carryOn(await aRun());
  expect(run).toMatchObject({ state: 'failed', failure: 'unreachable' });
  expect(await alive()).toBe(65);
  expect(lines.join('')).toContain('directory import failed');
});

test('half a directory gone is asked about, and nothing is withdrawn before the answer', async () => {
  ptv.records.Service = services!.slice(0, 30);
  const id = await aRun();
  const run = await carryOn(id);
  expect(run).toMatchObject({ state: 'asks', withdrawing: { services: { known: 65, missing: 35 } } });
  expect(await alive()).toBe(65);
  expect(
    await inTransaction(db, (trx) =>
      insertRun(trx, { source: 'api-v11', mode: 'everything', since: null, askedBy: null, now: clock.now() }),
    ),
  ).toBeUndefined();
  await sql`update import_run set state = 'running', approved_at = now() where id = ${id}::uuid`.execute(db);
  expect(await carryOn(id)).toMatchObject({ state: 'done', counts: { services: { withdrawn: 35 } } });
  expect(await alive()).toBe(30);
});
