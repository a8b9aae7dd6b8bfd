import { sql } from 'kysely';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { Unavailable } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import type { Log } from '../../../platform/log/log.ts';
import { learnFromRegister, type RegisterDeps } from '../../customers/service.ts';
import { eventRow } from '../trace.ts';

export type AskingRegister = RegisterDeps & { log: Log };

/**
 * Asks the register about a customer who has just been identified. A register that is away keeps nobody from being served: the nightly
 * round asks again.
 */
export async function askRegister(deps: AskingRegister, customerId: string): Promise<void> {
  try {
    if (await learnFromRegister(deps, customerId)) await tellDesks(deps, customerId);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    deps.log.warn('register away', { code: error.code });
  }
}

/** Nightly: everybody with an identity code and an open matter, as a restriction may be given or lifted on any day. */
export async function askRegisterOfAll(deps: AskingRegister): Promise<void> {
  if (!deps.register) return;
  const { rows } = await sql<{ id: string }>`select distinct i.customer_id as id from customer_identity i
    where i.kind = 'identity-code' and exists (select 1 from matter m where m.customer_id = i.customer_id and m.state = 'open')`.execute(
    deps.db,
  );
  for (const { id } of rows) await askRegister(deps, id);
}

/** Desks that show the customer fetch again, so that what is restricted now leaves their screens. */
async function tellDesks({ db }: AskingRegister, customerId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { rows } = await sql<{ id: string; ownerOrg: string }>`select id, owner_org as "ownerOrg" from matter
      where customer_id = ${customerId}::uuid and state <> 'merged' order by opened_at desc limit 50`.execute(trx);
    for (const { id, ownerOrg } of rows) await eventRow({ matterId: id, event: 'matter.changed', facts: { ownerOrg } }).execute(trx);
    wakeReadersAfterCommit(trx);
  });
}
