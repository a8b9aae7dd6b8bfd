import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';

/** Cards in use whose review date is that day or earlier, and of which nobody has been reminded by that date. */
export async function cardsToReview(db: Db, until: Temporal.PlainDate): Promise<{ id: string; reviewOn: Temporal.PlainDate }[]> {
  const found = await sql<{ id: string; reviewOn: Temporal.PlainDate }>`select c.id, c.review_on as "reviewOn" from service_card c
    where c.retired_at is null and c.published_at is not null and c.review_on <= ${until}::date
      and not exists (select 1 from card_task k where k.card_id = c.id and k.kind = 'review' and k.about = c.review_on::text and k.handled_at is null)
    order by c.review_on limit 2000`.execute(db);
  return found.rows;
}
