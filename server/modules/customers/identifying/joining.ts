import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import { identitiesOf } from './queries.ts';
import { customerOfIdentity, findByIdentity, type Identifying, identityCodeIn, keepIdentity } from './service.ts';

/** Whether anybody has proved to be this customer. */
export async function hasIdentity(trx: Trx, customerId: string): Promise<boolean> {
  return (await identitiesOf(trx, customerId)).length > 0;
}

/**
 * The customer of an identity code that a document showed. `alone`: nothing else hangs on the present customer's row, so that it may get
 * the code itself; otherwise its other matters have been proved to be nobody's, and a row of its own is made.
 * @throws Invalid `identity-code-invalid`; Conflict `customer-has-identity` when the present customer is proved to be somebody else
 */
export async function customerOfDocument(
  trx: Trx,
  deps: Identifying,
  present: { customerId: string; givenName: string; familyName: string; alone: boolean },
  code: string,
): Promise<string> {
  const identity = identityCodeIn(deps, code);
  if (!identity) throw new Invalid('identity-code-invalid', { fields: ['identityCode'] });
  const found = await findByIdentity(trx, deps, identity);
  if (found === present.customerId) return found;
  if (await hasIdentity(trx, present.customerId)) throw new Conflict('customer-has-identity');
  if (found || !present.alone) return customerOfIdentity(trx, deps, identity, { ...present, kind: 'person', learned: 'document-seen' });
  await keepIdentity(trx, deps, present.customerId, identity, 'document-seen');
  return present.customerId;
}

/**
 * What an unproved customer told of how to reach them and what was arranged, to the customer they turned out to be; only where that one
 * has nothing of their own, and no contact data under a restriction. `emptied`: no matter is left to the former row.
 */
export async function passOn(trx: Trx, fromId: string, toId: string, emptied: boolean): Promise<void> {
  await sql`update customer t set email = coalesce(t.email, f.email), phone = coalesce(t.phone, f.phone), street = coalesce(t.street, f.street),
      postal_code = coalesce(t.postal_code, f.postal_code), city = coalesce(t.city, f.city), contact_wish = coalesce(t.contact_wish, f.contact_wish),
      digital_skill = coalesce(t.digital_skill, f.digital_skill), version = t.version + 1
    from customer f where f.id = ${fromId}::uuid and t.id = ${toId}::uuid and not t.restricted and not f.restricted`.execute(trx);
  await sql`insert into arrangement (customer_id, kind, detail, legal_ground, asked_at, noted_by, noted_at, expires_on)
    select ${toId}::uuid, kind, detail, legal_ground, asked_at, noted_by, noted_at, expires_on from arrangement
    where customer_id = ${fromId}::uuid and ended_at is null on conflict (customer_id, kind) where ended_at is null do nothing`.execute(
    trx,
  );
  if (emptied) await sql`update customer set merged_into = ${toId}::uuid, version = version + 1 where id = ${fromId}::uuid`.execute(trx);
}
