import type { Kysely } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import type { Feed } from '../../../platform/events/feed.ts';
import type { Live } from '../../../platform/live/live.ts';
import type { Log } from '../../../platform/log/log.ts';
import { KEEP_AGAIN_MS, keepTold } from '../estimates/keeping.ts';
import { FLOOR_CHANGED, type FloorChanged, VISIT_MOVED } from '../events.ts';
import { notingPushes } from '../following/push/service.ts';
import { placesOf } from './places.ts';
import type { Board } from './rules.ts';
import type { Boards } from './service.ts';

type Telling = { db: Kysely<Tables>; boards: Boards; feed: Feed; live: Pick<Live<never>, 'say'>; log: Log };

/** Milliseconds in which what moves at a point is told at once: a thousand phones need not hear of each of ten calls in a second. */
const GATHER_MS = 200;
/** Waits grow shorter by the clock alone. */
const AGAIN_MS = 20_000;

/** The topic of one visitor's phone. */
export const visitTopic = (visitId: string) => `visit:${visitId}`;

/**
 * Tells each visitor's phone where it stands, worked out once per point and told to those only whose place or wait is another than what
 * they heard last. A phone that was away fetches. What is told is also kept, to be measured.
 */
export function tellPlaces({ db, boards, feed, live, log }: Telling): { stop(): void } {
  const timers = new Map<string, { at: number; timer: NodeJS.Timeout }>();
  const heard = new Map<string, Map<string, string>>();
  const keptAt = new Map<string, number>();
  const notePushes = notingPushes(db);

  feed.subscribe(({ events }) => {
    for (const { type, data } of events) {
      if (type === VISIT_MOVED || type === FLOOR_CHANGED) soon((data as FloorChanged).pointId, GATHER_MS);
    }
  });

  /** The sooner of two waits holds: what moved is not kept back by the clock's own round. */
  function soon(pointId: string, wait: number): void {
    const at = performance.now() + wait;
    const set = timers.get(pointId);
    if (set && set.at <= at) return;
    clearTimeout(set?.timer);
    timers.set(pointId, { at, timer: setTimeout(() => void tell(pointId), wait).unref() });
  }

  async function tell(pointId: string): Promise<void> {
    timers.delete(pointId);
    try {
      boards.forget(pointId);
      const board = await boards.of(pointId);
      const places = placesOf(board);
      const before = heard.get(pointId) ?? new Map<string, string>();
      const now = new Map<string, string>();
      for (const [visitId, place] of places) {
        const words = JSON.stringify(place);
        now.set(visitId, words);
        if (before.get(visitId) !== words) live.say({ topic: visitTopic(visitId), id: visitId, payload: place });
      }
      const gone = [...before.keys()].filter((visitId) => !places.has(visitId));
      // Whose visit has ended hears that it has, once; who was moved to another point hears the place there.
      const on = gone.length > 0 ? await boards.stillOn(gone) : new Set();
      for (const visitId of gone) if (!on.has(visitId)) live.say({ topic: visitTopic(visitId), id: visitId });
      heard.set(pointId, now);
      if (places.size > 0) soon(pointId, AGAIN_MS);
      await notePushes(board, places);
      await keep(board);
    } catch (error) {
      log.warn('places in the queue could not be told', { error });
      soon(pointId, AGAIN_MS);
    }
  }

  async function keep(board: Board): Promise<void> {
    const now = performance.now();
    if (now - (keptAt.get(board.pointId) ?? Number.NEGATIVE_INFINITY) < KEEP_AGAIN_MS) return;
    keptAt.set(board.pointId, now);
    await keepTold(db, board);
  }

  return {
    stop() {
      for (const { timer } of timers.values()) clearTimeout(timer);
    },
  };
}
