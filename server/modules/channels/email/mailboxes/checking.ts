import { imapClient, imapTrouble, NoFolder } from '../fetching/connection.ts';
import { failureOf } from '../sending/failures.ts';
import { smtpTransport } from '../sending/smtp.ts';
import type { MailDeps } from '../types.ts';
import type { KeptMailbox } from './queries.ts';
import type { MailboxCheck } from './schema.ts';

/** Milliseconds a person waits at the screen. */
const PATIENCE = { connectMs: 8_000, silenceMs: 8_000 };

type CheckDeps = Pick<MailDeps, 'keys' | 'reach'>;

/** Signs in and opens the folder for reading only. A server out of reach is told as one that is not there. */
export async function tryImap(deps: CheckDeps, box: KeptMailbox): Promise<MailboxCheck['imap']> {
  if (!box.imap) return 'unset';
  const client = await imapClient(deps, box, PATIENCE).catch(() => undefined);
  if (!client) return 'connection';
  // A failure comes as the rejection as well.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.mailboxOpen(box.imap.folder, { readOnly: true }).catch(() => Promise.reject(new NoFolder()));
    await client.logout();
    return 'ok';
  } catch (error) {
    return imapTrouble(error);
  } finally {
    client.close();
  }
}

/** Signs in and says nothing further. */
export async function trySmtp(deps: CheckDeps, box: KeptMailbox): Promise<MailboxCheck['smtp']> {
  if (!box.smtp) return 'unset';
  const transport = await smtpTransport(deps, box, PATIENCE).catch(() => undefined);
  if (!transport) return 'connection';
  try {
    await transport.verify();
    return 'ok';
  } catch (error) {
    return failureOf(error).trouble ?? 'refused';
  } finally {
    transport.close();
  }
}
