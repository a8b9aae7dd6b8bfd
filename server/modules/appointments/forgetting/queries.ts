import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';

/** What opens nothing any more; the column wants each to be another. */
export const noSecret: RawBuilder<unknown> = sql`'forgotten ' || a.id`;

/** What was cancelled was over then, however far away its time. */
const ended = (before: Temporal.Instant) =>
  sql`least(a.ends_at, case when a.state in ('cancelled', 'expired') then a.changed_at end) < ${before}::timestamptz`;

/** What is booked as one is kept until the last of it has ended: its letters and its page tell of all. */
const whole = (before: Temporal.Instant) => sql`(a.joint_id is null or not exists (select from appointment b where b.joint_id = a.joint_id
  and least(b.ends_at, case when b.state in ('cancelled', 'expired') then b.changed_at end) >= ${before}::timestamptz))`;

/**
 * The line is no figure's: its rows go, with what was offered and the letters of both. It is over, too, when the last day that suited has
 * passed, or the time that was to be made earlier.
 */
export async function forgetWaited(trx: Trx, before: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ id: string }>`select w.id from waiting w left join appointment a on a.id = w.appointment_id
    where least(w.ended_at, (w.until_day + 1)::timestamptz, a.ends_at) < ${before}::timestamptz order by w.id for update of w`.execute(trx);
  const ids = rows.map(({ id }) => id);
  await sql`delete from booking_letter where subject_id in (select o.id from waiting_offer o where o.waiting_id = any(${ids}::uuid[])
    union all select unnest(${ids}::uuid[]))`.execute(trx);
  await sql`delete from waiting_offer where waiting_id = any(${ids}::uuid[])`.execute(trx);
  await sql`delete from waiting where id = any(${ids}::uuid[])`.execute(trx);
}

/**
 * The words and the address go soon after it is over, which for a booked one is when the customer has been; the row with the appointment,
 * since it would say whose that was. The matter's path and its events keep that somebody was invited.
 */
export async function forgetInvitations(trx: Trx, wordsBefore: Temporal.Instant, before: Temporal.Instant): Promise<void> {
  const end = sql`case when i.state = 'booked' then (select a.ends_at from appointment a where a.id = i.appointment_id) else i.ended_at end`;
  await sql`update invitation i set content = null, needs = '{}', interpreter_language = null where (content is not null or needs <> '{}') and ${end} < ${wordsBefore}::timestamptz`.execute(
    trx,
  );
  await sql`delete from booking_letter l using invitation i where l.subject_id = i.id and ${end} < ${before}::timestamptz`.execute(trx);
  await sql`delete from invitation i where ${end} < ${before}::timestamptz`.execute(trx);
}

/** Customers, and who of the staff booked and marked them. */
export async function forgetBookers(trx: Trx, before: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ id: string; jointId: string | null }>`select a.id, a.joint_id as "jointId" from appointment a
    where a.secret_hash not like 'forgotten %' and a.state <> 'held' and ${ended(before)} and ${whole(before)} order by a.id for update`.execute(
    trx,
  );
  await forgetThose(
    trx,
    rows.map(({ id }) => id),
    rows.flatMap(({ jointId }) => jointId ?? []),
  );
}

/** Whose these were, whatever has become of them, and who booked and marked them. `joints`: what they were parts of, all of it over. */
export async function forgetThose(trx: Trx, ids: readonly string[], joints: readonly string[]): Promise<void> {
  const those = sql`appointment_id = any(${ids}::uuid[])`;
  await sql`delete from previsit where ${those}`.execute(trx);
  await sql`delete from attendance where ${those}`.execute(trx);
  await sql`delete from missed_meeting where ${those}`.execute(trx);
  await sql`delete from appointment_letter where ${those} or joint_id = any(${joints}::uuid[])`.execute(trx);
  await sql`update appointment a set contact = null, meeting_link = null, booker_hash = null, holder_hash = null, needs = '{}', interpreter_language = null, matter_id = null, step_id = null,
      booked_by = null, asked_by = null, missed_by = null, late_until = null, expected_id = null, secret_hash = ${noSecret}
    where a.id = any(${ids}::uuid[])`.execute(trx);
  await sql`update joint_booking a set contact = null, asked_by = null, expected_id = null, secret_hash = ${noSecret}
    where a.id = any(${joints}::uuid[])`.execute(trx);
}
