import type { Step } from '../records.ts';

export const runSources = ['api-v11', 'api-v12', 'files'] as const;
export type RunSource = (typeof runSources)[number];
export const runModes = ['everything', 'changes'] as const;
export type RunMode = (typeof runModes)[number];
export const runStates = ['waiting', 'running', 'asks', 'done', 'failed', 'stopped'] as const;
export type RunState = (typeof runStates)[number];

/** `total`: as the source has told, null where it has not. `faults` counts those of records left out and of parts left out alike. */
export type StepCounts = { total: number | null; read: number; written: number; unchanged: number; withdrawn: number; faults: number };
export type Counts = { [S in Step]?: StepCounts };

/** `withdrawing`: all pages have been read, and what was not met is being withdrawn. */
export type Position = { step?: Step | 'withdrawing'; at?: string | null };

/** Per kind: how many the directory has, and how many of them a run did not meet. */
export type Withdrawing = { [S in Step]?: { known: number; missing: number } };

export type Run = {
  id: string;
  source: RunSource;
  mode: RunMode;
  state: RunState;
  since: Temporal.Instant | null;
  position: Position;
  counts: Counts;
  withdrawing: Withdrawing;
  failure: string | null;
  askedBy: string | null;
  answeredBy: string | null;
  /** When it was let withdraw more than a tenth. */
  approvedAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  startedAt: Temporal.Instant | null;
  movedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
};
