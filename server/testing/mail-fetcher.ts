import { startFetching } from '../modules/channels/email/fetching/service.ts';
import { mailReach } from '../modules/channels/email/mailboxes/reach.ts';
import type { Breakpoint, MailDeps } from '../modules/channels/email/types.ts';
import { currentDirectory } from '../modules/directory/service.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { createDb } from '../platform/db/pool.ts';
import { openDisk } from '../platform/files/disk.ts';
import { readKeyring } from '../platform/keys/keyring.ts';
import { createLog } from '../platform/log/log.ts';

/**
 * A process of its own that fetches mail, to be killed by tests: it says the name of the point it stops at and waits there for its end.
 * The settings come as JSON: {"url", "files", "keys", "point"}.
 */
const settings = JSON.parse(process.argv[2] ?? '{}') as { url: string; files: string; keys: string; point: Breakpoint };

const log = createLog('warn');
const { kysely: db } = createDb(settings.url, { log });
const deps: MailDeps = {
  desk: { db, clock: systemClock, directory: currentDirectory(db, systemClock) },
  files: await openDisk(settings.files),
  keys: readKeyring(settings.keys),
  log,
  reach: mailReach(['127.0.0.0/8']),
  breakpoint: async (point) => {
    if (point !== settings.point) return;
    process.stdout.write(`${point}\n`);
    setInterval(() => {}, 60_000);
    await new Promise(() => {});
  },
};
startFetching(deps);
