import { once } from 'node:events';
import type { ImapFlow } from 'imapflow';
import type { KeptMailbox } from '../mailboxes/queries.ts';
import { noteTrouble } from '../mailboxes/queries.ts';
import type { MailDeps } from '../types.ts';
import { imapClient, imapTrouble, NoFolder } from './connection.ts';
import { pauseAfter } from './rules.ts';
import { type Failures, takeNew } from './taking-new.ts';

/** Fetches a mailbox's mail until stopped: one connection at a time, made anew with growing pauses when it is lost. */
export async function watchMailbox(deps: MailDeps, box: KeptMailbox, stopping: AbortSignal): Promise<void> {
  const failures: Failures = new Map();
  for (let lost = 0; !stopping.aborted; ) {
    try {
      await fetchUntilLost(deps, box, failures, stopping, () => {
        lost = 0;
      });
    } catch (error) {
      if (stopping.aborted) return;
      lost += 1;
      const trouble = imapTrouble(error);
      deps.log.warn('a mailbox could not be read', { mailboxId: box.id, code: trouble, attempt: lost, error });
      await note(deps, box, trouble);
      await pause(pauseAfter(lost, Math.random()), stopping);
    }
  }
}

async function fetchUntilLost(
  deps: MailDeps,
  box: KeptMailbox,
  failures: Failures,
  stopping: AbortSignal,
  well: () => void,
): Promise<void> {
  const client = await imapClient(deps, box);
  const lost = failing(client);
  const close = () => client.close();
  let following: Promise<void> | undefined;
  stopping.addEventListener('abort', close, { once: true });
  try {
    await Promise.race([client.connect(), lost]);
    await client.mailboxOpen(box.imap?.folder ?? 'INBOX').catch((error: unknown) => {
      throw client.usable ? new NoFolder() : error;
    });
    following = follow(deps, client, box, failures, stopping, well);
    await Promise.race([following, lost]);
  } finally {
    stopping.removeEventListener('abort', close);
    client.close();
    // A mail being written comes to its end before the next connection, or the end of the process.
    await following?.catch(() => {});
  }
}

/** Takes what is new, then listens until the server tells of more. IDLE is begun by hand: by itself it would wait 15 seconds. */
async function follow(
  deps: MailDeps,
  client: ImapFlow,
  box: KeptMailbox,
  failures: Failures,
  stopping: AbortSignal,
  well: () => void,
): Promise<void> {
  let more = false;
  let wake = () => {};
  client.on('exists', () => {
    more = true;
    wake();
  });
  while (!stopping.aborted) {
    more = false;
    await takeNew(deps, client, box, failures);
    well();
    await note(deps, box, null);
    if (more) continue;
    const told = new Promise<void>((resolve) => {
      wake = resolve;
    });
    if (!more) await Promise.race([told, client.idle(), pause(LOOK_AGAIN_MS, stopping)]);
    if (!client.usable) throw new Error('the connection was closed');
  }
}

/** Some servers forget to tell; a look now and then costs little. */
const LOOK_AGAIN_MS = 5 * 60_000;

/** Rejects when the connection fails or ends, whatever command is waiting. */
async function failing(client: ImapFlow): Promise<never> {
  const ended = new AbortController();
  const error = await Promise.race([
    once(client, 'close', { signal: ended.signal }).then(() => new Error('the connection was closed')),
    new Promise<unknown>((resolve) => client.on('error', resolve)),
  ]);
  throw error;
}

/** The database may be what is away. */
async function note({ desk, log }: MailDeps, box: KeptMailbox, trouble: ReturnType<typeof imapTrouble> | null): Promise<void> {
  await noteTrouble(desk.db, box.id, 'trouble', trouble, desk.clock.now()).catch((error: unknown) =>
    log.warn("a mailbox's trouble could not be noted", { mailboxId: box.id, error }),
  );
}

export function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve();
    const timer = setTimeout(done, ms);
    timer.unref();
    stopping.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    }
  });
}
