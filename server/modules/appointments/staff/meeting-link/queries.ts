import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import { isVideoCall } from '../../booking/meeting-link.ts';

export async function isVideoCallOf(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`select from appointment a where a.id = ${id}::uuid and ${isVideoCall}`.execute(db);
  return rows.length > 0;
}

/** The calendar entry stays as it is: its sequence too. */
export async function writeMeetingLink(trx: Trx, id: string, sealed: string | null, now: Temporal.Instant): Promise<void> {
  await sql`update appointment set meeting_link = ${sealed}, changed_at = ${now}::timestamptz, version = version + 1
    where id = ${id}::uuid`.execute(trx);
}
