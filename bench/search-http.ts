import { fork } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startEmbedded } from '../server/platform/db/embedded.ts';
import { migrate } from '../server/platform/db/migrate.ts';
import { createDb } from '../server/platform/db/pool.ts';
import { hashSecret, newSecret } from '../server/platform/keys/keys.ts';
import { createLog } from '../server/platform/log/log.ts';
import { withClient } from './contacts/client.ts';
import { round, sender, summary } from './contacts/load.ts';
import { importSample, repeat } from './search/fill.ts';

/**
 * `npm run bench:search-http [-- --services 40000 --channels 60000 --data FOLDER]`: the service directory at a country's size, searched
 * whole and as one types, in the engine and over HTTP, at the desk and by the public, against a bare HTTP answer of as many bytes.
 * Prints one JSON object; times are milliseconds, memory megabytes.
 */
const services = Number(argument('--services') ?? 40_000);
const channels = Number(argument('--channels') ?? 60_000);
const folder = argument('--data') ?? '../shared/data/ptv';
const log = createLog('error');
const dataDir = await mkdtemp(join('/var/tmp', 'polku-bench-'));
// The database runs as an account of its own, which must reach its folder.
await chmod(dataDir, 0o711);
const database = await startEmbedded({ dataDir, log, settings: { max_connections: '120' } });
try {
  await migrate(database.url, { log });
  const port = await freePort();
  // The first start seeds the demo; the next one is the start that is measured.
  await stopped(await startServer(port));
  const filled = createDb(database.url, { log });
  await importSample(filled, folder);
  await filled.close();
  await withClient(database.url, (client) => repeat(client, services, channels));
  const { server, told } = await startServer(port);
  try {
    process.stdout.write(`${JSON.stringify(await measure(port, server, told), null, 2)}\n`);
  } finally {
    await stopped({ server });
  }
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}

type Server = Awaited<ReturnType<typeof startServer>>;

async function measure(port: number, server: Server['server'], { answering, whole, index, barePort }: Server['told']) {
  const queries = await wordsAsked();
  const typed = queries.flatMap(asTyped).slice(0, 1000);
  const send = sender({ origin: `http://127.0.0.1:${port}`, cookie: `polku=${await advisorsSession()}` });
  const bare = sender({ origin: `http://127.0.0.1:${barePort}`, cookie: '' });
  const desk = (words: string, typing: boolean) => send('POST', '/api/knowledge/search', { words, language: 'fi', typing });
  const anyone = (words: string) => send('POST', '/api/public/knowledge/search', { words, language: 'fi', typing: true });
  const counted = <T>(times: number, work: () => Promise<T>) => withCpu(server, times, work);
  const engine = {
    whole: await counted(queries.length, () => inEngine(server, queries)),
    typed: await counted(typed.length, () => inEngine(server, typed)),
  };
  const overHttp = {
    deskWhole: await counted(queries.length, () => timed(queries, (words) => desk(words, false))),
    deskTyped: await counted(typed.length, () => timed(typed, (words) => desk(words, true))),
    publicTyped: await counted(700, () => timed(typed.slice(0, 700), anyone)),
  };
  server.send({ bareBytes: Math.round(overHttp.deskTyped.meanBytes) });
  const limit = await timed(typed, (words) => bare('POST', '/', { words }));
  return {
    services,
    channels,
    index,
    start: { answering, whole },
    engine,
    http: overHttp,
    bareHttpOfTheSameBytes: limit,
    ratioToBare: { p50: round(limit.p50 / overHttp.deskTyped.p50), p95: round(limit.p95 / overHttp.deskTyped.p95) },
    targets: { engineP95: 15, httpP95: 25 },
  };
}

/** Questions as people ask them, Finnish ones: the same that the ranking is judged by, here only for their speed. */
async function wordsAsked(): Promise<string[]> {
  const lines = (await readFile(argument('--queries') ?? '../shared/data/search/search-dev.jsonl', 'utf8')).split('\n').filter(Boolean);
  return lines
    .map((line) => JSON.parse(line) as { lang: string; query: string })
    .flatMap(({ lang, query }) => (lang === 'fi' ? [query] : []));
}

/** What a desk asks while the words are typed: from the third letter on, every other letter. */
function asTyped(words: string): string[] {
  return Array.from({ length: Math.floor(Math.max(0, words.length - 1) / 2) }, (_, at) => words.slice(0, 3 + at * 2));
}

async function timed(words: readonly string[], ask: (words: string) => Promise<{ status: number; text: string }>) {
  for (const warm of words.slice(0, 20)) await ask(warm);
  const [times, begun]: [number[], number] = [[], performance.now()];
  let bytes = 0;
  for (const one of words) {
    const started = performance.now();
    const { status, text } = await ask(one);
    times.push(performance.now() - started);
    if (status !== 200) throw new Error(`unexpected answer ${status}: ${text.slice(0, 200)}`);
    bytes += Buffer.byteLength(text);
  }
  return { ...summary([{ times, seconds: (performance.now() - begun) / 1000, failed: 0 }]), meanBytes: round(bytes / words.length) };
}

/** What the service's own process computed for each, whatever else the machine was doing meanwhile. */
async function withCpu<T>(server: Server['server'], times: number, work: () => Promise<T>): Promise<T & { cpuMsEach: number }> {
  const before = await cpuOf(server);
  const measured = await work();
  return { ...measured, cpuMsEach: round(((await cpuOf(server)) - before) / times) };
}

async function cpuOf(server: Server['server']): Promise<number> {
  const answer = new Promise<{ cpu: number }>((resolve) => server.once('message', resolve as never));
  server.send('cpu');
  return (await answer).cpu;
}

async function inEngine(server: Server['server'], words: string[]) {
  const answer = new Promise<{ times: number[] }>((resolve) => server.once('message', resolve as never));
  server.send({ engine: words });
  const { times } = await answer;
  return summary([{ times, seconds: times.reduce((sum, time) => sum + time, 0) / 1000, failed: 0 }]);
}

async function advisorsSession(): Promise<string> {
  return withClient(database.url, async (client) => {
    const token = newSecret(256);
    await client.query(
      `insert into staff_session (token_hash, person_id, expires_at) select $1, person_id, now() + interval '12 hours'
      from person_grant where role = 'service-advisor' order by person_id limit 1`,
      [hashSecret(token)],
    );
    return token;
  });
}

async function startServer(port: number) {
  const env = { ...process.env, PORT: String(port), POLKU_DATA_DIR: dataDir, BENCH_DATABASE: database.appUrl };
  const server = fork(new URL('./search/http-server.ts', import.meta.url), {
    env,
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  type Moment = { seconds: number; memory: { rss: number; heap: number } };
  type Told = { answering: Moment; whole: Moment; index: { entries: number; bytes: number }; barePort: number };
  const told = await new Promise<Told>((resolve, reject) => {
    server.once('message', resolve as never);
    server.once('exit', () => reject(new Error('the server ended')));
  });
  return { server, told };
}

async function stopped({ server }: Pick<Server, 'server'>): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.send('stop');
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
