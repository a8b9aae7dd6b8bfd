import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { inTransaction, type Trx } from '../db/transaction.ts';
import type { Log } from '../log/log.ts';
import { addReactionCursors, lockCursor, moveCursor, unreadBefore } from './cursors.ts';
import { recordFailure } from './dead-letters.ts';
import type { PublishedEvent } from './event.ts';
import type { Feed } from './feed.ts';
import { chooseTarget, cursorAfter, firstUnstarted, readTowards } from './read.ts';
import { createRepeater } from './repeater.ts';

/** What a module does about the events of the modules below it. */
export interface Reaction {
  /** Unique and stable: the reaction's place in the order of events is kept under this name. */
  name: string;
  types: readonly string[];
  /**
   * Runs in the transaction that moves the cursor: what it writes through `trx` happens exactly once per event. What it does
   * elsewhere may happen again, so a message to the outside is a job added through `trx`.
   */
  handle(trx: Trx, event: PublishedEvent): Promise<void>;
  /** Where a reaction that is new to this database begins: with all kept events, or with those from now on. */
  from?: 'beginning' | 'now';
}

export interface ReactionsOptions {
  db: Kysely<Tables>;
  feed: Feed;
  reactions: readonly Reaction[];
  log: Log;
  /** Tries before an event is laid aside as a dead letter so that the rest goes on; 5 unless told. */
  maxTries?: number;
  /** Milliseconds before the second try, four times as long before each further one; 100 unless told. */
  firstRetryMs?: number;
}

export interface Reactions {
  /** Resolves when everything committed before the call has been handled or laid aside: for tests and for a clean stop. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const BATCH = 100;
/** Reactions worked on at once by this node, so that they never take the pool from the people waiting. */
const WORKERS = 3;
/** Milliseconds from the beginning of one round to the next at least: in a rush what is committed meanwhile is one batch, not thirty. */
const ROUND_MS = 100;
/** Milliseconds: how often cursors move past events that were not for them, so that old partitions may go. */
const SWEEP_MS = 30_000;

/** Runs the reactions on this node. Any number of nodes may: a cursor is locked by one of them at a time. */
export async function startReactions(options: ReactionsOptions): Promise<Reactions> {
  const { db, feed, reactions, log } = options;
  refuseTwins(reactions);
  await addReactionCursors(db, reactions);
  const due = new Set(reactions);
  let stopped = false;
  const working = createRepeater(
    () => workThrough(options, due, () => stopped),
    (error) => log.warn('reactions could not run', { error }),
  );
  const soon = paced(() => void working.run());
  feed.subscribe(({ events }) => {
    const types = new Set(events.map((event) => event.type));
    for (const reaction of reactions) if (reaction.types.some((type) => types.has(type))) due.add(reaction);
    soon.run();
  });
  // Those another node was at, or whose next try was not due yet; in their turn too, since under load there are tens of ticks a second.
  feed.onTick(() => due.size > 0 && soon.run());
  const sweep = setInterval(() => {
    for (const reaction of reactions) due.add(reaction);
  }, SWEEP_MS);
  return {
    async settled() {
      const before = await firstUnstarted(db);
      while ((await unreadBefore(db, reactions, before)).length > 0) await feed.caughtUp().then(() => working.run());
    },
    async stop() {
      stopped = true;
      soon.stop();
      clearInterval(sweep);
      await working.stop();
    },
  };
}

/** Who comes first is served at once, whoever comes within the round at its end. */
function paced(begin: () => void): { run(): void; stop(): void } {
  let begun = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const now = () => {
    timer = undefined;
    begun = performance.now();
    begin();
  };
  return {
    run() {
      timer ??= setTimeout(now, Math.max(0, begun + ROUND_MS - performance.now()));
    },
    stop: () => clearTimeout(timer),
  };
}

function refuseTwins(reactions: readonly Reaction[]): void {
  const names = reactions.map((reaction) => reaction.name);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin) throw new Error(`two reactions are named ${twin}`);
}

async function workThrough({ db, log, ...tuning }: ReactionsOptions, due: Set<Reaction>, stopped: () => boolean): Promise<void> {
  const queue = [...due];
  due.clear();
  const worker = async () => {
    for (let reaction = queue.shift(); reaction && !stopped(); reaction = queue.shift()) {
      const finished = await catchUp(db, reaction, { log, ...tuning }, stopped);
      if (!finished) due.add(reaction);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}

type Tuning = Pick<ReactionsOptions, 'log' | 'maxTries' | 'firstRetryMs'>;

/** False when the reaction must be looked at again: another node has it, a try is not due, or the database is away. */
async function catchUp(db: Kysely<Tables>, reaction: Reaction, tuning: Tuning, stopped: () => boolean): Promise<boolean> {
  try {
    let state: BatchResult = 'more';
    while (state === 'more' && !stopped()) state = await oneBatch(db, reaction, tuning);
    return state === 'done';
  } catch (error) {
    tuning.log.warn('reaction could not run', { kind: reaction.name, error });
    return false;
  }
}

type BatchResult = 'more' | 'done' | 'later';

/** A failing event undoes its batch; the batch is then done again up to it, and the failure is counted. */
async function oneBatch(db: Kysely<Tables>, reaction: Reaction, tuning: Tuning): Promise<BatchResult> {
  const attempt: { event?: PublishedEvent } = {};
  try {
    return await inTransaction(db, (trx) => handleBatch(trx, reaction, attempt));
  } catch (error) {
    if (!attempt.event) throw error;
    const { event } = attempt;
    tuning.log.error('reaction failed', { event: event.type, kind: reaction.name, error });
    await inTransaction(db, (trx) => passTo(trx, reaction, event, error, tuning));
    return 'more';
  }
}

async function handleBatch(trx: Trx, reaction: Reaction, attempt: { event?: PublishedEvent }): Promise<BatchResult> {
  delete attempt.event;
  const cursor = await lockCursor(trx, reaction.name);
  if (!cursor) return 'later';
  const target = await chooseTarget(trx, cursor);
  const events = await readTowards(trx, cursor, target, BATCH, reaction.types);
  for (const event of events) {
    attempt.event = event;
    await reaction.handle(trx, event);
  }
  delete attempt.event;
  await moveCursor(trx, reaction.name, cursorAfter(cursor, target, events, BATCH));
  return target.isLast && events.length < BATCH ? 'done' : 'more';
}

async function passTo(trx: Trx, reaction: Reaction, failed: PublishedEvent, error: unknown, tuning: Tuning): Promise<void> {
  const cursor = await lockCursor(trx, reaction.name);
  if (!cursor) return;
  const target = await chooseTarget(trx, cursor);
  const events = await readTowards(trx, cursor, target, BATCH, reaction.types);
  const place = events.findIndex((event) => event.xid === failed.xid && event.seq === failed.seq);
  // Another node may have got past it meanwhile.
  if (place < 0) return;
  for (const event of events.slice(0, place)) await reaction.handle(trx, event);
  const before = events[place - 1];
  if (before) await moveCursor(trx, reaction.name, { ...cursor, target: target.snapshot, seq: before.seq });
  const failure = { event: failed, error, maxTries: tuning.maxTries ?? 5, firstRetryMs: tuning.firstRetryMs ?? 100 };
  await recordFailure(trx, before ? { ...cursor, tries: 0 } : cursor, target, failure);
}
