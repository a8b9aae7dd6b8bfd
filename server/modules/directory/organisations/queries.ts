import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Organisation } from '../types.ts';

const columns = [
  'id',
  'key',
  'name',
  'short_name as shortName',
  'kind',
  'valid_from as validFrom',
  'valid_until as validUntil',
  'successor_id as successorId',
  'kept_by_id as keptById',
  'keeps_region as keepsRegion',
] as const;

/** All of them, ended ones too: a region has some tens. */
export async function allOrganisations(db: Db): Promise<Organisation[]> {
  return db.selectFrom('organisation').select(columns).orderBy('key').$castTo<Organisation>().execute();
}

export async function organisationByKey(db: Db, key: string): Promise<Organisation | undefined> {
  return db.selectFrom('organisation').select(columns).where('key', '=', key).$castTo<Organisation>().executeTakeFirst();
}

export async function lockOrganisation(trx: Trx, id: string): Promise<Organisation | undefined> {
  return trx.selectFrom('organisation').select(columns).where('id', '=', id).forUpdate().$castTo<Organisation>().executeTakeFirst();
}

export async function insertOrganisation(trx: Trx, organisation: Omit<Organisation, 'id'>): Promise<string> {
  const { id } = await trx
    .insertInto('organisation')
    .values({
      key: organisation.key,
      kept_by_id: organisation.keptById,
      keeps_region: organisation.keepsRegion,
      ...detailColumns(organisation),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateOrganisation(trx: Trx, organisation: Organisation): Promise<void> {
  await trx.updateTable('organisation').set(detailColumns(organisation)).where('id', '=', organisation.id).execute();
}

function detailColumns(organisation: Omit<Organisation, 'id'>) {
  return {
    name: JSON.stringify(organisation.name),
    short_name: JSON.stringify(organisation.shortName),
    kind: organisation.kind,
    valid_from: organisation.validFrom,
    valid_until: organisation.validUntil,
    successor_id: organisation.successorId,
  };
}
