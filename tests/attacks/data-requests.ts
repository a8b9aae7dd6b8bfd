import { sql } from 'kysely';
import type { App } from '../../server/testing/app.ts';

/** What the matter's customer asks of its data, waiting for an answer. */
export async function aDataRequest({ polku }: App, matterId: string, kind = 'correct'): Promise<string> {
  const made = await sql<{
    id: string;
  }>`insert into data_request (customer_id, by_customer_id, kind, matter_id, owner_org, words, asked_at, due_on)
    select customer_id, customer_id, ${kind}, id, owner_org, 'My name is wrong', now(), current_date + 30 from matter where id = ${matterId}::uuid
    returning id`.execute(polku.desk.db);
  return (made.rows[0] as { id: string }).id;
}

/** A restriction of the matter that holds. */
export async function aRestriction(service: App, matterId: string): Promise<string> {
  const id = await aDataRequest(service, matterId, 'restrict');
  await sql`update data_request set outcome = 'done', reason = 'Accepted', answered_at = now(), answered_by = (select id from person limit 1)
    where id = ${id}::uuid`.execute(service.polku.desk.db);
  return id;
}
