import type { Derivation } from '../../../platform/live/derivation.ts';
import type { Actor } from '../../identity/types.ts';
import { pointWithQueues } from '../visits/queries.ts';
import { ALARMS_CHANGED, type AtPoint, HELP_CHANGED } from './events.ts';
import { isThere } from './policy.ts';

/** Every desk follows them; only those who are at the point hear anything. */
export const alarmTopics = ['alarms:all', 'help:all'] as const;

export const alarmLive: Derivation<Actor> = {
  types: [ALARMS_CHANGED, HELP_CHANGED],
  derive: ({ type, data }) => [{ topic: type === ALARMS_CHANGED ? 'alarms:all' : 'help:all', id: (data as AtPoint).pointId }],
  audience: async (db, callers, { data }) => {
    const point = await pointWithQueues(db, (data as AtPoint).pointId);
    return point ? callers.filter((caller) => isThere(caller, point)) : [];
  },
};
