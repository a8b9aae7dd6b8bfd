import { inTransaction, type Trx } from '../../platform/db/transaction.ts';
import { Conflict } from '../../platform/errors.ts';
import { lockUnit } from '../directory/service.ts';
import { recordChange } from '../identity/service.ts';
import type { By } from '../identity/types.ts';
import { leftUnits, PERSON_CHANGED, personEvent } from './events.ts';
import { addMember, handOnBeforeLeaving, removeMember } from './members.ts';
import { requireAdministered } from './policy.ts';
import { lockPerson } from './queries.ts';
import type { Person } from './schema.ts';
import { requirePerson } from './sight.ts';
import type { PeopleContext } from './types.ts';

/** @throws Conflict('no-grant-in-organisation' | 'unit-not-active') */
export async function joinUnit(context: PeopleContext, by: By, personId: string, unitId: string): Promise<Person> {
  return inTransaction(context.db, async (trx) => {
    await lockPerson(trx, personId);
    const person = await requirePerson(trx, by, personId);
    const unit = await lockUnit(trx, unitId);
    requireAdministered(by.actor, unit?.organisationId);
    if (!unit?.active) throw new Conflict('unit-not-active');
    if (!person.grants.some((grant) => grant.organisationId === unit.organisationId)) throw new Conflict('no-grant-in-organisation');
    await addMember(trx, unitId, personId);
    return tell(trx, by, 'unit.join', personId, unit.organisationId);
  });
}

/** @throws Conflict('unit-has-open-requests') when nobody would be left for the unit's open requests */
export async function leaveUnit(context: PeopleContext, by: By, personId: string, unitId: string): Promise<Person> {
  return inTransaction(context.db, async (trx) => {
    await lockPerson(trx, personId);
    await requirePerson(trx, by, personId);
    const unit = await lockUnit(trx, unitId);
    requireAdministered(by.actor, unit?.organisationId);
    await leaveUnits(trx, context, personId, [unitId]);
    return tell(trx, by, 'unit.leave', personId, unit?.organisationId);
  });
}

export async function leaveUnits(trx: Trx, { beforeUnitEmptied }: PeopleContext, personId: string, unitIds: string[]): Promise<void> {
  await handOnBeforeLeaving(trx, unitIds, personId, beforeUnitEmptied);
  for (const unitId of unitIds) await removeMember(trx, unitId, personId);
  await leftUnits(trx, personId, unitIds);
}

async function tell(trx: Trx, by: By, action: string, personId: string, organisationId: string | undefined): Promise<Person> {
  await recordChange(trx, by, action, personId, organisationId);
  await personEvent(trx, PERSON_CHANGED, personId);
  return requirePerson(trx, by, personId);
}
