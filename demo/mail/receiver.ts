import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { mailboxByAddress } from '../../server/modules/channels/email/mailboxes/queries.ts';
import { limits } from '../../server/modules/channels/email/parse/limits.ts';
import { takeMail } from '../../server/modules/channels/email/taking/service.ts';
import type { MailDeps } from '../../server/modules/channels/email/types.ts';

export type Receiver = { port: number; stop(): Promise<void> };

/** Milliseconds a stop waits for senders in the middle of a mail. */
const CLOSE_MS = 2_000;

/** Takes mail for the demo's mailboxes on a port of this machine; a sender hears 250 only when the mail is committed. */
export async function startReceiver(deps: MailDeps, port: number): Promise<Receiver> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    size: limits.mail,
    closeTimeout: CLOSE_MS,
    logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      boxOf(deps, address).then(
        (box) => callback(box ? null : refusal(550, 'no such mailbox here')),
        () => callback(refusal(451, 'not now')),
      );
    },
    onData: (stream, session, callback) => {
      take(
        deps,
        stream,
        session.envelope.rcptTo.map(({ address }) => address),
      ).then(
        () => callback(null, 'taken'),
        (error: Error & { responseCode?: number }) => callback(error.responseCode ? error : refusal(451, 'not now')),
      );
    },
  });
  server.on('error', (error) => deps.log.warn("the demo's mail receiver met an error", { error }));
  await listen(server, port);
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** On another port when the wanted one is taken: two demos may run on one machine. */
async function listen(server: SMTPServer, port: number): Promise<void> {
  await listenOn(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listenOn(server, 0);
  });
}

function listenOn(server: SMTPServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.server.off('error', reject);
      resolve();
    });
  });
}

async function take(deps: MailDeps, stream: SMTPServerDataStream, recipients: string[]): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  if (stream.sizeExceeded) throw refusal(552, 'too large');
  for (const recipient of recipients) {
    const box = await boxOf(deps, recipient);
    // What a server writes when it puts a mail into a mailbox.
    const raw = Buffer.concat([Buffer.from(`Delivered-To: ${recipient.replace(/[^\x21-\x7e]/g, '')}\r\n`), ...chunks]);
    if (box) await takeMail(deps, box, raw, { at: deps.desk.clock.now(), uid: null, uidValidity: null });
  }
}

function boxOf(deps: MailDeps, address: string) {
  return mailboxByAddress(deps.desk.db, address.replace(/\+[^@]*@/, '@'));
}

function refusal(responseCode: number, words: string): Error & { responseCode: number } {
  return Object.assign(new Error(words), { responseCode });
}
