import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { CustomerCaller } from '../types.ts';

export type LiveCustomerSession = Omit<CustomerCaller, 'kind'> & { seenAt: Temporal.Instant };

/**
 * Session, customer and mandate in one round trip, with every request of theirs. A session that has ended, run out or gone idle gives
 * no row; a mandate that is over leaves the customer acting for themselves alone.
 */
export async function loadCustomerSession(
  db: Db,
  tokenHash: string,
  { now, idleSince }: { now: Temporal.Instant; idleSince: Temporal.Instant },
): Promise<LiveCustomerSession | undefined> {
  const { rows } = await sql<LiveCustomerSession>`
    select s.id as "sessionId", s.customer_id as "customerId", s.seen_at as "seenAt", trim(c.given_name || ' ' || c.family_name) as name, c.language,
      case when p.id is not null then jsonb_build_object('customerId', p.id, 'name', trim(p.given_name || ' ' || p.family_name), 'mandateId', d.id, 'kind', d.kind, 'roles', d.roles) end
        as "actingFor"
    from customer_session s join customer c on c.id = s.customer_id
    left join mandate d on d.id = s.mandate_id and d.customer_id = s.customer_id and d.ended_at is null and d.until > ${now}
    left join customer p on p.id = d.principal_id and p.id = s.acting_for_customer_id
    where s.token_hash = ${tokenHash} and s.ended_at is null and s.expires_at > ${now} and s.seen_at > ${idleSince}`.execute(db);
  return rows[0];
}

/** Two requests at once write it once. */
export async function markCustomerSeen(db: Db, sessionId: string, now: Temporal.Instant, unlessSince: Temporal.Instant): Promise<void> {
  await db.updateTable('customer_session').set({ seen_at: now }).where('id', '=', sessionId).where('seen_at', '<=', unlessSince).execute();
}

export type NewCustomerSession = {
  tokenHash: string;
  customerId: string;
  acr: string;
  now: Temporal.Instant;
  expiresAt: Temporal.Instant;
  idToken: string | null;
};

export async function insertCustomerSession(trx: Trx, session: NewCustomerSession): Promise<string> {
  const { tokenHash, customerId, acr, now, expiresAt, idToken } = session;
  const { id } = await trx
    .insertInto('customer_session')
    .values({
      token_hash: tokenHash,
      customer_id: customerId,
      acr,
      identified_at: now,
      seen_at: now,
      expires_at: expiresAt,
      id_token: idToken,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type EndedCustomerSession = { customerId: string; idToken: string | null };

/** Ends the session of this token; gives back what the provider needs to end its own. */
export async function endCustomerSession(db: Db, tokenHash: string, now: Temporal.Instant): Promise<EndedCustomerSession | undefined> {
  const { rows } = await sql<EndedCustomerSession>`
    with ending as (select id, id_token from customer_session where token_hash = ${tokenHash} for update)
    update customer_session s set ended_at = ${now}, id_token = null from ending
    where s.id = ending.id and s.ended_at is null returning s.customer_id as "customerId", ending.id_token as "idToken"`.execute(db);
  return rows[0];
}

export async function endCustomerSessionsOf(db: Db, customerId: string, now: Temporal.Instant): Promise<void> {
  await sql`update customer_session set ended_at = ${now}, id_token = null where customer_id = ${customerId}::uuid and ended_at is null`.execute(
    db,
  );
}

/** `null`: for themselves again. */
export async function setActingFor(
  trx: Trx,
  sessionId: string,
  actingFor: { customerId: string; mandateId: string } | null,
): Promise<void> {
  await trx
    .updateTable('customer_session')
    .set({ acting_for_customer_id: actingFor?.customerId ?? null, mandate_id: actingFor?.mandateId ?? null })
    .where('id', '=', sessionId)
    .execute();
}

export type ShownSession = { id: string; identifiedAt: Temporal.Instant; seenAt: Temporal.Instant };

export async function sessionsOf(db: Db, customerId: string, now: Temporal.Instant, idleSince: Temporal.Instant): Promise<ShownSession[]> {
  const { rows } = await sql<ShownSession>`select id, identified_at as "identifiedAt", seen_at as "seenAt" from customer_session
    where customer_id = ${customerId}::uuid and ended_at is null and expires_at > ${now} and seen_at > ${idleSince} order by identified_at desc`.execute(
    db,
  );
  return rows;
}

export async function deleteOldCustomerSessions(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('customer_session').where('expires_at', '<', before).execute();
}
