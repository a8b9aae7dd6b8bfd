import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { nameIn } from '../../directory/service.ts';
import { sightOf } from '../policy.ts';
import type { Call, Desk } from '../types.ts';
import { visibleDocument } from './policy.ts';

type Left = { title: string; pointId: string | null; place: string; organisationId: string };

/**
 * The papers of a matter that are still to be handed on or given back, as the caller may see them: what is with a desk or on a way, and
 * what an authority has that is to go back to the customer. @returns each in words: what, and where
 */
export async function papersLeft(desk: Desk, trx: Trx, call: Call, matterId: string): Promise<string[]> {
  const sight = sightOf(call.actor);
  const found = await sql<Left>`select d.title, d.point_id as "pointId",
      case when d.owner_org = any(${sight.own}::uuid[]) or d.state <> 'here' then d.place else '' end as place,
      case d.state when 'to-keeper' then d.next_org when 'here' then d.owner_org else coalesce(d.organisation_id, d.owner_org) end as "organisationId"
    from document d where d.matter_id = ${matterId}::uuid and ${visibleDocument(sight)}
      and (d.state in ('here', 'on-way', 'coming-back', 'to-keeper') or (d.state = 'with-authority' and d.return_by is not null))
    order by d.arrived_at, d.id limit 50`.execute(trx);
  const { organisations, points } = await desk.directory.read();
  const nameOf = (all: readonly { id: string; name: Parameters<typeof nameIn>[0] }[], id: string | null) => {
    const one = all.find((each) => each.id === id);
    return one ? nameIn(one.name, call.actor.language) : '';
  };
  return found.rows.map(({ title, pointId, place, organisationId }) => {
    const where = [nameOf(points, pointId) || nameOf(organisations, organisationId), place].filter(Boolean).join(', ');
    return where ? `${title}: ${where}` : title;
  });
}
