import { randomUUID } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import type { Kysely } from 'kysely';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { readMail } from '../modules/channels/email/parse/read.ts';
import type { ReadMail } from '../modules/channels/email/parse/types.ts';
import { type EmailChannel, smtpDelivery, startEmail } from '../modules/channels/email/service.ts';
import { changeMessage } from '../modules/matters/messages/changing/service.ts';
import { startOutbox } from '../modules/matters/messages/sending/reactions.ts';
import { systemClock } from '../platform/clock/clock.ts';
import type { Tables } from '../platform/db/tables.ts';
import { aMessage } from './mail-room.ts';
import type { MailServer } from './mail-server.ts';
import { aMailTown, type MailboxParts, type MailTown } from './mail-town.ts';

/** A mailbox on the real mail server, of a town of its own. */
export async function aServedTown(db: Kysely<Tables>, server: MailServer, address: string, parts: MailboxParts = {}): Promise<MailTown> {
  const host = '127.0.0.1';
  return aMailTown(db, systemClock, {
    address,
    imap: { host, port: server.imapPort, security: 'none', user: address, folder: 'INBOX' },
    smtp: { host, port: server.smtpPort, security: 'none', user: '' },
    password: server.password,
    ...parts,
  });
}

/** The channel and the outbox at work, until stopped. */
export function atWork({ deps }: MailTown): EmailChannel {
  const channel = startEmail(deps, smtpDelivery(deps));
  const outbox = startOutbox({ ...deps.desk, senders: [channel.sender], log: deps.log });
  return {
    ...channel,
    stop: async () => {
      await outbox.stop();
      await channel.stop();
    },
  };
}

/** Writes as the town's advisor, and hurries it past its minute. */
export async function answerNow({ town }: MailTown, matterId: string, parts: Record<string, unknown> = {}): Promise<string> {
  const id = await aMessage(town.desk, town.aino, matterId, parts);
  await changeMessage(town.desk, town.aino, id, 'now');
  return id;
}

/** Sends a mail to the server as a resident's programme does; a string is sent as it is. */
export async function post(server: MailServer, mail: SendMailOptions & { from: string; to: string }): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: server.smtpPort, ignoreTLS: true });
  const { messageId } = await transport.sendMail({ text: 'Hei, tarvitsen apua.', ...mail });
  transport.close();
  return messageId;
}

export async function asReader<T>(server: MailServer, user: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: server.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: server.password },
    logger: false,
  });
  await client.connect();
  try {
    await client.mailboxOpen('INBOX');
    return await work(client);
  } finally {
    await client.logout();
  }
}

export type Received = { mail: ReadMail; raw: string; seen: boolean };

/** What is in somebody's inbox, as their programme sees it. */
export async function inboxOf(server: MailServer, user: string): Promise<Received[]> {
  return asReader(server, user, async (client) => {
    const mails = await client.fetchAll('1:*', { source: true, flags: true }).catch(() => []);
    return Promise.all(
      mails.map(async ({ source = Buffer.alloc(0), flags }) => ({
        mail: await readMail(source),
        raw: source.toString(),
        seen: flags?.has('\\Seen') ?? false,
      })),
    );
  });
}

export async function putInto(server: MailServer, user: string, raws: { raw: Buffer | string; flags?: string[] }[]): Promise<void> {
  await asReader(server, user, async (client) => {
    for (const { raw, flags } of raws) await client.append('INBOX', raw, flags ?? []);
  });
}

/** A new address each time, so that no test meets another's mail. The server must know it. */
export const addresses = (count: number, domain: string, name: string): string[] =>
  Array.from({ length: count }, () => `${name}-${randomUUID().slice(0, 8)}@${domain}`);
