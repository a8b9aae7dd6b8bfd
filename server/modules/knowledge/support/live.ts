import type { Derivation } from '../../../platform/live/derivation.ts';
import type { Actor } from '../../identity/types.ts';
import { SUPPORT_CHANGED } from './events.ts';

/** Desks that show who gives digital support follow it. */
export const supportTopics = ['support-actors:all'] as const;

export const supportLive: Derivation<Actor> = {
  types: [SUPPORT_CHANGED],
  derive: () => [{ topic: 'support-actors:all', id: '' }],
  audience: async (_, callers) => callers,
};
