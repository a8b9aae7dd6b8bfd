import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { changeMeetingRoom } from '../../queue/service.ts';

/** Where whoever comes to the meeting is sent: the room it has taken as it is called, or ''. Null: no meeting of many. */
export async function meetingRoomOf(db: Db, sessionId: string | null): Promise<string | null> {
  if (!sessionId) return null;
  const { rows } = await sql<{ room: string }>`select ${roomOf} as room from booking_session s where s.id = ${sessionId}::uuid`.execute(db);
  return rows[0]?.room ?? '';
}

/** The meetings of this house, or those to come in this room, may be elsewhere now or in a room of another name: who is expected is sent there. */
export async function leadToRooms(trx: Trx, which: { houseId: string } | { roomId: string }, now: Temporal.Instant): Promise<void> {
  const theirs =
    'houseId' in which
      ? sql`s.house_id = ${which.houseId}::uuid`
      : sql`s.house_id in (select x.appointment_id from appointment_resource x where x.resource_id = ${which.roomId}::uuid and x.live)`;
  const { rows } = await sql<{ room: string; expectedIds: string[] }>`select ${roomOf} as room,
      array(select a.expected_id from appointment a where a.session_id = s.id and a.expected_id is not null order by 1) as "expectedIds"
    from booking_session s where ${theirs} and s.cancelled_at is null and s.ends_at > ${now}::timestamptz order by s.id`.execute(trx);
  for (const { room, expectedIds } of rows) await changeMeetingRoom(trx, expectedIds, room);
}

const roomOf = sql`coalesce((select string_agg(r.name, ', ' order by r.name) from appointment_resource ar
  join resource r on r.id = ar.resource_id and r.kind = 'room' and r.name <> '' where ar.appointment_id = s.house_id and ar.live), '')`;
