import { type Kysely, sql } from 'kysely';
import type { ClaimedLetter } from '../modules/appointments/letters/queries.ts';
import { wordsOf } from '../modules/appointments/letters/sending.ts';
import type { BookerLetter } from '../modules/appointments/telling/senders.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Tables } from '../platform/db/tables.ts';
import type { Keyring } from '../platform/keys/keyring.ts';

type Where = { db: Kysely<Tables>; clock: Clock; keys: Keyring; publicUrl: string };
type Words = Omit<BookerLetter, 'id'>;

/**
 * Reads what is to be told by now, each letter once, whether or not the service's own loop has taken it meanwhile: one that it tried in vain
 * waits for a later moment than a clock that stands still ever comes to.
 */
export function bookingLetters(where: Where): () => Promise<Words[]> {
  const read = new Set<string>();
  return async () => {
    const { rows } = await sql<
      Pick<ClaimedLetter, 'id' | 'kind' | 'subjectId'>
    >`select id, kind, subject_id as "subjectId" from booking_letter
      where state <> 'passed' and (not_before <= ${where.clock.now()}::timestamptz or attempts > 0) order by not_before, id`.execute(
      where.db,
    );
    const fresh = rows.filter(({ id }) => !read.has(id));
    for (const { id } of fresh) read.add(id);
    return (await Promise.all(fresh.map((one) => wordsOf(where, one)))).filter((words) => words !== null);
  };
}
