import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ImportRun, ImportRuns } from '../server/modules/knowledge/ptv/runs/schema.ts';
import { hashSecret, newSecret } from '../server/platform/keys/keys.ts';
import { withClient } from './contacts/client.ts';
import { round, sender, summary } from './contacts/load.ts';
import { plainInserts } from './import/plain.ts';
import { argument } from './running/argument.ts';
import { openDatabase } from './running/database.ts';
import { startChild, startServer, stopServer } from './running/server.ts';

/**
 * `npm run bench:import [-- --services 40000 --channels 60000 --data FOLDER]`: the national directory over HTTP into a whole service, which
 * is asked for its health and searched meanwhile; then once more, which must change nothing; then the same rows by plain inserts.
 * Prints one JSON object; times are milliseconds where nothing else is said, memory megabytes.
 */
const services = Number(argument('--services') ?? 40_000);
const channels = Number(argument('--channels') ?? 60_000);
const folder = resolve(argument('--data') ?? '../shared/data/ptv');
const database = await openDatabase();
const directory = await startDirectory();
try {
  const running = await startServer('import/server.ts', database, { env: { PTV_URL: `http://127.0.0.1:${directory.told}/api/v11` } });
  try {
    process.stdout.write(`${JSON.stringify(await measure(running.origin, running.server), null, 2)}\n`);
  } finally {
    await stopServer(running);
  }
} finally {
  directory.server.kill();
  await database.close();
}

async function measure(origin: string, server: ChildProcess) {
  const load = loadavg().map(round);
  const send = sender({ origin, cookie: `polku=${await administratorsSession()}` });
  const before = await residentMb(server, 'VmRSS');
  const cpuBefore = await cpuSeconds(server);
  const first = await importOnce(send);
  const cpuOfFirst = (await cpuSeconds(server)) - cpuBefore;
  const peak = await residentMb(server, 'VmHWM');
  process.stderr.write(`the first import took ${round(first.seconds)} s, ${round(cpuOfFirst)} s of processor time, ${peak} MB\n`);
  const second = await importOnce(send);
  const plain = await withClient(database.url, plainInserts);
  const rows = first.run.counts.reduce((sum, { written }) => sum + written, 0);
  const perSecond = { import: round(rows / first.seconds), plainInserts: round(plain.rows / plain.seconds) };
  return {
    services,
    channels,
    machine: { loadBefore: load, loadAfter: loadavg().map(round) },
    first: {
      seconds: round(first.seconds),
      /** Of the service's process, with its index and the answers it gave meanwhile: what a shared machine cannot blur. */
      cpuSeconds: round(cpuOfFirst),
      state: first.run.state,
      records: rows,
      rowsPerSecond: perSecond.import,
      counts: Object.fromEntries(first.run.counts.map(({ step, read, written, faults }) => [step, { read, written, faults }])),
    },
    second: { seconds: round(second.seconds), written: second.run.counts.reduce((sum, { written }) => sum + written, 0) },
    plainInserts: { rows: plain.rows, seconds: round(plain.seconds), rowsPerSecond: perSecond.plainInserts },
    /** How many times as long as the database alone takes to write the same rows. */
    ratioToPlain: round(first.seconds / plain.seconds),
    meanwhile: { health: first.health, search: first.search },
    memory: { residentBefore: before, residentPeak: peak },
    longestTransactionMs: first.longestTransactionMs,
  };
}

/** One import of everything, while the service is asked ten times a second how it is and what it finds. */
async function importOnce(send: ReturnType<typeof sender>) {
  const began = performance.now();
  const started = await send('POST', '/api/admin/directory-imports', { mode: 'everything' });
  if (started.status !== 200) throw new Error(`the import did not start: ${started.status} ${started.text}`);
  const state = { ended: false };
  const [health, search, longestTransactionMs, run] = await Promise.all([
    steadily(state, async () => (await send('GET', '/api/health')).status === 200),
    steadily(state, async () => (await send('POST', '/api/knowledge/search', { words: 'päivähoito', language: 'fi' })).status === 200),
    longestTransaction(state),
    untilEnded(send).finally(() => {
      state.ended = true;
    }),
  ]);
  return { seconds: (performance.now() - began) / 1000, health, search, longestTransactionMs, run };
}

/** Tells how far it is twice a minute; an answer that is none, of a service under load, is told and asked for again. */
async function untilEnded(send: ReturnType<typeof sender>): Promise<ImportRun> {
  const began = performance.now();
  for (let asked = 1; ; asked++) {
    await delay(500);
    const { status, text } = await send('GET', '/api/admin/directory-imports');
    if (status !== 200) {
      tell(began, `the list of imports answered ${status} ${text.slice(0, 200)}`);
      continue;
    }
    const [run] = (JSON.parse(text) as ImportRuns).runs;
    if (run && run.state !== 'waiting' && run.state !== 'running') return run;
    if (run && asked % 60 === 0) tell(began, run.counts.map(({ step, read, written }) => `${step} ${read}/${written}`).join(', '));
  }
}

function tell(began: number, words: string) {
  process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s: ${words}\n`);
}

async function steadily(state: { ended: boolean }, once: () => Promise<boolean>) {
  const run = { times: [] as number[], seconds: 0, failed: 0 };
  const began = performance.now();
  while (!state.ended) {
    const started = performance.now();
    if (await once()) run.times.push(performance.now() - started);
    else run.failed++;
    await delay(Math.max(0, 100 - (performance.now() - started)));
  }
  run.seconds = (performance.now() - began) / 1000;
  return summary([run]);
}

/** The age of the oldest transaction that writes, looked at ten times a second. */
async function longestTransaction(state: { ended: boolean }): Promise<number> {
  return withClient(database.url, async (client) => {
    let longest = 0;
    while (!state.ended) {
      const { rows } = await client.query(`select coalesce(max(extract(epoch from clock_timestamp() - xact_start)) * 1000, 0)::float8 as ms
        from pg_stat_activity where backend_xid is not null`);
      longest = Math.max(longest, (rows[0] as { ms: number }).ms);
      await delay(100);
    }
    return round(longest);
  });
}

async function administratorsSession(): Promise<string> {
  const token = newSecret(256);
  await withClient(database.url, (client) =>
    client.query(
      `insert into staff_session (token_hash, person_id, expires_at) select $1, g.person_id, now() + interval '12 hours'
        from person_grant g join organisation o on o.id = g.organisation_id and o.keeps_region where g.role = 'administrator' limit 1`,
      [hashSecret(token)],
    ),
  );
  return token;
}

async function residentMb({ pid }: ChildProcess, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024);
}

/** Kernel ticks are hundredths of a second. */
async function cpuSeconds({ pid }: ChildProcess): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function startDirectory() {
  return startChild<number>('import/directory.ts', {
    PTV_SAMPLE: join(folder, 'v11'),
    SERVICES: String(services),
    CHANNELS: String(channels),
  });
}
