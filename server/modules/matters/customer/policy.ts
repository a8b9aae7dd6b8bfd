import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { sightOf, visibleMatter } from '../policy.ts';
import type { Call } from '../types.ts';

/** A customer exists for those who see one of their matters: being a customer may itself be secret. */
export async function mayUseCustomer(db: Db, call: Call, customerId: string): Promise<boolean> {
  const found =
    await sql`select 1 from matter m where m.customer_id = ${customerId}::uuid and ${visibleMatter(sightOf(call.actor))} limit 1`.execute(
      db,
    );
  return found.rows.length > 0;
}
