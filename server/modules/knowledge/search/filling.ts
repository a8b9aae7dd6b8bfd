import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Db } from '../../../platform/db/transaction.ts';
import { createRepeater } from '../../../platform/events/repeater.ts';
import type { Log } from '../../../platform/log/log.ts';
import { KNOWLEDGE_CHANGED } from '../events.ts';
import type { Entry, EntryKind, EntrySource } from './types.ts';

/** Where entries go: the index, and what is shown of them. */
export type Filled = { put(entries: readonly Entry[]): void; remove(kind: EntryKind, ids: readonly string[]): void };

export type Filling = {
  /** Whether every source has been read since the start; until then some things are not found. */
  isWhole(): boolean;
  hear(event: { type: string; data: Record<string, unknown> }): void;
  /** Called each second: what failed while the database was away is tried again. */
  tick(): void;
  /** Resolves when a round that began after this call has ended: with a database that answers, all that was heard is in. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
};

type Surroundings = { db: Db; log: Log; sources: readonly EntrySource[]; into: Filled; onWhole: () => void };

/** Others are answered between turns, so a turn is short (milliseconds). */
const TURN_MS = 8;
const IN_ONE_PUT = 2;

/**
 * Reads all entries once and from then on those that events name. What changes while its kind is first read is read again after it:
 * the first reading may have passed it before the change.
 */
export function keepFilled({ db, log, sources, into, onWhole }: Surroundings): Filling {
  const unread = new Set(sources);
  const changed = new Map<EntryKind, Set<string>>();
  let stopping = false;
  const filling = createRepeater(readOn, (error) => log.warn('search entries could not be read', { error }));
  void filling.run();

  async function readOn(): Promise<void> {
    for (const source of unread) {
      await putAll(await source.load(db));
      if (stopping) return;
      unread.delete(source);
      if (unread.size === 0) onWhole();
    }
    for (const [kind, ids] of changed) {
      changed.delete(kind);
      await readAgain(kind, [...ids]).catch((error: unknown) => {
        note(kind, [...ids]);
        throw error;
      });
    }
  }

  async function readAgain(kind: EntryKind, ids: string[]): Promise<void> {
    const gone = new Set(ids);
    for (const source of sources.filter((one) => one.kind === kind))
      await putAll(await source.load(db, ids), (entry) => gone.delete(entry.id));
    into.remove(kind, [...gone]);
  }

  async function putAll(entries: Awaited<ReturnType<EntrySource['load']>>, seen?: (entry: Entry) => void): Promise<void> {
    let [batch, began]: [Entry[], number] = [[], performance.now()];
    for await (const entry of entries) {
      if (stopping) return;
      seen?.(entry);
      if (batch.push(entry) < IN_ONE_PUT) continue;
      into.put(batch);
      batch = [];
      if (performance.now() - began < TURN_MS) continue;
      await nextTurn();
      began = performance.now();
    }
    into.put(batch);
  }

  function note(kind: EntryKind, ids: readonly string[]): void {
    changed.set(kind, new Set([...(changed.get(kind) ?? []), ...ids]));
  }

  return {
    isWhole: () => unread.size === 0,
    hear({ type, data }) {
      if (type !== KNOWLEDGE_CHANGED) return;
      note(data.kind as EntryKind, data.ids as string[]);
      void filling.run();
    },
    tick() {
      if (unread.size > 0 || changed.size > 0) void filling.run();
    },
    caughtUp: () => filling.run(),
    async stop() {
      stopping = true;
      await filling.stop();
    },
  };
}
