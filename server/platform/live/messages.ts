import type { Db } from '../db/transaction.ts';
import type { PublishedEvent } from '../events/event.ts';
import type { Log } from '../log/log.ts';
import type { Derivation, LiveMessage } from './derivation.ts';
import type { Follower } from './followers.ts';

export type TimedMessage = LiveMessage & { version: number };

export interface Told<C> {
  messages: Map<Follower<C>, TimedMessage[]>;
  /** Followers whose right to know could not be checked: they are told nothing but to fetch anew. */
  unsure: Set<Follower<C>>;
}

/** What one event says to whom, by the grants of this moment: one question per derivation, however many follow. */
export async function messagesFor<C>(
  { db, log }: { db: Db; log: Log },
  derivations: readonly Derivation<C>[],
  event: PublishedEvent,
  followersOf: (topic: string) => readonly Follower<C>[],
): Promise<Told<C>> {
  const told: Told<C> = { messages: new Map(), unsure: new Set() };
  // All followers are picked before the first wait: who joins later has read this event by itself.
  const plans = derivations.map((derivation) => ({ derivation, wanted: wantedBy(derivation, event, followersOf) }));
  for (const { derivation, wanted } of plans) {
    if (wanted.length === 0) continue;
    const callers = new Set(wanted.map(({ follower }) => follower.caller));
    const allowed = await allowedOf(db, derivation, [...callers], event).catch((error) => {
      log.error('live audience could not be asked', { event: event.type, error });
      return undefined;
    });
    for (const { follower, message } of wanted) {
      if (!allowed) told.unsure.add(follower);
      else if (allowed.has(follower.caller)) told.messages.set(follower, [...(told.messages.get(follower) ?? []), message]);
    }
  }
  return told;
}

interface Wanted<C> {
  follower: Follower<C>;
  message: TimedMessage;
}

function wantedBy<C>(
  derivation: Derivation<C>,
  event: PublishedEvent,
  followersOf: (topic: string) => readonly Follower<C>[],
): Wanted<C>[] {
  return derivation.derive(event).flatMap((derived) => {
    const message = { ...derived, version: derived.version ?? event.seq };
    return followersOf(derived.topic).map((follower) => ({ follower, message }));
  });
}

async function allowedOf<C>(db: Db, { audience }: Derivation<C>, callers: readonly C[], event: PublishedEvent): Promise<Set<C>> {
  return new Set(audience === 'public' ? callers : await audience(db, callers, event));
}
