import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';

export const CHANNEL = 'polku_event';

/** Milliseconds: many commits of this node share one NOTIFY, which takes a lock all committing transactions queue for. */
const COALESCE_MS = 10;

const pending = new WeakSet<Kysely<Tables>>();

/** Wakes the readers of all nodes a moment from now; returns at once. */
export function wakeSoon(db: Kysely<Tables>): void {
  if (pending.has(db)) return;
  pending.add(db);
  setTimeout(() => {
    pending.delete(db);
    // Readers look each second anyway, so a database gone away here costs a second and no event.
    sql`select pg_notify(${sql.lit(CHANNEL)}, '')`.execute(db).catch(() => {});
  }, COALESCE_MS).unref();
}
