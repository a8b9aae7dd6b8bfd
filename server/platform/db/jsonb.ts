import { type RawBuilder, sql } from 'kysely';

/** A value for a jsonb column: without it an array would be sent as a PostgreSQL array. */
export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`cast(${JSON.stringify(value)} as jsonb)`;
}
