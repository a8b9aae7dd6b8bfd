import type { Kysely } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { allOrganisations, mayKeep, requireSharedKeeper } from '../directory/service.ts';
import type { Organisation } from '../directory/types.ts';
import { recordChange } from '../identity/service.ts';
import type { Actor, By } from '../identity/types.ts';
import answers from './defaults/answers.json' with { type: 'json' };
import instructions from './defaults/instructions.json' with { type: 'json' };
import notices from './defaults/notices.json' with { type: 'json' };
import { templatesChanged } from './events.ts';
import { allTemplates, insertTemplate, lockTemplate, templateByKey, updateTemplate } from './queries.ts';
import { unknownPlaceholders } from './rules.ts';
import { type TemplateChange, TemplateInput } from './schema.ts';
import type { Template, TemplateTexts } from './types.ts';

export { renderTemplate } from './rules.ts';

export type TemplateContext = { db: Kysely<Tables>; clock: Clock };

/** The product's own texts; idempotent, and never overwrites a change. */
export async function seedTemplates(trx: Trx): Promise<void> {
  for (const template of [...notices, ...answers, ...instructions]) await insertTemplate(trx, TemplateInput.parse(template));
}

/** @throws NotFound when there is no template by this key, or it is out of use */
export async function templateFor(db: Db, key: string): Promise<Template> {
  const template = await templateByKey(db, key);
  if (!template?.active) throw new NotFound('template-not-found');
  return template;
}

/** What a member of staff may use: the common texts and those of their organisations. */
export async function usableTemplates(db: Db, actor: Actor): Promise<Template[]> {
  const mine = actor.grants.map((grant) => grant.organisationId);
  return (await allTemplates(db)).filter(
    ({ active, organisationId }) => active && (organisationId === null || mine.includes(organisationId)),
  );
}

export async function keptTemplates(db: Db, { actor }: By): Promise<Template[]> {
  const organisations = await allOrganisations(db);
  return (await allTemplates(db)).filter(({ organisationId }) => organisationId === null || isKept(actor, organisations, organisationId));
}

export async function createTemplate({ db }: TemplateContext, by: By, input: TemplateInput): Promise<Template> {
  return inTransaction(db, async (trx) => {
    requireKeptText(by.actor, await allOrganisations(trx), input.organisationId);
    checkPlaceholders(input.texts);
    const created = await insertTemplate(trx, input);
    if (!created) throw new Conflict('key-taken');
    await recordChange(trx, by, 'template.create', created.id, created.organisationId ?? undefined);
    await templatesChanged(trx, created.id);
    return created;
  });
}

export async function changeTemplate({ db, clock }: TemplateContext, by: By, id: string, change: TemplateChange): Promise<Template> {
  return inTransaction(db, async (trx) => {
    const before = await lockTemplate(trx, id);
    if (!before) throw new NotFound();
    requireKeptText(by.actor, await allOrganisations(trx), before.organisationId);
    const changed = { ...before, ...change, updatedAt: clock.now() };
    checkPlaceholders(changed.texts);
    await updateTemplate(trx, id, changed, changed.updatedAt);
    await recordChange(trx, by, 'template.change', id, before.organisationId ?? undefined);
    await templatesChanged(trx, id);
    return changed;
  });
}

/** A common text is seen by every administrator and kept by some (403); another organisation's does not exist (404). */
function requireKeptText(actor: Actor, organisations: Organisation[], organisationId: string | null): void {
  if (organisationId === null) requireSharedKeeper(actor, organisations);
  else if (!isKept(actor, organisations, organisationId)) throw new NotFound();
}

function isKept(actor: Actor, organisations: Organisation[], organisationId: string): boolean {
  const organisation = organisations.find(({ id }) => id === organisationId);
  return organisation !== undefined && mayKeep(actor, organisation);
}

function checkPlaceholders(texts: TemplateTexts): void {
  const unknown = Object.values(texts).flatMap((text) => (text ? unknownPlaceholders(text) : []));
  if (unknown.length > 0) throw new Invalid('unknown-placeholder', { fields: ['texts'], placeholders: [...new Set(unknown)] });
}
