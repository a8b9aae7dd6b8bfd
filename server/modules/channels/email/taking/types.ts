import type { ReceivedFile } from '../../../../platform/files/store.ts';
import type { ReadMail } from '../parse/types.ts';

/** How a mail came; no numbers when it came without a mailbox on a server. */
export type Arrival = { at: Temporal.Instant; uid: number | null; uidValidity: number | null };

/** known: taken before, or another copy of it was. */
export type Taken = 'taken' | 'ignored' | 'quarantined' | 'known';

export type Outcome = {
  state: 'taken' | 'ignored';
  /** Why it was ignored. */
  reason: string | null;
  /** The message it became, or the one a report was about. */
  messageId: string | null;
};

/** A mail read and with its attachments on disk. */
export type ReadyMail = ReadMail & {
  /** Every address the mail came to, also those only the servers on the way wrote down. */
  cameTo: string[];
  stored: { file: ReceivedFile; contentId: string | null }[];
};

export const ignored = (reason: string): Outcome => ({ state: 'ignored', reason, messageId: null });
export const became = (messageId: string): Outcome => ({ state: 'taken', reason: null, messageId });
