import { dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { Unavailable } from '../../../../platform/errors.ts';
import { adapt } from '../adapting.ts';
import { type Step, steps } from '../records.ts';
import { type Page, SourceFailure } from '../sources/source.ts';
import { end, lockLive, noCounts, RunEnded, type Running } from './life.ts';
import { addFaults, noteSeen, runById, saveProgress, setState } from './queries.ts';
import { store } from './storing.ts';
import type { Counts, Position, Run } from './types.ts';
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
  const counts: Counts = { ...run.counts };
  for (const step of steps.slice(first)) {
    let at = step === run.position.step ? (run.position.at ?? null) : null;
    do {
      running.signal?.throwIfAborted();
      const page = await running.source.page(step, at, run.since);
      await takePage(running, run.id, step, page, counts);
      at = page.next;
    } while (at !== null);
  }
}

/** `counts` grow by what the page brought, once it is all written. */
async function takePage({ db, clock, source }: Running, runId: string, step: Step, page: Page, counts: Counts): Promise<void> {
  const taken = adapt(source.adapter, step, page.items, dayOf(clock.now()));
  const stored = await store(db, step, taken.records);
  const faults = [...taken.faults, ...stored.faults];
  const before = counts[step] ?? noCounts();
  counts[step] = {
    total: page.total ?? before.total,
    read: before.read + page.items.length,
    written: before.written + stored.written,
    unchanged: before.unchanged + stored.unchanged,
    withdrawn: before.withdrawn,
    faults: before.faults + faults.length,
  };
  await inTransaction(db, async (trx) => {
    await lockLive(trx, runId);
    await noteSeen(trx, runId, step, taken.met);
    await addFaults(trx, runId, step, faults);
    await saveProgress(trx, runId, { counts, position: page.next === null ? nextOf(step) : { step, at: page.next }, now: clock.now() });
  });
}

function nextOf(step: Step): Position {
  const next = steps[steps.indexOf(step) + 1];
  return next ? { step: next, at: null } : { step: 'withdrawing' };
}

async function fail(running: Running, runId: string, error: unknown): Promise<void> {
  const failure = error instanceof SourceFailure ? error.code : 'unexpected';
  running.log.error('directory import failed', { runId, failure, error });
  await end(running, runId, { state: 'failed', failure });
}
