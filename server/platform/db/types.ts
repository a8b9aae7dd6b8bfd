import pg from 'pg';

/**
 * How PostgreSQL's values come to us: timestamptz as Temporal.Instant, date as Temporal.PlainDate, time as Temporal.PlainTime,
 * timestamp as Temporal.PlainDateTime, interval as Temporal.Duration, int8 as number, numeric and xid8 as string.
 */

const INT8 = 20;
const DATE = 1082;
const TIME = 1083;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const INTERVAL = 1186;
const JSON_ARRAY = 199;
const NUMERIC_ARRAY = 1231;
const JSONB_ARRAY = 3807;
const TEXT_ARRAY = 1009;

type Parser = (text: string) => unknown;

const parsers = new Map<number, Parser>([
  [INT8, safeInteger],
  [DATE, (text) => Temporal.PlainDate.from(text)],
  [TIME, (text) => Temporal.PlainTime.from(text)],
  [TIMESTAMP, (text) => Temporal.PlainDateTime.from(text)],
  [TIMESTAMPTZ, (text) => Temporal.Instant.from(text)],
  [INTERVAL, (text) => Temporal.Duration.from(text)],
]);

const arrays: [arrayOid: number, elementOid: number][] = [
  [1016, INT8],
  [1182, DATE],
  [1183, TIME],
  [1115, TIMESTAMP],
  [1185, TIMESTAMPTZ],
  [1187, INTERVAL],
];

const textArray = pg.types.getTypeParser(TEXT_ARRAY as never) as unknown as (text: string) => unknown;

for (const [arrayOid, elementOid] of arrays) parsers.set(arrayOid, (text) => eachElement(text, parsers.get(elementOid) as Parser));
for (const arrayOid of [JSON_ARRAY, JSONB_ARRAY]) parsers.set(arrayOid, (text) => eachElement(text, JSON.parse));
parsers.set(NUMERIC_ARRAY, textArray);

/** The `types` option of every pg client of ours. */
export const clientTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary') as unknown as Parser;
    return parsers.get(oid) ?? (pg.types.getTypeParser(oid) as Parser);
  },
} as pg.CustomTypesConfig;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint beyond the safe integers came from the database');
  return value;
}

function eachElement(text: string, parse: Parser): unknown {
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    return typeof value === 'string' ? parse(value) : value;
  };
  return convert(textArray(text));
}

// pg asks parameters for `toPostgres`; without it a Temporal value, alone or in an array, would be sent as quoted JSON.
for (const type of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime, Temporal.PlainDateTime, Temporal.Duration]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    value(this: { toString(): string }) {
      return this.toString();
    },
    configurable: true,
  });
}
