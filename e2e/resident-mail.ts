import { expect } from '@playwright/test';
import { ImapFlow } from 'imapflow';
import { type ParsedMail, simpleParser } from 'mailparser';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailServer } from '../server/testing/mail-server.ts';

/** A resident's own mail programme: sends by SMTP, reads their mailbox by IMAP. */
export type ResidentMail = {
  /** @returns the Message-ID it left with */
  send(mail: SendMailOptions): Promise<string>;
  /** All mail that has come, oldest first. */
  read(): Promise<ParsedMail[]>;
  /** The mail that `matches`, once it is there. */
  awaited(matches: (mail: ParsedMail) => boolean, withinMs: number): Promise<ParsedMail>;
  close(): Promise<void>;
};

export async function residentMail(server: MailServer, name: string, address: string): Promise<ResidentMail> {
  const transport = createTransport({ host: '127.0.0.1', port: server.smtpPort, ignoreTLS: true });
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: server.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: address, pass: server.password },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen('INBOX');
  const read = async () => {
    await client.noop();
    const mails: ParsedMail[] = [];
    for await (const { source } of client.fetch('1:*', { source: true })) if (source) mails.push(await simpleParser(source));
    return mails;
  };
  return {
    send: async (mail) => (await transport.sendMail({ from: { name, address }, ...mail })).messageId,
    read,
    awaited: async (matches, withinMs) => {
      let found: ParsedMail | undefined;
      const look = async () => {
        found = (await read()).find(matches);
        return found !== undefined;
      };
      await expect.poll(look, { timeout: withinMs, message: `a mail for ${address}` }).toBe(true);
      return found as ParsedMail;
    },
    close: () => client.logout(),
  };
}

/** A mail's ids that it answers to, without angle brackets. */
export function thread({ inReplyTo, references }: ParsedMail): { inReplyTo: string; references: string[] } {
  return { inReplyTo: bare(inReplyTo ?? ''), references: [references ?? []].flat().map(bare) };
}

export function bare(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}
