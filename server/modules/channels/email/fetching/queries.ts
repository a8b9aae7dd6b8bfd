import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';

export type Place = {
  /** Null: never fetched from. */
  uidValidity: number | null;
  lastUid: number;
  /** When the mailbox was last looked into. */
  checkedAt: Temporal.Instant | null;
};

export async function placeIn(db: Db, mailboxId: string): Promise<Place> {
  const found = await sql<Place>`select uid_validity as "uidValidity", last_uid as "lastUid", checked_at as "checkedAt" from mailbox
    where id = ${mailboxId}::uuid`.execute(db);
  return found.rows[0] as Place;
}

/** Up to where the mails of this numbering are taken; a smaller number than the one kept is late news of another node. */
export async function movePlace(db: Db, mailboxId: string, uidValidity: number, lastUid: number): Promise<void> {
  await sql`update mailbox set last_uid = case when uid_validity = ${uidValidity} then greatest(last_uid, ${lastUid}) else ${lastUid} end,
    uid_validity = ${uidValidity} where id = ${mailboxId}::uuid`.execute(db);
}
