import { sql } from 'kysely';
import type { Trx } from '../../platform/db/transaction.ts';

export type HappeningKind =
  | 'handed-over'
  | 'closed'
  | 'reopened'
  | 'merged'
  | 'split'
  | 'linked'
  | 'unlinked'
  | 'need-added'
  | 'need-directed'
  | 'need-received'
  | 'need-settled'
  | 'need-unsettled'
  | 'need-dropped'
  | 'shared'
  | 'unshared'
  | 'customer-named'
  | 'customer-claimed'
  | 'customer-identified'
  | 'claim-refused'
  | 'changed-by-consent'
  | 'customer-outcome'
  | 'document-received'
  | 'document-handed'
  | 'document-signed'
  | 'document-transferred'
  | 'document-sent-on'
  | 'document-taken-over'
  | 'document-returned'
  | 'document-sent-back'
  | 'language-order'
  | 'link-made'
  | 'link-revoked'
  | 'slip-made'
  | 'slip-reset'
  | 'slip-revoked'
  | 'slip-locked'
  | 'collected'
  | 'collecting-refused'
  | 'invitation-sent'
  | 'invitation-booked'
  | 'invitation-cancelled'
  | 'invitation-expired'
  | 'invitation-withdrawn'
  | 'mapping-started'
  | 'mapping-confirmed';

/** A line of the timeline that no other row tells. */
export async function noteHappening(
  trx: Trx,
  line: {
    matterId: string;
    needId?: string | null;
    ownerOrg: string;
    kind: HappeningKind;
    personId?: string | null;
    about?: Record<string, unknown>;
  },
): Promise<void> {
  await sql`insert into happening (matter_id, need_id, owner_org, kind, person_id, data) values (${line.matterId}::uuid, ${line.needId ?? null}::uuid,
    ${line.ownerOrg}::uuid, ${line.kind}, ${line.personId ?? null}::uuid, ${JSON.stringify(line.about ?? {})}::jsonb)`.execute(trx);
}
