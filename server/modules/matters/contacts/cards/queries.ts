import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';

/** False when it was remembered before. */
export async function insertContactCard(
  trx: Trx,
  opened: { contactId: string; cardId: string; personId: string; now: Temporal.Instant },
): Promise<boolean> {
  const { contactId, cardId, personId, now } = opened;
  const made = await sql`insert into contact_card (contact_id, card_id, opened_by, opened_at)
    values (${contactId}::uuid, ${cardId}::uuid, ${personId}::uuid, ${now}::timestamptz) on conflict do nothing`.execute(trx);
  return made.numAffectedRows === 1n;
}

/** Whether all staff may read it. */
export async function isReadable(db: Db, cardId: string): Promise<boolean> {
  const found = await sql`select 1 from service_card c join card_version p on p.card_id = c.id and p.state = 'published'
    where c.id = ${cardId}::uuid and c.retired_at is null`.execute(db);
  return found.rows.length > 0;
}
