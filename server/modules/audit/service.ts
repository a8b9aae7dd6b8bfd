import { type RawBuilder, sql } from 'kysely';
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
    actor_customer_id: entry.actorCustomerId ?? null,
    on_behalf_of: entry.onBehalfOf ?? null,
    owner_org: entry.ownerOrg ?? null,
    subjects: entry.subjects ?? [],
  };
}

/** An entry whose ids may come from elsewhere in the same statement. */
export type AuditExpression = Omit<AuditEntry, 'matterId' | 'customerId' | 'ownerOrg' | 'subjects'> & {
  matterId?: string | RawBuilder<unknown>;
  customerId?: string | RawBuilder<unknown>;
  ownerOrg?: string | RawBuilder<unknown>;
  subjects?: string[] | RawBuilder<unknown>;
};

/**
 * The insert as a piece of a bigger statement, so that a change or a look and its trace are one round trip and stand or fall together.
 * `from` names the rows it depends on: no row, no entry.
 */
export function insertEntry(entry: AuditExpression, from: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`insert into audit_entry (request_id, person_id, actor_kind, organisation_ids, action, purpose, outcome, matter_id, customer_id, owner_org, subjects,
      actor_customer_id, on_behalf_of)
    select ${entry.requestId ?? null}::uuid, ${entry.personId ?? null}::uuid, ${entry.actorKind}, ${entry.organisationIds ?? []}::uuid[], ${entry.action},
      ${entry.purpose}, ${entry.outcome ?? 'done'}, ${expression(entry.matterId)}::uuid, ${expression(entry.customerId)}::uuid, ${expression(entry.ownerOrg)}::uuid,
      ${expression(entry.subjects ?? [])}::uuid[], ${entry.actorCustomerId ?? null}::uuid, ${entry.onBehalfOf ?? null}::uuid ${from}`;
}

function expression(value: string | string[] | RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  return typeof value === 'object' && !Array.isArray(value) ? value : sql.val(value ?? null);
}
