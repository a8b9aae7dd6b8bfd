import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { knowledgeChanged } from '../../events.ts';
import { fingerprint } from '../fingerprint.ts';
import type { OrganisationRecord, Source } from '../types.ts';
import { changedOf, keptOf, lastOfEach, type Written } from './changed.ts';

/** Writes the organisations that say something new. Which of the installation's own organisation one is, stays as it was. */
export async function putOrganisations(trx: Trx, records: readonly OrganisationRecord[], source: Source): Promise<Written> {
  const rows = lastOfEach(records).map((record) => ({
    id: record.id,
    source,
    names: record.names,
    kind: record.kind,
    business_code: record.businessCode,
    parent_id: record.parentId,
    modified_at: record.modifiedAt,
    hash: fingerprint({ ...record, modifiedAt: null }),
  }));
  const kept = await keptOf(
    trx,
    'ptv_organisation',
    rows.map(({ id }) => id),
  );
  const { changed, result } = changedOf(rows, kept, source);
  if (changed.length > 0) await write(trx, changed);
  return result;
}

/** Joins a directory organisation to one of the installation's own, or parts them. */
export async function joinOrganisation(trx: Trx, id: string, organisationId: string | null): Promise<void> {
  await sql`update ptv_organisation set organisation_id = ${organisationId}::uuid where id = ${id}::uuid`.execute(trx);
  await tellServicesOf(trx, [id]);
}

async function write(trx: Trx, rows: readonly object[]): Promise<void> {
  await sql`insert into ptv_organisation (id, source, names, kind, business_code, parent_id, modified_at, content_hash)
    select id, source, names, kind, business_code, parent_id, modified_at, hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, source text, names jsonb, kind text, business_code text,
      parent_id uuid, modified_at timestamptz, hash text)
    on conflict (id) do update set names = excluded.names, kind = excluded.kind, business_code = excluded.business_code,
      parent_id = excluded.parent_id, modified_at = excluded.modified_at, content_hash = excluded.content_hash, retired_at = null`.execute(
    trx,
  );
}

async function tellServicesOf(trx: Trx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`select distinct text_id::text as id from service
    where retired_at is null and responsible_id = any(${ids}::uuid[])`.execute(trx);
  await knowledgeChanged(
    trx,
    'service',
    rows.map(({ id }) => id),
  );
}
