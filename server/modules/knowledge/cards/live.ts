import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { PublishedEvent } from '../../../platform/events/event.ts';
import type { Derivation } from '../../../platform/live/derivation.ts';
import type { Actor } from '../../identity/types.ts';
import { keepingRoles } from '../policy.ts';
import { CARD_CHANGED, type CardChanged } from './events.ts';

/** Every desk follows it: a card one may read has changed, or one that one keeps has something to do. */
export const cardTopics = ['cards:all'] as const;

export const cardLive: Derivation<Actor> = {
  types: [CARD_CHANGED],
  derive: (event) => [{ topic: 'cards:all', id: event.subject as string }],
  audience: thoseWhoRead,
};

/** Its keepers are those who are so by the grants they have now. */
async function thoseWhoRead(db: Db, callers: readonly Actor[], event: PublishedEvent): Promise<readonly Actor[]> {
  const { ownerOrg, told } = event.data as CardChanged;
  if (told === 'staff') return callers;
  const found = await sql<{ id: string }>`
    select distinct s.id from staff_session s join person p on p.id = s.person_id and p.disabled_at is null
      join person_grant g on g.person_id = p.id and g.revoked_at is null and g.valid_from <= current_date and (g.valid_until is null or g.valid_until > current_date)
    where s.id = any(${callers.map((caller) => caller.sessionId)}::uuid[]) and s.ended_at is null
      and g.organisation_id = ${ownerOrg}::uuid and g.role = any(${keepingRoles}::text[])`.execute(db);
  const sessions = new Set(found.rows.map((row) => row.id));
  return callers.filter((caller) => sessions.has(caller.sessionId));
}
