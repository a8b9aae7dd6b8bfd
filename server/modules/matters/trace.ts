import { sql } from 'kysely';
import type { Trx } from '../../platform/db/transaction.ts';
import { wakeReadersAfterCommit } from '../../platform/events/publish.ts';
import type { MatterEventFacts, MatterEventType } from './events.ts';
import { sightOf } from './policy.ts';
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

/** The two rows every change leaves, in one round trip: the audit entry (who, why) and the event (what, for others to react to). */
export async function leaveTrace(trx: Trx, call: Call | null, trace: Trace): Promise<void> {
  await sql`with a as (${auditRow(call, trace)}) ${eventRow(trace)}`.execute(trx);
  wakeReadersAfterCommit(trx);
}

/** Insert statement of the audit entry, for a use case that writes everything in one statement. `call` null: the system itself. */
export function auditRow(call: Call | null, trace: Trace) {
  const organisations = call ? sightOf(call.actor).shared : [];
  return sql`insert into audit_entry (request_id, person_id, actor_kind, organisation_ids, action, purpose, matter_id, customer_id, owner_org, subjects)
    values (${call?.requestId ?? null}::uuid, ${call?.actor.personId ?? null}::uuid, ${call ? 'staff' : 'system'}, ${organisations}::uuid[], ${trace.action},
      ${trace.purpose ?? 'advice'}, ${trace.matterId}::uuid, ${trace.customerId ?? null}::uuid, ${trace.facts.ownerOrg}::uuid, ${trace.subjects ?? []}::uuid[])`;
}

/** Insert statement of the event; the caller wakes the readers after commit. */
export function eventRow(trace: Trace) {
  return sql`insert into event (type, subject, data) values (${trace.event}, ${trace.matterId}::uuid, ${JSON.stringify(trace.facts)}::jsonb)`;
}
