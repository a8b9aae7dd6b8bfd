import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { MatterIdentity } from './schema.ts';

export type ClaimState = 'waiting' | 'confirmed' | 'refused';

export async function latestClaim(db: Db, matterId: string, customerId: string): Promise<ClaimState | undefined> {
  const { rows } = await sql<{ state: ClaimState }>`select state from matter_claim
    where matter_id = ${matterId}::uuid and customer_id = ${customerId}::uuid order by created_at desc limit 1`.execute(db);
  return rows[0]?.state;
}

export async function insertClaim(
  trx: Trx,
  claim: { matterId: string; customerId: string; claimedBy: string | null; at: Temporal.Instant },
): Promise<void> {
  await sql`insert into matter_claim (matter_id, customer_id, claimed_by, created_at)
    values (${claim.matterId}::uuid, ${claim.customerId}::uuid, ${claim.claimedBy}::uuid, ${claim.at})
    on conflict (matter_id, customer_id) where state = 'waiting' do nothing`.execute(trx);
}

export async function lockWaiting(trx: Trx, matterId: string, claimId: string): Promise<{ customerId: string } | undefined> {
  const { rows } = await sql<{ customerId: string }>`select customer_id as "customerId" from matter_claim
    where id = ${claimId}::uuid and matter_id = ${matterId}::uuid and state = 'waiting' for update`.execute(trx);
  return rows[0];
}

export async function decideClaim(
  trx: Trx,
  claimId: string,
  decision: { state: Exclude<ClaimState, 'waiting'>; by: string; at: Temporal.Instant },
): Promise<void> {
  await sql`update matter_claim set state = ${decision.state}, decided_by = ${decision.by}::uuid, decided_at = ${decision.at}
    where id = ${claimId}::uuid`.execute(trx);
}

const reachOf = (one: 'c' | 'u') => {
  const column = (name: string) => sql.ref(`${one}.${name}`);
  return sql`jsonb_build_object('email', nullif(${column('email')}, ''), 'phone', nullif(${column('phone')}, ''),
    'address', nullif(concat_ws(', ', nullif(${column('street')}, ''), nullif(trim(concat_ws(' ', ${column('postal_code')}, ${column('city')})), '')), ''))`;
};

/** Side by side: of the claimant `c`, and what was told in the matter, of `u`. Masked when either has a restriction. */
const bothReaches = sql`case when not c.restricted and not u.restricted and ${reachOf('c')} is distinct from ${reachOf('u')}
  and ${reachOf('u')} <> '{"email": null, "phone": null, "address": null}'::jsonb
  then jsonb_build_object('now', ${reachOf('c')}, 'told', ${reachOf('u')}) end`;

/** Those whom a look at the claims shows: the claimants, and who acted for them. */
export async function claimants(db: Db, matterId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select distinct one as id from matter_claim, unnest(array[customer_id, claimed_by]) one
    where matter_id = ${matterId}::uuid and state = 'waiting' and one is not null`.execute(db);
  return rows.map(({ id }) => id);
}

export async function readIdentity(db: Db, matterId: string): Promise<MatterIdentity> {
  const { rows } = await sql<{ read: MatterIdentity }>`select jsonb_build_object(
      'identity', (select jsonb_build_object('kind', i.kind, 'learned', i.learned, 'at', iso(i.created_at)) from customer_identity i
        where i.customer_id = m.customer_id order by i.created_at limit 1),
      'claims', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'name', trim(c.given_name || ' ' || c.family_name),
          'by', (select trim(b.given_name || ' ' || b.family_name) from customer b where b.id = k.claimed_by), 'createdAt', iso(k.created_at),
          'another', exists (select 1 from customer_identity i where i.customer_id = m.customer_id), 'reach', ${bothReaches}) order by k.created_at)
        from matter_claim k join customer c on c.id = k.customer_id join customer u on u.id = m.customer_id where k.matter_id = m.id and k.state = 'waiting'), '[]')) as read
    from matter m where m.id = ${matterId}::uuid`.execute(db);
  return (rows[0] as { read: MatterIdentity }).read;
}

export type OwnClaim = { id: string; number: string; state: ClaimState; createdAt: string };

/** What a customer has claimed and has not got, newest first: what they held was the matter's link, so its number is no news to them. */
export async function readOwnClaims(db: Db, customerId: string): Promise<OwnClaim[]> {
  const { rows } =
    await sql<OwnClaim>`select k.id, m.number, k.state, iso(k.created_at) as "createdAt" from matter_claim k join matter m on m.id = k.matter_id
    where k.customer_id = ${customerId}::uuid and k.state <> 'confirmed' order by k.created_at desc limit 50`.execute(db);
  return rows;
}

/** A document that showed who it is was noted on this matter lately, by somebody who keeps it: what any desk saw when messages were collected is none. */
export async function lastProofs(db: Db, matterId: string): Promise<{ identification: string; startedAt: Temporal.Instant }[]> {
  const { rows } = await sql<{
    identification: string;
    startedAt: Temporal.Instant;
  }>`select c.identification, c.started_at as "startedAt" from contact c
    where c.matter_id = ${matterId}::uuid and c.identification in ('document-seen', 'strong')
      and not exists (select 1 from collecting k where k.contact_id = c.id) order by c.started_at desc limit 1`.execute(db);
  return rows;
}

export type PresentCustomer = { customerId: string; givenName: string; familyName: string; alone: boolean };

/** `alone`: the matter is the only one of its customer's row. */
export async function presentCustomer(trx: Trx, matterId: string): Promise<PresentCustomer> {
  const { rows } = await sql<PresentCustomer>`select c.id as "customerId", c.given_name as "givenName", c.family_name as "familyName",
      not exists (select 1 from matter o where o.customer_id = c.id and o.id <> m.id and o.state <> 'merged') as alone
    from matter m join customer c on c.id = m.customer_id where m.id = ${matterId}::uuid`.execute(trx);
  return rows[0] as PresentCustomer;
}

export async function moveToCustomer(trx: Trx, matterId: string, customerId: string): Promise<void> {
  await sql`update matter set customer_id = ${customerId}::uuid, version = version + 1 where id = ${matterId}::uuid`.execute(trx);
}
