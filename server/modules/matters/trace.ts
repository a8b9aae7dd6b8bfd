import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../platform/db/transaction.ts';
import { insertEvents, wakeReadersAfterCommit } from '../../platform/events/publish.ts';
import { insertEntry } from '../audit/service.ts';
import type { MatterEventFacts, MatterEventType } from './events.ts';
import type { Call } from './types.ts';

export type Trace = {
  matterId: string;
  customerId?: string;
  action: string;
  purpose?: string;
  subjects?: string[];
  event: MatterEventType;
  facts: MatterEventFacts;
};

/** A customer who does it themselves: signed in (and for whom), or by a link that whoever holds it is nobody by name. */
export type OwnDoer = { requestId: string } & (
  | { actorKind: 'link' }
  | { actorKind: 'customer'; actorCustomerId: string; onBehalfOf?: string }
);

/** Why, of whoever does it themselves. */
export const purposeOf = (by: Call | OwnDoer | null): { purpose?: string } => (by && !('actor' in by) ? { purpose: 'own-matter' } : {});

/** The two rows every change leaves, in one round trip: the audit entry (who, why) and the event (what, for others to react to). */
export async function leaveTrace(trx: Trx, by: Call | OwnDoer | null, trace: Trace): Promise<void> {
  await sql`with a as (${auditRow(by, trace)}) ${eventRow(trace)}`.execute(trx);
  wakeReadersAfterCommit(trx);
}

/** Insert statement of the audit entry, for a use case that writes everything in one statement. `by` null: the system itself. */
export function auditRow(by: Call | OwnDoer | null, trace: Trace): RawBuilder<unknown> {
  return insertEntry({
    ...(by ? ('actor' in by ? entryBy(by) : by) : { actorKind: 'system' as const }),
    action: trace.action,
    purpose: trace.purpose ?? 'advice',
    matterId: trace.matterId,
    ...(trace.customerId ? { customerId: trace.customerId } : {}),
    ownerOrg: trace.facts.ownerOrg,
    subjects: trace.subjects ?? [],
  });
}

/** Who, on whose behalf and in which request. */
export function entryBy({ actor, requestId }: Call) {
  const organisationIds = [...new Set(actor.grants.map((grant) => grant.organisationId))];
  return { requestId, personId: actor.personId, actorKind: 'staff' as const, organisationIds };
}

/** Insert statement of the event; the caller wakes the readers after commit. */
export function eventRow(trace: Pick<Trace, 'event' | 'matterId' | 'facts'>): RawBuilder<unknown> {
  return insertEvents([{ type: trace.event, subject: trace.matterId, data: trace.facts }]);
}
