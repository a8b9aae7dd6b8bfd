import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect } from 'vitest';
import { faultsOf, insertRun } from '../../modules/knowledge/ptv/runs/queries.ts';
import { runImport } from '../../modules/knowledge/ptv/runs/running.ts';
import { folderOf } from '../../modules/knowledge/ptv/sources/files.ts';
import type { Entry } from '../../modules/knowledge/search/types.ts';
import { seedClassifications } from '../../modules/knowledge/services/classifications/seeding.ts';
import { directorySources } from '../../modules/knowledge/services/sources.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { createLog } from '../../platform/log/log.ts';
import { testDatabase } from '../database.ts';

type Items = Record<string, unknown>[];

/** An empty database, into which folders of the directory are imported. `folder`: the one that `changed` begins from. */
export async function anImporter(folder: string) {
  const clock = fixedClock('2026-11-23T08:00:00Z');
  const { db: database } = await testDatabase();
  const db = database.kysely;
  const lines: string[] = [];
  const log = createLog('error', (line) => lines.push(line));
  const made: string[] = [];
  beforeAll(() => inTransaction(db, seedClassifications));
  afterAll(() => Promise.all(made.map((each) => rm(each, { recursive: true }))));

  async function importFrom(from: string) {
    const id = await inTransaction(db, (trx) =>
      insertRun(trx, { source: 'files', mode: 'everything', since: null, askedBy: null, now: clock.now() }),
    );
    const run = await runImport({ db, clock, log, source: await folderOf(from) }, id as string);
    expect(lines.splice(0)).toEqual([]);
    return { ...run, id: id as string, faults: await faultsOf(db, id as string, 500) };
  }

  /** The folder with some files changed. */
  async function changed(changes: Record<string, (items: Items) => unknown[]>): Promise<string> {
    const copy = await mkdtemp(join(tmpdir(), 'polku-ptv-'));
    made.push(copy);
    await cp(folder, copy, { recursive: true });
    for (const [file, change] of Object.entries(changes)) {
      const items = JSON.parse(await readFile(join(folder, file), 'utf8'));
      await writeFile(join(copy, file), JSON.stringify(change(items)));
    }
    return copy;
  }

  const rowsIn = async (table: string, where = 'true') =>
    Number(
      (await sql<{ count: string }>`select count(*)::text as count from ${sql.table(table)} where ${sql.raw(where)}`.execute(db)).rows[0]
        ?.count,
    );

  async function placeNamed(name: string): Promise<string> {
    const { rows } = await sql<{ id: string }>`select id from service_channel
      where kind = 'place' and retired_at is null and texts->'fi'->>'name' = ${name}`.execute(db);
    return rows[0]?.id as string;
  }

  /** How many entries of each kind the search is given. */
  async function entryCounts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const source of directorySources)
      for await (const { kind } of (await source.load(db)) as AsyncIterable<Entry>) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  /** A service of the name that takes its texts from a general description. Some names stand twice, one of them in Finnish only. */
  async function serviceNamed(name: string, isSwedishToo = true): Promise<string> {
    const { rows } = await sql<{ id: string }>`select s.id from service s join service_text t on t.id = s.text_id
      where t.texts->'fi'->>'name' = ${name} and s.general_id is not null and jsonb_exists(t.texts, 'sv') = ${isSwedishToo}
      order by s.id`.execute(db);
    return rows[0]?.id as string;
  }

  return { db, clock, log, importFrom, changed, rowsIn, entryCounts, serviceNamed, placeNamed };
}
