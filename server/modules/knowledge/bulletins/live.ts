import type { PublishedEvent } from '../../../platform/events/event.ts';
import type { Derivation } from '../../../platform/live/derivation.ts';
import type { Actor } from '../../identity/types.ts';
import { mayApprove } from '../policy.ts';
import { BULLETIN_CHANGED, BULLETIN_READ, type BulletinRead } from './events.ts';

/** Every desk follows it: there is something new to read. */
export const bulletinTopics = ['bulletins:all'] as const;

export const bulletinLive: Derivation<Actor> = {
  types: [BULLETIN_CHANGED, BULLETIN_READ],
  derive: () => [{ topic: 'bulletins:all', id: '' }],
  audience: async (_, callers, event) => callers.filter((caller) => concerns(caller, event)),
};

/** That somebody has read it is news to their own other windows and to the keepers: told to all, a hundred readers would make a hundred desks ask a hundred times. */
function concerns(caller: Actor, { type, data }: PublishedEvent): boolean {
  if (type === BULLETIN_CHANGED) return true;
  const { personId, ownerOrg } = data as BulletinRead;
  return caller.personId === personId || mayApprove(caller, ownerOrg);
}
