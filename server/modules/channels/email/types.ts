import type { FileDriver } from '../../../platform/files/driver.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { Names } from '../../directory/types.ts';
import type { Desk } from '../../matters/types.ts';
import type { MailReach } from './mailboxes/reach.ts';
import type { Deliver } from './sending/types.ts';

/** What the channel works with. */
export type MailDeps = {
  desk: Desk;
  files: FileDriver;
  keys: Keyring;
  log: Log;
  reach: MailReach;
  /** Only for tests, which end the process there. */
  breakpoint?: (point: Breakpoint) => Promise<void>;
};

/** fetched: read from the server · written: in the transaction, before its commit · committed: before the server is told · flagged: after. */
export type Breakpoint = 'fetched' | 'written' | 'committed' | 'flagged';

/** How mail gets out; the demo keeps it instead. */
export type { Deliver };

/** How a connection is protected: TLS from the start, TLS by STARTTLS, or none (only on this machine, or without a password). */
export type Security = 'tls' | 'starttls' | 'none';

export type Server = { host: string; port: number; security: Security; user: string };
export type ImapServer = Server & { folder: string };

/** A mailbox without its passwords. */
export type Mailbox = {
  id: string;
  address: string;
  displayName: Names;
  organisationId: string;
  unitId: string;
  language: string;
  imap: ImapServer | null;
  smtp: Server | null;
  plusAddresses: boolean;
  autoAnswer: boolean;
  active: boolean;
  version: number;
};
