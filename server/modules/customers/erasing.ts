import { sql } from 'kysely';
import type { Trx } from '../../platform/db/transaction.ts';
import type { Erasable } from './schema.ts';

/**
 * Removes what no duty of record-keeping holds (GDPR art. 17): contact data, what was arranged by consent, what was noted of digital skills.
 * Whether it may be done now is the caller's business, and so is the audit entry.
 */
export async function eraseFromCustomer(trx: Trx, customerId: string, what: readonly Erasable[]): Promise<void> {
  for (const one of what) await erase[one](trx, customerId);
}

const erase: Record<Erasable, (trx: Trx, customerId: string) => Promise<unknown>> = {
  'contact-data': (trx, customerId) =>
    sql`update customer set email = null, phone = null, phone_unconfirmed = false, street = null, postal_code = null, city = null, contact_wish = null, version = version + 1
      where id = ${customerId}::uuid`.execute(trx),
  arrangements: (trx, customerId) =>
    sql`delete from arrangement where customer_id = ${customerId}::uuid and legal_ground = 'consent'`.execute(trx),
  'digital-skill': (trx, customerId) =>
    sql`update customer set digital_skill = null, version = version + 1 where id = ${customerId}::uuid`.execute(trx),
};
