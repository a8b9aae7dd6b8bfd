import { type Config, ConfigError, readConfig } from './platform/config/config.ts';
import { keysIn } from './platform/config/demo-keys.ts';
import { APP_ROLE } from './platform/db/app-role.ts';
import { startEmbedded } from './platform/db/embedded.ts';
import { migrate } from './platform/db/migrate.ts';
import { runUntilStopped, type StopStep } from './platform/lifecycle.ts';
import { createLog, type Log } from './platform/log/log.ts';
import { type DatabaseAddress, type Polku, startPolku } from './polku.ts';
import { buildStaleApps } from './web-apps.ts';

const config = configOrNothing();
if (config) await runUntilStopped((onStop) => start(config, onStop), createLog(config.logLevel));

function configOrNothing(): Config | undefined {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

async function start(config: Config, onStop: (step: StopStep) => void): Promise<void> {
  const log = createLog(config.logLevel);
  const database = await databaseOf(config, log, onStop);
  await migrate(database.ownerUrl, { log });
  await buildStaleApps(log);
  const keys = config.keys ?? (await keysIn(config.dataDir));
  const polku = await startPolku({ config, database, keys, log });
  onStop(polku.stop);
  await polku.app.openDoors(config);
  greet(config, polku);
}

async function databaseOf(config: Config, log: Log, onStop: (step: StopStep) => void): Promise<DatabaseAddress & { ownerUrl: string }> {
  if (config.databaseUrl) return { ownerUrl: config.databaseUrl, url: config.databaseUrl, role: APP_ROLE };
  const embedded = await startEmbedded({ dataDir: config.dataDir, log });
  onStop(embedded.stop);
  return { ownerUrl: embedded.url, url: embedded.appUrl };
}

/** For the person at the terminal; everything else the process says is JSON lines. */
function greet({ publicUrl, demo, dataDir }: Config, { demoSmtpPort }: Polku): void {
  const lines = [`Polku is ready on ${publicUrl}`, `  desk for staff       ${publicUrl}/desk/`, `  pages for residents  ${publicUrl}/`];
  if (demo) {
    lines.push(`  sign in as anyone of the demo's people: ${publicUrl}/demo`);
    lines.push(`  identify yourself as one of the demo's customers: ${publicUrl}/my/sign-in`);
    lines.push(`  mail to the demo: port ${demoSmtpPort} of this machine; mail it sends: ${publicUrl}/demo/outbox`);
  }
  lines.push(`  data in ${dataDir}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
