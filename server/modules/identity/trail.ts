import type { Trx } from '../../platform/db/transaction.ts';
import { record } from '../audit/service.ts';
import type { AuditEntry } from '../audit/types.ts';
import type { Actor, By, CustomerCaller } from './types.ts';

/** From a route's call to who does it. */
export function byOf({ caller, request }: { caller: Actor; request: { id: string } }): By {
  return { actor: caller, requestId: request.id };
}

/** The audit line of an administrator's deed. */
export function administering({ actor, requestId }: By, action: string, subject?: string, ownerOrg?: string): AuditEntry {
  const organisationIds = [...new Set(actor.grants.map((grant) => grant.organisationId))];
  const subjects = subject ? [subject] : [];
  return {
    actorKind: 'staff',
    personId: actor.personId,
    organisationIds,
    requestId,
    action,
    purpose: 'administration',
    subjects,
    ownerOrg,
  };
}

export async function recordChange(trx: Trx, by: By, action: string, subject?: string, ownerOrg?: string): Promise<void> {
  await record(trx, administering(by, action, subject, ownerOrg));
}

/** Whose matters a signed-in customer handles now: their own, or those of the one they act for. */
export const handledCustomer = ({ customerId, actingFor }: CustomerCaller): string => actingFor?.customerId ?? customerId;

/** Who, and on whose behalf, in the audit line of a signed-in customer's deed. */
export function customerEntry(caller: CustomerCaller, requestId: string) {
  const onBehalfOf = caller.actingFor ? { onBehalfOf: caller.actingFor.customerId } : {};
  const actorCustomerId = caller.customerId;
  return { requestId, actorKind: 'customer' as const, actorCustomerId, customerId: handledCustomer(caller), ...onBehalfOf };
}
