import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import type { LockedMatter } from '../types.ts';

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

/** By which channel the customer is talked with: that of the latest occasion, else the desk. */
export async function channelOfTalk(trx: Trx, matter: LockedMatter): Promise<string> {
  const found = await sql<{
    channel: string;
  }>`select channel from contact where matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid
    order by started_at desc limit 1`.execute(trx);
  return found.rows[0]?.channel ?? 'desk';
}
