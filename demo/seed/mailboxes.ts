import type { Kysely } from 'kysely';
import type { Names } from '../../server/modules/directory/types.ts';
import type { Tables } from '../../server/platform/db/tables.ts';
import { inTransaction } from '../../server/platform/db/transaction.ts';

type DemoMailbox = { address: string; unit: string; language: 'fi' | 'sv'; displayName: Names };

/** Without servers: the demo takes mail itself and keeps what it sends. */
export const mailboxes: DemoMailbox[] = [
  {
    address: 'asiointi@mallila.example',
    unit: 'mallila-neuvonta',
    language: 'fi',
    displayName: { fi: 'Mallilan asiointipiste', sv: 'Mallila servicepunkt', en: 'Mallila service point' },
  },
];

/** Adds those that are missing, also to a demo begun before they were thought of. */
export async function seedMailboxes(db: Kysely<Tables>): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const { address, unit: key, language, displayName } of mailboxes) {
      const unit = await trx.selectFrom('unit').select(['id', 'organisation_id']).where('key', '=', key).executeTakeFirst();
      if (!unit) continue;
      await trx
        .insertInto('mailbox')
        .values({ address, unit_id: unit.id, organisation_id: unit.organisation_id, language, display_name: JSON.stringify(displayName) })
        .onConflict((conflict) => conflict.column('address').doNothing())
        .execute();
    }
  });
}
