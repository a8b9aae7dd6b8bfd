import type { Trx } from '../../../platform/db/transaction.ts';
import { record } from '../../audit/service.ts';
import type { AppointmentRow } from '../booking/queries.ts';

/** Whoever holds the link of a time or its secret: nobody by name. */
export type OwnDoer = { requestId: string; actorKind: 'link' };

/** By a page behind the link, or by the public API. */
export const ownOf = ({ id }: { id: string }): OwnDoer => ({ requestId: id, actorKind: 'link' });

export async function recordOwn(trx: Trx, own: OwnDoer, action: string, { id, ownerOrg }: AppointmentRow): Promise<void> {
  await record(trx, { ...own, action, purpose: 'own-matter', ownerOrg, subjects: [id] });
}
