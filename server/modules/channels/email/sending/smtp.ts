import { createTransport } from 'nodemailer';
import type { FileDriver } from '../../../../platform/files/driver.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { smtpPassword } from '../mailboxes/passwords.ts';
import type { KeptMailbox } from '../mailboxes/queries.ts';
import { mailOptions } from './composing.ts';
import type { Deliver } from './types.ts';

/** Milliseconds. */
export type Patience = { connectMs: number; silenceMs: number };
/** RFC 5321 section 4.5.3.2 lets a server think for minutes; an attempt as a whole has two. */
const USUAL: Patience = { connectMs: 20_000, silenceMs: 60_000 };

/** How long the other side may take to end a connection that we have ended. */
const CLOSE_MS = 1_000;

export function smtpTransport(keys: Keyring, box: KeptMailbox, { connectMs, silenceMs }: Patience = USUAL) {
  if (!box.smtp) throw new Error('this mailbox has no SMTP server');
  const { host, port, security, user } = box.smtp;
  const pass = smtpPassword(keys, box);
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user && pass ? { auth: { user, pass } } : {}),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    socketCloseTimeout: CLOSE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Delivers through each mailbox's own SMTP server: one connection a mail, closed when the attempt is called off. */
export function smtpDelivery({ keys, files }: { keys: Keyring; files: FileDriver }, patience?: Patience): Deliver {
  return async (letter, signal) => {
    const transport = smtpTransport(keys, letter.mailbox, patience);
    const { response } = await transport.sendMail({ ...(await mailOptions(letter, files)), signal });
    return { response, externalId: /\bqueued as (\S+)/i.exec(response)?.[1] ?? null };
  };
}
