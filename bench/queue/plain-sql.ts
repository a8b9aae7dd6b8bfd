import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** The rows that calling a visitor and finishing them write, in two transactions of plain prepared SQL: what the database itself can do. */
export async function callAndFinish(client: pg.Client, counterId: string): Promise<boolean> {
  await client.query('begin');
  const claimed = await client.query<{ id: string; visit: string }>({ name: 'claim', text: CLAIM, values: [counterId] });
  const [step] = claimed.rows;
  if (!step) {
    await client.query('rollback');
    return false;
  }
  await trace(client, step.visit, 'called');
  await client.query('commit');
  await client.query('begin');
  await client.query({
    name: 'finish',
    text: `update visit_step set state = 'finished', ended_at = now() where id = $1`,
    values: [step.id],
  });
  await client.query({ name: 'end', text: `update visit set ended_at = now(), ended_how = 'served' where id = $1`, values: [step.visit] });
  await trace(client, step.visit, 'finished');
  await client.query('commit');
  return true;
}

async function trace(client: pg.Client, visit: string, deed: string): Promise<void> {
  await client.query({ name: 'trace', text: TRACE, values: [visit, deed, randomUUID()] });
}

const CLAIM = `update visit_step s set state = 'called', counter_id = $1, called_at = now(), calls = 1
  where s.id = (select w.id from visit_step w join counter_queue c on c.queue_id = w.queue_id and c.counter_id = $1
    where w.state = 'waiting' order by w.waits_from, w.id limit 1 for update of w skip locked)
  returning s.id, s.visit_id as visit`;

const TRACE = `with a as (insert into audit_entry (actor_kind, action, purpose, request_id, subjects) values ('staff', 'visit.' || $2::text, 'advice', $3::uuid, array[$1::uuid])),
    d as (insert into visit_deed (visit_id, at, deed, before) values ($1::uuid, now(), $2::text, '{"steps": []}'))
  insert into event (type, subject, data) values ('bench.visit', $1::uuid, '{}')`;
