import type { AppointmentRow } from './queries.ts';

/** More than are at their forms at once anywhere; the oldest make room, and are read from the database like any other. */
const MOST = 5_000;
const rows = new Map<string, AppointmentRow>();

/**
 * What was held in this process, as long as it is not confirmed: most who hold confirm, and need not wait for their row to be read. A hold
 * never changes but by ending, and whoever confirms it as it was seen here has its state and version looked at again in the same statement.
 */
export const justHeld = {
  keep(row: AppointmentRow): void {
    const oldest = rows.size >= MOST ? rows.keys().next().value : undefined;
    if (oldest) rows.delete(oldest);
    rows.set(row.secretHash, row);
  },
  take(secretHash: string): AppointmentRow | undefined {
    const row = rows.get(secretHash);
    rows.delete(secretHash);
    return row;
  },
};
