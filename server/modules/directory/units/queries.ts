import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Unit } from '../types.ts';

const columns = [
  'id',
  'key',
  'organisation_id as organisationId',
  'point_id as pointId',
  'name',
  'tier',
  'opening',
  'answer_minutes as answerMinutes',
  'remind_minutes as remindMinutes',
  'successor_id as successorId',
  'escalates_to_id as escalatesToId',
  'active',
] as const;

export async function allUnits(db: Db): Promise<Unit[]> {
  return db.selectFrom('unit').select(columns).orderBy('key').$castTo<Unit>().execute();
}

export async function findUnit(db: Db, id: string): Promise<Unit | undefined> {
  return db.selectFrom('unit').select(columns).where('id', '=', id).$castTo<Unit>().executeTakeFirst();
}

export async function lockUnit(trx: Trx, id: string): Promise<Unit | undefined> {
  return trx.selectFrom('unit').select(columns).where('id', '=', id).forUpdate().$castTo<Unit>().executeTakeFirst();
}

export async function insertUnit(trx: Trx, unit: Omit<Unit, 'id'>): Promise<string> {
  const { id } = await trx
    .insertInto('unit')
    .values({ key: unit.key, organisation_id: unit.organisationId, ...detailColumns(unit) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateUnit(trx: Trx, unit: Unit): Promise<void> {
  await trx.updateTable('unit').set(detailColumns(unit)).where('id', '=', unit.id).execute();
}

function detailColumns(unit: Omit<Unit, 'id'>) {
  return {
    point_id: unit.pointId,
    name: JSON.stringify(unit.name),
    tier: unit.tier,
    opening: JSON.stringify(unit.opening),
    answer_minutes: unit.answerMinutes,
    remind_minutes: unit.remindMinutes,
    successor_id: unit.successorId,
    escalates_to_id: unit.escalatesToId,
    active: unit.active,
  };
}
