import type { Trx } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';
import { knowledgeChanged } from '../events.ts';

/** Subject: the guide. Data: who keeps it, and whether others may know of it. */
export const GUIDE_CHANGED = 'knowledge.guide-changed';
export type GuideChanged = { ownerOrg: string; published: boolean };

export async function guideChanged(trx: Trx, guide: { id: string; ownerOrg: string; publishedAt: unknown }): Promise<void> {
  await publish(trx, { type: GUIDE_CHANGED, subject: guide.id, data: { ownerOrg: guide.ownerOrg, published: guide.publishedAt !== null } });
  await knowledgeChanged(trx, 'guide', [guide.id]);
}
