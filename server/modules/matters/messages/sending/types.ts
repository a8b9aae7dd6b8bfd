import type { Log } from '../../../../platform/log/log.ts';
import type { Desk } from '../../types.ts';

/** One message as it leaves. Its content is the secret-free one when `leaves` is a notice. */
export type Outgoing = {
  /** Stable over retries: the Message-ID is made from it, so that a duplicate after a crash is recognisable. */
  messageId: string;
  matterId: string;
  matterNumber: string;
  /** Whose mailbox it leaves from. */
  ownerOrg: string;
  unitId: string;
  recipient: string;
  language: string;
  leaves: 'message' | 'notice';
  /** Nobody of the staff wrote it: marked as such, so that machines do not answer it (RFC 3834). */
  automatic: boolean;
  subject: string;
  text: string;
  files: { id: string; name: string; stored_as: string; size: number; type: string }[];
};

export type Sent = { externalId: string | null; response: string };

/**
 * A channel that carries messages out. It runs outside any transaction and may be called again with the same `messageId` when the
 * process died before its answer was written. Throws `Undeliverable` when trying again is of no use, anything else to be tried later.
 */
export type Sender = { channel: 'email'; send(outgoing: Outgoing, signal: AbortSignal): Promise<Sent> };

/** The other side refused for good, e.g. no such address. `note` goes on the timeline. */
export class Undeliverable extends Error {
  readonly note: string;
  constructor(note: string) {
    super('undeliverable');
    this.name = 'Undeliverable';
    this.note = note;
  }
}

export type Outbox = Desk & { senders: Sender[]; log: Log };
