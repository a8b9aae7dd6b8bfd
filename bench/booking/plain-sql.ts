import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Place } from './town.ts';

/** As long as what is sealed of a booker. */
const SEALED = 'x'.repeat(240);

/**
 * The rows that holding and confirming a time write, all of them (the bench counts), in two transactions of plain prepared SQL: what the
 * database itself can do.
 */
export async function holdAndConfirm(
  client: pg.Client,
  place: Place,
  resourceId: string,
  organisation: string,
  at: string,
): Promise<boolean> {
  const id = randomUUID();
  await client.query('begin');
  await client.query({
    name: 'lock',
    text: `select from resource_day where resource_id = $1 and day = $2::timestamptz::date for no key update`,
    values: [resourceId, at],
  });
  const held = await client.query({
    name: 'hold',
    text: HOLD,
    values: [id, place.bookableId, place.pointId, organisation, at, resourceId],
  });
  if (held.rowCount === 0) {
    await client.query('rollback');
    return false;
  }
  await client.query('commit');
  await client.query('begin');
  await client.query({ name: 'seen', text: 'select from appointment where id = $1 for update', values: [id] });
  await client.query({ name: 'confirm', text: CONFIRM, values: [id, SEALED] });
  await client.query('commit');
  return true;
}

const HOLD = `with a as (insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, held_until, secret_hash, holder_hash, created_at, changed_at)
    values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, 'point', $5::timestamptz, $5::timestamptz + interval '30 minutes', 'held', now() + interval '10 minutes', $1::text, $1::text, now(), now())),
  k as (insert into idempotency (caller, route, key, body_hash, status, resource_id) values ('bench', 'hold', $1::text, '', 201, $1::uuid))
  insert into appointment_resource (appointment_id, resource_id, during) values ($1::uuid, $6::uuid, tstzrange($5::timestamptz, $5::timestamptz + interval '30 minutes'))
  on conflict do nothing returning 1`;

const CONFIRM = `with c as (update appointment set state = 'confirmed', held_until = null, holder_hash = null, contact = $2::text, booker_hash = $1::text, changed_at = now(),
    version = version + 1 where id = $1::uuid returning starts_at),
  e as (insert into event (type, subject, data) values ('bench.booked', $1::uuid, '{"change": "confirmed", "version": 2, "written": true}')),
  l as (insert into appointment_letter (appointment_id, version, kind, not_before)
    select $1::uuid, 2, kind, not_before from (select 'confirmed', now() + interval '1 day' union all select 'reminder', starts_at - interval '1 day' from c) as letter (kind, not_before))
  insert into idempotency (caller, route, key, body_hash, status, resource_id) values ('bench', 'confirm', $1::text, '', 201, $1::uuid)`;
