import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { Language } from '../../../directory/types.ts';

export type SynonymRow = {
  id: string;
  language: Language;
  word: string;
  meanings: string[];
  both: boolean;
  active: boolean;
  organisationId: string;
  madeBy: string;
  changedAt: Temporal.Instant;
};

const columns = [
  'id',
  'language',
  'word',
  'meanings',
  'both_ways as both',
  'active',
  'organisation_id as organisationId',
  'made_by as madeBy',
  'changed_at as changedAt',
] as const;

export async function allSynonymRows(db: Db): Promise<SynonymRow[]> {
  return db.selectFrom('synonym').select(columns).orderBy('language').orderBy('word').$castTo<SynonymRow>().execute();
}

export async function lockSynonym(trx: Trx, id: string): Promise<SynonymRow | undefined> {
  return trx.selectFrom('synonym').select(columns).where('id', '=', id).forUpdate().$castTo<SynonymRow>().executeTakeFirst();
}

/** @returns false when the word has one already */
export async function insertSynonym(trx: Trx, row: SynonymRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('synonym')
    .values(valuesOf(row))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function putSynonym(trx: Trx, row: SynonymRow): Promise<void> {
  const { id: _id, language: _language, word: _word, ...changed } = valuesOf(row);
  await trx
    .insertInto('synonym')
    .values(valuesOf(row))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
}

function valuesOf({ organisationId, madeBy, changedAt, both, ...row }: SynonymRow) {
  return { ...row, both_ways: both, organisation_id: organisationId, made_by: madeBy, changed_at: changedAt };
}
