import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';

/** Whoever takes a mapping up takes its matter along while that is nobody's. */
export async function takeBareMatter(trx: Trx, matterId: string, personId: string): Promise<void> {
  await sql`update matter set person_id = ${personId}::uuid, version = version + 1 where id = ${matterId}::uuid and person_id is null`.execute(
    trx,
  );
}

/** The language the customer is served in: what they are shown, given and sent is in it. */
export async function serveIn(trx: Trx, matterId: string, language: string): Promise<void> {
  await sql`update matter set language = ${language}, version = version + 1 where id = ${matterId}::uuid`.execute(trx);
}
