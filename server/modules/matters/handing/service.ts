import { sql } from 'kysely';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import { findUnit } from '../../directory/service.ts';
import { noteHappening } from '../happenings.ts';
import { lockToStore } from '../locking.ts';
import { promiseOf } from '../promise.ts';
import { refuseRestricted } from '../restriction.ts';
import type { HandOverInput } from '../schema.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { hasMember, keepSight, moveMatter, unsharedNeeds } from './queries.ts';

/**
 * Hands a matter to another unit or person, with everything known and the original arrival time kept (hallintolaki 21 §). To another
 * organisation only what has been disclosed goes along: every open need must be shared with it first, and the one who hands over
 * goes on seeing what was theirs.
 * @throws Conflict `unit-not-active`, `share-needed`, `processing-restricted` to another organisation; Invalid `not-in-unit`
 */
export async function handOver(desk: Desk, call: Call, matterId: string, input: HandOverInput): Promise<void> {
  await inTransaction(desk.db, async (trx) => handOverLocked(desk, trx, call, await lockToStore(trx, call, matterId), input));
}

/** The same of a matter that is locked already, inside a caller's transaction. */
export async function handOverLocked(desk: Desk, trx: Trx, call: Call, matter: LockedMatter, input: HandOverInput): Promise<void> {
  const unit = await findUnit(trx, input.unitId);
  if (!unit?.active) throw new Conflict('unit-not-active');
  if (input.personId && !(await hasMember(trx, unit.id, input.personId))) throw new Invalid('not-in-unit', { fields: ['personId'] });
  if (unit.organisationId !== matter.owner_org) await refuseUndisclosed(trx, call, matter, unit.organisationId);
  await moveMatter(trx, matter.id, { ...unit, personId: input.personId ?? null, dueAt: promiseOf(unit, desk.clock.now()) });
  await noteHappening(trx, {
    matterId: matter.id,
    ownerOrg: matter.owner_org,
    kind: 'handed-over',
    personId: call.actor.personId,
    about: { fromUnitId: matter.unit_id, toUnitId: unit.id, toPersonId: input.personId ?? null, note: input.note },
  });
  await traceHandOver(trx, call, matter, unit);
}

async function refuseUndisclosed(trx: Trx, call: Call, matter: LockedMatter, toOrg: string): Promise<void> {
  await refuseRestricted(trx, matter.id);
  if ((await unsharedNeeds(trx, matter, toOrg)) > 0) throw new Conflict('share-needed');
  await keepSight(trx, matter, call.actor.personId);
}

async function traceHandOver(trx: Trx, call: Call, matter: LockedMatter, unit: { id: string; organisationId: string }): Promise<void> {
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: 'matter.handed-over',
    subjects: [unit.id],
    event: 'matter.handed-over',
    facts: { ownerOrg: matter.owner_org, toOrg: unit.organisationId, unitIds: [matter.unit_id, unit.id] },
  });
}

/** Takes a matter that is nobody's, or a colleague's, to oneself: the first to come gets it, the second is told. */
export async function takeMatter(desk: Desk, call: Call, matterId: string, expectedPersonId: string | null): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockToStore(trx, call, matterId);
    if (matter.person_id !== expectedPersonId) throw new Conflict('taken-already');
    await sql`update matter set person_id = ${call.actor.personId}::uuid, version = version + 1 where id = ${matterId}::uuid`.execute(trx);
    await leaveTrace(trx, call, {
      matterId,
      customerId: matter.customer_id,
      action: 'matter.taken',
      event: 'matter.changed',
      facts: { ownerOrg: matter.owner_org, unitIds: [matter.unit_id], personIds: [call.actor.personId] },
    });
  });
}
