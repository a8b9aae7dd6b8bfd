import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { imapClient, imapTrouble, NoFolder } from '../fetching/connection.ts';
import { failureOf } from '../sending/failures.ts';
import { smtpTransport } from '../sending/smtp.ts';
import type { KeptMailbox } from './queries.ts';
import type { MailboxCheck } from './schema.ts';

/** Milliseconds a person waits at the screen. */
const PATIENCE = { connectMs: 8_000, silenceMs: 8_000 };

/** Signs in and opens the folder for reading only. */
export async function tryImap(keys: Keyring, box: KeptMailbox): Promise<MailboxCheck['imap']> {
  if (!box.imap) return 'unset';
  const client = imapClient(keys, box, PATIENCE);
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
export async function trySmtp(keys: Keyring, box: KeptMailbox): Promise<MailboxCheck['smtp']> {
  if (!box.smtp) return 'unset';
  const transport = smtpTransport(keys, box, PATIENCE);
  try {
    await transport.verify();
    return 'ok';
  } catch (error) {
    return failureOf(error).trouble ?? 'refused';
  } finally {
    transport.close();
  }
}
