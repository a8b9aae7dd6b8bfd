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

/** What one of the rows has of each part; nothing told wipes nothing. */
const told = {
  email: (row: string) => sql`coalesce(${sql.ref(`${row}.email`)}, '')`,
  phone: (row: string) => sql`coalesce(${sql.ref(`${row}.phone`)}, '')`,
  address: (row: string) => sql`concat(${sql.ref(`${row}.street`)}, ${sql.ref(`${row}.postal_code`)}, ${sql.ref(`${row}.city`)})`,
};

type PassingOn = { fromId: string; toId: string; emptied: boolean; carry: Carried };

/** Of how an unproved customer said they are reached: the parts somebody chose, over what was there, or only where there was nothing. */
export type Carried = { parts: readonly ('email' | 'phone' | 'address')[]; over: boolean };

/**
 * What an unproved customer told of themselves and what was arranged, to the customer they turned out to be: no contact data under a
 * restriction, and never more of it than `carry` says. `emptied`: no matter is left to the former row.
 */
export async function passOn(trx: Trx, { fromId, toId, emptied, carry }: PassingOn): Promise<void> {
  const part = (name: keyof typeof told, column: string) => {
    const own = sql.ref(`t.${column}`);
    if (!carry.parts.includes(name)) return own;
    const free = carry.over ? sql`true` : sql`${told[name]('t')} = ''`;
    return sql`case when ${told[name]('f')} <> '' and ${free} then ${sql.ref(`f.${column}`)} else ${own} end`;
  };
  await sql`update customer t set email = ${part('email', 'email')}, phone = ${part('phone', 'phone')},
      phone_unconfirmed = ${part('phone', 'phone_unconfirmed')}, street = ${part('address', 'street')},
      postal_code = ${part('address', 'postal_code')}, city = ${part('address', 'city')}, contact_wish = coalesce(t.contact_wish, f.contact_wish),
      digital_skill = coalesce(t.digital_skill, f.digital_skill), version = t.version + 1
    from customer f where f.id = ${fromId}::uuid and t.id = ${toId}::uuid and not t.restricted and not f.restricted`.execute(trx);
  await sql`insert into arrangement (customer_id, kind, detail, legal_ground, asked_at, asked_point_id, noted_by, noted_at, expires_on)
    select ${toId}::uuid, kind, detail, legal_ground, asked_at, asked_point_id, noted_by, noted_at, expires_on from arrangement
    where customer_id = ${fromId}::uuid and ended_at is null on conflict (customer_id, kind) where ended_at is null do nothing`.execute(
    trx,
  );
  if (emptied) await sql`update customer set merged_into = ${toId}::uuid, version = version + 1 where id = ${fromId}::uuid`.execute(trx);
}
