import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { type Db, inTransaction, type Trx } from '../db/transaction.ts';
import type { Log } from '../log/log.ts';
import { kindOf } from './dead-letters.ts';
import type { PublishedEvent } from './event.ts';
import type { Reaction } from './reactions.ts';

/** An event that a reaction failed on every time and that waits for a person. */
export interface GivenUpReaction {
  id: string;
  reaction: string;
  tries: number;
  /** The kind of the last error, without its words. */
  error: string;
  eventAt: Temporal.Instant;
  diedAt: Temporal.Instant;
}

/** Newest first, a hundred at most. */
export async function givenUpReactions(db: Db): Promise<GivenUpReaction[]> {
  const { rows } = await sql<GivenUpReaction>`
    select id, reaction, tries, error, event_at as "eventAt", died_at as "diedAt"
    from event_dead_letter order by died_at desc limit 100`.execute(db);
  return rows;
}

type Retry = { reactions: readonly Reaction[]; id: string; log: Log };

/**
 * Handles the event once more, out of its turn, in a transaction that also forgets it. Of two at once, one does it.
 * @returns `unknown` when there is no such dead letter (any more) or this version has no such reaction
 */
export async function retryReaction(db: Kysely<Tables>, { reactions, id, log }: Retry): Promise<'done' | 'failed' | 'unknown'> {
  const attempt: { name?: string } = {};
  try {
    return await inTransaction(db, async (trx) => {
      const letter = await takeLetter(trx, id);
      const reaction = reactions.find(({ name }) => name === letter?.reaction);
      if (!letter || !reaction) return 'unknown';
      attempt.name = reaction.name;
      await reaction.handle(trx, letter);
      await sql`delete from event_dead_letter where id = ${id}::uuid`.execute(trx);
      return 'done';
    });
  } catch (error) {
    if (!attempt.name) throw error;
    log.error('reaction failed', { kind: attempt.name, error });
    await sql`update event_dead_letter set tries = tries + 1, error = ${kindOf(error)}, died_at = now() where id::text = ${id}`.execute(db);
    return 'failed';
  }
}

async function takeLetter(trx: Trx, id: string): Promise<(PublishedEvent & { reaction: string }) | undefined> {
  const { rows } = await sql<PublishedEvent & { reaction: string }>`
    select reaction, xid::text, seq, event_at as at, type, subject, data
    from event_dead_letter where id::text = ${id} for update skip locked`.execute(trx);
  return rows[0];
}
