import { setTimeout as delay } from 'node:timers/promises';
import { readConfig } from '../../server/platform/config/config.ts';
import { generateKeyring, readKeyring } from '../../server/platform/keys/keyring.ts';
import { createLog } from '../../server/platform/log/log.ts';
import { startPolku } from '../../server/polku.ts';
import { round } from '../contacts/load.ts';
import { bareAnswers } from './bare.ts';

/**
 * The service in a process of its own, as in production, with the limiter on (one session makes the calls of a whole front office, so the
 * limit per session is raised). Beside it, a server that answers any bytes it is told to, and nothing else.
 */
const began = performance.now();
const since = () => round((performance.now() - began) / 1000);
const config = readConfig({ PORT: process.env.PORT, POLKU_DATA_DIR: process.env.POLKU_DATA_DIR });
const polku = await startPolku({
  config,
  database: { url: process.env.BENCH_DATABASE as string },
  keys: readKeyring(generateKeyring()),
  log: createLog('error'),
  limits: { caller: { max: 10_000_000, windowMs: 60_000 } },
});
await polku.app.listen({ host: config.host, port: config.port });
const bare = await bareAnswers();
const answering = { seconds: since(), memory: memory() };
while (!polku.search.isWhole()) await delay(5);
process.send?.({ answering, whole: { seconds: since(), memory: memory() }, index: polku.search.size(), barePort: bare.port });

process.on('message', async (asked: { engine: string[] } | { bareBytes: number } | 'cpu' | 'stop') => {
  if (asked === 'stop') {
    bare.stop();
    await polku.stop();
    process.exit(0);
  }
  if (asked === 'cpu') process.send?.({ cpu: cpuMs() });
  else if ('bareBytes' in asked) bare.answerWith(asked.bareBytes);
  else process.send?.({ times: asked.engine.map(timed) });
});

function timed(words: string): number {
  const started = performance.now();
  polku.search.find({ words, language: 'fi', audience: 'staff', limit: 40 });
  return performance.now() - started;
}

/** Milliseconds this process has computed: beside the time an answer took, it tells how much of that was waiting for a busy machine. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Megabytes after a collection. */
function memory(): { rss: number; heap: number } {
  (globalThis as { gc?: () => void }).gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: Math.round(rss / 1e6), heap: Math.round(heapUsed / 1e6) };
}
