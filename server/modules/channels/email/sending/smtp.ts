import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { smtpPassword } from '../mailboxes/passwords.ts';
import type { KeptMailbox } from '../mailboxes/queries.ts';
import { addressOf } from '../mailboxes/reach.ts';
import type { MailDeps } from '../types.ts';
import { mailOptions } from './composing.ts';
import type { Deliver } from './types.ts';

/** Milliseconds. */
export type Patience = { connectMs: number; silenceMs: number };
/** RFC 5321 section 4.5.3.2 lets a server think for minutes; an attempt as a whole has two. */
const USUAL: Patience = { connectMs: 20_000, silenceMs: 60_000 };

/** How long the other side may take to end a connection that we have ended. */
const CLOSE_MS = 1_000;

/** @throws OutOfReach, or when the server's name is not known */
export async function smtpTransport(
  { keys, reach }: Pick<MailDeps, 'keys' | 'reach'>,
  box: KeptMailbox,
  { connectMs, silenceMs }: Patience = USUAL,
) {
  if (!box.smtp) throw new Error('this mailbox has no SMTP server');
  const { host, port, security, user } = box.smtp;
  const pass = smtpPassword(keys, box);
  return createTransport({
    host: await addressOf(reach, host),
    ...(isIP(host) ? {} : { servername: host }),
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
export function smtpDelivery(deps: Pick<MailDeps, 'keys' | 'files' | 'reach'>, patience?: Patience): Deliver {
  return async (letter, signal) => {
    const transport = await smtpTransport(deps, letter.mailbox, patience);
    const { response } = await transport.sendMail({ ...(await mailOptions(letter, deps.files)), signal });
    return { response, externalId: /\bqueued as (\S+)/i.exec(response)?.[1] ?? null };
  };
}
