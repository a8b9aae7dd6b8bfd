import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import type { LockedMatter } from '../../types.ts';

const MOST_MERGES = 10;

/** The matter, or the one it was merged into, locked for a channel: nobody is looking, so no visibility is asked. */
export async function lockSurviving(trx: Trx, matterId: string): Promise<LockedMatter | undefined> {
  let id = matterId;
  for (let hop = 0; hop < MOST_MERGES; hop++) {
    const found = await sql<
      LockedMatter & { merged_into: string | null }
    >`select * from matter m where m.id = ${id}::uuid for update`.execute(trx);
    const matter = found.rows[0];
    if (!matter?.merged_into) return matter;
    id = matter.merged_into;
  }
  return undefined;
}

export async function reopenMatter(trx: Trx, matterId: string, at: Temporal.Instant): Promise<void> {
  await sql`update matter set state = 'open', awaits = 'nobody', awaits_since = ${at}::timestamptz, closed_at = null, version = version + 1
    where id = ${matterId}::uuid`.execute(trx);
}
