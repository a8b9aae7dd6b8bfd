import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { fingerprint } from '../fingerprint.ts';
import type { CollectionRecord } from '../types.ts';
import { changedOf, existing, keptOf, lastOfEach, type Written } from './changed.ts';

/** Writes the collections that say something new; services that are not known are left out. */
export async function putCollections(trx: Trx, records: readonly CollectionRecord[]): Promise<Written> {
  const last = lastOfEach(records);
  const organisations = await existing(
    trx,
    'ptv_organisation',
    last.map(({ responsibleId }) => responsibleId),
  );
  const services = await existing(
    trx,
    'service',
    last.flatMap(({ serviceIds }) => serviceIds),
  );
  const rows = last.map((record) => {
    const said = {
      id: record.id,
      names: record.names,
      descriptions: record.descriptions,
      responsible_id: record.responsibleId && organisations.has(record.responsibleId) ? record.responsibleId : null,
      service_ids: record.serviceIds.filter((id) => services.has(id)),
    };
    return { ...said, modified_at: record.modifiedAt, hash: fingerprint(said) };
  });
  const kept = await keptOf(
    trx,
    'service_collection',
    rows.map(({ id }) => id),
  );
  const { changed, result } = changedOf(rows, kept, 'ptv');
  if (changed.length > 0) await write(trx, changed);
  return result;
}

async function write(trx: Trx, rows: readonly object[]): Promise<void> {
  await sql`insert into service_collection (id, names, descriptions, responsible_id, service_ids, modified_at, content_hash)
    select id, names, descriptions, responsible_id, service_ids, modified_at, hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, names jsonb, descriptions jsonb, responsible_id uuid,
      service_ids uuid[], modified_at timestamptz, hash text)
    on conflict (id) do update set names = excluded.names, descriptions = excluded.descriptions,
      responsible_id = excluded.responsible_id, service_ids = excluded.service_ids, modified_at = excluded.modified_at,
      content_hash = excluded.content_hash, retired_at = null`.execute(trx);
}
