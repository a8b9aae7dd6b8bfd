import type { Trx } from '../../../platform/db/transaction.ts';
import type { By } from '../../identity/types.ts';
import { leaveTrace, noteHappening } from '../../matters/service.ts';
import type { InvitationRow } from './queries.ts';

export type InvitationHappening =
  | 'invitation-sent'
  | 'invitation-booked'
  | 'invitation-cancelled'
  | 'invitation-expired'
  | 'invitation-withdrawn';

type Of = Pick<InvitationRow, 'id' | 'matterId' | 'customerId' | 'ownerOrg'>;

/** A line of the matter's timeline, with the audit and the event that every change leaves. `by` null: the customer, or the clock. */
export async function traceInvitation(trx: Trx, by: By | null, { id, matterId, customerId, ownerOrg }: Of, kind: InvitationHappening) {
  await noteHappening(trx, { matterId, ownerOrg, kind, personId: by?.actor.personId ?? null, about: { invitationId: id } });
  const action = kind.replace('-', '.');
  await leaveTrace(trx, by, { matterId, customerId, action, subjects: [id], event: 'matter.changed', facts: { ownerOrg } });
}
