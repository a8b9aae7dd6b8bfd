import type { PublishedEvent } from '../../../platform/events/event.ts';
import type { Derivation } from '../../../platform/live/derivation.ts';
import type { Actor } from '../../identity/types.ts';
import { mayApprove, mayWrite } from '../policy.ts';
import { GUIDE_CHANGED, type GuideChanged } from './events.ts';

/** Every desk follows it. Which guide it was is not told: it may concern others, and the browser asks what it may see. */
export const guideTopics = ['guides:all'] as const;

export const guideLive: Derivation<Actor> = {
  types: [GUIDE_CHANGED],
  derive: () => [{ topic: 'guides:all', id: '' }],
  audience: async (_, callers, event) => callers.filter((caller) => concerns(caller, event)),
};

/** What nobody has published yet is news to its keepers alone. */
function concerns(caller: Actor, event: PublishedEvent): boolean {
  const { ownerOrg, published } = event.data as GuideChanged;
  return published || mayWrite(caller, ownerOrg) || mayApprove(caller, ownerOrg);
}
