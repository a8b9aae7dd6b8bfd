import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';

type Verdict = { cardId: string; number: number; personId: string; helped: boolean; why: string; now: Temporal.Instant };

/** One word of each person of each version: the last one said. */
export async function putVerdict(trx: Trx, verdict: Verdict): Promise<string> {
  const { cardId, number, personId, helped, why, now } = verdict;
  const written = await sql<{ id: string }>`insert into card_verdict (card_id, number, person_id, helped, why, said_at)
    values (${cardId}::uuid, ${number}, ${personId}::uuid, ${helped}, ${why}, ${now}::timestamptz)
    on conflict (card_id, number, person_id) do update set helped = excluded.helped, why = excluded.why, said_at = excluded.said_at returning id`.execute(
    trx,
  );
  return (written.rows[0] as { id: string }).id;
}

/** The card of one's own verdict. */
export async function cardOfVerdict(db: Db, verdictId: string, personId: string): Promise<string | undefined> {
  const found = await sql<{
    id: string;
  }>`select card_id as id from card_verdict where id = ${verdictId}::uuid and person_id = ${personId}::uuid`.execute(db);
  return found.rows[0]?.id;
}

export async function writeWhy(trx: Trx, verdictId: string, why: string): Promise<void> {
  await sql`update card_verdict set why = ${why} where id = ${verdictId}::uuid`.execute(trx);
}
