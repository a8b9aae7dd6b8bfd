import type { Trx } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';

/** Subject: the bulletin. What is told of it may be read by all staff, or is nothing to them: the browser asks what it may see. */
export const BULLETIN_CHANGED = 'knowledge.bulletin-changed';
/** Subject: the bulletin. Data: who has read it, and the organisation whose it is. */
export const BULLETIN_READ = 'knowledge.bulletin-read';
export type BulletinRead = { personId: string; ownerOrg: string };

export async function bulletinChanged(trx: Trx, id: string): Promise<void> {
  await publish(trx, { type: BULLETIN_CHANGED, subject: id });
}

export async function bulletinRead(trx: Trx, id: string, read: BulletinRead): Promise<void> {
  await publish(trx, { type: BULLETIN_READ, subject: id, data: read });
}
