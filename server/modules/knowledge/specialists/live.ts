import type { Derivation } from '../../../platform/live/derivation.ts';
import type { Actor } from '../../identity/types.ts';
import { PRESENCE_CHANGED, SPECIALIST_CHANGED } from './events.ts';

/** Every desk follows it: somebody has come on, gone off or become another. */
export const specialistTopics = ['specialists:all'] as const;

export const specialistLive: Derivation<Actor> = {
  types: [SPECIALIST_CHANGED, PRESENCE_CHANGED],
  derive: () => [{ topic: 'specialists:all', id: '' }],
  // All staff read the directory of specialists.
  audience: async (_, callers) => callers,
};
