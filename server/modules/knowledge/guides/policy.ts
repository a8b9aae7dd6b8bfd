import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../identity/types.ts';
import { approvedBy, keptBy } from '../policy.ts';

/** Who reads, as the questions to the database know them. */
export type Reader = { personId: string; kept: readonly string[]; approves: readonly string[]; points: readonly string[]; grants: string };

export function readerOf(actor: Actor): Reader {
  const granted = actor.grants.flatMap(({ pointId }) => pointId ?? []);
  return {
    personId: actor.personId,
    kept: keptBy(actor),
    approves: approvedBy(actor),
    points: [...new Set([...(actor.pointId ? [actor.pointId] : []), ...granted])],
    grants: JSON.stringify(actor.grants.map(({ role, organisationId, pointId }) => ({ role, org: organisationId, point: pointId }))),
  };
}

/** Over `guide g`: those whose drafts, history and tasks exist for the reader. */
export const keeps = ({ kept }: Reader): RawBuilder<boolean> => sql`(g.owner_org = any(${kept}::uuid[]))`;

/**
 * Over `guide g`: whom a version's content concerns. One grant has to fit both the organisation and the role. A point is reached by who sits or has a
 * grant there, and by people of the owning organisation whose work is not bound to one point.
 */
export const reaches = (content: RawBuilder<unknown>, { points, grants }: Reader): RawBuilder<boolean> => sql`exists (
  select from jsonb_to_recordset(${grants}::jsonb) as h (role text, org text, point text)
  where (${content} -> 'organisations' = '[]' or ${content} -> 'organisations' ? h.org)
    and (${content} -> 'roles' = '[]' or ${content} -> 'roles' ? h.role)
    and (${content} -> 'points' = '[]' or ${content} -> 'points' ?| ${points}::text[] or (h.point is null and h.org = g.owner_org::text)))`;

/** Over `guide g` and its published version `p`: read by those it concerns while it is in use, and by those who keep it. */
export const readable = (reader: Reader): RawBuilder<boolean> =>
  sql`(${keeps(reader)} or (g.retired_at is null and p.number is not null and ${reaches(sql`p.content`, reader)}))`;
