import type { Derivation } from '../../../platform/live/derivation.ts';
import type { Actor } from '../../identity/types.ts';
import { FLOOR_CHANGED, type FloorChanged, VISIT_MOVED } from '../events.ts';
import type { Deed, VisitMoved } from '../schema.ts';

/** What any device of the point may hear: codes and counters of calls, told whole, or each display would fetch them. */
export const callTopic = (pointId: string) => `calls:${pointId}`;
/** Desks of the point fetch the board anew. */
export const boardTopic = (pointId: string) => `board:${pointId}`;

/**
 * What others see of a deed. That needs were noted, that somebody may not serve them, that they go on elsewhere or did not come is the
 * visitor's own: to others they have gone from the counter. A deed without a line here is not told at all.
 */
const seenAs: Partial<Record<Deed, Deed>> = {
  called: 'called',
  recalled: 'recalled',
  serving: 'serving',
  continued: 'serving',
  finished: 'finished',
  parked: 'returned',
  returned: 'returned',
  moved: 'returned',
  later: 'returned',
  excluded: 'returned',
  'no-show': 'returned',
  left: 'returned',
  undone: 'undone',
};

/** The language a call is said in; that somebody asked for a plain one is theirs to know. */
const spokenIn = (language: string): string => language.slice(0, 2);

export const callsLive = <C>(): Derivation<C> => ({
  types: [VISIT_MOVED],
  derive: ({ subject, data }) => {
    const { pointId, ...call } = data as VisitMoved;
    const deed = seenAs[call.deed];
    return deed
      ? [{ topic: callTopic(pointId), id: subject as string, payload: { ...call, deed, language: spokenIn(call.language) } }]
      : [];
  },
  audience: 'public',
});

export const boardLive: Derivation<Actor> = {
  types: [VISIT_MOVED, FLOOR_CHANGED],
  derive: ({ data }) => {
    const { pointId } = data as FloorChanged;
    return [{ topic: boardTopic(pointId), id: pointId }];
  },
  // That something moved tells nothing that the point's displays do not; the board itself asks who works there.
  audience: async (_, callers, { data }) => callers.filter(({ pointId }) => pointId === (data as FloorChanged).pointId),
};
