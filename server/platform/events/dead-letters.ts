import { sql } from 'kysely';
import type { Trx } from '../db/transaction.ts';
import { moveCursor, type ReactionCursor } from './cursors.ts';
import type { PublishedEvent } from './event.ts';
import type { Target } from './read.ts';

export interface Failure {
  event: PublishedEvent;
  error: unknown;
  maxTries: number;
  firstRetryMs: number;
}

/** Counts a failed try; after the last one the event becomes a dead letter and the reaction goes on behind it. */
export async function recordFailure(trx: Trx, cursor: ReactionCursor, target: Target, failure: Failure): Promise<void> {
  const tries = cursor.tries + 1;
  if (tries >= failure.maxTries) {
    await layAside(trx, cursor, failure, tries);
    await moveCursor(trx, cursor.reaction, { ...cursor, target: target.snapshot, seq: failure.event.seq });
    return;
  }
  const waitMs = failure.firstRetryMs * 4 ** (tries - 1);
  await sql`
    update event_cursor set tries = ${tries}, retry_at = clock_timestamp() + ${waitMs}::int * interval '1 millisecond'
    where reaction = ${cursor.reaction}`.execute(trx);
}

async function layAside(trx: Trx, { reaction }: ReactionCursor, { event, error }: Failure, tries: number): Promise<void> {
  await sql`
    insert into event_dead_letter (reaction, xid, seq, event_at, type, subject, data, error, tries)
    values (${reaction}, ${event.xid}::xid8, ${event.seq}::bigint, ${event.at}, ${event.type}, ${event.subject}::uuid,
            ${JSON.stringify(event.data)}::jsonb, ${kindOf(error)}, ${tries})`.execute(trx);
}

/** An error's words may quote a person's data; its kind and code do not. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`.slice(0, 200);
}
