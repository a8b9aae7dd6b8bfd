import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import { dayOf } from '../../../../platform/clock/day.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { allOrganisations } from '../../../directory/service.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { putSettled } from '../counts/queries.ts';
import { keepsSearchFor, mayKeepSynonym, requireSynonymKeeper } from '../policy.ts';
import type { Synonym } from '../types.ts';
import { defaultSynonyms, synonymId } from './defaults.ts';
import { synonymsChanged } from './events.ts';
import { allSynonymRows, insertSynonym, lockSynonym, putSynonym, type SynonymRow } from './queries.ts';
import type { SynonymChange, SynonymInput, SynonymView } from './schema.ts';

export type SynonymDeps = {
  db: Kysely<Tables>;
  clock: Clock /** This node learns at once; the others hear of it. */;
  relearn(): Promise<void>;
};

const defaults = new Map(defaultSynonyms.map((one) => [one.id, one]));

/** Own words and defaults; a row of one's own stands in place of the default of the same word. */
export async function listSynonyms(db: Db, actor: Actor): Promise<SynonymView[]> {
  const [rows, organisations] = await Promise.all([allSynonymRows(db), allOrganisations(db)]);
  const written = new Set(rows.map(({ id }) => id));
  const untouched = defaultSynonyms.filter(({ id }) => !written.has(id));
  return [
    ...rows.map((row) => viewOf(row, mayKeepSynonym(actor, row.organisationId, organisations))),
    ...untouched.map((one) => defaultView(one, mayKeepSynonym(actor, null, organisations))),
  ];
}

/**
 * Adds a word and what it means; where it mends a search, that leaves the list.
 * @throws Conflict('synonym-exists') when the word is explained already.
 */
export async function addSynonym(deps: SynonymDeps, by: By, { mends, ...input }: SynonymInput): Promise<SynonymView> {
  const { db, clock } = deps;
  const row = { ...input, id: synonymId(input.language, input.word), active: true, ...madeBy(by, clock) };
  await inTransaction(db, async (trx) => {
    if (defaults.has(row.id) || !(await insertSynonym(trx, row))) throw new Conflict('synonym-exists');
    if (mends) await putSettled(trx, { language: row.language, words: mends, day: dayOf(clock.now()), personId: by.actor.personId });
    await traced(trx, by, 'synonym.add', row);
  });
  await deps.relearn();
  return viewOf(row, true);
}

/** Changes what a word means, or switches it off or on; a default is changed by a row of one's own. */
export async function changeSynonym(deps: SynonymDeps, by: By, id: string, change: SynonymChange): Promise<SynonymView> {
  const { db, clock } = deps;
  const changed = await inTransaction(db, async (trx) => {
    const written = await lockSynonym(trx, id);
    const known = written ?? defaults.get(id);
    if (!known) throw new NotFound();
    requireSynonymKeeper(by.actor, written?.organisationId ?? null, await allOrganisations(trx));
    const made = madeBy(by, clock);
    const row = {
      id,
      language: known.language,
      word: known.word,
      ...change,
      ...made,
      organisationId: written?.organisationId ?? made.organisationId,
    };
    await putSynonym(trx, row);
    await traced(trx, by, 'synonym.change', row);
    return row;
  });
  await deps.relearn();
  return viewOf(changed, true);
}

/**
 * What the index is to learn: a word with a row means what the row says and nothing else, and nothing at all when it is switched off.
 */
export async function learntSynonyms(db: Db): Promise<Synonym[]> {
  const rows = await allSynonymRows(db);
  return rows.map(({ language, word, meanings, both, active }) => ({ language, word, meanings: active ? meanings : [], both }));
}

function madeBy({ actor }: By, clock: Clock) {
  return { organisationId: keepsSearchFor(actor), madeBy: actor.personId, changedAt: clock.now() };
}

async function traced(trx: Trx, by: By, action: string, { id, organisationId }: SynonymRow): Promise<void> {
  await recordChange(trx, by, action, id, organisationId);
  await synonymsChanged(trx, id);
}

function viewOf({ madeBy: _, ...row }: SynonymRow, mine: boolean): SynonymView {
  return { ...row, origin: defaults.has(row.id) ? 'changed' : 'own', mine };
}

function defaultView({ meanings, ...one }: (typeof defaultSynonyms)[number], mine: boolean): SynonymView {
  return { ...one, meanings: [...meanings], active: true, origin: 'default', organisationId: null, changedAt: null, mine };
}
