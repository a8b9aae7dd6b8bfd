import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import type { Source } from '../types.ts';

export type Written = {
  /** Ids that are new, changed or back again. */
  written: string[];
  unchanged: number;
  /** Ids that another source keeps: an import never writes over what is written here, nor the other way. */
  foreign: string[];
};

export type Kept = { id: string; hash: string; source: Source; retired: boolean };

/** Tables of the directory whose rows carry a hash of their content. */
export type HashedTable = 'ptv_organisation' | 'general_description' | 'service' | 'service_channel' | 'service_collection';

/** Parts the rows into those to write and those that say what the table says already. */
export function changedOf<R extends { id: string; hash: string }>(
  rows: readonly R[],
  kept: ReadonlyMap<string, Kept>,
  source: Source,
): { changed: R[]; result: Written } {
  const foreign = rows.filter(({ id }) => isOfAnother(kept.get(id), source)).map(({ id }) => id);
  const ours = rows.filter(({ id }) => !isOfAnother(kept.get(id), source));
  const changed = ours.filter(({ id, hash }) => {
    const row = kept.get(id);
    return !row || row.retired || row.hash !== hash;
  });
  return { changed, result: { written: changed.map(({ id }) => id), unchanged: ours.length - changed.length, foreign } };
}

const isOfAnother = (kept: Kept | undefined, source: Source) => kept !== undefined && kept.source !== source;

/** What the table knows of these ids, locked so that two writers of one record follow each other. */
export async function keptOf(trx: Trx, table: HashedTable, ids: readonly string[]): Promise<Map<string, Kept>> {
  const source = hasSource(table) ? sql.ref('source') : sql`'ptv'`;
  const { rows } = await sql<Kept>`select id, content_hash as hash, ${source} as source, retired_at is not null as retired
    from ${sql.table(table)} where id = any(${ids}::uuid[]) order by id for update`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which of these ids there are: what points at nothing is left out rather than refused with its whole batch. */
export async function existing(trx: Trx, table: HashedTable, ids: Iterable<string | null>): Promise<Set<string>> {
  const asked = [...new Set(ids)].filter((id) => id !== null);
  if (asked.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where id = any(${asked}::uuid[])`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

const hasSource = (table: HashedTable) => table === 'ptv_organisation' || table === 'service' || table === 'service_channel';

/** A batch names an id twice at times: the last word holds. */
export function lastOfEach<R extends { id: string }>(records: readonly R[]): R[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
