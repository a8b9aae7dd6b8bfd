import type { Kysely } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import { recordChange } from '../../identity/service.ts';
import type { By } from '../../identity/types.ts';
import { directoryChanged } from '../events.ts';
import { allOrganisations } from '../organisations/queries.ts';
import { pointOf } from '../points/queries.ts';
import { mayKeep, requireKept } from '../policy.ts';
import { wouldLoop } from '../rules.ts';
import type { BeforeUnitEmptied, Unit } from '../types.ts';
import { allUnits, insertUnit, lockUnit, updateUnit } from './queries.ts';

export async function keptUnits(db: Db, { actor }: By): Promise<Unit[]> {
  const kept = (await allOrganisations(db)).filter((organisation) => mayKeep(actor, organisation)).map(({ id }) => id);
  return (await allUnits(db)).filter((unit) => kept.includes(unit.organisationId));
}

export async function createUnit(db: Kysely<Tables>, by: By, input: Omit<Unit, 'id'>): Promise<Unit> {
  return inTransaction(db, async (trx) => {
    await requireKeptOwner(trx, by, input.organisationId);
    const units = await allUnits(trx);
    if (units.some((unit) => unit.key === input.key)) throw new Conflict('key-taken');
    await checkReferences(trx, units, { id: '', ...input });
    const id = await insertUnit(trx, input);
    await tell(trx, by, 'unit.create', { id, ...input });
    return { id, ...input };
  });
}

/** Closing a unit first moves its open requests, or refuses: Conflict('unit-has-open-requests'). */
export async function changeUnit(
  db: Kysely<Tables>,
  by: By,
  beforeUnitEmptied: BeforeUnitEmptied,
  id: string,
  change: Partial<Omit<Unit, 'id' | 'key' | 'organisationId'>>,
): Promise<Unit> {
  return inTransaction(db, async (trx) => {
    const found = await lockUnit(trx, id);
    await requireKeptOwner(trx, by, found?.organisationId);
    const before = found as Unit;
    const changed = { ...before, ...change };
    await checkReferences(trx, await allUnits(trx), changed);
    if (before.active && !changed.active) await beforeUnitEmptied(trx, changed);
    await updateUnit(trx, changed);
    await tell(trx, by, 'unit.change', changed);
    return changed;
  });
}

async function requireKeptOwner(trx: Trx, by: By, organisationId: string | undefined): Promise<void> {
  requireKept(
    by.actor,
    (await allOrganisations(trx)).find(({ id }) => id === organisationId),
  );
}

async function checkReferences(trx: Trx, units: Unit[], unit: Unit): Promise<void> {
  if (unit.pointId && !(await pointOf(trx, unit.pointId))) throw new Invalid('unknown-reference', { fields: ['pointId'] });
  for (const field of ['successorId', 'escalatesToId'] as const) {
    const target = unit[field];
    if (target && !units.some((other) => other.id === target)) throw new Invalid('unknown-reference', { fields: [field] });
    if (wouldLoop(unit.id, target, (id) => units.find((other) => other.id === id)?.[field])) {
      throw new Invalid('unit-loops', { fields: [field] });
    }
  }
  if (unit.remindMinutes >= unit.answerMinutes) throw new Invalid('reminder-after-due', { fields: ['remindMinutes'] });
}

async function tell(trx: Trx, by: By, action: string, unit: Unit): Promise<void> {
  await recordChange(trx, by, action, unit.id, unit.organisationId);
  await directoryChanged(trx, 'unit', unit.id);
}
