import { startLoop } from '../../sending/loop.ts';
import { sendDue } from './service.ts';
import type { Outbox } from './types.ts';

/** Looks for due messages each second until stopped; stopping waits for those being sent. A database away for a while costs time, no message. */
export function startOutbox(outbox: Outbox): { stop(): Promise<void> } {
  return startLoop(() => sendDue(outbox), { log: outbox.log, failure: 'the outbox could not be read' });
}
