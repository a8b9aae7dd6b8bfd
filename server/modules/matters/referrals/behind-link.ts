import { inTransaction } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import { record } from '../../audit/service.ts';
import type { LinkHolder } from '../../identity/types.ts';
import { lockSurviving } from '../messages/receiving/queries.ts';
import { eventRow } from '../trace.ts';
import type { Desk } from '../types.ts';
import { lockReferral } from './queries.ts';
import type { ReferralOutcome } from './schema.ts';
import { endReferral } from './service.ts';

/** The customer says how it went; what the desk or they themselves have said before, stands until then. @throws NotFound for what is not of their matter */
export async function sayOwnOutcome(
  desk: Desk,
  holder: LinkHolder,
  requestId: string,
  { referral: referralId, outcome }: { referral: string; outcome: ReferralOutcome },
): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockSurviving(trx, holder.matterId);
    const referral = matter && (await lockReferral(trx, matter, referralId));
    if (!matter || !referral) throw new NotFound();
    await endReferral(desk, trx, null, matter, referral, outcome);
    const { id: matterId, customer_id: customerId, owner_org: ownerOrg } = matter;
    await eventRow({ matterId, event: 'step.changed', facts: { ownerOrg } }).execute(trx);
    wakeReadersAfterCommit(trx);
    const about = { matterId, customerId, ownerOrg, subjects: [referralId] };
    await record(trx, { requestId, actorKind: 'link', action: 'referral.outcome-said', purpose: 'own-matter', ...about });
  });
}
