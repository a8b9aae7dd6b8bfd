import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import { imapPassword } from '../mailboxes/passwords.ts';
import type { KeptMailbox } from '../mailboxes/queries.ts';
import { addressOf } from '../mailboxes/reach.ts';
import type { Trouble } from '../mailboxes/schema.ts';
import { limits } from '../parse/limits.ts';
import type { MailDeps } from '../types.ts';

/** Milliseconds. A server that says nothing for this long in the middle of a command is gone. */
export type Patience = { connectMs: number; silenceMs: number };
const USUAL: Patience = { connectMs: 20_000, silenceMs: 120_000 };
/** IDLE is renewed well before servers (30 min, RFC 2177) and address translators (often 5 min) drop a silent connection. */
const IDLE_MS = 4 * 60_000;

/** The wanted folder is not there. */
export class NoFolder extends Error {}

/** @throws OutOfReach, or when the server's name is not known */
export async function imapClient(
  { keys, reach }: Pick<MailDeps, 'keys' | 'reach'>,
  box: KeptMailbox,
  { connectMs, silenceMs }: Patience = USUAL,
): Promise<ImapFlow> {
  if (!box.imap) throw new Error('this mailbox has no IMAP server');
  const { host, port, security, user } = box.imap;
  return new ImapFlow({
    host: await addressOf(reach, host),
    ...(isIP(host) ? {} : { servername: host }),
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'tls' ? undefined : security === 'starttls',
    auth: { user, pass: imapPassword(keys, box) ?? '' },
    logger: false,
    emitLogs: false,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    maxIdleTime: IDLE_MS,
    // We call idle() ourselves after each fetch.
    disableAutoIdle: true,
    maxLiteralSize: limits.mail + 1024,
  } as ConstructorParameters<typeof ImapFlow>[0]);
}

type ImapError = Error & {
  code?: string;
  authenticationFailed?: boolean;
  tlsFailed?: boolean;
  responseStatus?: string;
  serverResponseCode?: string;
};

/** What an administrator is told: a code, never the server's words. */
export function imapTrouble(error: unknown): Trouble {
  const failed = error as ImapError;
  if (error instanceof NoFolder) return 'folder';
  if (failed.authenticationFailed) return 'login';
  if (failed.tlsFailed || isTlsCode(failed.code)) return 'tls';
  if (/TIMEOUT|TIMEDOUT/i.test(failed.code ?? '')) return 'timeout';
  if (failed.responseStatus) return 'protocol';
  return 'connection';
}

export function isTlsCode(code: string | undefined): boolean {
  return /^(?:ERR_(?:SSL|TLS)|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ETLS)/.test(code ?? '');
}
