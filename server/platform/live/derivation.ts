import type { Db } from '../db/transaction.ts';
import type { PublishedEvent } from '../events/event.ts';

/** What a browser hears: something under `topic` changed, and it should fetch it again if its own version is lower. */
export interface LiveMessage {
  /** What is followed, e.g. `matter:<id>`, `unit:<id>`, `queue:<point>`. */
  topic: string;
  /** The thing that changed. */
  id: string;
  /** The event's sequence number unless told: it rises with each change of one subject. */
  version?: number;
  /** Only where what is told is public: a thousand phones must not fetch a ticket each. */
  payload?: unknown;
}

/** How a module's events become messages, and who may hear them. A module's `live.ts` lists its own. */
export interface Derivation<C> {
  types: readonly string[];
  derive(event: PublishedEvent): readonly LiveMessage[];
  /**
   * Those of the callers following a topic who may know of the event by the grants they have now, read anew: a stream outlives a
   * grant. Asked once per event with all of its followers. `public` asks nobody.
   */
  audience: 'public' | ((db: Db, callers: readonly C[], event: PublishedEvent) => Promise<readonly C[]>);
}

/** An audience asked one caller at a time, for rules that cannot be put as one query; few callers follow such topics. */
export function eachCaller<C>(may: (db: Db, caller: C, event: PublishedEvent) => Promise<boolean>): Derivation<C>['audience'] {
  return async (db, callers, event) => {
    const allowed: C[] = [];
    for (const caller of callers) if (await may(db, caller, event)) allowed.push(caller);
    return allowed;
  };
}

/** The derivations of each event type. */
export function byType<C>(derivations: readonly Derivation<C>[]): Map<string, Derivation<C>[]> {
  const map = new Map<string, Derivation<C>[]>();
  for (const derivation of derivations) for (const type of derivation.types) map.set(type, [...(map.get(type) ?? []), derivation]);
  return map;
}
