import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { LinkFault } from '../schema.ts';

/** Every link of the cards in use, once. */
export async function linksInUse(db: Db): Promise<string[]> {
  const found = await sql<{ url: string }>`select distinct l ->> 'url' as url from card_version p join service_card c on c.id = p.card_id
      cross join jsonb_array_elements(p.content -> 'links') l
    where p.state = 'published' and c.retired_at is null order by 1`.execute(db);
  return found.rows.map((row) => row.url);
}

/** A fault that goes on keeps the moment it was first met. */
export async function writeFinding(trx: Trx, url: string, fault: LinkFault | null, now: Temporal.Instant): Promise<void> {
  await sql`insert into card_link (url, fault, fault_since, checked_at)
    values (${url}, ${fault}, case when ${fault}::text is not null then ${now}::timestamptz end, ${now}::timestamptz)
    on conflict (url) do update set fault = excluded.fault, checked_at = excluded.checked_at,
      fault_since = case when excluded.fault is null then null else coalesce(card_link.fault_since, excluded.fault_since) end`.execute(trx);
}

export async function cardsWithLink(db: Db, url: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select c.id from service_card c join card_version p on p.card_id = c.id and p.state = 'published'
    where c.retired_at is null and p.content -> 'links' @> ${JSON.stringify([{ url }])}::jsonb`.execute(db);
  return found.rows.map((row) => row.id);
}

/** What no card has any more. */
export async function forgetLinks(db: Db, inUse: readonly string[]): Promise<void> {
  await sql`delete from card_link where url <> all(${inUse}::text[])`.execute(db);
}
