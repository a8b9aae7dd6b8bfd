import { openUntil } from '../../../platform/clock/opening.ts';
import type { StepRow } from './queries.ts';
import type { Board, LineEntry } from './rules.ts';
import type { Place } from './schema.ts';
import { inMinutes } from './showing.ts';

/** What each visitor at the point may know of their own place. */
export function placesOf(board: Board): Map<string, Place> {
  const places = new Map<string, Place>();
  const closing = closingOf(board);
  const going = new Set(board.others.filter(({ state }) => state === 'planned').map(({ visitId }) => visitId));
  const standing = (step: StepRow) => ({ ...placeOf(board, step), more: going.has(step.visitId) });
  for (const step of board.others) if (step.state !== 'planned') places.set(step.visitId, standing(step));
  for (const entry of board.line) {
    const told = inMinutes(entry.estimate ?? undefined);
    const known = entry.cameBy !== 'phone';
    places.set(entry.visitId, {
      ...standing(entry),
      place: known && entry.isCallable ? entry.place : null,
      told: known ? told : null,
      closing: known ? closing(entry) : null,
    });
  }
  return places;
}

/** Told while something can still be done about it: while the later end of the wait goes over the closing time. */
function closingOf({ queues, opening, at }: Board): (entry: LineEntry) => Place['closing'] {
  const now = Temporal.Instant.fromEpochMilliseconds(at);
  const ends = new Map(queues.map((queue) => [queue.id, openUntil(queue.opening ?? opening, now)]));
  return ({ queueId, estimate }) => {
    const end = ends.get(queueId);
    if (!end || !estimate || at + estimate.high * 1000 <= end.epochMilliseconds) return null;
    return { at: end.toString(), surely: at + estimate.low * 1000 > end.epochMilliseconds };
  };
}

/** Where a visitor stands; undefined when the visit is over or not of this board. */
export function placeOfVisit(board: Board, visitId: string): Place | undefined {
  return placesOf(board).get(visitId);
}

/** Whoever came by a telephone number, anybody's perhaps, is not told in which line they stand, nor that there is an agreed time. */
function placeOf({ counters }: Board, { code, state, counterId, notBefore, dueAt, cameBy, calls, joinedAt, arrivedAt }: StepRow): Place {
  const counter = counters.find(({ id }) => id === counterId);
  const at = counter && (state === 'called' || state === 'serving') ? counter : undefined;
  return {
    code,
    state: state as Place['state'],
    counter: at ? { name: at.name, direction: at.direction } : null,
    place: null,
    told: null,
    notBefore: isoOrNull(notBefore),
    dueAt: cameBy === 'phone' ? null : isoOrNull(dueAt),
    calls,
    goesOn: joinedAt > arrivedAt,
    more: false,
    closing: null,
  };
}

const isoOrNull = (milliseconds: number | null) =>
  milliseconds === null ? null : Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
