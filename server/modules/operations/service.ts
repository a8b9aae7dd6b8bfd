import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/db/tables.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { NotFound } from '../../platform/errors.ts';
import { givenUpReactions, retryReaction } from '../../platform/events/given-up.ts';
import type { Reaction } from '../../platform/events/reactions.ts';
import { deadLetters, retryDeadLetter } from '../../platform/jobs/dead-letters.ts';
import type { Log } from '../../platform/log/log.ts';
import { record } from '../audit/service.ts';
import { allOrganisations, requireSharedKeeper } from '../directory/service.ts';
import { administering, recordChange } from '../identity/service.ts';
import type { By } from '../identity/types.ts';
import type { Fault, FaultPlace, FaultRetry } from './schema.ts';

/** `reactions`: those this service runs; only they can be tried again. */
export type OperationsDeps = { db: Kysely<Tables>; reactions: readonly Reaction[]; log: Log };

/** What was given up, newest first, a hundred of each kind at most. @throws Forbidden unless the region's own administrator asks */
export async function readFaults({ db }: OperationsDeps, by: By): Promise<Fault[]> {
  return inTransaction(db, async (trx) => {
    requireSharedKeeper(by.actor, await allOrganisations(trx));
    const jobs = (await deadLetters(trx)).map(({ id, job, tries, error, addedAt, diedAt }) => ({
      ...({ kind: 'job', id: String(id), name: job } as const),
      ...{ tries, error, askedAt: addedAt, gaveUpAt: diedAt },
    }));
    const reactions = (await givenUpReactions(trx)).map(({ id, reaction, tries, error, eventAt, diedAt }) => ({
      ...({ kind: 'reaction', id, name: reaction } as const),
      ...{ tries, error, askedAt: eventAt, gaveUpAt: diedAt },
    }));
    await record(trx, administering(by, 'faults.read'));
    return [...jobs, ...reactions].sort((a, b) => Temporal.Instant.compare(b.gaveUpAt, a.gaveUpAt));
  });
}

/** A job goes back to its queue; a reaction is done at once. @throws Forbidden; NotFound when it is no longer given up */
export async function tryAgain(deps: OperationsDeps, by: By, { kind, id }: FaultPlace): Promise<FaultRetry['state']> {
  requireSharedKeeper(by.actor, await allOrganisations(deps.db));
  return kind === 'job' ? requeue(deps, by, id) : doAgain(deps, by, id);
}

async function requeue({ db }: OperationsDeps, by: By, id: string): Promise<'queued'> {
  await inTransaction(db, async (trx) => {
    if (!/^\d{1,15}$/.test(id) || !(await retryDeadLetter(trx, Number(id)))) throw new NotFound();
    await recordChange(trx, by, 'job.retry');
  });
  return 'queued';
}

async function doAgain({ db, reactions, log }: OperationsDeps, by: By, id: string): Promise<'done' | 'failed'> {
  const outcome = await retryReaction(db, { reactions, id, log });
  if (outcome === 'unknown') throw new NotFound();
  await inTransaction(db, (trx) => recordChange(trx, by, 'reaction.retry', id));
  return outcome;
}
