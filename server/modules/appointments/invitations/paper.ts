import { inTransaction } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import type { By } from '../../identity/types.ts';
import { leaveTrace, lockToKeep } from '../../matters/service.ts';
import type { Booking } from '../types.ts';
import { invitationOf } from './queries.ts';
import { standing } from './rules.ts';
import { invitationCodeOf, openInvited } from './secrets.ts';

export type Paper = { code: string; deadline: Temporal.Instant; message: string; language: string };

/** For giving by hand or by post; who has looked at its code is written down. @throws NotFound, Forbidden; Conflict `invitation-over` */
export async function paperOf({ db, keys, clock }: Booking, by: By, id: string): Promise<Paper> {
  return inTransaction(db, async (trx) => {
    const one = await invitationOf(trx, id);
    if (!one) throw new NotFound();
    const { id: matterId, customer_id: customerId, owner_org: ownerOrg } = await lockToKeep(trx, by, one.matterId);
    const code = invitationCodeOf(keys, id, one.secretHash);
    if (!code || !['sent', 'opened'].includes(standing(one, clock.now()))) throw new Conflict('invitation-over');
    await leaveTrace(trx, by, {
      matterId,
      customerId,
      action: 'invitation.printed',
      subjects: [id],
      event: 'matter.changed',
      facts: { ownerOrg },
    });
    const { deadline, language } = one;
    return { code, deadline, language, message: openInvited(keys, id, one.content)?.message ?? '' };
  });
}
