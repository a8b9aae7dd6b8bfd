import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { allOrganisations, mayKeep } from '../../directory/service.ts';
import type { Actor } from '../../identity/types.ts';
import { keepsPoint } from '../../queue/service.ts';

/**
 * What somebody keeps: organisations as their administrator, points as in their set-up for visits. An authority serves at a point where
 * it has a queue, or where a service of its own is given already.
 */
export type Keeping = {
  organisations: ReadonlySet<string>;
  points: ReadonlySet<string>;
  organisationExists(id: string): boolean;
  servesAt(organisationId: string, pointId: string): boolean;
};

type PointRow = { id: string; organisationId: string; serving: string[] };

/** Read anew for each request: a grant that has ended keeps nothing. */
export async function keepingOf(db: Db, actor: Actor): Promise<Keeping> {
  const [organisations, points] = await Promise.all([allOrganisations(db), pointsServed(db)]);
  const byId = new Map(points.map((point) => [point.id, point]));
  return {
    organisations: new Set(organisations.filter((one) => mayKeep(actor, one)).map(({ id }) => id)),
    points: new Set(points.filter((one) => keepsPoint(actor, one)).map(({ id }) => id)),
    organisationExists: (id) => organisations.some((one) => one.id === id),
    servesAt: (organisationId, pointId) => {
      const point = byId.get(pointId);
      return point !== undefined && (point.organisationId === organisationId || point.serving.includes(organisationId));
    },
  };
}

async function pointsServed(db: Db): Promise<PointRow[]> {
  const { rows } = await sql<PointRow>`select p.id, p.organisation_id as "organisationId",
      array(select q.organisation_id from queue q where q.point_id = p.id and q.active
        union select b.organisation_id from bookable b join bookable_place bp on bp.bookable_id = b.id where bp.point_id = p.id and b.active) as serving
    from service_point p`.execute(db);
  return rows;
}

type Given = { organisationId: string; places: readonly { pointId: string }[] };

/** The organisation's administrators; and who keeps every point at which the service is given, when it is given nowhere else. */
export const keepsBookable = ({ organisations, points }: Keeping, { organisationId, places }: Given): boolean =>
  organisations.has(organisationId) || (places.length > 0 && places.every(({ pointId }) => points.has(pointId)));

/** Who keeps one of its points sees what is booked there. */
export const seesBookable = (keeping: Keeping, it: Given): boolean =>
  keepsBookable(keeping, it) || it.places.some(({ pointId }) => keeping.points.has(pointId));

type Placed = { organisationId: string; pointId: string | null };

export const keepsResource = ({ organisations, points }: Keeping, { organisationId, pointId }: Placed): boolean =>
  organisations.has(organisationId) || (pointId !== null && points.has(pointId));

/** A point one keeps, or one at which the organisation one keeps serves. */
export const mayPlace = (keeping: Keeping, organisationId: string, pointId: string): boolean =>
  keeping.points.has(pointId) || (keeping.organisations.has(organisationId) && keeping.servesAt(organisationId, pointId));

/** @throws NotFound: what others keep does not exist; Forbidden for what one sees at one's point */
export function requireKeepsBookable(keeping: Keeping, it: Given | undefined): asserts it is Given {
  if (!it || !seesBookable(keeping, it)) throw new NotFound();
  if (!keepsBookable(keeping, it)) throw new Forbidden();
}

/** @throws NotFound */
export function requireKeepsResource(keeping: Keeping, it: Placed | undefined): asserts it is Placed {
  if (!it || !keepsResource(keeping, it)) throw new NotFound();
}
