import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { knownClasses } from './codes.ts';

/** The national code lists as this version knows them; writes nothing where nothing has changed. */
export async function seedClassifications(trx: Trx): Promise<void> {
  const rows = knownClasses.map(({ oldUri, parentCode, ...rest }) => ({ ...rest, old_uri: oldUri, parent_code: parentCode }));
  await sql`insert into classification (scheme, code, uri, old_uri, parent_code, names)
    select scheme, code, uri, old_uri, parent_code, names
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(scheme text, code text, uri text, old_uri text, parent_code text, names jsonb)
    on conflict (scheme, code) do update
      set uri = excluded.uri, old_uri = excluded.old_uri, parent_code = excluded.parent_code, names = excluded.names
    where (classification.uri, classification.old_uri, classification.parent_code, classification.names)
      is distinct from (excluded.uri, excluded.old_uri, excluded.parent_code, excluded.names)`.execute(trx);
}
