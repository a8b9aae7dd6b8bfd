import type { Log } from '../../../platform/log/log.ts';
import type { Desk } from '../types.ts';
import type { NoticeChannel, NoticeKind, SentChannel } from './kinds.ts';
import type { QuietHours } from './quiet.ts';

export type { NoticeChannel, NoticeKind, NoticeState, SentChannel } from './kinds.ts';

export type NoticeSettings = {
  /** Null: a notice leaves at any hour. */
  quietHours: QuietHours | null;
  /** Minutes in which what else happens in the matter joins a notice. */
  joinMinutes: number;
  /** Days before a deadline. */
  deadlineDays: number;
  publicUrl: string;
};

/** What telling works with. `channels`: those that this installation has. */
export type Noticing = Desk & { notices: NoticeSettings; channels: readonly NoticeChannel[] };

/** One thing to be told. `thing` names it for good: it is told once, whatever it comes by. */
export type Thing = { kind: NoticeKind; thing: string; needId?: string | null; deadlineAt?: Temporal.Instant | null };

/** A notice as it leaves: words only, that name no authority, no service and no matter. */
export type OutgoingNotice = {
  /** Stable over retries: what a channel knows a repeated attempt by. */
  noticeId: string;
  matterId: string;
  matterNumber: string;
  customerId: string;
  ownerOrg: string;
  unitId: string;
  language: string;
  subject: string;
  text: string;
  /** The same in a text message's length. */
  short: string;
  email: string | null;
  phone: string | null;
  /** For a channel that turns into paper by itself. */
  postal: { name: string; street: string; postalCode: string; city: string } | null;
};

export type NoticeSent = { externalId: string | null; response: string };

/**
 * A channel that carries notices out, outside any transaction; it may be called again with the same `noticeId`. Throws `Undeliverable`
 * when this channel does not reach the customer (the next one is then tried), anything else to be tried later.
 */
export type NoticeSender = { channel: SentChannel; send(notice: OutgoingNotice, signal: AbortSignal): Promise<NoticeSent> };

export type NoticeOutbox = Noticing & { senders: readonly NoticeSender[]; log: Log };
