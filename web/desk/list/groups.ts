import type { MatterRow } from '../../../server/modules/matters/schema.ts';
import type { MatterView } from '../../shared/api/matters.ts';

export type GroupId = 'us' | 'customer' | 'authority' | 'nobody' | 'closed' | 'unclaimed';
export type Group = { id: GroupId; rows: MatterRow[] };

const order: Record<MatterView, readonly GroupId[]> = {
  mine: ['us', 'customer', 'authority', 'nobody', 'closed'],
  unit: ['unclaimed'],
  waiting: ['customer', 'authority'],
};

/** A list in parts by whose turn it is, one's own turn first; the server's order holds within a part. */
export function groupsOf(view: MatterView, rows: readonly MatterRow[]): Group[] {
  const groupOf = (row: MatterRow): GroupId => {
    if (view === 'unit') return 'unclaimed';
    return row.state === 'open' ? row.awaits : 'closed';
  };
  return order[view].map((id) => ({ id, rows: rows.filter((row) => groupOf(row) === id) })).filter((group) => group.rows.length > 0);
}
