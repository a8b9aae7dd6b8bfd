import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/transaction.ts';
import type { Contact } from './booking/contact.ts';

/**
 * Of these matters, those whose customer is under turvakielto: how they are reached is the register's (661/2009, 36 §). It is neither kept
 * with their times nor shown or used where it was kept before the register said so.
 */
export async function protectedAmong(db: Db, matterIds: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(matterIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select m.id from matter m join customer c on c.id = m.customer_id
    where m.id = any(${ids}::uuid[]) and c.restricted`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** The same of `appointment a`. */
export const isProtected: RawBuilder<boolean> = sql<boolean>`exists (select from matter pm join customer pc on pc.id = pm.customer_id
  where pm.id = a.matter_id and pc.restricted)`;

export const unreachable = <C extends Pick<Contact, 'name' | 'email' | 'phone'>>(contact: C): C => ({
  ...contact,
  email: null,
  phone: null,
});
