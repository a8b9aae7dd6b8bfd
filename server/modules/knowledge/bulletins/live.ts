import type { Derivation } from '../../../platform/live/derivation.ts';
import type { Actor } from '../../identity/types.ts';
import { BULLETIN_CHANGED } from './events.ts';

/** Every desk follows it: there is something new to read, or a colleague has read it. */
export const bulletinTopics = ['bulletins:all'] as const;

export const bulletinLive: Derivation<Actor> = {
  types: [BULLETIN_CHANGED],
  derive: () => [{ topic: 'bulletins:all', id: '' }],
  audience: async (_, callers) => callers,
};
