import { type RawBuilder, sql } from 'kysely';
import type { Locale } from '../../../../platform/i18n/locale.ts';

/**
 * The columns of a table that go into a copy, named one by one: a column that is added later stays out until somebody has thought of
 * whose it is. `at:` a time as ISO 8601, `org:` an organisation and `point:` a service point by its name, `text:` what only
 * sounds like a time.
 */
export function rowOf(alias: string, columns: readonly string[], locale: Locale): RawBuilder<unknown> {
  const pairs = columns.map((column) => {
    const [kind, name] = column.includes(':') ? (column.split(':') as [string, string]) : ['as-is', column];
    return sql`${sql.lit(kind === 'text' ? name.replace(/_at$/, 'Where') : keyOf(name))}, ${columnOf(kind, sql.ref(`${alias}.${name}`), locale)}`;
  });
  return sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(pairs)}))`;
}

function columnOf(kind: string, value: RawBuilder<unknown>, locale: Locale): RawBuilder<unknown> {
  if (kind === 'at') return sql`iso(${value})`;
  if (kind === 'org') return sql`(select o.name ->> ${sql.lit(locale)} from organisation o where o.id = ${value})`;
  if (kind === 'point') return sql`(select p.name ->> ${sql.lit(locale)} from service_point p where p.id = ${value})`;
  return value;
}

/** `owner_org` is said `organisation`, `opened_at` `openedAt`. */
function keyOf(column: string): string {
  if (column === 'owner_org') return 'organisation';
  const bare = column.replace(/_(id|org)$/, '');
  return bare.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
