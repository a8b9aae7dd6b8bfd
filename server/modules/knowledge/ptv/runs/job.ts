import { z } from 'zod';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import type { JobHandler } from '../../../../platform/jobs/jobs.ts';
import type { Log } from '../../../../platform/log/log.ts';
import { type PtvSettings, settingsNow } from '../key/service.ts';
import { apiV11 } from '../sources/api-v11.ts';
import { apiV12 } from '../sources/api-v12.ts';
import { createClient } from '../sources/client.ts';
import type { DirectorySource } from '../sources/source.ts';
import { lockRun, setState } from './queries.ts';
import { runImport } from './running.ts';
import { IMPORT_JOB, type ImportDeps, isOfSource } from './service.ts';

const Payload = z.object({ runId: z.uuid() });

/** Carries imports on, one at a time; a job that was cut begins where its run had come to. */
export function importJobs(deps: ImportDeps & { log: Log }): Record<string, JobHandler> {
  return {
    [IMPORT_JOB]: async (payload, { signal }) => {
      const { db, clock, log } = deps;
      const { runId } = Payload.parse(payload);
      if (!(await isToCarryOn(deps, runId))) return;
      const ptv = await settingsNow(deps);
      if (!ptv) return;
      await runImport({ db, clock, log, source: sourceFor(ptv, signal), signal }, runId);
    },
  };
}

/**
 * False for a run of another source than the one that is set now, which is stopped: what a source does not tell of would be withdrawn,
 * and a run that nobody carries on would keep the next ones waiting.
 */
async function isToCarryOn({ db, clock, ptv }: ImportDeps, runId: string): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const run = await lockRun(trx, runId);
    if (!run || isOfSource(run, ptv)) return run !== undefined;
    if (run.state === 'waiting' || run.state === 'running') await setState(trx, runId, { state: 'stopped', now: clock.now() });
    return false;
  });
}

/** The interface of the version, as a source. `pauseMs`: between tries; tests have less time. */
export function sourceFor({ version, url, apiKey }: PtvSettings, signal?: AbortSignal, pauseMs?: number): DirectorySource {
  const client = createClient({ url, apiKey, signal, ...(pauseMs === undefined ? {} : { pauseMs }) });
  return version === 'v11' ? apiV11(client) : apiV12(client);
}
