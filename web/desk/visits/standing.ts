import type { BoardCounter, BoardExpected, BoardStep, QueueBoard } from '../../shared/api/visits.ts';
import { epochOf } from '../../shared/ui/time-format.ts';

export type Standing = {
  /** Where one sits. */
  counter: BoardCounter | null;
  /** Who is called to it or served at it. */
  visitor: BoardStep | null;
  /** Who is called when one asks for the next. */
  next: BoardStep | null;
  waiting: BoardStep[];
  parked: BoardStep[];
  /** The later steps of chains, and appointments whose time has not come. */
  coming: BoardStep[];
  /** Who has an agreed time today and has not come yet, the late ones first. */
  expected: BoardExpected[];
};

/** The board from one person's place: who waits for them and who is with them. `everything`: the other queues of the point too. */
export function standingOf(board: QueueBoard, personId: string, everything: boolean): Standing {
  const counter = board.counters.find((one) => one.personId === personId) ?? null;
  const isAtMine = (step: BoardStep) => step.counterId === counter?.id && (step.state === 'called' || step.state === 'serving');
  const serves = (step: BoardStep) => counter?.queueIds.includes(step.queueId) ?? false;
  const isShown = ({ queueId }: { queueId: string }) => everything || !counter || counter.queueIds.includes(queueId);
  const shown = board.steps.filter(isShown);
  const isComing = (step: BoardStep) => step.state === 'planned' || (step.state === 'waiting' && step.reason === 'early');
  return {
    counter,
    visitor: (counter && board.steps.find(isAtMine)) ?? null,
    next: board.steps.find((step) => serves(step) && step.state === 'waiting' && step.reason !== 'later' && !step.excluded) ?? null,
    waiting: shown.filter((step) => step.state === 'waiting' && step.reason !== 'early'),
    parked: shown.filter(({ state }) => state === 'parked'),
    coming: shown.filter(isComing),
    expected: board.expected.filter(isShown),
  };
}

/** Minutes by which somebody is late; 0 until the agreed minute is over. */
export function minutesLate({ dueAt }: Pick<BoardExpected, 'dueAt'>, now: number): number {
  return Math.max(0, Math.floor((now - epochOf(dueAt)) / 60_000));
}

/** From when a wait is counted: who comes before the agreed time has not waited yet. */
export function waitsSince({ waitsFrom, dueAt }: Pick<BoardStep, 'waitsFrom' | 'dueAt'>): string {
  return dueAt && epochOf(dueAt) > epochOf(waitsFrom) ? dueAt : waitsFrom;
}
