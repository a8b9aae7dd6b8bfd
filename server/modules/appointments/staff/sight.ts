import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Actor } from '../../identity/types.ts';
import { keptOf } from '../../matters/reading/service.ts';
import { servesFor } from '../../queue/service.ts';

/** By what it is decided who sees whose time it is. */
export type Placed = {
  ownerOrg: string;
  pointId: string | null;
  /** Who keeps the point. */
  pointOrg: string | null;
  bookedBy: string | null;
  matterId: string | null;
};

/**
 * Whose time it is, is for those who serve for the organisation it is with, the point's own people where they sit, whoever booked it and
 * those who keep its matter. For others somebody is expected, and no more.
 */
export function seesAppointment(actor: Actor, one: Placed, keptMatters: ReadonlySet<string>): boolean {
  if (servesFor(actor, [one.ownerOrg])) return true;
  if (one.pointId && one.pointOrg && actor.pointId === one.pointId && servesFor(actor, [one.pointOrg])) return true;
  if (one.bookedBy === actor.personId && servesFor(actor)) return true;
  return one.matterId !== null && keptMatters.has(one.matterId);
}

/** Those of which the reader may know whose they are. */
export async function inSight<T extends Placed>(db: Db, actor: Actor, rows: readonly T[]): Promise<T[]> {
  const kept = await keptOf(
    db,
    actor,
    rows.flatMap(({ matterId }) => matterId ?? []),
  );
  return rows.filter((row) => seesAppointment(actor, row, kept));
}

/** @throws NotFound for one out of sight: it does not exist for others */
export async function requireSight(db: Db, actor: Actor, id: string): Promise<Placed> {
  const { rows } = await sql<Placed>`select a.owner_org as "ownerOrg", a.point_id as "pointId", p.organisation_id as "pointOrg",
      a.booked_by as "bookedBy", a.matter_id as "matterId"
    from appointment a left join service_point p on p.id = a.point_id
    where a.id = ${id}::uuid and a.state <> 'held' and a.state <> 'expired'`.execute(db);
  const [one] = rows;
  if (!one) throw new NotFound();
  const kept = one.matterId ? await keptOf(db, actor, [one.matterId]) : new Set<string>();
  if (!seesAppointment(actor, one, kept)) throw new NotFound();
  return one;
}
