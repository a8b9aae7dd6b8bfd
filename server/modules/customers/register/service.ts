import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { record } from '../../audit/service.ts';
import { type Identifying, identityInClear } from '../identifying/service.ts';
import type { Register } from './types.ts';

export type RegisterDeps = Identifying & { db: Kysely<Tables>; register: Register | undefined };

/**
 * Asks the register about a customer with an identity code, and keeps what it says: the restriction as it is, an address only where there
 * is none and no restriction. The register alone sets and lifts a restriction.
 * @returns whether the restriction changed
 * @throws Unavailable when the register does not answer: what was known stands
 */
export async function learnFromRegister(deps: RegisterDeps, customerId: string): Promise<boolean> {
  const code = deps.register && (await identityInClear(deps.db, deps, customerId, 'identity-code'));
  if (!deps.register || !code) return false;
  // Outside the transaction: another service may take its time.
  const entry = await deps.register.find(code);
  return inTransaction(deps.db, async (trx) => {
    await record(trx, { actorKind: 'system', action: 'customer.register-asked', purpose: 'register', customerId });
    if (!entry) return false;
    const address = entry.restricted ? null : entry.address;
    const { rows } = await sql<{
      was: boolean;
    }>`with former as (select id, restricted from customer where id = ${customerId}::uuid for update)
      update customer c set restricted = ${entry.restricted}, street = coalesce(c.street, ${address?.street ?? null}),
        postal_code = case when c.street is null and ${address !== null} then ${address?.postalCode ?? null} else c.postal_code end,
        city = case when c.street is null and ${address !== null} then ${address?.city ?? null} else c.city end,
        version = c.version + case when former.restricted <> ${entry.restricted} then 1 else 0 end
      from former where c.id = former.id returning former.restricted as was`.execute(trx);
    return rows[0] !== undefined && rows[0].was !== entry.restricted;
  });
}
