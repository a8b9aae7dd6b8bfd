import { sql } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { asOwner, testDatabase } from '../../testing/database.ts';
import { inTransaction } from '../db/transaction.ts';
import { createLog } from '../log/log.ts';
import { addJob } from './add-job.ts';
import { deadLetters, dismissDeadLetter, retryDeadLetter } from './dead-letters.ts';
import { type JobHandler, type Jobs, startJobs } from './jobs.ts';

const database = await testDatabase();
const { kysely } = database.db;
const running: Jobs[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
  await asOwner(database, (client) => client.query('delete from graphile_worker._private_jobs'));
});

async function workWith(handlers: Record<string, JobHandler>): Promise<Jobs> {
  const jobs = await startJobs({ url: database.appUrl, handlers, log: createLog('silent') });
  running.push(jobs);
  return jobs;
}

test('a job of a committed transaction runs, one of a rolled-back transaction does not', async () => {
  const ran: unknown[] = [];
  await workWith({ greet: async (payload) => void ran.push(payload) });
  const failing = inTransaction(kysely, async (trx) => {
    await addJob(trx, 'greet', { who: 'nobody' });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await inTransaction(kysely, (trx) => addJob(trx, 'greet', { who: 'somebody' }));
  await vi.waitFor(() => expect(ran).toEqual([{ who: 'somebody' }]), 5_000);
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 5_000);
});

test('jobs of one key are one job, and a job waits for its moment', async () => {
  const later = Temporal.Now.instant().add({ hours: 1 });
  await inTransaction(kysely, (trx) => addJob(trx, 'remind', { n: 1 }, { key: 'k', runAt: later }));
  await inTransaction(kysely, (trx) => addJob(trx, 'remind', { n: 2 }, { key: 'k', runAt: later }));
  const ran: unknown[] = [];
  await workWith({ remind: async (payload) => void ran.push(payload), now: async () => void ran.push('now') });
  await inTransaction(kysely, (trx) => addJob(trx, 'now', {}));
  await vi.waitFor(() => expect(ran).toEqual(['now']), 5_000);
  await vi.waitFor(async () => expect(await waiting()).toBe(1), 5_000);
  expect(ran).toEqual(['now']);
});

test('a job that fails every time becomes a dead letter without the words of its error, and can be tried again', async () => {
  let broken = true;
  const ran: number[] = [];
  await workWith({
    send: async (_, { attempt }) => {
      if (broken) throw new Error('no such mailbox: maija.meikalainen@posti.example');
      ran.push(attempt);
    },
  });
  await inTransaction(kysely, (trx) => addJob(trx, 'send', { message: 'm1' }, { maxAttempts: 1 }));
  const [letter] = await vi.waitFor(async () => {
    const letters = await deadLetters(kysely);
    expect(letters).toHaveLength(1);
    return letters;
  }, 5_000);
  expect(letter).toMatchObject({ job: 'send', tries: 1, error: 'Error' });
  expect(letter?.diedAt).toBeInstanceOf(Temporal.Instant);

  broken = false;
  expect(await retryDeadLetter(kysely, letter?.id ?? 0)).toBe(true);
  await vi.waitFor(() => expect(ran).toEqual([1]), 5_000);
  await vi.waitFor(async () => expect(await deadLetters(kysely)).toEqual([]), 5_000);
  expect(await retryDeadLetter(kysely, letter?.id ?? 0)).toBe(false);
});

test('a living job is no dead letter', async () => {
  await inTransaction(kysely, (trx) => addJob(trx, 'unhandled', {}));
  const { rows } = await sql<{ id: number }>`select id from graphile_worker.jobs`.execute(kysely);
  expect(await dismissDeadLetter(kysely, rows[0]?.id ?? 0)).toBe(false);
  expect(await waiting()).toBe(1);
});

test('stop waits for the running job and its result', async () => {
  const ended: string[] = [];
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const jobs = await workWith({
    slow: async () => {
      started.resolve();
      await finish.promise;
      ended.push('slow');
    },
  });
  running.splice(0);
  await inTransaction(kysely, (trx) => addJob(trx, 'slow', {}));
  await started.promise;
  const stopped = jobs.stop().then(() => ended.push('stopped'));
  finish.resolve();
  await stopped;
  expect(ended).toEqual(['slow', 'stopped']);
  expect(await waiting()).toBe(0);
});

test('a job whose worker was killed goes on at the next start; that of a living worker is left to it', async () => {
  const ran: string[] = [];
  await inTransaction(kysely, (trx) => addJob(trx, 'resume', {}));
  await asOwner(database, (client) =>
    client.query(`update graphile_worker._private_jobs set locked_by = 'pool-of-a-killed-process', locked_at = now(), attempts = 1`),
  );
  const release = Promise.withResolvers<void>();
  await workWith({ hold: () => release.promise, resume: async () => void ran.push('resumed') });
  await vi.waitFor(() => expect(ran).toEqual(['resumed']), 5_000);

  await inTransaction(kysely, (trx) => addJob(trx, 'hold', {}));
  await vi.waitFor(async () => expect(await locked()).toBe(1), 5_000);
  await workWith({ hold: async () => void ran.push('stolen') });
  await workWith({ after: async () => void ran.push('after') });
  await inTransaction(kysely, (trx) => addJob(trx, 'after', {}));
  await vi.waitFor(() => expect(ran).toContain('after'), 5_000);
  expect(ran).toEqual(['resumed', 'after']);
  release.resolve();
});

test('work goes on when the database has cut every connection in the middle of a job', async () => {
  const ran: string[] = [];
  const cut = Promise.withResolvers<void>();
  await workWith({
    long: async () => {
      await cut.promise;
      ran.push('long');
    },
    next: async () => void ran.push('next'),
  });
  await inTransaction(kysely, (trx) => addJob(trx, 'long', {}));
  await vi.waitFor(async () => expect(await locked()).toBe(1), 5_000);
  await asOwner(database, (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'),
  );
  cut.resolve();
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 10_000);
  await inTransaction(kysely, (trx) => addJob(trx, 'next', {}));
  await vi.waitFor(() => expect(ran).toContain('next'), 10_000);
  // Once, or again where its result could not be written.
  expect(new Set(ran)).toEqual(new Set(['long', 'next']));
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 10_000);
}, 30_000);

test('stop also ends workers that are just being started again', async () => {
  const jobs = await workWith({ never: async () => {} });
  running.splice(0);
  await asOwner(database, (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'),
  );
  await jobs.stop();
  await vi.waitFor(async () => expect(await connections()).toBe(0), 3_000);
});

async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs`.execute(kysely);
  return rows[0]?.n ?? -1;
}

async function connections(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_stat_activity where application_name = 'polku jobs' and datname = current_database()`.execute(kysely);
  return rows[0]?.n ?? -1;
}

async function locked(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs where locked_at is not null`.execute(kysely);
  return rows[0]?.n ?? -1;
}
