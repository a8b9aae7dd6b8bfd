import { sql } from 'kysely';
import type { OpeningHours } from '../../../../platform/clock/opening.ts';
import type { Db } from '../../../../platform/db/transaction.ts';

/** The hours of a point with its zone, as `platform/clock` reads them. */
export async function doorsOf(db: Db, pointId: string): Promise<OpeningHours | null> {
  const { rows } = await sql<{
    opening: object;
    zone: string;
  }>`select opening, zone from service_point where id = ${pointId}::uuid`.execute(db);
  return rows[0] ? ({ ...rows[0].opening, zone: rows[0].zone } as OpeningHours) : null;
}
