import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor, Role } from '../../../identity/types.ts';
import { type PointOfQueues, worksAt } from '../../../queue/service.ts';
import { type Keeping, keepingOf, keepsResource } from '../../capacity/keeping.ts';
import type { ResourceKind } from '../../capacity/types.ts';

const serving: readonly Role[] = [
  'service-advisor',
  'receptionist',
  'authority-specialist',
  'digital-support-advisor',
  'point-manager',
  'administrator',
];

/** What somebody sees of the calendars. `here`: the point at which they work today; `own`: for the point itself, not for an authority there. */
export type Sight = {
  personId: string;
  organisations: ReadonlySet<string>;
  keeping: Keeping;
  here: { pointId: string; own: boolean } | null;
};

/** Whose calendars somebody sees: those they keep, those of organisations they serve for, and of the point where they work today. */
export async function sightOf(db: Db, actor: Actor): Promise<Sight> {
  const [keeping, point] = await Promise.all([keepingOf(db, actor), actor.pointId ? pointOf(db, actor.pointId) : undefined]);
  const organisations = new Set(actor.grants.filter(({ role }) => serving.includes(role)).map(({ organisationId }) => organisationId));
  const here = point && worksAt(actor, point) ? { pointId: point.id, own: organisations.has(point.organisationId) } : null;
  return { personId: actor.personId, organisations, keeping, here };
}

async function pointOf(db: Db, pointId: string): Promise<PointOfQueues | undefined> {
  const { rows } = await sql<PointOfQueues>`select p.id, p.organisation_id as "organisationId",
      array(select q.organisation_id from queue q where q.point_id = p.id and q.active
        union select b.organisation_id from bookable b join bookable_place bp on bp.bookable_id = b.id where bp.point_id = p.id and b.active) as "queueOrganisations"
    from service_point p where p.id = ${pointId}::uuid`.execute(db);
  return rows[0];
}

/** Whose day at the point is seen, though not of whom it consists. */
export const seesPoint = ({ here, keeping }: Sight, pointId: string): boolean => here?.pointId === pointId || keeping.points.has(pointId);

type Booked = { ownerOrg: string; pointId: string | null };

/** Who is booked is for the organisation that serves them and for the point's own people; for the others the time is taken. */
export const seesCustomer = ({ organisations, here, keeping }: Sight, { ownerOrg, pointId }: Booked): boolean =>
  organisations.has(ownerOrg) || (pointId !== null && (keeping.points.has(pointId) || (here?.own === true && here.pointId === pointId)));

export type Seen = { kind: ResourceKind; personId: string | null; organisationId: string; pointId: string | null };

export const seesCalendar = (sight: Sight, one: Seen, pointIds: readonly string[]): boolean =>
  isOwn(sight, one) || sight.organisations.has(one.organisationId) || pointIds.some((id) => seesPoint(sight, id));

/** One's own time, a colleague's, what one keeps, and the rooms of the point one works for. */
export const arranges = (sight: Sight, one: Seen): boolean =>
  isOwn(sight, one) ||
  sight.organisations.has(one.organisationId) ||
  keepsResource(sight.keeping, one) ||
  (one.kind !== 'person' && sight.here?.own === true && one.pointId === sight.here.pointId);

export const isOwn = ({ personId }: Sight, one: Seen): boolean => one.personId === personId;

/** @throws NotFound: for whoever may not change it, it is not there */
export function requireArranges(sight: Sight, one: Seen | undefined): asserts one is Seen {
  if (!one || !arranges(sight, one)) throw new NotFound();
}

export const servesCustomers = ({ grants }: Actor): boolean => grants.some(({ role }) => serving.includes(role));
