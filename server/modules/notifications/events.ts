import type { Trx } from '../../platform/db/transaction.ts';
import { publish } from '../../platform/events/publish.ts';

/** Subject: the template. */
export const TEMPLATES_CHANGED = 'notifications.templates-changed';

export async function templatesChanged(trx: Trx, id: string): Promise<void> {
  await publish(trx, { type: TEMPLATES_CHANGED, subject: id });
}
