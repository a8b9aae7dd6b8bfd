import type { Db } from '../../../platform/db/transaction.ts';
import type { EntryKind, EntrySource, Reader } from './types.ts';

type Found = { kind: EntryKind; id: string; alike: string[] };

/** Leaves out what the reader may not read; of things that say the same, the first they may read is the hit. */
export type Sight = <H extends Found>(reader: Reader | null, hits: readonly H[]) => Promise<H[]>;

/** The index knows everyone and staff alone. Where a kind has finer readers, its source is asked, at each search, by the grants of now. */
export function sightOf(db: Db, sources: readonly EntrySource[]): Sight {
  const guarded = sources.filter(({ readableOf }) => readableOf !== undefined);
  return async (reader, hits) => {
    const asked = guarded.filter(({ kind }) => hits.some((hit) => hit.kind === kind));
    const readable = new Map(
      await Promise.all(asked.map(async (source) => [source.kind, await readableIn(db, source, reader, hits)] as const)),
    );
    return hits.flatMap((hit) => {
      const may = readable.get(hit.kind);
      if (!may) return [hit];
      const [id, ...alike] = [hit.id, ...hit.alike].filter((one) => may.has(one));
      return id === undefined ? [] : [{ ...hit, id, alike }];
    });
  };
}

async function readableIn(db: Db, { kind, readableOf }: EntrySource, reader: Reader | null, hits: readonly Found[]): Promise<Set<string>> {
  if (!reader || !readableOf) return new Set();
  const ids = hits.flatMap((hit) => (hit.kind === kind ? [hit.id, ...hit.alike] : []));
  return readableOf(db, reader, ids);
}
