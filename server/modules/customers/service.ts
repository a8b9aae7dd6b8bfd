import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { insertArrangements, type Noted, readCustomer, updateCustomer } from './queries.ts';
import type { ArrangementInput, Customer, CustomerChange } from './schema.ts';

export { eraseFromCustomer } from './erasing.ts';
export { type Carried, customerOfDocument, hasIdentity, passOn } from './identifying/joining.ts';
export { customerOfClaims, encryptedIdentities, type Identifying } from './identifying/service.ts';
export { type MandateRight, mandateRights, mayAs, requireRight, rightsOf } from './mandates/rules.ts';
export { askedAmong, insertArrangements, insertCustomer, isCustomersName } from './queries.ts';
export { learnFromRegister, type RegisterDeps } from './register/service.ts';

/**
 * Changes what is known of a customer. Whether the caller may is the business of `matters` (a customer exists for those who see a
 * matter of theirs); this module keeps the rows.
 * @throws Conflict `customer-changed` when somebody else changed them meanwhile; `customer-restricted` when contact data would be
 *   written over a restriction (turvakielto): the register alone lifts it
 */
export async function changeCustomer(trx: Trx, customerId: string, change: CustomerChange): Promise<void> {
  const found = await sql<{
    version: number;
    restricted: boolean;
  }>`select version, restricted from customer where id = ${customerId}::uuid for update`.execute(trx);
  const customer = found.rows[0];
  if (!customer) throw new NotFound();
  if (customer.version !== change.version) throw new Conflict('customer-changed');
  if (customer.restricted && touchesContactData(change)) throw new Conflict('customer-restricted');
  await updateCustomer(trx, customerId, change);
}

/** Notes an arrangement (what is arranged, never why); the same kind again renews it. */
export async function arrange(trx: Trx, customerId: string, input: ArrangementInput, noted: Noted): Promise<string> {
  const written = await insertArrangements(customerId, [input], noted).execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export async function endArrangement(trx: Trx, customerId: string, arrangementId: string, now: Temporal.Instant): Promise<void> {
  const ended =
    await sql`update arrangement set ended_at = ${now}::timestamptz where id = ${arrangementId}::uuid and customer_id = ${customerId}::uuid
    and ended_at is null`.execute(trx);
  if (Number(ended.numAffectedRows ?? 0) === 0) throw new NotFound();
}

/**
 * A customer, signed in, changes how they are reached: an address whose code has come back, or a number that nobody has tried yet.
 * @throws Conflict `customer-restricted`: under turvakielto contact data is the register's
 */
export async function changeOwnContact(trx: Trx, customerId: string, change: { email: string } | { phone: string | null }): Promise<void> {
  const found = await sql<{ restricted: boolean }>`select restricted from customer where id = ${customerId}::uuid for update`.execute(trx);
  if (!found.rows[0]) throw new NotFound();
  if (found.rows[0].restricted) throw new Conflict('customer-restricted');
  const set = 'email' in change ? sql`email = ${change.email}` : sql`phone = ${change.phone}, phone_unconfirmed = ${change.phone !== null}`;
  await sql`update customer set ${set}, version = version + 1 where id = ${customerId}::uuid`.execute(trx);
}

function touchesContactData(change: CustomerChange): boolean {
  return [change.email, change.phone, change.street, change.postalCode, change.city].some((field) => field !== undefined);
}

/** A customer with what is arranged for them, as people of these organisations see it; contact data masked under turvakielto. */
export async function customerById(db: Db, customerId: string, own: string[]): Promise<Customer | undefined> {
  return readCustomer(db, customerId, own);
}
