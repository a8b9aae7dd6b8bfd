import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { createSecretLink } from '../../../identity/service.ts';

/** Stands in a kept message for a link's secret, which is in no row and on no staff screen. */
export const LINK_MARK = '•••';

/** The text as it leaves: with a link that nobody but its reader has. */
export async function withFreshLink({ db, clock }: { db: Kysely<Tables>; clock: Clock }, matterId: string, body: string): Promise<string> {
  if (!body.includes(`/a/${LINK_MARK}`)) return body;
  const token = await inTransaction(db, (trx) => createSecretLink(trx, matterId, undefined, clock.now()));
  return body.replace(`/a/${LINK_MARK}`, `/a/${token}`);
}
