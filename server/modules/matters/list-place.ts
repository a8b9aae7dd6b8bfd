import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

/** Rows of one screenful of a desk's list. */
export const pageSize = 200;

const uuid = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';

/** Where a list goes on: `[01].<microseconds of the epoch>.<id>` of the last row shown. Only the list that gave it reads it. */
export const ListPlace = z.string().regex(new RegExp(`^[01]\\.\\d{1,17}\\.${uuid}$`));

/** Exact to the microsecond, as the database orders. */
export function placeOf(last: RawBuilder<unknown>, at: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`concat_ws('.', (${last})::int, (extract(epoch from ${at}) * 1000000)::bigint, ${id})`;
}

/** The place's parts as a row value, to compare `(last, at, id)` with. */
export function placeRow(place: string): RawBuilder<unknown> {
  const [last, micros, id] = place.split('.') as [string, string, string];
  return sql`(${last === '1'}::boolean, timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${id}::uuid)`;
}
