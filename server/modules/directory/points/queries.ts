import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { ServicePoint } from '../types.ts';

const columns = [
  'id',
  'key',
  'organisation_id as organisationId',
  'name',
  'type_label as typeLabel',
  'mobile',
  'street',
  'postal_code as postalCode',
  'city',
  'phone',
  'zone',
  'opening',
  'valid_from as validFrom',
  'valid_until as validUntil',
] as const;

export async function allPoints(db: Db): Promise<ServicePoint[]> {
  return db.selectFrom('service_point').select(columns).orderBy('key').$castTo<ServicePoint>().execute();
}

export async function pointOf(db: Db, id: string): Promise<ServicePoint | undefined> {
  return db.selectFrom('service_point').select(columns).where('id', '=', id).$castTo<ServicePoint>().executeTakeFirst();
}

export async function lockPoint(trx: Trx, id: string): Promise<ServicePoint | undefined> {
  return trx.selectFrom('service_point').select(columns).where('id', '=', id).forUpdate().$castTo<ServicePoint>().executeTakeFirst();
}

export async function insertPoint(trx: Trx, point: Omit<ServicePoint, 'id'>): Promise<string> {
  const { id } = await trx
    .insertInto('service_point')
    .values({ key: point.key, organisation_id: point.organisationId, ...detailColumns(point) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePoint(trx: Trx, point: ServicePoint): Promise<void> {
  await trx.updateTable('service_point').set(detailColumns(point)).where('id', '=', point.id).execute();
}

function detailColumns(point: Omit<ServicePoint, 'id'>) {
  return {
    name: JSON.stringify(point.name),
    type_label: JSON.stringify(point.typeLabel),
    mobile: point.mobile,
    street: point.street,
    postal_code: point.postalCode,
    city: point.city,
    phone: point.phone,
    zone: point.zone,
    opening: JSON.stringify(point.opening),
    valid_from: point.validFrom,
    valid_until: point.validUntil,
  };
}
