import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { readFloor, visitsStillOn } from './queries.ts';
import { type Board, drawBoard } from './rules.ts';

/** The boards of points, drawn at most once for all who ask within a second. */
export type Boards = {
  of(pointId: string): Promise<Board>;
  /** Something moved at the point: the next who asks gets a new one. Called by the changer's node at commit, by others on the event. */
  forget(pointId: string): void;
  /** Which of these visits go on, at whatever point. */
  stillOn(visitIds: readonly string[]): Promise<Set<string>>;
};

/** Milliseconds: places change by the clock too, when an agreed time comes. */
const KEPT_MS = 1_000;

export function createBoards(db: Kysely<Tables>, clock: Clock): Boards {
  const kept = new Map<string, { board: Promise<Board>; from: number }>();
  return {
    of(pointId) {
      const now = clock.now().epochMilliseconds;
      const earlier = kept.get(pointId);
      if (earlier && Math.abs(now - earlier.from) < KEPT_MS) return earlier.board;
      const drawing = { board: boardOf(db, clock, pointId), from: now };
      kept.set(pointId, drawing);
      drawing.board.catch(() => {
        if (kept.get(pointId) === drawing) kept.delete(pointId);
      });
      return drawing.board;
    },
    forget(pointId) {
      kept.delete(pointId);
    },
    stillOn: (visitIds) => visitsStillOn(db, visitIds),
  };
}

/** As it is now, within a change too. */
export async function boardOf(db: Db, clock: Clock, pointId: string): Promise<Board> {
  const now = clock.now();
  return drawBoard(pointId, await readFloor(db, pointId, now), now.epochMilliseconds);
}
