import type { Kysely } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordChange } from '../../identity/service.ts';
import type { By } from '../../identity/types.ts';
import { listsChanged } from '../events.ts';
import { allOrganisations } from '../organisations/queries.ts';
import { requireSharedKeeper } from '../policy.ts';
import type { ListItem, Names } from '../types.ts';
import defaults from './defaults.json' with { type: 'json' };
import { allItems, insertMissing, listExists, putItem } from './queries.ts';

/** The defaults of every list; idempotent, and never overwrites a change. */
export async function seedDefaults(trx: Trx): Promise<void> {
  await insertMissing(trx, defaultItems());
}

/** All items, or only those in use, by list. */
export async function listsOf(db: Db, { onlyActive }: { onlyActive: boolean }): Promise<Record<string, ListItem[]>> {
  const items = await allItems(db);
  return Object.fromEntries(Map.groupBy(onlyActive ? items.filter((item) => item.active) : items, (item) => item.list));
}

/**
 * Changes an item or adds one to a list the product knows. Items are never removed, only taken out of use: what was once chosen
 * keeps its label in the statistics.
 */
export async function putListItem(db: Kysely<Tables>, by: By, item: ListItem): Promise<ListItem> {
  return inTransaction(db, async (trx) => {
    requireSharedKeeper(by.actor, await allOrganisations(trx));
    if (!(await listExists(trx, item.list))) throw new NotFound();
    await putItem(trx, item);
    await recordChange(trx, by, 'list.change');
    await listsChanged(trx, item.list);
    return item;
  });
}

type Default = Names & { id: string } & Record<string, unknown>;

function defaultItems(): ListItem[] {
  return Object.entries(defaults as Record<string, Default[]>).flatMap(([list, items]) =>
    items.map(({ id, fi, sv, en, ...extra }, position) => ({ list, key: id, label: { fi, sv, en }, extra, position, active: true })),
  );
}
