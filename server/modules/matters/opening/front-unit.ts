import { keeperOrganisations } from '../policy.ts';
import type { PromisingUnit } from '../promise.ts';
import type { Call, Desk } from '../types.ts';

/** The caller's own front-office unit: of the point they sit at today when they have one there. */
export async function frontUnitOf(desk: Desk, { actor }: Call): Promise<PromisingUnit | undefined> {
  const { units } = await desk.directory.read();
  const kept = keeperOrganisations(actor);
  const own = units.filter((unit) => unit.tier === 1 && actor.unitIds.includes(unit.id) && kept.includes(unit.organisationId));
  return own.find((unit) => unit.pointId === actor.pointId) ?? own[0];
}
