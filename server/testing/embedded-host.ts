import { startEmbedded } from '../platform/db/embedded.ts';
import { runUntilStopped } from '../platform/lifecycle.ts';
import { createLog } from '../platform/log/log.ts';

/** A process of its own that holds an embedded database, to be killed by tests: `node embedded-host.ts FOLDER`. */
const [folder = ''] = process.argv.slice(2);
const log = createLog('info');

await runUntilStopped(async (onStop) => {
  const started = performance.now();
  const { url, appUrl, stop } = await startEmbedded({ dataDir: folder, log });
  onStop(stop);
  process.stdout.write(`${JSON.stringify({ url, appUrl, ms: Math.round(performance.now() - started) })}\n`);
}, log);
