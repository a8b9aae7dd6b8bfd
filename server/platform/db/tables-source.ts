import type { ClientBase } from 'pg';

type Column = { table: string; name: string; type: string; isArray: boolean; nullable: boolean; filled: 'always' | 'default' | 'no' };

/** As `types.ts` reads them. A type that is not here is refused, so that nobody gets a wrong one unseen. */
const typescriptTypes: Record<string, string> = {
  ...named('number', ['int2', 'int4', 'int8', 'float4', 'float8', 'oid']),
  ...named('string', ['text', 'varchar', 'bpchar', 'name', 'uuid', 'citext', 'xid8', 'pg_snapshot', 'numeric', 'inet', 'cidr', 'tsvector']),
  ...named('string', ['daterange', 'tsrange', 'tstzrange', 'int4range', 'int8range', 'tstzmultirange', 'datemultirange']),
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'Temporal.PlainDate',
  time: 'Temporal.PlainTime',
  timestamp: 'Temporal.PlainDateTime',
  timestamptz: 'Temporal.Instant',
  interval: 'Temporal.Duration',
  json: 'json',
  jsonb: 'json',
};

const HEADER = `// Written by \`bin/tables\` from the migrated database; do not edit. tests/tables.test.ts checks that it is current.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** What a json column takes: an object, or JSON text. An array goes as text, since pg would send it as a PostgreSQL array. */
export type JsonInput = string | (object & { length?: never });
`;

/** The text of tables.ts for the database that `client` is connected to. */
export async function tablesSource(client: ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS);
  const tables = Map.groupBy(rows, (column) => column.table);
  const index = [...tables.keys()].map((table) => `  ${table}: ${interfaceName(table)};`);
  const interfaces = [...tables].map(([table, columns]) => interfaceOf(interfaceName(table), columns.map(property)));
  return [HEADER, interfaceOf('Tables', index), ...interfaces].join('\n');
}

const COLUMNS = `
  select c.relname as table, a.attname as name, coalesce(base.typname, element.typname, t.typname) as type,
    t.typcategory = 'A' as "isArray", not a.attnotnull as nullable,
    case when a.attidentity = 'a' or a.attgenerated <> '' then 'always' when a.attidentity = 'd' or a.atthasdef then 'default' else 'no' end as filled
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type base on base.oid = t.typbasetype
  left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname collate "C", a.attnum`;

function interfaceName(table: string): string {
  return `${table.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Table`;
}

function interfaceOf(name: string, lines: string[]): string {
  return `export interface ${name} {\n${lines.join('\n')}\n}\n`;
}

function property({ table, name, type, isArray, nullable, filled }: Column): string {
  const known = typescriptTypes[type];
  if (!known) throw new Error(`bin/tables does not know the type ${type} of ${table}.${name}: add it to tables-source.ts and types.ts`);
  const single = known === 'json' && isArray ? 'unknown' : known;
  const full = `${single}${isArray ? '[]' : ''}`;
  return `  ${name}: ${full === 'json' ? jsonColumn(nullable, filled) : column(full, nullable, filled)};`;
}

function column(type: string, nullable: boolean, filled: Column['filled']): string {
  const selected = nullable ? `${type} | null` : type;
  if (filled === 'always') return `GeneratedAlways<${selected}>`;
  return filled === 'default' ? `Generated<${selected}>` : selected;
}

function jsonColumn(nullable: boolean, filled: Column['filled']): string {
  const given = nullable ? 'JsonInput | null' : 'JsonInput';
  if (filled === 'always') return 'GeneratedAlways<unknown>';
  return `ColumnType<unknown, ${given}${filled === 'default' ? ' | undefined' : ''}, ${given}>`;
}

function named(type: string, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, type]));
}
