import type { Db, Trx } from '../../platform/db/transaction.ts';
import type { TemplateInput } from './schema.ts';
import type { Template, TemplateTexts } from './types.ts';

const columns = ['id', 'key', 'kind', 'organisation_id as organisationId', 'texts', 'active', 'updated_at as updatedAt'] as const;

export async function allTemplates(db: Db): Promise<Template[]> {
  return db.selectFrom('text_template').select(columns).orderBy('kind').orderBy('key').$castTo<Template>().execute();
}

export async function templateByKey(db: Db, key: string): Promise<Template | undefined> {
  return db.selectFrom('text_template').select(columns).where('key', '=', key).$castTo<Template>().executeTakeFirst();
}

export async function lockTemplate(trx: Trx, id: string): Promise<Template | undefined> {
  return trx.selectFrom('text_template').select(columns).where('id', '=', id).forUpdate().$castTo<Template>().executeTakeFirst();
}

/** Undefined when the key is taken. */
export async function insertTemplate(trx: Trx, template: TemplateInput): Promise<Template | undefined> {
  const { key, kind, organisationId, texts, active } = template;
  return trx
    .insertInto('text_template')
    .values({ key, kind, organisation_id: organisationId, texts: JSON.stringify(texts), active })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning(columns)
    .$castTo<Template>()
    .executeTakeFirst();
}

export async function updateTemplate(
  trx: Trx,
  id: string,
  changed: { texts: TemplateTexts; active: boolean },
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('text_template')
    .set({ texts: JSON.stringify(changed.texts), active: changed.active, updated_at: now })
    .where('id', '=', id)
    .execute();
}
