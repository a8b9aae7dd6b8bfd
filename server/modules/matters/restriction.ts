import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/transaction.ts';
import { Conflict } from '../../platform/errors.ts';

/**
 * A restriction of processing that the controller has accepted and not lifted (GDPR art. 18): over `data_request q` and `matter m`. One of
 * a single matter goes with it, one of everything is its controller's.
 */
const holds = sql<boolean>`q.customer_id = m.customer_id and q.kind = 'restrict' and q.outcome in ('done', 'partly')
  and (q.lifts_at is null or q.lifts_at > now()) and (q.matter_id = m.id or (q.matter_id is null and q.owner_org = m.owner_org))`;

/** Predicate over `matter` under the alias `m`. */
export const isRestricted: RawBuilder<boolean> = sql<boolean>`exists (select 1 from data_request q where ${holds})`;

/** For every page of the desk that shows the matter `m`: since when, and until when if lifting has been told. */
export const restrictionJson = sql`(select jsonb_build_object('since', iso(q.answered_at), 'liftsAt', iso(q.lifts_at)) from data_request q
  where ${holds} order by q.lifts_at desc nulls first limit 1)`;

/**
 * Art. 18(2): restricted data are stored, and processed otherwise only with the person's consent. Asked in a statement of its own after
 * the matter's lock, so that a restriction accepted meanwhile is seen.
 * @throws Conflict `processing-restricted`
 */
export async function refuseRestricted(db: Db, matterId: string, basis?: string): Promise<void> {
  if (basis === 'consent') return;
  const found = await sql`select 1 from matter m where m.id = ${matterId}::uuid and ${isRestricted}`.execute(db);
  if (found.rows.length > 0) throw new Conflict('processing-restricted');
}

/**
 * For what is kept with the customer and not in a matter: which of these controllers restrict all that is kept of them; `any`: whoever
 * restricts anything of theirs.
 */
export async function restrictionsOfCustomer(db: Db, customerId: string, by: string[] | 'any'): Promise<string[]> {
  const whose = by === 'any' ? sql`true` : sql`q.owner_org = any(${by}::uuid[]) and q.matter_id is null`;
  const found = await sql<{ id: string }>`select distinct q.owner_org as id from data_request q where q.customer_id = ${customerId}::uuid
    and q.kind = 'restrict' and q.outcome in ('done', 'partly') and (q.lifts_at is null or q.lifts_at > now()) and ${whose}`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** The same, refused; `any` for what would be gone for good. @throws Conflict `processing-restricted` */
export async function refuseRestrictedCustomer(db: Db, customerId: string, by: string[] | 'any'): Promise<void> {
  if ((await restrictionsOfCustomer(db, customerId, by)).length > 0) throw new Conflict('processing-restricted');
}
