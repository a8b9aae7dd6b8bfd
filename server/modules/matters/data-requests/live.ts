import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { PublishedEvent } from '../../../platform/events/event.ts';
import type { Derivation } from '../../../platform/live/derivation.ts';
import type { Actor } from '../../identity/types.ts';
import { type DataRequestFacts, dataRequestEvents } from './events.ts';
import { answeringRoles } from './policy.ts';

export const dataRequestTopic = 'data-requests:all';

/** For those who answer for the organisation's records: something has come, is due or has been answered. */
export const dataRequestLive: Derivation<Actor> = {
  types: dataRequestEvents,
  derive: ({ subject }) => (subject ? [{ topic: dataRequestTopic, id: subject }] : []),
  audience: thoseWhoAnswer,
};

async function thoseWhoAnswer(db: Db, callers: readonly Actor[], event: PublishedEvent): Promise<readonly Actor[]> {
  const { ownerOrg } = event.data as DataRequestFacts;
  const found = await sql<{ session_id: string }>`select distinct s.id as session_id from staff_session s
      join person p on p.id = s.person_id and p.disabled_at is null
      join person_grant g on g.person_id = p.id and g.revoked_at is null and (g.point_id is null or g.point_id = s.point_id)
        and g.valid_from <= current_date and (g.valid_until is null or g.valid_until > current_date)
    where s.id = any(${callers.map(({ sessionId }) => sessionId)}::uuid[]) and s.ended_at is null
      and g.organisation_id = ${ownerOrg}::uuid and g.role = any(${answeringRoles})`.execute(db);
  const sessions = new Set(found.rows.map((row) => row.session_id));
  return callers.filter(({ sessionId }) => sessions.has(sessionId));
}
