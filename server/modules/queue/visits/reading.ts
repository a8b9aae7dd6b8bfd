import { sql } from 'kysely';
import { NotFound } from '../../../platform/errors.ts';
import type { By } from '../../identity/types.ts';
import { matterInSight } from '../../matters/reading/service.ts';
import { requireWorksAt, seesNeeds } from '../policy.ts';
import type { Floor } from '../types.ts';
import { pointWithQueues } from './queries.ts';
import type { VisitPage } from './schema.ts';

/** A visit is looked at while it lasts, and as long as it is still being written about. */
const HOURS_AFTER = 12;

/**
 * A visit so far. To which other authorities the visitor has been is for the point's own people: an authority's specialist sees what
 * waits or is served now, as the board shows it, and the authority's own part.
 * @throws NotFound for a visit of another point, or of an earlier day
 */
export async function readVisit(floor: Pick<Floor, 'db' | 'clock'>, by: By, visitId: string): Promise<VisitPage> {
  const found = await findWithSteps(floor, visitId);
  const point = found && (await pointWithQueues(floor.db, found.pointId));
  requireWorksAt(by.actor, point);
  if (!found) throw new NotFound();
  const { matterId, needs, steps, ...visit } = found;
  const isMet = steps.some(({ state, organisationId }) => isOpen(state) && seesNeeds(by.actor, point, organisationId));
  const isOver = !steps.some(({ state }) => isOpen(state));
  const isOurs = (organisationId: string) => seesNeeds(by.actor, point, organisationId);
  return {
    ...visit,
    needs: isMet || (isOver && steps.some(({ organisationId }) => isOurs(organisationId))) ? needs : null,
    matter: (matterId && (await matterInSight(floor.db, by.actor, matterId))) || null,
    steps: steps.map(({ organisationId, ...step }) => {
      if (isOurs(organisationId)) return step;
      return {
        ...step,
        queueId: isOpen(step.state) ? step.queueId : null,
        counter: isOpen(step.state) ? step.counter : null,
        contactId: null,
      };
    }),
  };
}

const isOpen = (state: string) => ['planned', 'waiting', 'called', 'serving', 'parked'].includes(state);

type Step = VisitPage['steps'][number];
type Found = Omit<VisitPage, 'matter' | 'steps' | 'needs'> & {
  matterId: string | null;
  needs: string[];
  steps: (Step & { organisationId: string })[];
};

async function findWithSteps({ db, clock }: Pick<Floor, 'db' | 'clock'>, visitId: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`select v.id, v.point_id as "pointId", v.code, v.came_by as "cameBy", iso(v.arrived_at) as "arrivedAt",
      iso(v.ended_at) as "endedAt", v.language, v.needs, v.matter_id as "matterId",
      (select jsonb_agg(jsonb_build_object('id', s.id, 'queueId', s.queue_id, 'organisationId', q.organisation_id, 'state', s.state, 'byChain', s.by_chain,
          'joinedAt', iso(s.joined_at), 'calledAt', iso(s.called_at), 'servingAt', iso(s.serving_at), 'endedAt', iso(s.ended_at), 'counter', c.name,
          'contactId', s.contact_id) order by s.position)
        from visit_step s join queue q on q.id = s.queue_id left join counter c on c.id = s.counter_id where s.visit_id = v.id) as steps
    from visit v where v.id = ${visitId}::uuid
      and (v.ended_at is null or v.ended_at > ${clock.now().subtract({ hours: HOURS_AFTER })}::timestamptz)`.execute(db);
  return rows[0];
}
