import { type KeptMailbox, mailboxesToFetch } from '../mailboxes/queries.ts';
import type { MailDeps } from '../types.ts';
import { pause, watchMailbox } from './session.ts';

type Watch = { version: number; stop(): Promise<void> };

/** How often the list of mailboxes is read again, should the news of a change have been missed. */
const LOOK_MS = 30_000;

export type Fetching = {
  /** A mailbox was added or changed. */
  look(): void;
  /** Lets the mail being taken come to its end. */
  stop(): Promise<void>;
};

/** Watches every active mailbox that has an IMAP server, with a connection each. */
export function startFetching(deps: MailDeps): Fetching {
  const stopping = new AbortController();
  const watches = new Map<string, Watch>();
  let due = Promise.withResolvers<void>();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      due = Promise.withResolvers<void>();
      await follow(deps, watches).catch((error: unknown) => deps.log.warn('the mailboxes could not be listed', { error }));
      await Promise.race([due.promise, pause(LOOK_MS, stopping.signal)]);
    }
    await Promise.all([...watches.values()].map((watch) => watch.stop()));
  })();
  return {
    look: () => due.resolve(),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** A changed mailbox is watched anew with what it is now. */
async function follow(deps: MailDeps, watches: Map<string, Watch>): Promise<void> {
  const boxes = await mailboxesToFetch(deps.desk.db);
  const outdated = [...watches].filter(([id, { version }]) => boxes.find((box) => box.id === id)?.version !== version);
  for (const [id, watch] of outdated) {
    watches.delete(id);
    await watch.stop();
  }
  for (const box of boxes) if (!watches.has(box.id)) watches.set(box.id, watch(deps, box));
}

function watch(deps: MailDeps, box: KeptMailbox): Watch {
  const stopping = new AbortController();
  const watching = watchMailbox(deps, box, stopping.signal).catch((error: unknown) =>
    deps.log.error('a mailbox is no longer watched', { mailboxId: box.id, error }),
  );
  return {
    version: box.version,
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
}
