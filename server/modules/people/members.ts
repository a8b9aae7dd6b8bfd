import type { Db, Trx } from '../../platform/db/transaction.ts';
import { lockUnit } from '../directory/service.ts';
import type { BeforeUnitEmptied } from '../directory/types.ts';

/** Whether the person serves in the unit and can act. */
export async function hasMember(db: Db, unitId: string, personId: string): Promise<boolean> {
  return (await ableMembers(db, unitId)).includes(personId);
}

/** The people of the unit who are not disabled. */
export async function ableMembers(db: Db, unitId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('unit_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('m.person_id as personId')
    .where('m.unit_id', '=', unitId)
    .where('p.disabled_at', 'is', null)
    .execute();
  return rows.map((row) => row.personId);
}

export async function unitsOf(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('unit_member')
    .select('unit_id as unitId')
    .where('person_id', '=', personId)
    .orderBy('unit_id')
    .execute();
  return rows.map((row) => row.unitId);
}

export async function addMember(trx: Trx, unitId: string, personId: string): Promise<void> {
  await trx
    .insertInto('unit_member')
    .values({ unit_id: unitId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeMember(trx: Trx, unitId: string, personId: string): Promise<void> {
  await trx.deleteFrom('unit_member').where('unit_id', '=', unitId).where('person_id', '=', personId).execute();
}

/**
 * Before this person leaves the units: one that would be left without anybody able hands on its open requests, or throws
 * Conflict('unit-has-open-requests'). The units are locked in the order of their ids, so that the last two cannot leave at once.
 */
export async function handOnBeforeLeaving(
  trx: Trx,
  unitIds: string[],
  personId: string,
  beforeUnitEmptied: BeforeUnitEmptied,
): Promise<void> {
  for (const unitId of unitIds.toSorted()) {
    const unit = await lockUnit(trx, unitId);
    const others = (await ableMembers(trx, unitId)).filter((member) => member !== personId);
    if (unit && others.length === 0) await beforeUnitEmptied(trx, unit);
  }
}
