import type { Kysely } from 'kysely';
import type { Tables } from '../../../../platform/db/tables.ts';
import type { Trx } from '../../../../platform/db/transaction.ts';

/** What would be, were `work` kept: it is always rolled back. Rows that bookers lock are not to be locked in it. */
export async function undone<T>(db: Kysely<Tables>, work: (trx: Trx) => Promise<T>): Promise<T> {
  const transaction = await db.startTransaction().execute();
  try {
    return await work(transaction as unknown as Trx);
  } finally {
    await transaction.rollback().execute();
  }
}
