import type { Board } from '../../board/rules.ts';
import type { Place } from '../../board/schema.ts';
import type { Happening } from './queries.ts';

/** With this many before them, or fewer, a visitor is told that it is soon their turn: the page's own script has the same. */
const SOON_PLACE = 2;

const isSoon = (place: Place | undefined): boolean => place?.state === 'waiting' && place.place !== null && place.place <= SOON_PLACE;

/**
 * What there is to tell at a point now, each thing under a name of its own: a call and each repeated one, and once in a queue that it is
 * soon one's turn.
 */
export function happeningsOf(board: Pick<Board, 'line' | 'others'>, places: ReadonlyMap<string, Place>): Happening[] {
  return [
    ...board.others
      .filter(({ state }) => state === 'called')
      .map(({ visitId, id, calledAt }) => ({ visitId, key: `called:${id}:${calledAt}` })),
    ...board.line.filter(({ visitId }) => isSoon(places.get(visitId))).map(({ visitId, id }) => ({ visitId, key: `soon:${id}` })),
  ];
}

/** Whether it is still so when it comes to be sent. */
export function stillSo(key: string, place: Place | undefined): boolean {
  return key.startsWith('called:') ? place?.state === 'called' : isSoon(place);
}
