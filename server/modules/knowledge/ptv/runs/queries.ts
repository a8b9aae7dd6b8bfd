import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { Fault, Step } from '../records.ts';
import type { Counts, Position, Run, RunMode, RunSource, RunState, Withdrawing } from './types.ts';

const columns = sql`id, source, mode, state, since, position, counts, withdrawing, failure, asked_by as "askedBy", answered_by as "answeredBy", approved_at as "approvedAt",
  created_at as "createdAt", started_at as "startedAt", moved_at as "movedAt", ended_at as "endedAt"`;

/** Undefined when a run is on its way: the unique index lets one through. */
export async function insertRun(
  trx: Trx,
  run: { source: RunSource; mode: RunMode; since: Temporal.Instant | null; askedBy: string | null; now: Temporal.Instant },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`insert into import_run (source, mode, since, asked_by, created_at)
    values (${run.source}, ${run.mode}, ${run.since}, ${run.askedBy}::uuid, ${run.now})
    on conflict ((true)) where state in ('waiting', 'running', 'asks') do nothing returning id`.execute(trx);
  return rows[0]?.id;
}

export async function latestRuns(db: Db, limit: number): Promise<Run[]> {
  const { rows } = await sql<Run>`select ${columns} from import_run order by created_at desc limit ${limit}`.execute(db);
  return rows;
}

export async function runById(db: Db, id: string): Promise<Run | undefined> {
  const { rows } = await sql<Run>`select ${columns} from import_run where id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function lockRun(trx: Trx, id: string): Promise<Run | undefined> {
  const { rows } = await sql<Run>`select ${columns} from import_run where id = ${id}::uuid for update`.execute(trx);
  return rows[0];
}

export async function presentRun(db: Db): Promise<Run | undefined> {
  const { rows } = await sql<Run>`select ${columns} from import_run where state in ('waiting', 'running', 'asks')`.execute(db);
  return rows[0];
}

/** The latest run of this source that ended well: of everything only, or of any kind. */
export async function lastDone(db: Db, source: RunSource, mode?: RunMode): Promise<Run | undefined> {
  const ofMode = mode ? sql`and mode = ${mode}` : sql``;
  const { rows } = await sql<Run>`select ${columns} from import_run where state = 'done' and source = ${source} ${ofMode}
    order by started_at desc limit 1`.execute(db);
  return rows[0];
}

type Change = { position?: Position; counts?: Counts; withdrawing?: Withdrawing; now: Temporal.Instant };

/** Where the run has come to. */
export async function saveProgress(trx: Trx, id: string, { position, counts, withdrawing, now }: Change): Promise<void> {
  await sql`update import_run set moved_at = ${now}, position = coalesce(${json(position)}::jsonb, position),
    counts = coalesce(${json(counts)}::jsonb, counts), withdrawing = coalesce(${json(withdrawing)}::jsonb, withdrawing)
    where id = ${id}::uuid`.execute(trx);
}

export async function setState(
  trx: Trx,
  id: string,
  change: { state: RunState; now: Temporal.Instant; failure?: string; answeredBy?: string },
): Promise<void> {
  const ended = change.state === 'done' || change.state === 'failed' || change.state === 'stopped';
  await sql`update import_run set state = ${change.state}, moved_at = ${change.now}, failure = ${change.failure ?? null},
    answered_by = coalesce(${change.answeredBy ?? null}::uuid, answered_by), started_at = coalesce(started_at, ${change.now}),
    ended_at = ${ended ? change.now : null} where id = ${id}::uuid`.execute(trx);
  // What it has met is needed to its end only: some 100,000 rows.
  if (ended) await sql`delete from import_seen where run_id = ${id}::uuid`.execute(trx);
}

/** A run that asked may withdraw. `by`: null for whoever stands at the machine. */
export async function approveRun(trx: Trx, id: string, { by, now }: { by: string | null; now: Temporal.Instant }): Promise<void> {
  await sql`update import_run set state = 'running', approved_at = ${now}, answered_by = ${by}::uuid, moved_at = ${now}
    where id = ${id}::uuid and state = 'asks'`.execute(trx);
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** A run keeps a thousand faults: whoever has more than that has one cause for them. */
const MOST_FAULTS = 1_000;

export async function addFaults(trx: Trx, runId: string, step: Step, faults: readonly Fault[]): Promise<void> {
  if (faults.length === 0) return;
  const rows = faults.map((fault) => ({
    ...fault,
    step,
    name: shortened(fault.name),
    detail: shortened(fault.detail),
  }));
  await sql`insert into import_fault (run_id, step, record_id, name, code, detail, skipped)
    select ${runId}::uuid, step, "recordId", name, code, detail, skipped
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(step text, "recordId" text, name text, code text, detail text, skipped boolean)
    limit greatest(0, ${MOST_FAULTS} - (select count(*) from import_fault where run_id = ${runId}::uuid))`.execute(trx);
}

/** The cut may fall within a character, and PostgreSQL does not store the half of one. */
const shortened = (text: string | null) => text?.slice(0, 200).toWellFormed() ?? null;

export type FaultRow = Fault & { id: number; step: Step };

/** Faults in the order they were met, records left out before the rest. */
export async function faultsOf(db: Db, runId: string, limit: number): Promise<FaultRow[]> {
  const { rows } = await sql<FaultRow>`select id, step, record_id as "recordId", name, code, detail, skipped from import_fault
    where run_id = ${runId}::uuid order by skipped desc, id limit ${limit}`.execute(db);
  return rows;
}

export async function noteSeen(trx: Trx, runId: string, step: Step, ids: readonly string[]): Promise<void> {
  await sql`insert into import_seen (run_id, step, record_id) select ${runId}::uuid, ${step}, unnest(${ids}::uuid[])
    on conflict do nothing`.execute(trx);
}

const TABLES: Record<Step, string> = {
  organisations: 'ptv_organisation',
  'general-descriptions': 'general_description',
  channels: 'service_channel',
  services: 'service',
  collections: 'service_collection',
};

/** What is written here is none of the import's business. */
const imported = (step: Step) => (step === 'general-descriptions' || step === 'collections' ? sql`true` : sql`source = 'ptv'`);

export async function countKnown(db: Db, step: Step): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(TABLES[step])}
    where retired_at is null and ${imported(step)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What the directory has and the run has not met. */
export async function idsNotSeen(db: Db, runId: string, step: Step): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select t.id from ${sql.table(TABLES[step])} t
    where t.retired_at is null and ${imported(step)}
      and not exists (select from import_seen s where s.run_id = ${runId}::uuid and s.step = ${step} and s.record_id = t.id)
    order by t.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of these, the ones the directory still has. */
export async function idsKnown(db: Db, step: Step, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select t.id from ${sql.table(TABLES[step])} t
    where t.retired_at is null and ${imported(step)} and t.id = any(${ids}::uuid[]) order by t.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Runs older than the latest `keep`, with their faults. */
export async function forgetOldRuns(trx: Trx, keep: number): Promise<void> {
  await sql`delete from import_run where ended_at is not null
    and id not in (select id from import_run order by created_at desc limit ${keep})`.execute(trx);
}
