import pg from 'pg';
import { connectionOptions } from '../db/pool.ts';
import type { Log } from '../log/log.ts';
import { CHANNEL } from './wake.ts';

/** Milliseconds. */
const POLL_MS = 1_000;
const RECONNECT_MS = 1_000;

export interface Listener {
  stop(): Promise<void>;
}

/**
 * Calls `onWake` when a node has committed events, and each second besides, since a notification is lost while the connection
 * is down. `onWake` must not throw; calls may come close together.
 */
export function startListening(url: string, onWake: () => void, log: Log): Listener {
  let stopped = false;
  let client: pg.Client | undefined;
  let reconnect: NodeJS.Timeout | undefined;
  const poll = setInterval(onWake, POLL_MS);

  function retryLater(lost: pg.Client): void {
    if (client !== lost) return;
    client = undefined;
    if (!stopped) reconnect = setTimeout(connect, RECONNECT_MS);
  }

  async function connect(): Promise<void> {
    const connecting = new pg.Client(connectionOptions(url));
    connecting.on('error', (error) => log.warn('event listener lost its connection', { error }));
    connecting.once('end', () => retryLater(connecting));
    connecting.on('notification', onWake);
    client = connecting;
    try {
      await connecting.connect();
      await connecting.query(`listen ${CHANNEL}`);
      onWake();
    } catch (error) {
      log.warn('event listener could not connect', { error });
      connecting.end().catch(() => {});
      retryLater(connecting);
    }
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearInterval(poll);
      clearTimeout(reconnect);
      await client?.end().catch(() => {});
    },
  };
}
