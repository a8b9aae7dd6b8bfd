import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Log } from '../log/log.ts';
import type { PublishedEvent } from './event.ts';
import { startListening } from './listen.ts';
import { chooseTarget, currentCursor, cursorAfter, firstUnstarted, floorOf, isUnreadBefore, readTowards } from './read.ts';
import { createRepeater } from './repeater.ts';

export interface FeedBatch {
  events: readonly PublishedEvent[];
  /** Every event that is not yet delivered is of this transaction or a later one, until the batch has been... */
  floor: string;
  /** ... and after it. */
  floorAfter: string;
}

/** Gets the events a batch at a time, those of one subject in the order of their commits; the next batch waits until all are done. */
export type Subscriber = (batch: FeedBatch) => void | Promise<void>;

/** This node's one reader of events, from the moment it started; reactions and live streams share it. */
export interface Feed {
  /** See `FeedBatch.floor`, as it was when the feed began. */
  readonly startFloor: string;
  subscribe(subscriber: Subscriber): void;
  /** Called on every wake-up, at least each second, whether there are events or not. */
  onTick(tick: () => void): void;
  /** Resolves when the subscribers have had everything that was committed before the call. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

export interface FeedOptions {
  db: Kysely<Tables>;
  /** For the listening connection. */
  url: string;
  log: Log;
}

const BATCH = 500;

export async function startFeed({ db, url, log }: FeedOptions): Promise<Feed> {
  const subscribers: Subscriber[] = [];
  const ticks: (() => void)[] = [];
  let cursor = await currentCursor(db);
  const startFloor = floorOf(cursor);

  async function deliver(batch: FeedBatch): Promise<void> {
    const tell = async (subscriber: Subscriber) => subscriber(batch);
    const results = await Promise.allSettled(subscribers.map(tell));
    for (const result of results) if (result.status === 'rejected') log.error('event subscriber failed', { error: result.reason });
  }

  async function readOn(): Promise<void> {
    let more = true;
    while (more) {
      const target = await chooseTarget(db, cursor);
      const events = await readTowards(db, cursor, target, BATCH);
      const after = cursorAfter(cursor, target, events, BATCH);
      if (events.length > 0) await deliver({ events, floor: floorOf(cursor), floorAfter: floorOf(after) });
      cursor = after;
      more = events.length === BATCH || !target.isLast;
    }
  }

  const reading = createRepeater(readOn, (error) => log.warn('events could not be read', { error }));
  const listener = startListening(
    url,
    () => {
      void reading.run();
      for (const tick of ticks) tick();
    },
    log,
  );

  return {
    startFloor,
    subscribe: (subscriber) => void subscribers.push(subscriber),
    onTick: (tick) => void ticks.push(tick),
    async caughtUp() {
      const before = await firstUnstarted(db);
      while (await isUnreadBefore(db, cursor, before)) await reading.run();
      await reading.run();
    },
    async stop() {
      await listener.stop();
      await reading.stop();
    },
  };
}
