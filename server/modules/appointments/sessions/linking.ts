import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Actor } from '../../identity/types.ts';
import { pointWithQueues } from '../../queue/service.ts';
import { isOn } from '../booking/meeting-link.ts';
import { appointmentChanged, jointChanged } from '../events.ts';
import type { AppointmentState } from '../types.ts';
import { mayLead } from './policy.ts';

/** Whether the appointment is the house's own of a meeting of many, and the actor may arrange that. */
export async function leadsMeetingOf(db: Db, actor: Actor, houseId: string): Promise<boolean> {
  const { rows } = await sql<{ ownerOrg: string; pointId: string | null }>`select owner_org as "ownerOrg", point_id as "pointId"
    from booking_session where house_id = ${houseId}::uuid`.execute(db);
  const [meeting] = rows;
  return meeting !== undefined && mayLead(actor, meeting, meeting.pointId ? await pointWithQueues(db, meeting.pointId) : undefined);
}

/** Who meets by the video call: one customer, all who come to a meeting of many, or to one of a course that has others still to be held. */
export async function whoMeets(db: Db, id: string, now: Temporal.Instant): Promise<'customer' | 'meeting' | 'course'> {
  const { rows } = await sql`select from booking_session where house_id = ${id}::uuid`.execute(db);
  if (rows.length === 0) return 'customer';
  return (await othersOfCourse(db, id, now)).length > 0 ? 'course' : 'meeting';
}

/** The houses of the other meetings of its course that are still to be held; of any other appointment none. */
export async function othersOfCourse(db: Db, houseId: string, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select o.house_id as id from booking_session s join booking_session o on o.series_id = s.series_id and o.id <> s.id
    where s.house_id = ${houseId}::uuid and o.way = 'remote' and o.cancelled_at is null and o.ends_at > ${now}::timestamptz`.execute(db);
  return rows.map(({ id }) => id);
}

type Place = { id: string; jointId: string | null; state: AppointmentState };

/** Everyone who has a place there is told that their page has another link; of a course once, however many of its meetings have it. */
export async function tellOfLink(trx: Trx, houseIds: readonly string[], now: Temporal.Instant): Promise<void> {
  // Whoever is just confirming is waited for, in the order of the key.
  const { rows } =
    await sql<Place>`select a.id, a.joint_id as "jointId", a.state from appointment a join booking_session s on s.id = a.session_id
    where s.house_id = any(${houseIds}::uuid[]) and a.state in ('held', 'confirmed', 'arrived') order by a.id for no key update of a`.execute(
      trx,
    );
  const places = rows.filter(({ state }) => isOn(state));
  const single = places.flatMap(({ id, jointId }) => (jointId ? [] : id));
  for (const { id, version } of await nextVersions(trx, single, now))
    await appointmentChanged(trx, id, { change: 'linked', version, byStaff: true });
  for (const id of [...new Set(places.flatMap(({ jointId }) => jointId ?? []))].sort())
    await jointChanged(trx, id, { change: 'linked', version: await nextVersionOfJoint(trx, id), byStaff: true });
}

/** The calendar entry stays as it is: its sequence too. */
async function nextVersions(trx: Trx, ids: readonly string[], now: Temporal.Instant): Promise<{ id: string; version: number }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; version: number }>`update appointment set version = version + 1, changed_at = ${now}::timestamptz
    where id = any(${ids}::uuid[]) returning id, version`.execute(trx);
  return rows;
}

async function nextVersionOfJoint(trx: Trx, id: string): Promise<number> {
  const { rows } = await sql<{
    version: number;
  }>`update joint_booking set version = version + 1 where id = ${id}::uuid returning version`.execute(trx);
  return (rows[0] as { version: number }).version;
}
