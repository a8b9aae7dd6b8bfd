import { sql } from 'kysely';
import type { Db } from '../../platform/db/transaction.ts';
import type { PublishedEvent } from '../../platform/events/event.ts';
import type { Derivation } from '../../platform/live/derivation.ts';
import type { Actor } from '../identity/types.ts';
import { type MatterEventFacts, matterEvents } from './events.ts';
import { askedRoles, rolesThatKeep } from './policy.ts';

/** Every desk follows these: something in a list, among support requests, mappings or papers, that it may see has changed. */
export const listTopics = ['matters:all', 'requests:all', 'mappings:all', 'documents:all', 'orders:all'] as const;

/** The matter itself and the lists it may stand in; the browser fetches again what it shows. */
export const matterLive: Derivation<Actor> = {
  types: matterEvents,
  derive(event) {
    const id = event.subject as string;
    const mappingId = factsOf(event).mappingId;
    // Each answer of a mapping is an event: the lists of matters are not fetched again for it.
    if (mappingId) return [{ topic: 'mappings:all', id: mappingId }];
    const lists = event.type === 'presence.changed' ? [] : [{ topic: 'matters:all', id }];
    if (event.type === 'order.changed')
      return [
        { topic: `matter:${id}`, id },
        { topic: 'orders:all', id },
      ];
    const { requestId, documentId } = factsOf(event);
    const ofRequest = requestId ? [{ topic: 'requests:all', id: requestId }] : [];
    const ofDocument = documentId || decidesOfPapers.has(event.type) ? [{ topic: 'documents:all', id: documentId ?? id }] : [];
    return [{ topic: `matter:${id}`, id }, ...lists, ...ofRequest, ...ofDocument];
  },
  audience: thoseWhoSee,
};

/** Papers are to follow a matter that has moved; of those of a need that is shared no more an authority sees what it has, and only that. */
const decidesOfPapers = new Set<string>(['matter.handed-over', 'need.shared', 'need.unshared']);

function factsOf(event: PublishedEvent): MatterEventFacts {
  return event.data as MatterEventFacts;
}

/**
 * Asked once per event for all who follow it, by the grants their sessions have at this moment: keepers of the owning organisation, and
 * those the event's need is shared with. An event without a need, and presence, is the keepers' alone; revoking a share still tells the
 * one who lost it, so that the desk fetches and finds nothing.
 */
async function thoseWhoSee(db: Db, callers: readonly Actor[], event: PublishedEvent): Promise<readonly Actor[]> {
  const { ownerOrg, needId, toOrg } = factsOf(event);
  const seen = await sql<{ session_id: string }>`
    select distinct s.id as session_id from staff_session s
      join person p on p.id = s.person_id and p.disabled_at is null
      join person_grant g on g.person_id = p.id and g.revoked_at is null and (g.point_id is null or g.point_id = s.point_id)
        and g.valid_from <= current_date and (g.valid_until is null or g.valid_until > current_date)
    where s.id = any(${callers.map((caller) => caller.sessionId)}::uuid[]) and s.ended_at is null
      and ((g.organisation_id = ${ownerOrg}::uuid and g.role = any(${rolesThatKeep}))
        or (g.role = any(${askedRoles}) and g.organisation_id = ${toOrg ?? null}::uuid)
        or (g.role = any(${askedRoles}) and exists (select 1 from share x where x.need_id = ${needId ?? null}::uuid
          and x.organisation_id = g.organisation_id and x.revoked_at is null and (x.until is null or x.until > now()))))`.execute(db);
  const sessions = new Set(seen.rows.map((row) => row.session_id));
  return callers.filter((caller) => sessions.has(caller.sessionId));
}
