import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';

type Told = { id: string; whole: boolean };

/**
 * What was told of needs goes along with them to another matter: what has left for its timeline, what waits to leave from there. A notice
 * that tells of other needs too stays with those, and another of the same standing takes these over. One that is leaving at this moment
 * stays whole where it is: it has been read already.
 */
export async function moveNotices(trx: Trx, needIds: string[], toId: string): Promise<void> {
  for (const { id, whole } of await noticesOf(trx, needIds)) {
    if (whole) await sql`update notice set matter_id = ${toId}::uuid where id = ${id}::uuid`.execute(trx);
    else await part(trx, id, needIds, toId);
  }
}

async function noticesOf(trx: Trx, needIds: string[]): Promise<Told[]> {
  const found = await sql<Told>`select n.id, not exists (select 1 from notice_thing t where t.notice_id = n.id
      and (t.need_id is null or t.need_id <> all(${needIds}::uuid[]))) as whole
    from notice n where n.id in (select t.notice_id from notice_thing t where t.need_id = any(${needIds}::uuid[])) and n.state <> 'sending'
    for update of n`.execute(trx);
  return found.rows;
}

async function part(trx: Trx, noticeId: string, needIds: string[], toId: string): Promise<void> {
  await sql`with parted as (insert into notice (matter_id, customer_id, owner_org, channel, tried, language, state, not_before, attempts, delivery_note,
        created_at, ended_at, ended_by)
      select ${toId}::uuid, customer_id, owner_org, channel, tried, language, state, not_before, attempts, delivery_note, created_at, ended_at, ended_by
      from notice where id = ${noticeId}::uuid returning id)
    update notice_thing t set notice_id = parted.id from parted where t.notice_id = ${noticeId}::uuid and t.need_id = any(${needIds}::uuid[])`.execute(
    trx,
  );
}
