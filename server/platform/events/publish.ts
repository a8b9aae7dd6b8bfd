import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { afterCommit, type Trx } from '../db/transaction.ts';
import type { NewEvent } from './event.ts';
import { wakeSoon } from './wake.ts';

/** Adds an event to the change being made; readers hear of it once the change has committed. */
export async function publish(trx: Trx, event: NewEvent): Promise<void> {
  await publishAll(trx, [event]);
}

/** Several events in one statement, in the order given. */
export async function publishAll(trx: Trx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await insertEvents(events).execute(trx);
  wakeReadersAfterCommit(trx);
}

/** An event whose subject or facts come from elsewhere in the same statement. */
export interface EventExpression {
  type: string;
  subject?: string | null | RawBuilder<unknown>;
  data?: Readonly<Record<string, unknown>> | RawBuilder<unknown>;
}

/**
 * The insert as a piece of a bigger statement, for a hot path that saves a round trip: sql`with m as (insert into matter ...
 * returning id), e as (${insertEvents([{ type, subject: sql`(select id from m)` }])}) select ...`. Call `wakeReadersAfterCommit` too,
 * or `wakeSoon` where the statement is the whole change. `from`: a piece of the same statement, without whose row there is no event.
 */
export function insertEvents(events: readonly EventExpression[], from?: RawBuilder<unknown>): RawBuilder<unknown> {
  const rows = events.map((event) => sql`(${sql.val(event.type)}::text, ${subjectOf(event)}::uuid, ${dataOf(event)}::jsonb)`);
  const those = from ? sql`select told.* from (values ${sql.join(rows)}) as told, ${from}` : sql`values ${sql.join(rows)}`;
  return sql`insert into event (type, subject, data) ${those}`;
}

/** A hint only: readers also look each second, so a lost wake-up delays and never loses. */
export function wakeReadersAfterCommit(trx: Trx): void {
  afterCommit(trx, (db: Kysely<Tables>) => wakeSoon(db));
}

function subjectOf({ subject }: EventExpression): RawBuilder<unknown> {
  return isExpression(subject) ? subject : sql.val(subject ?? null);
}

function dataOf({ data }: EventExpression): RawBuilder<unknown> {
  return isExpression(data) ? data : sql.val(JSON.stringify(data ?? {}));
}

function isExpression(value: unknown): value is RawBuilder<unknown> {
  return typeof value === 'object' && value !== null && 'toOperationNode' in value;
}
