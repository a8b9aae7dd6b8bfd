import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';

export type OpenChange = { id: string; email: string; tries: number; expiresAt: Temporal.Instant };

/** The address that waits for its code, if there is one. */
export async function openChange(db: Db, customerId: string, now: Temporal.Instant): Promise<OpenChange | undefined> {
  const found = await sql<OpenChange>`select id, email, tries, expires_at as "expiresAt" from contact_change
    where customer_id = ${customerId}::uuid and ended_at is null and expires_at > ${now}::timestamptz`.execute(db);
  return found.rows[0];
}

/** Locked with its customer, whose row every change of contact details takes first. */
export async function lockChange(trx: Trx, customerId: string, now: Temporal.Instant): Promise<OpenChange | undefined> {
  await lockCustomer(trx, customerId);
  return openChange(trx, customerId, now);
}

export type ContactRow = { email: string | null; phone: string | null; restricted: boolean; language: string };

export async function lockCustomer(trx: Trx, customerId: string): Promise<ContactRow> {
  const found =
    await sql<ContactRow>`select email, phone, restricted, language from customer where id = ${customerId}::uuid for update`.execute(trx);
  return found.rows[0] as ContactRow;
}

/** The later one takes the place of an earlier. */
export async function insertChange(
  trx: Trx,
  change: { customerId: string; email: string; at: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<string> {
  await endChange(trx, change.customerId, change.at);
  const written = await sql<{
    id: string;
  }>`insert into contact_change (customer_id, email, asked_at, expires_at) values (${change.customerId}::uuid,
    ${change.email}, ${change.at}::timestamptz, ${change.expiresAt}::timestamptz) returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

/** Whatever is open: confirmed, given up or replaced. */
export async function endChange(trx: Trx, customerId: string, at: Temporal.Instant, confirmed = false): Promise<void> {
  await sql`update contact_change set ended_at = ${at}::timestamptz, confirmed_at = ${confirmed ? at : null}::timestamptz
    where customer_id = ${customerId}::uuid and ended_at is null`.execute(trx);
}

export async function countTry(db: Db, changeId: string): Promise<void> {
  await sql`update contact_change set tries = tries + 1 where id = ${changeId}::uuid and tries < 5`.execute(db);
}

export type NewLetter = { customerId: string; kind: 'code' | 'changed'; changeId: string | null; email: string; language: string };

export async function insertLetter(trx: Trx, letter: NewLetter, at: Temporal.Instant): Promise<void> {
  await sql`insert into contact_letter (customer_id, kind, change_id, email, language, not_before) values (${letter.customerId}::uuid, ${letter.kind},
    ${letter.changeId}::uuid, ${letter.email}, ${letter.language}, ${at}::timestamptz)`.execute(trx);
}

/** Matters whose desks show the customer's details. */
export async function openMattersOf(trx: Trx, customerId: string): Promise<{ id: string; ownerOrg: string }[]> {
  const found = await sql<{
    id: string;
    ownerOrg: string;
  }>`select id, owner_org as "ownerOrg" from matter where customer_id = ${customerId}::uuid
    and state = 'open' order by opened_at desc limit 50`.execute(trx);
  return found.rows;
}

/** Every address that was asked for or written to, open, confirmed or past (GDPR art. 17); no code brings one back. */
export async function eraseContactChanges(trx: Trx, customerId: string): Promise<void> {
  await sql`delete from contact_letter where customer_id = ${customerId}::uuid`.execute(trx);
  await sql`delete from contact_change where customer_id = ${customerId}::uuid`.execute(trx);
}

/** Nightly: what was asked and sent long ago; an address that was never confirmed is forgotten with it. */
export async function forgetContactChanges(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from contact_letter where coalesce(ended_at, not_before) < ${before}::timestamptz`.execute(db);
  await sql`delete from contact_change c where c.expires_at < ${before}::timestamptz
    and not exists (select 1 from contact_letter l where l.change_id = c.id)`.execute(db);
}
