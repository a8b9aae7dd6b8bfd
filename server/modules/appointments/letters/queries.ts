import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';

/** `subjectId`: the place in line, the offer or the invitation. */
export type LetterKind = 'joined' | 'offered' | 'unanswered' | 'lost' | 'invited' | 'invitation-reminder' | 'withdrawn';
export type NewLetter = {
  kind: LetterKind;
  subjectId: string;
  notBefore: Temporal.Instant;
  /** Somebody has asked for it once more; not so often that it could be used to pester an address. */
  again?: boolean;
};

const AGAIN_AFTER = '1 hour';

/** Each thing is told once, however often it is asked for. */
export async function addLetter(trx: Trx, { kind, subjectId, notBefore, again = false }: NewLetter): Promise<void> {
  await sql`insert into booking_letter (kind, subject_id, not_before) values (${kind}, ${subjectId}::uuid, ${notBefore}::timestamptz)
    on conflict (kind, subject_id) do update set state = 'waiting', not_before = excluded.not_before, attempts = 0, ended_at = null
      where ${again} and booking_letter.ended_at < excluded.not_before - ${AGAIN_AFTER}::interval`.execute(trx);
}

/** What has not left yet is not told any more. */
export async function passLetters(trx: Trx, subjectId: string, now: Temporal.Instant): Promise<void> {
  await sql`update booking_letter set state = 'passed', ended_at = ${now}::timestamptz where subject_id = ${subjectId}::uuid and state = 'waiting'`.execute(
    trx,
  );
}

export type ClaimedLetter = { id: string; kind: LetterKind; subjectId: string; attempts: number };

/** A process that died while sending is not heard of any more. */
const LOST_AFTER = '5 minutes';

/** Takes what is due; nodes share the rows. */
export async function claimDue(db: Db, now: Temporal.Instant, limit: number): Promise<ClaimedLetter[]> {
  const { rows } = await sql<ClaimedLetter>`
    with due as (select id from booking_letter where (state = 'waiting' and not_before <= ${now}::timestamptz)
        or (state = 'sending' and sending_since < ${now}::timestamptz - ${LOST_AFTER}::interval)
      order by not_before limit ${limit} for update skip locked)
    update booking_letter l set state = 'sending', sending_since = ${now}::timestamptz, attempts = l.attempts + 1 from due where l.id = due.id
    returning l.id, l.kind, l.subject_id as "subjectId", l.attempts`.execute(db);
  return rows;
}

export type End = { state: 'sent' | 'passed' | 'given-up' } | { state: 'waiting'; again: Temporal.Instant };

/** Only the attempt that was claimed. */
export async function conclude(db: Db, { id, attempts }: ClaimedLetter, end: End, now: Temporal.Instant): Promise<void> {
  const again = 'again' in end ? end.again : null;
  await sql`update booking_letter set state = ${end.state}, sending_since = null, not_before = coalesce(${again}::timestamptz, not_before),
    ended_at = ${again ? null : now}::timestamptz where id = ${id}::uuid and state = 'sending' and attempts = ${attempts}`.execute(db);
}
