import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { fingerprint } from '../fingerprint.ts';
import type { GeneralDescriptionRecord } from '../types.ts';
import { changedOf, keptOf, lastOfEach, type Written } from './changed.ts';

/** Writes the general descriptions that say something new. Call `servicesOfGeneral` and `remerge` for those written, in batches. */
export async function putGeneralDescriptions(trx: Trx, records: readonly GeneralDescriptionRecord[]): Promise<Written> {
  const rows = lastOfEach(records).map(({ modifiedAt, ...record }) => ({ ...record, modified_at: modifiedAt, hash: fingerprint(record) }));
  const kept = await keptOf(
    trx,
    'general_description',
    rows.map(({ id }) => id),
  );
  const { changed, result } = changedOf(rows, kept, 'ptv');
  if (changed.length > 0) await write(trx, changed);
  return result;
}

/** The services whose texts hold these general descriptions, by id: what `remerge` takes in pieces. */
export async function servicesOfGeneral(trx: Trx, generalIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from service where general_id = any(${generalIds}::uuid[]) order by id`.execute(trx);
  return rows.map(({ id }) => id);
}

async function write(trx: Trx, rows: readonly object[]): Promise<void> {
  await sql`insert into general_description (id, texts, classes, type, charge, legislation, content_hash, modified_at)
    select id, texts, classes, type, charge, legislation, hash, modified_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, texts jsonb, classes jsonb, type text, charge text,
      legislation jsonb, hash text, modified_at timestamptz)
    on conflict (id) do update set texts = excluded.texts, classes = excluded.classes, type = excluded.type, charge = excluded.charge,
      legislation = excluded.legislation, content_hash = excluded.content_hash, modified_at = excluded.modified_at,
      retired_at = null`.execute(trx);
}
