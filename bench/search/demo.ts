import { sql } from 'kysely';
import { seedKnowledge } from '../../demo/seed/knowledge/knowledge.ts';
import { serviceId } from '../../demo/seed/knowledge/records.ts';
import { services } from '../../demo/seed/knowledge/services/list.ts';
import { seedPeople } from '../../demo/seed/seed.ts';
import type { Entry } from '../../server/modules/knowledge/search/types.ts';
import { entrySources } from '../../server/modules/knowledge/sources.ts';
import { createDb } from '../../server/platform/db/pool.ts';
import type { Db } from '../../server/platform/db/transaction.ts';
import { openDatabase } from '../running/database.ts';

/** All that the demo municipality's search finds, read as a node reads it at its start; services are named by the seed's keys. */
export async function demoEntries(): Promise<Entry[]> {
  const database = await openDatabase();
  try {
    const db = createDb(database.url, { log: database.log });
    await seedPeople(db.kysely);
    await seedKnowledge(db.kysely, Temporal.Now.instant());
    const entries = await everything(db.kysely);
    await db.close();
    return entries;
  } finally {
    await database.close();
  }
}

async function everything(db: Db): Promise<Entry[]> {
  const keys = await keysOfTexts(db);
  const entries: Entry[] = [];
  for (const source of entrySources) for await (const entry of await source.load(db)) entries.push(entry);
  return entries.map((entry) => (entry.kind === 'service' ? { ...entry, id: keys.get(entry.id) ?? entry.id } : entry));
}

async function keysOfTexts(db: Db): Promise<Map<string, string>> {
  const byId = new Map(services.map(({ key }) => [serviceId(key), key]));
  const { rows } = await sql<{ id: string; textId: string }>`select id, text_id::text as "textId" from service`.execute(db);
  return new Map(rows.flatMap(({ id, textId }) => (byId.has(id) ? [[textId, byId.get(id)!] as const] : [])));
}
