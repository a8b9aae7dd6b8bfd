import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../platform/db/transaction.ts';
import { Forbidden, NotFound } from '../../platform/errors.ts';
import type { AuditEntry } from './types.ts';

const recorded = new WeakSet<object>();

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

/**
 * Runs a changing use case in one transaction. When it finds that the thing does not exist for this person, or that they may not
 * touch it, the attempt is written in a transaction of its own before the refusal goes on.
 */
export async function recordingRefusal<T>(db: Kysely<Tables>, attempt: AuditEntry, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, work);
  } catch (refusal) {
    if (refusal instanceof NotFound || refusal instanceof Forbidden) {
      await record(db, { ...attempt, outcome: 'refused' });
      recorded.add(refusal);
    }
    throw refusal;
  }
}

/**
 * For the app's error hook: a member of staff asked for what they may not see or touch, and the use case has not written it. Runs in a
 * transaction of its own, before the refusal goes out. The ids asked for are kept, so that probing shows.
 */
export async function recordRefused(db: Db, attempt: AuditEntry, refusal: unknown): Promise<void> {
  if (recorded.has(refusal as object)) return;
  await record(db, { ...attempt, outcome: 'refused' });
}
