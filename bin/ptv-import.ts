import { parseArgs } from 'node:util';
import { approveFiles, askForFiles, readFaults } from '../server/modules/knowledge/ptv/runs/files.ts';
import { runImport } from '../server/modules/knowledge/ptv/runs/running.ts';
import type { Run } from '../server/modules/knowledge/ptv/runs/types.ts';
import { folderOf } from '../server/modules/knowledge/ptv/sources/files.ts';
import { SourceFailure } from '../server/modules/knowledge/ptv/sources/source.ts';
import { seedClassifications } from '../server/modules/knowledge/services/classifications/seeding.ts';
import { systemClock } from '../server/platform/clock/clock.ts';
import { placeDataFolder } from '../server/platform/config/data-folder.ts';
import { APP_ROLE } from '../server/platform/db/app-role.ts';
import { joinEmbedded, startEmbedded } from '../server/platform/db/embedded.ts';
import { migrate } from '../server/platform/db/migrate.ts';
import { createDb } from '../server/platform/db/pool.ts';
import { inTransaction } from '../server/platform/db/transaction.ts';
import { createLog } from '../server/platform/log/log.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { withdraw: { type: 'boolean' } } });
const [folder] = positionals;
if (!folder) fail('Usage: bin/ptv-import FOLDER [--withdraw]');

const log = createLog('warn');
const given = process.env.DATABASE_URL;
const dataDir = placeDataFolder(process.env.POLKU_DATA_DIR);
// A Polku that runs on the folder has migrated its database already, and goes on beside the import.
const joined = given ? undefined : await joinEmbedded(dataDir);
const embedded = given || joined ? undefined : await startEmbedded({ dataDir, log });
if (!joined) await migrate(given ?? embedded!.url, { log });
const database = given ? createDb(given, { log, role: APP_ROLE, max: 4 }) : createDb((joined ?? embedded!).appUrl, { log, max: 4 });
try {
  process.exitCode = await importFolder(folder);
} finally {
  await database.close();
  await embedded?.stop();
}

async function importFolder(path: string): Promise<number> {
  const db = database.kysely;
  const source = await folderOf(path).catch((error) => {
    if (error instanceof SourceFailure) return undefined;
    throw error;
  });
  if (!source) return told('There is no file of the directory in the folder: see docs/operations.md for their names.');
  await inTransaction(db, seedClassifications);
  const id = await askForFiles(db, systemClock, { replaces: values.withdraw === true });
  if (!id) return told('Another import is on its way, or waits for an answer. One that was cut gives way after an hour.');
  const running = { db, clock: systemClock, log, source };
  let run = await runImport(running, id);
  if (run?.state === 'asks' && values.withdraw) {
    await approveFiles(db, systemClock, id);
    run = await runImport(running, id);
  }
  if (!run) return told('Another import took this one’s place.');
  tell(run);
  for (const { step, name, recordId, code, detail } of await readFaults(db, id))
    console.log(`  ${step}: ${name ?? recordId ?? '?'}: ${code} ${detail ?? ''}`);
  if (run.state === 'asks')
    return told('More than a tenth would be withdrawn. Run again with --withdraw, or leave it all as it is on the page of imports.');
  return run.state === 'done' ? 0 : 1;
}

function tell({ counts, state, failure }: Run): void {
  for (const [step, { read, written, unchanged, withdrawn, faults }] of Object.entries(counts))
    console.log(`${step}: ${read} read, ${written} written, ${unchanged} unchanged, ${withdrawn} withdrawn, ${faults} faults`);
  console.log(failure ? `${state}: ${failure}` : state);
}

function told(message: string): number {
  console.error(message);
  return 1;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
