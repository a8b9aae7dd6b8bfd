import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { tidy } from '../sending/attempts.ts';
import type { Desk } from '../types.ts';
import { traceNotice } from './trace.ts';

type Bounced = { matterId: string; customerId: string; ownerOrg: string };

/**
 * A channel reports later that a notice did not arrive: it is a keeper's to tell another way. The reporter is believed only as far as the
 * channel has tied the report to what it sent. @returns false when there is no such notice, or it is known already
 */
export async function noticeBounced({ clock }: Pick<Desk, 'clock'>, trx: Trx, noticeId: string, note: string): Promise<boolean> {
  const found =
    await sql<Bounced>`update notice set state = 'given-up', delivery_note = ${tidy(note)}, not_before = ${clock.now()}::timestamptz,
      ended_at = ${clock.now()}::timestamptz where id = ${noticeId}::uuid and channel = 'email' and state = 'sent'
    returning matter_id as "matterId", customer_id as "customerId", owner_org as "ownerOrg"`.execute(trx);
  const bounced = found.rows[0];
  if (!bounced) return false;
  const matter = { id: bounced.matterId, customer_id: bounced.customerId, owner_org: bounced.ownerOrg };
  await traceNotice(trx, matter, noticeId, null, 'notice.bounced');
  return true;
}
