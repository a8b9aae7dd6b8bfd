import type { Adapter, Fault, Records, Step } from './records.ts';
import { Unreadable } from './shapes.ts';

export type Taken<S extends Step> = {
  records: Records[S][];
  faults: Fault[];
  /** Ids met, of broken records too: what cannot be read has not been withdrawn. */
  met: string[];
};

/** Reads each item by itself: a broken one is told of and left out, and the rest are taken. */
export function adapt<S extends Step>(adapter: Adapter, step: S, items: readonly unknown[], today: Temporal.PlainDate): Taken<S> {
  const taken: Taken<S> = { records: [], faults: [], met: [] };
  for (const item of items) {
    const about = { recordId: adapter.id(item) ?? null, name: adapter.name(item) ?? null };
    if (!adapter.isPublished(item)) continue;
    if (about.recordId) taken.met.push(about.recordId);
    const complain = (code: string, detail?: string) => taken.faults.push({ ...about, code, detail: detail ?? null, skipped: false });
    try {
      taken.records.push(adapter.records[step](item, complain, today) as Records[S]);
    } catch (error) {
      taken.faults.push({ ...about, ...reasonOf(error), skipped: true });
    }
  }
  return taken;
}

function reasonOf(error: unknown): { code: string; detail: string | null } {
  if (error instanceof Unreadable) return { code: error.code, detail: error.detail };
  // A shape nobody thought of: its own words may hold the record's content, so only the kind of error is kept.
  return { code: 'unreadable', detail: error instanceof Error ? error.name : null };
}
