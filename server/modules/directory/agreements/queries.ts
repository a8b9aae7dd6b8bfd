import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Agreement } from '../types.ts';

const columns = [
  'id',
  'principal_id as principalId',
  'provider_id as providerId',
  'point_id as pointId',
  'service_name as serviceName',
  'tasks',
  'wording',
  'training_owed as trainingOwed',
  'valid_from as validFrom',
  'valid_until as validUntil',
] as const;

export async function allAgreements(db: Db): Promise<Agreement[]> {
  return db.selectFrom('agreement').select(columns).orderBy('valid_until', 'desc').orderBy('id').$castTo<Agreement>().execute();
}

export async function agreementsBetween(db: Db, providerIds: string[], principalIds: string[]): Promise<Agreement[]> {
  if (providerIds.length === 0 || principalIds.length === 0) return [];
  return db
    .selectFrom('agreement')
    .select(columns)
    .where('provider_id', 'in', providerIds)
    .where('principal_id', 'in', principalIds)
    .$castTo<Agreement>()
    .execute();
}

export async function lockAgreement(trx: Trx, id: string): Promise<Agreement | undefined> {
  return trx.selectFrom('agreement').select(columns).where('id', '=', id).forUpdate().$castTo<Agreement>().executeTakeFirst();
}

export async function insertAgreement(trx: Trx, agreement: Omit<Agreement, 'id'>): Promise<string> {
  const { id } = await trx
    .insertInto('agreement')
    .values({ principal_id: agreement.principalId, provider_id: agreement.providerId, ...detailColumns(agreement) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateAgreement(trx: Trx, agreement: Agreement): Promise<void> {
  await trx.updateTable('agreement').set(detailColumns(agreement)).where('id', '=', agreement.id).execute();
}

function detailColumns(agreement: Omit<Agreement, 'id'>) {
  return {
    point_id: agreement.pointId,
    service_name: agreement.serviceName === null ? null : JSON.stringify(agreement.serviceName),
    tasks: agreement.tasks,
    wording: JSON.stringify(agreement.wording),
    training_owed: JSON.stringify(agreement.trainingOwed),
    valid_from: agreement.validFrom,
    valid_until: agreement.validUntil,
  };
}
