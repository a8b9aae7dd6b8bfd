import { readFile } from 'node:fs/promises';
import { createDb } from '../server/platform/db/pool.ts';
import { hashSecret, newSecret } from '../server/platform/keys/keys.ts';
import { withClient } from './contacts/client.ts';
import { round, sender, summary } from './contacts/load.ts';
import { argument } from './running/argument.ts';
import { openDatabase } from './running/database.ts';
import { type BenchServer, startServer, stopServer } from './running/server.ts';
import { importSample, repeat } from './search/fill.ts';

/**
 * `npm run bench:search-http [-- --services 40000 --channels 60000 --data FOLDER]`: the service directory at a country's size, searched
 * whole and as one types, in the engine and over HTTP, at the desk and by the public, against a bare HTTP answer of as many bytes.
 * Prints one JSON object; times are milliseconds, memory megabytes.
 */
const services = Number(argument('--services') ?? 40_000);
const channels = Number(argument('--channels') ?? 60_000);
const folder = argument('--data') ?? '../shared/data/ptv';
const script = 'search/http-server.ts';
const database = await openDatabase();
try {
  // The first start seeds the demo; the next one is the start that is measured.
  await stopServer(await startServer(script, database));
  const filled = createDb(database.url, { log: database.log });
  await importSample(filled, folder);
  await filled.close();
  await withClient(database.url, (client) => repeat(client, services, channels));
  const running = await startServer<Told>(script, database, { execArgv: ['--expose-gc'] });
  try {
    process.stdout.write(`${JSON.stringify(await measure(running), null, 2)}\n`);
  } finally {
    await stopServer(running);
  }
} finally {
  await database.close();
}

type Moment = { seconds: number; memory: { rss: number; heap: number } };
type Told = { answering: Moment; whole: Moment; index: { entries: number; bytes: number }; barePort: number };
type Server = BenchServer<Told>;

async function measure({ origin, server, told: { answering, whole, index, barePort } }: Server) {
  const queries = await wordsAsked();
  const typed = queries.flatMap(asTyped).slice(0, 1000);
  const send = sender({ origin, cookie: `polku=${await advisorsSession()}` });
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
