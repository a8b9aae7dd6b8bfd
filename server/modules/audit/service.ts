import type { Db } from '../../platform/db/transaction.ts';
import type { AuditEntry } from './types.ts';

/** Writes one entry. Inside a use case `db` is its transaction, so that a change and its trace stand or fall together. */
export async function record(db: Db, entry: AuditEntry): Promise<void> {
  await db.insertInto('audit_entry').values(row(entry)).execute();
}

/** The entry's columns, for a hot path that adds the row inside a bigger statement. */
export function row(entry: AuditEntry) {
  return {
    request_id: entry.requestId ?? null,
    person_id: entry.personId ?? null,
    actor_kind: entry.actorKind,
    organisation_ids: entry.organisationIds ?? [],
    action: entry.action,
    purpose: entry.purpose,
    outcome: entry.outcome ?? 'done',
    matter_id: entry.matterId ?? null,
    customer_id: entry.customerId ?? null,
    owner_org: entry.ownerOrg ?? null,
    subjects: entry.subjects ?? [],
  };
}
