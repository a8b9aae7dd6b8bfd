import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { countedUntil } from '../metrics/punctuality/counting.ts';
import { noSecret } from './queries.ts';

/** From where it was held and what its holder needs. */
export async function stripOldHolds(trx: Trx, before: Temporal.Instant): Promise<void> {
  await sql`update appointment a set holder_hash = null, needs = '{}', interpreter_language = null, booked_by = null, secret_hash = ${noSecret}
    where a.secret_hash not like 'forgotten %' and ${lapsed(before)}`.execute(trx);
}

/**
 * Deletes them as soon as the figures have counted their day for good. Who was offered one in a line, or holds one by an invitation, is
 * forgotten first; a place at a meeting waits until it has been given back to it.
 * @param before at the latest held until then
 * @param anyway older ones go though nothing has been counted since
 */
export async function deleteOldHolds(trx: Trx, before: Temporal.Instant, anyway: Temporal.Instant): Promise<void> {
  const counted = await countedUntil(trx);
  const settled = counted && Temporal.Instant.compare(counted, anyway) > 0 ? counted : anyway;
  const { rows } = await sql<{ id: string; jointId: string | null }>`select a.id, a.joint_id as "jointId" from appointment a
    where ${lapsed(before)} and a.created_at < ${settled}::timestamptz and (a.state = 'expired' or a.session_id is null)
      and not exists (select from waiting_offer o where o.appointment_id = a.id)
      and not exists (select from waiting w where w.appointment_id = a.id)
      and not exists (select from invitation i where i.appointment_id = a.id)
      and not exists (select from booking_session s where s.house_id = a.id)
    order by a.id for update skip locked`.execute(trx);
  const ids = rows.map(({ id }) => id);
  await sql`delete from appointment_resource where appointment_id = any(${ids}::uuid[])`.execute(trx);
  await sql`delete from appointment_letter where appointment_id = any(${ids}::uuid[])`.execute(trx);
  await sql`delete from appointment where id = any(${ids}::uuid[])`.execute(trx);
  await sql`delete from joint_booking j where j.id = any(${rows.flatMap(({ jointId }) => jointId ?? [])}::uuid[])
    and not exists (select from appointment b where b.joint_id = j.id)`.execute(trx);
}

/** Nobody has agreed to it: what was agreed to and then cancelled is another state. */
const lapsed = (before: Temporal.Instant) =>
  sql`((a.state = 'expired' and a.changed_at < ${before}::timestamptz) or (a.state = 'held' and a.held_until < ${before}::timestamptz))`;
