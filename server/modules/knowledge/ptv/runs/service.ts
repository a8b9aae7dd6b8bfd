import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import { allOrganisations } from '../../../directory/service.ts';
import { recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import { type KeyDeps, lacksKey, type PtvSettings } from '../key/service.ts';
import { giveUpLost } from './life.ts';
import { requireDirectoryKeeper } from './policy.ts';
import { approveRun, type FaultRow, faultsOf, insertRun, lastDone, latestRuns, lockRun, presentRun, runById, setState } from './queries.ts';
import type { Run, RunMode, RunSource } from './types.ts';

export type ImportDeps = KeyDeps;

export const IMPORT_JOB = 'import-directory';

const SHOWN_RUNS = 20;
const SHOWN_FAULTS = 200;
/** Changes of connections are told in no record's date, so all of it is read at least this often (DVV recommends a week). */
const WHOLE_EVERY_DAYS = 6;

export async function listRuns({ db }: Pick<ImportDeps, 'db'>, by: By): Promise<Run[]> {
  requireDirectoryKeeper(by.actor, await allOrganisations(db));
  return latestRuns(db, SHOWN_RUNS);
}

export async function readRun({ db }: ImportDeps, by: By, id: string): Promise<{ run: Run; faults: FaultRow[] }> {
  requireDirectoryKeeper(by.actor, await allOrganisations(db));
  const run = await runById(db, id);
  if (!run) throw new NotFound();
  return { run, faults: await faultsOf(db, id, SHOWN_FAULTS) };
}

/** Has an import begin now. @throws Conflict('import-not-configured'), Conflict('import-no-key'), Conflict('import-running') */
export async function askForRun(deps: ImportDeps, by: By, mode: RunMode): Promise<Run> {
  const { db, clock, ptv } = deps;
  if (!ptv) throw new Conflict('import-not-configured');
  return inTransaction(db, async (trx) => {
    requireDirectoryKeeper(by.actor, await allOrganisations(trx));
    if (await lacksKey(trx, ptv)) throw new Conflict('import-no-key');
    await giveUpLost(trx, clock.now());
    const id = await beginRun(trx, deps, { mode, askedBy: by.actor.personId });
    if (!id) throw new Conflict('import-running');
    await recordChange(trx, by, 'directory.import', id);
    return (await runById(trx, id)) as Run;
  });
}

/**
 * A person's word on a run that asks: withdraw what it did not meet, or leave it all as it is. Only the source it was read from can tell
 * what it never covered, so a run of a folder is let withdraw where the folder is. @throws Conflict('import-asks-nothing'),
 * Conflict('import-other-source')
 */
export async function answerRun({ db, clock, ptv }: ImportDeps, by: By, id: string, withdraw: boolean): Promise<Run> {
  await inTransaction(db, async (trx) => {
    requireDirectoryKeeper(by.actor, await allOrganisations(trx));
    const run = await lockRun(trx, id);
    if (!run) throw new NotFound();
    if (run.state !== 'asks') throw new Conflict('import-asks-nothing');
    if (withdraw && !isOfSource(run, ptv)) throw new Conflict('import-other-source');
    const answeredBy = by.actor.personId;
    if (withdraw) await approveRun(trx, id, { by: answeredBy, now: clock.now() });
    else await setState(trx, id, { state: 'stopped', now: clock.now(), answeredBy });
    if (withdraw) await addJob(trx, IMPORT_JOB, { runId: id }, { key: `import ${id}`, queue: IMPORT_JOB });
    await recordChange(trx, by, withdraw ? 'directory.withdraw' : 'directory.keep', id);
  });
  return (await runById(db, id)) as Run;
}

/** The nightly run: what has changed, or all of it when that was last done a week ago. One that still asks is left behind by a newer. */
export async function startNightly(deps: Omit<ImportDeps, 'keys'>): Promise<void> {
  const { db, clock, ptv } = deps;
  if (!ptv || (await lacksKey(db, ptv))) return;
  await inTransaction(db, async (trx) => {
    await giveUpLost(trx, clock.now());
    const present = await presentRun(trx);
    if (present?.state === 'asks') await setState(trx, present.id, { state: 'stopped', now: clock.now() });
    const whole = await lastDone(trx, sourceOf(ptv), 'everything');
    const recent = whole?.startedAt && Temporal.Instant.compare(whole.startedAt, daysBefore(clock.now(), WHOLE_EVERY_DAYS)) > 0;
    await beginRun(trx, deps, { mode: recent ? 'changes' : 'everything', askedBy: null });
  });
}

async function beginRun(
  trx: Trx,
  { clock, ptv }: Omit<ImportDeps, 'keys'>,
  run: { mode: RunMode; askedBy: string | null },
): Promise<string | undefined> {
  if (!ptv) return undefined;
  const source = sourceOf(ptv);
  // From when the last one began, not from when it ended: what changed while it ran is met again.
  const since = run.mode === 'changes' ? ((await lastDone(trx, source))?.startedAt ?? null) : null;
  const mode = since ? 'changes' : 'everything';
  const id = await insertRun(trx, { source, mode, since, askedBy: run.askedBy, now: clock.now() });
  if (id) await addJob(trx, IMPORT_JOB, { runId: id }, { key: `import ${id}`, queue: IMPORT_JOB });
  return id;
}

/** Whether the installation reads the directory from where the run does. */
export const isOfSource = (run: Run, ptv: PtvSettings | undefined) => ptv !== undefined && run.source === sourceOf(ptv);

const sourceOf = ({ version }: PtvSettings): RunSource => (version === 'v11' ? 'api-v11' : 'api-v12');
const daysBefore = (now: Temporal.Instant, days: number) => now.subtract({ hours: 24 * days });
