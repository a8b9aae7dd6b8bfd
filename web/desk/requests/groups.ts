import type { RequestRow } from '../../../server/modules/matters/requests/schema.ts';
import { epochOf, sameDay } from '../../shared/ui/time-format.ts';

export type RequestGroupId = 'today' | 'later' | 'back' | 'below' | 'done';
export type RequestGroup = { id: RequestGroupId; rows: RequestRow[] };

const order: readonly RequestGroupId[] = ['today', 'back', 'later', 'below', 'done'];

/** What must be answered today first; what waits for others after it. `now` in milliseconds of the epoch. */
export function requestGroupsOf(rows: readonly RequestRow[], now: number): RequestGroup[] {
  const groupOf = (row: RequestRow): RequestGroupId => {
    if (row.state === 'asked-back') return 'back';
    if (row.state === 'forwarded') return 'below';
    if (row.state === 'open' || row.state === 'answer-below') {
      return epochOf(row.dueAt) <= now || sameDay(row.dueAt, now) ? 'today' : 'later';
    }
    return 'done';
  };
  return order.map((id) => ({ id, rows: rows.filter((row) => groupOf(row) === id) })).filter((group) => group.rows.length > 0);
}
