import type { Kysely } from 'kysely';
import type { Clock } from '../clock/clock.ts';
import type { Tables } from '../db/tables.ts';
import type { FileDriver } from './driver.ts';

export type Swept = {
  /** Rows that nobody claimed, with their files. */
  unclaimed: number;
  /** Stored files without a row: the process ended between keeping and committing. */
  orphans: number;
  /** Uploads that never came to their end. */
  drafts: number;
};

/** Longer than any upload and any form stays open. */
const GRACE_HOURS = 24;
const BATCH = 500;
/** More crashes than this in a day would be known. */
const SUSPICIOUS = 100;
const FOREIGN_KEY_VIOLATION = '23503';

/** A job for each hour or so: removes what was begun over a day ago and never became part of anything. Safe to stop and to run twice. */
export async function sweepOrphans(db: Kysely<Tables>, driver: FileDriver, clock: Clock): Promise<Swept> {
  const before = clock.now().subtract({ hours: GRACE_HOURS });
  return {
    drafts: await driver.removeDrafts(before),
    unclaimed: await removeUnclaimed(db, driver, before),
    orphans: await removeRowless(db, driver, before),
  };
}

/** Row first: should we end in between, the file is an orphan of the next sweep, never a row without its file. */
async function removeUnclaimed(db: Kysely<Tables>, driver: FileDriver, before: Temporal.Instant): Promise<number> {
  let removed = 0;
  const rows = await db
    .selectFrom('file')
    .select(['id', 'stored_as'])
    .where('claimed', '=', false)
    .where('created_at', '<', before)
    .execute();
  for (const { id, stored_as } of rows) {
    if (!(await removeRow(db, id))) continue;
    await driver.remove(stored_as);
    removed += 1;
  }
  return removed;
}

/** False when somebody claimed the file meanwhile, or refers to it without having said so, which is put right here. */
async function removeRow(db: Kysely<Tables>, id: string): Promise<boolean> {
  try {
    const { numDeletedRows } = await db.deleteFrom('file').where('id', '=', id).where('claimed', '=', false).executeTakeFirst();
    return numDeletedRows > 0n;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === FOREIGN_KEY_VIOLATION)) throw error;
    await db.updateTable('file').set({ claimed: true }).where('id', '=', id).execute();
    return false;
  }
}

/** Throws before removing anything when most of the files are unknown: then the database is another one, or an old copy of it. */
async function removeRowless(db: Kysely<Tables>, driver: FileDriver, before: Temporal.Instant): Promise<number> {
  const rowless: string[] = [];
  let stored = 0;
  for await (const batch of inBatches(driver.list())) {
    stored += batch.length;
    const old = batch.filter(({ changedAt }) => Temporal.Instant.compare(changedAt, before) < 0).map(({ storedAs }) => storedAs);
    rowless.push(...(await withoutRow(db, old)));
  }
  if (rowless.length > SUSPICIOUS && rowless.length > stored / 2) {
    throw new Error(`the database knows nothing of ${rowless.length} of ${stored} stored files: nothing was removed`);
  }
  for (const storedAs of rowless) await driver.remove(storedAs);
  return rowless.length;
}

async function withoutRow(db: Kysely<Tables>, storedAs: string[]): Promise<string[]> {
  if (storedAs.length === 0) return [];
  const rows = await db.selectFrom('file').select('stored_as').where('stored_as', 'in', storedAs).execute();
  const known = new Set(rows.map((row) => row.stored_as));
  return storedAs.filter((name) => !known.has(name));
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
