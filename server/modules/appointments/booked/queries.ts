import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { type AppointmentRow, appointmentColumns } from '../booking/queries.ts';

/** Those of any of these matters, also of what a matter took in when two were joined. */
export const ofMatters = (alias: string, ids: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.matter_id`)} = any(${ids}::uuid[])
    or ${sql.ref(`${alias}.step_id`)} in (select s.id from step s where s.matter_id = any(${ids}::uuid[])))`;

/** How much is to come by these matters: agreed times, places in line beside them, and invitations nobody has answered. */
export async function standingOf(db: Db, matterIds: readonly string[], now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`select (
      (select count(*) from appointment a where ${ofMatters('a', matterIds)} and a.state = 'confirmed' and a.ends_at > ${now}::timestamptz)
      + (select count(*) from waiting w join appointment a on a.id = w.appointment_id where ${ofMatters('a', matterIds)} and w.state = 'waiting')
      + (select count(*) from invitation i where i.matter_id = any(${matterIds}::uuid[]) and i.state in ('sent', 'opened')
          and i.deadline > ${now}::timestamptz))::int as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Each in the order of the key, as whoever changes several. */
export async function lockBooked(trx: Trx, matterIds: readonly string[]): Promise<AppointmentRow[]> {
  const { rows } = await sql<AppointmentRow>`select ${appointmentColumns} from appointment a where ${ofMatters('a', matterIds)}
    order by a.id for no key update`.execute(trx);
  return rows;
}

/** Whoever waits for a better time than the one they have. */
export async function waitingBeside(trx: Trx, matterIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select w.id from waiting w join appointment a on a.id = w.appointment_id
    where ${ofMatters('a', matterIds)} order by w.id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** What is offered to them goes on to the next in line; the row goes with the night. */
export async function stripWaiting(trx: Trx, ids: readonly string[]): Promise<void> {
  await sql`update waiting w set contact = null, booker_hash = null, needs = '{}', interpreter_language = null, appointment_id = null, secret_hash = 'forgotten ' || w.id
    where w.id = any(${ids}::uuid[])`.execute(trx);
  await sql`delete from booking_letter where subject_id in (select o.id from waiting_offer o where o.waiting_id = any(${ids}::uuid[])
    union all select unnest(${ids}::uuid[]))`.execute(trx);
}

/** The row says whose it was, and that is all it says: it goes whole. The matter keeps that somebody was invited. */
export async function deleteInvitations(trx: Trx, matterIds: readonly string[]): Promise<void> {
  await sql`with gone as (delete from invitation where matter_id = any(${matterIds}::uuid[]) returning id)
    delete from booking_letter l using gone where l.subject_id = gone.id`.execute(trx);
}
