import type { Actor } from '../../identity/types.ts';
import type { Estimate } from '../estimates/rules.ts';
import type { Reason } from '../order/rules.ts';
import { type PointOfQueues, seesNeeds } from '../policy.ts';
import type { StepRow } from './queries.ts';
import type { Board, LineEntry } from './rules.ts';
import type { QueueBoard, Told } from './schema.ts';

/** The board as this member of staff may see it. */
export function boardFor(actor: Actor, point: PointOfQueues, board: Board): Omit<QueueBoard, 'expected'> {
  const organisationOf = new Map(board.queues.map(({ id, organisationId }) => [id, organisationId]));
  const sees = (step: StepRow) => seesNeeds(actor, point, organisationOf.get(step.queueId) ?? '');
  const show = (step: StepRow, place?: LineEntry) => shownStep(step, place, sees(step), actor.personId);
  return {
    pointId: board.pointId,
    at: isoOf(board.at),
    queues: board.queues.map(({ id, organisationId, kind, name, prefix }) => ({
      id,
      organisationId,
      kind,
      name,
      prefix,
      ...standing(board, id),
    })),
    counters: board.counters,
    steps: [...board.line.map((entry) => show(entry, entry)), ...board.others.map((step) => show(step))],
  };
}

/** Of a queue: who waits, and what the next would be told. */
export function standing(board: Board, queueId: string) {
  const line = board.line.filter((entry) => entry.queueId === queueId);
  const since = line.filter(({ reason }) => reason !== 'early').map(({ waitsFrom }) => waitsFrom);
  return {
    waiting: line.length,
    longestSince: since.length > 0 ? isoOf(Math.min(...since)) : null,
    newcomer: inMinutes(board.newcomer(queueId)),
    openCounters: board.counters.filter(({ state, queueIds }) => state === 'open' && queueIds.includes(queueId)).length,
  };
}

function shownStep(step: StepRow, entry: LineEntry | undefined, mayKnow: boolean, personId: string): QueueBoard['steps'][number] {
  const { id, visitId, code, queueId, state, language, counterId, calls } = step;
  return {
    ...{ id, visitId, code, queueId, state, language, counterId, calls },
    byChain: mayKnow && step.byChain,
    arrivedAt: isoOf(step.arrivedAt),
    waitsFrom: isoOf(step.waitsFrom),
    // That it came to the line after it came to the house tells of a chain, and so leaves one rule for the rest.
    joinedAt: isoOf(mayKnow ? step.joinedAt : step.waitsFrom),
    dueAt: isoOrNull(step.dueAt),
    notBefore: isoOrNull(step.notBefore),
    calledAt: isoOrNull(step.calledAt),
    servingAt: isoOrNull(step.servingAt),
    needs: mayKnow ? step.needs : null,
    place: entry?.place ?? null,
    reason: (entry && reasonFor(mayKnow, entry.reason)) ?? null,
    told: inMinutes(entry?.estimate ?? undefined),
    excluded: step.excludedIds.includes(personId),
  };
}

/**
 * The point's own rules, but the agreed time, are one to whoever does not meet the visitor: which of them it was would tell that the
 * visitor has a special need.
 */
export function reasonFor(mayKnow: boolean, reason: Reason): NonNullable<QueueBoard['steps'][number]['reason']> {
  const isRule = reason === 'special-need' || reason === 'chain-continued' || reason === 'waited-over';
  return isRule && !mayKnow ? 'priority' : reason;
}

/** Whole minutes, outwards: a range said in minutes must hold what it held in seconds. */
export function inMinutes(estimate: Estimate | undefined): Told | null {
  if (!estimate) return null;
  const { low, likely, high } = estimate;
  return { low: Math.floor(low / 60), likely: Math.round(likely / 60), high: Math.ceil(high / 60) };
}

const isoOf = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
const isoOrNull = (milliseconds: number | null) => (milliseconds === null ? null : isoOf(milliseconds));
