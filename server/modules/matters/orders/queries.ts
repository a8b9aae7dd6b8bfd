import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { LockedMatter } from '../types.ts';
import type { FailedWhy, Order, OrderChange, OrderInput, OrderState, OrderTask } from './schema.ts';

export async function insertOrder(trx: Trx, matter: LockedMatter, input: OrderInput, personId: string): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into language_order (matter_id, owner_org, kind, language, way, at, minutes, place, created_by)
    values (${matter.id}::uuid, ${matter.owner_org}::uuid, ${input.kind}, ${input.language}, ${input.way}, ${input.at}::timestamptz,
      ${input.minutes}, ${input.place}, ${personId}::uuid) returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export type LockedOrder = { id: string; matterId: string; state: OrderState; version: number };

/** Of the caller's own organisations; for all others it does not exist. */
export async function lockOrder(trx: Trx, own: string[], orderId: string): Promise<LockedOrder | undefined> {
  const found = await sql<LockedOrder>`select id, matter_id as "matterId", state, version from language_order
    where id = ${orderId}::uuid and owner_org = any(${own}::uuid[]) for update`.execute(trx);
  return found.rows[0];
}

export async function updateOrder(
  trx: Trx,
  orderId: string,
  change: OrderChange,
  becomes: { state: OrderState; failedWhy: FailedWhy | null; settledAt: Temporal.Instant | null },
): Promise<void> {
  await sql`update language_order set kind = coalesce(${change.kind ?? null}, kind), language = coalesce(${change.language ?? null}, language),
    way = coalesce(${change.way ?? null}, way), at = coalesce(${change.at ?? null}::timestamptz, at), minutes = coalesce(${change.minutes ?? null}::int, minutes),
    place = coalesce(${change.place ?? null}, place), provider = coalesce(${change.provider ?? null}, provider),
    reference = coalesce(${change.reference ?? null}, reference), state = ${becomes.state}, failed_why = ${becomes.failedWhy},
    settled_at = ${becomes.settledAt}::timestamptz, version = version + 1 where id = ${orderId}::uuid`.execute(trx);
}

export async function ordersOf(db: Db, own: string[], matterId: string): Promise<Order[]> {
  const found = await sql<{ order: Order }>`select ${orderJson} as order from language_order o
    where o.matter_id = ${matterId}::uuid and o.owner_org = any(${own}::uuid[]) order by o.at`.execute(db);
  return found.rows.map((row) => row.order);
}

const MOST = 200;

/** What is still to be done, the soonest first. */
export async function openOrders(db: Db, own: string[]): Promise<OrderTask[]> {
  const found = await sql<{ order: OrderTask }>`
    select ${orderJson} || jsonb_build_object('matterNumber', m.number, 'matterTitle', m.title,
      'customerName', trim(c.given_name || ' ' || c.family_name)) as order
    from language_order o join matter m on m.id = o.matter_id join customer c on c.id = m.customer_id
    where o.owner_org = any(${own}::uuid[]) and o.settled_at is null order by o.at limit ${MOST}`.execute(db);
  return found.rows.map((row) => row.order);
}

const orderJson: RawBuilder<unknown> = sql`jsonb_build_object('id', o.id, 'matterId', o.matter_id, 'kind', o.kind, 'language', o.language, 'way', o.way,
  'at', iso(o.at), 'minutes', o.minutes, 'place', o.place, 'state', o.state, 'provider', o.provider, 'reference', o.reference,
  'failedWhy', o.failed_why, 'version', o.version)`;
