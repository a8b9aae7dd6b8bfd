import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';

export const CHANNEL = 'polku_event';

/** Milliseconds: many commits of this node share one NOTIFY, which takes a lock all committing transactions queue for. */
const COALESCE_MS = 10;
/** Milliseconds from one NOTIFY to the next at least: under load each costs two readings more, and nobody sees a twentieth of a second. */
const BETWEEN_MS = 50;

/** `last`: of `performance.now`. */
const wakes = new WeakMap<Kysely<Tables>, { isPending: boolean; last: number }>();

/** Wakes the readers of all nodes a moment from now; returns at once. */
export function wakeSoon(db: Kysely<Tables>): void {
  const { isPending, last } = wakes.get(db) ?? { isPending: false, last: Number.NEGATIVE_INFINITY };
  if (isPending) return;
  wakes.set(db, { isPending: true, last });
  setTimeout(() => wake(db), Math.max(COALESCE_MS, last + BETWEEN_MS - performance.now())).unref();
}

function wake(db: Kysely<Tables>): void {
  // Whoever commits from here on needs another.
  wakes.set(db, { isPending: false, last: performance.now() });
  // Readers look each second anyway, so a database gone away here costs a second and no event.
  sql`select pg_notify(${sql.lit(CHANNEL)}, '')`.execute(db).catch(() => {});
}
