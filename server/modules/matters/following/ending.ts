import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { revokeLinks } from '../../identity/service.ts';

/** Ends every link that opens the matter: its own, and those of the matters that were merged into it. @returns whether there was one */
export async function endLinksTo(trx: Trx, matterId: string, now: Temporal.Instant): Promise<boolean> {
  const found = await sql<{ id: string }>`
    with recursive opening as (select ${matterId}::uuid as id union select m.id from matter m join opening on m.merged_into = opening.id)
    select id from opening`.execute(trx);
  let any = false;
  for (const { id } of found.rows) any = (await revokeLinks(trx, id, now)) || any;
  return any;
}
