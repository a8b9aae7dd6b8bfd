import { dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { Unavailable } from '../../../../platform/errors.ts';
import { adapt } from '../adapting.ts';
import { type Step, steps } from '../records.ts';
import { type Page, SourceFailure } from '../sources/source.ts';
import { end, lockLive, noCounts, RunEnded, type Running } from './life.ts';
import { addFaults, noteSeen, runById, saveProgress, setState } from './queries.ts';
import { store } from './storing.ts';
import type { Position, Run, StepCounts } from './types.ts';
import { withdraw } from './withdrawing.ts';

/**
 * Carries a run to its end, or to its question. A run that was cut is carried on from the page it had reached: what it wrote and did not
 * note is simply found unchanged. @throws what belongs to the database being away or this process ending: the job is tried again then.
 */
export async function runImport(running: Running, runId: string): Promise<Run | undefined> {
  try {
    const run = await begin(running, runId);
    if (run.position.step !== 'withdrawing') await readAll(running, run);
    await withdraw(running, runId);
  } catch (error) {
    if (error instanceof RunEnded) return undefined;
    if (running.signal?.aborted || error instanceof Unavailable) throw error;
    await fail(running, runId, error);
  }
  return runById(running.db, runId);
}

async function begin({ db, clock }: Running, runId: string): Promise<Run> {
  return inTransaction(db, async (trx) => {
    const run = await lockLive(trx, runId);
    await setState(trx, runId, { state: 'running', now: clock.now() });
    return run;
  });
}

async function readAll(running: Running, run: Run): Promise<void> {
  const first = run.position.step && run.position.step !== 'withdrawing' ? steps.indexOf(run.position.step) : 0;
  const counts = { ...run.counts };
  for (const step of steps.slice(first)) {
    let at = step === run.position.step ? (run.position.at ?? null) : null;
    do {
      running.signal?.throwIfAborted();
      const page = await running.source.page(step, at, run.since);
      counts[step] = await takePage(running, run, step, page, counts[step] ?? noCounts());
      at = page.next;
      await note(running, run.id, { counts, position: at === null ? nextOf(step) : { step, at } });
    } while (at !== null);
  }
}

async function takePage(running: Running, run: Run, step: Step, page: Page, counts: StepCounts): Promise<StepCounts> {
  const taken = adapt(running.source.adapter, step, page.items, dayOf(running.clock.now()));
  const stored = await store(running.db, step, taken.records);
  const faults = [...taken.faults, ...stored.faults];
  await inTransaction(running.db, async (trx) => {
    await lockLive(trx, run.id);
    await noteSeen(trx, run.id, step, taken.met);
    await addFaults(trx, run.id, step, faults);
  });
  return {
    total: page.total ?? counts.total,
    read: counts.read + page.items.length,
    written: counts.written + stored.written,
    unchanged: counts.unchanged + stored.unchanged,
    withdrawn: counts.withdrawn,
    faults: counts.faults + faults.length,
  };
}

function nextOf(step: Step): Position {
  const next = steps[steps.indexOf(step) + 1];
  return next ? { step: next, at: null } : { step: 'withdrawing' };
}

async function note({ db, clock }: Running, runId: string, change: { position?: Position; counts?: Run['counts'] }): Promise<void> {
  await inTransaction(db, async (trx) => {
    await lockLive(trx, runId);
    await saveProgress(trx, runId, { ...change, now: clock.now() });
  });
}

async function fail(running: Running, runId: string, error: unknown): Promise<void> {
  const failure = error instanceof SourceFailure ? error.code : 'unexpected';
  running.log.error('directory import failed', { runId, failure, error });
  await end(running, runId, { state: 'failed', failure });
}
