import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';

/** Whoever takes a mapping up takes its matter along while that is nobody's. */
export async function takeBareMatter(trx: Trx, matterId: string, personId: string): Promise<void> {
  await sql`update matter set person_id = ${personId}::uuid, version = version + 1 where id = ${matterId}::uuid and person_id is null`.execute(
    trx,
  );
}
