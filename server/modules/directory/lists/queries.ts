import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { ListItem } from '../types.ts';

const columns = ['list', 'key', 'label', 'extra', 'position', 'active'] as const;

export async function allItems(db: Db): Promise<ListItem[]> {
  return db.selectFrom('list_item').select(columns).orderBy('list').orderBy('position').orderBy('key').$castTo<ListItem>().execute();
}

export async function listExists(db: Db, list: string): Promise<boolean> {
  return (await db.selectFrom('list_item').select('key').where('list', '=', list).limit(1).executeTakeFirst()) !== undefined;
}

/** Adds those that are missing; what is there stays as administrators have made it. */
export async function insertMissing(trx: Trx, items: ListItem[]): Promise<void> {
  await trx
    .insertInto('list_item')
    .values(items.map(columnsOf))
    .onConflict((conflict) => conflict.columns(['list', 'key']).doNothing())
    .execute();
}

export async function putItem(trx: Trx, item: ListItem): Promise<void> {
  const { list: _list, key: _key, ...changed } = columnsOf(item);
  await trx
    .insertInto('list_item')
    .values(columnsOf(item))
    .onConflict((conflict) => conflict.columns(['list', 'key']).doUpdateSet(changed))
    .execute();
}

function columnsOf(item: ListItem) {
  return { ...item, label: JSON.stringify(item.label), extra: JSON.stringify(item.extra) };
}
