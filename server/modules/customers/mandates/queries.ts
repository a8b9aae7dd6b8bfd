import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import type { MandateKind } from './types.ts';

export type NewMandate = { customerId: string; principalId: string; kind: MandateKind; roles: string[]; until: Temporal.Instant };

export async function insertMandate(trx: Trx, { customerId, principalId, kind, roles, until }: NewMandate): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into mandate (customer_id, principal_id, kind, roles, until)
    values (${customerId}::uuid, ${principalId}::uuid, ${kind}, ${roles}::text[], ${until}) returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

export async function endMandate(trx: Trx, mandateId: string, now: Temporal.Instant): Promise<void> {
  await sql`update mandate set ended_at = ${now} where id = ${mandateId}::uuid and ended_at is null`.execute(trx);
}
