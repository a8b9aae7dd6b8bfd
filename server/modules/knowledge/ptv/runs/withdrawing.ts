import { dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { type Retirable, retire } from '../../services/writing/retiring.ts';
import { adapt } from '../adapting.ts';
import { type Step, steps } from '../records.ts';
import { end, lockLive, noCounts, type Running } from './life.ts';
import { countKnown, idsKnown, idsNotSeen, noteSeen, saveProgress, setState } from './queries.ts';
import { store } from './storing.ts';
import type { Run, Withdrawing } from './types.ts';

const KINDS: Record<Step, Retirable> = {
  organisations: 'organisation',
  'general-descriptions': 'general-description',
  channels: 'channel',
  services: 'service',
  collections: 'collection',
};

/** A run that would withdraw more of any kind than this share stops and asks: half a directory does not close in a night. */
const TRUSTED_SHARE = 0.1;
const IN_ONE = 500;

/** Withdraws what the run has not met, and ends it; or asks first. Nothing is deleted. */
export async function withdraw(running: Running, runId: string): Promise<void> {
  const { db, clock } = running;
  const run = await inTransaction(db, (trx) => lockLive(trx, runId));
  const missing = new Map<Step, string[]>();
  for (const step of steps) missing.set(step, await missingOf(running, run, step));
  const withdrawing = await sharesOf(running, missing);
  if (isTooMany(withdrawing) && run.approvedAt === null) {
    await inTransaction(db, async (trx) => {
      await lockLive(trx, runId);
      await saveProgress(trx, runId, { withdrawing, position: { step: 'withdrawing' }, now: clock.now() });
      await setState(trx, runId, { state: 'asks', now: clock.now() });
    });
    return;
  }
  // What points at others goes before what is pointed at.
  for (const step of steps.toReversed()) await retireAll(running, runId, step, missing.get(step) ?? []);
  await end(running, runId, { state: 'done' });
}

async function missingOf(running: Running, run: Run, step: Step): Promise<string[]> {
  const { db, source } = running;
  if (source.covers && !source.covers(step)) return [];
  if (run.mode === 'changes') {
    if (source.withdrawn && run.since) return toldWithdrawn(running, step, run.since);
    if (!source.present) return [];
    for await (const ids of source.present(step)) await inTransaction(db, (trx) => noteSeen(trx, run.id, step, ids));
  }
  const ids = await idsNotSeen(db, run.id, step);
  if (!source.stillThere || ids.length === 0 || ids.length > (await countKnown(db, step)) * TRUSTED_SHARE) return ids;
  const found = adapt(source.adapter, step, await source.stillThere(step, ids), dayOf(running.clock.now()));
  await store(db, step, found.records);
  await inTransaction(db, (trx) => noteSeen(trx, run.id, step, found.met));
  const there = new Set(found.met);
  return ids.filter((id) => !there.has(id));
}

async function toldWithdrawn({ db, source }: Running, step: Step, since: Temporal.Instant): Promise<string[]> {
  const ids: string[] = [];
  for await (const told of source.withdrawn?.(step, since) ?? []) ids.push(...(await idsKnown(db, step, told)));
  return [...new Set(ids)];
}

async function sharesOf({ db }: Running, missing: ReadonlyMap<Step, readonly string[]>): Promise<Withdrawing> {
  const shares: Withdrawing = {};
  for (const [step, ids] of missing) if (ids.length > 0) shares[step] = { known: await countKnown(db, step), missing: ids.length };
  return shares;
}

const isTooMany = (withdrawing: Withdrawing) => Object.values(withdrawing).some(({ known, missing }) => missing > known * TRUSTED_SHARE);

async function retireAll({ db, clock }: Running, runId: string, step: Step, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += IN_ONE) {
    await inTransaction(db, async (trx) => {
      const run = await lockLive(trx, runId);
      const withdrawn = await retire(trx, KINDS[step], ids.slice(from, from + IN_ONE), 'ptv', clock.now());
      const before = run.counts[step] ?? noCounts();
      const counts = { ...run.counts, [step]: { ...before, withdrawn: before.withdrawn + withdrawn } };
      await saveProgress(trx, runId, { counts, now: clock.now() });
    });
  }
}
