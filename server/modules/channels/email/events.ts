import type { Trx } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';

/** A mailbox was added or changed: each node connects anew. Subject: its id. */
export const MAILBOX_CHANGED = 'mailbox.changed';

export async function mailboxChanged(trx: Trx, mailboxId: string): Promise<void> {
  await publish(trx, { type: MAILBOX_CHANGED, subject: mailboxId });
}
