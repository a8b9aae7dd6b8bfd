import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';

export type LetterKind = 'confirmed' | 'moved' | 'cancelled' | 'called-off' | 'relocated' | 'linked' | 'reminder';

type Of = { appointmentId: string; version: number };
export type NewLetter = { kind: LetterKind; notBefore: Temporal.Instant };

export async function addLetters(trx: Trx, of: Of, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length > 0) await insertLetters(of, letters).execute(trx);
}

/**
 * At least one; a letter of that version is written once, however often the event comes. `from`: a piece of the same statement, without
 * whose row nothing is to be said.
 */
export function insertLetters(
  { appointmentId, version }: Of,
  letters: readonly NewLetter[],
  from?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const values = sql.join(
    letters.map(({ kind, notBefore }) => sql`(${appointmentId}::uuid, ${version}::int, ${kind}, ${notBefore}::timestamptz)`),
  );
  const those = from ? sql`select letter.* from (values ${values}) as letter, ${from}` : sql`values ${values}`;
  return sql`insert into appointment_letter (appointment_id, version, kind, not_before) ${those} on conflict do nothing`;
}

/** What has not left yet is said by a later version. @returns what that was */
export async function passEarlier(
  trx: Trx,
  appointmentId: string,
  version: number,
  now: Temporal.Instant,
): Promise<{ kind: LetterKind; version: number }[]> {
  const { rows } = await sql<{
    kind: LetterKind;
    version: number;
  }>`update appointment_letter set state = 'passed', ended_at = ${now}::timestamptz
    where appointment_id = ${appointmentId}::uuid and version < ${version} and state = 'waiting' returning kind, version`.execute(trx);
  return rows;
}

/** An appointment, or what was agreed as one. */
export type Told = { appointmentId: string } | { jointId: string };

const of = (told: Told): RawBuilder<unknown> =>
  'jointId' in told ? sql`joint_id = ${told.jointId}::uuid` : sql`appointment_id = ${told.appointmentId}::uuid`;

/** Whether it is written already what is to be said of that version: the event came before. */
export async function isWritten(trx: Trx, told: Told, version: number): Promise<boolean> {
  const { rows } = await sql`select from appointment_letter
    where ${of(told)} and version = ${version} and kind <> 'reminder'`.execute(trx);
  return rows.length > 0;
}

/** Taken back: nothing of that version has left, and what was before it is known. */
export const isUntold = async (trx: Trx, told: Told, version: number): Promise<boolean> =>
  (await wasPassed(trx, told, version)) && (await knowsBefore(trx, told, version));

async function wasPassed(trx: Trx, told: Told, version: number): Promise<boolean> {
  const { rows } = await sql`select from appointment_letter
    where ${of(told)} and version = ${version} and kind = 'moved' and state = 'passed'`.execute(trx);
  return rows.length > 0;
}

/** Whether the last that was written of it before that version has left. */
async function knowsBefore(trx: Trx, told: Told, version: number): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`select state from appointment_letter
    where ${of(told)} and version < ${version} and kind <> 'reminder' order by version desc limit 1`.execute(trx);
  return rows[0] === undefined || rows[0].state === 'sent';
}

/** Of what was agreed as one, likewise once. */
export async function addJointLetter(
  trx: Trx,
  letter: { jointId: string; version: number; kind: LetterKind; notBefore: Temporal.Instant },
): Promise<void> {
  await sql`insert into appointment_letter (joint_id, version, kind, not_before)
    values (${letter.jointId}::uuid, ${letter.version}, ${letter.kind}, ${letter.notBefore}::timestamptz) on conflict do nothing`.execute(
    trx,
  );
}

/** Likewise. @returns what that was */
export async function passEarlierOfJoint(trx: Trx, jointId: string, version: number, now: Temporal.Instant): Promise<LetterKind[]> {
  const { rows } = await sql<{ kind: LetterKind }>`update appointment_letter set state = 'passed', ended_at = ${now}::timestamptz
    where joint_id = ${jointId}::uuid and version < ${version} and state = 'waiting' returning kind`.execute(trx);
  return rows.map(({ kind }) => kind);
}

/** Of an appointment, or of what was agreed as one. */
export type ClaimedLetter = {
  id: string;
  appointmentId: string | null;
  jointId: string | null;
  version: number;
  kind: LetterKind;
  attempts: number;
};

/** A process that died while sending is not heard of any more. */
const LOST_AFTER = '5 minutes';

/** Takes what is due; nodes share the rows. */
export async function claimDue(db: Db, now: Temporal.Instant, limit: number): Promise<ClaimedLetter[]> {
  const { rows } = await sql<ClaimedLetter>`
    with due as (select id from appointment_letter where (state = 'waiting' and not_before <= ${now}::timestamptz)
        or (state = 'sending' and sending_since < ${now}::timestamptz - ${LOST_AFTER}::interval)
      order by not_before limit ${limit} for update skip locked)
    update appointment_letter l set state = 'sending', sending_since = ${now}::timestamptz, attempts = l.attempts + 1 from due where l.id = due.id
    returning l.id, l.appointment_id as "appointmentId", l.joint_id as "jointId", l.version, l.kind, l.attempts`.execute(db);
  return rows;
}

export type End = { state: 'sent' | 'passed' | 'given-up' } | { state: 'waiting'; again: Temporal.Instant };

export type Ended = { claimed: ClaimedLetter; end: End };

/** Only the attempts that were claimed. */
export async function conclude(db: Db, all: readonly Ended[], now: Temporal.Instant): Promise<void> {
  const again = all.map(({ end }) => ('again' in end ? end.again.toString() : null));
  await sql`update appointment_letter l set state = e.state, sending_since = null, not_before = coalesce(e.again, l.not_before),
      ended_at = case when e.again is null then ${now}::timestamptz end
    from unnest(${all.map(({ claimed }) => claimed.id)}::uuid[], ${all.map(({ claimed }) => claimed.attempts)}::int[],
      ${all.map(({ end }) => end.state)}::text[], ${again}::timestamptz[]) as e (id, attempts, state, again)
    where l.id = e.id and l.state = 'sending' and l.attempts = e.attempts`.execute(db);
}
