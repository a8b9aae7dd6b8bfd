/** Bodies gone wrong in one place each, made from a route's own JSON schema and a body that works. */

type Json = Record<string, unknown>;
export type Path = (string | number)[];
export type Mutation = { what: string; body: unknown };

/** Every place of a body that its schema knows, the optional ones too, with the schema of that place. */
export function placesOf(schema: Json, schemas: Json, path: Path = []): { path: Path; schema: Json }[] {
  const one = resolved(schema, schemas);
  const inner = [...variants(one, 'anyOf'), ...variants(one, 'oneOf'), ...variants(one, 'allOf')].flatMap((each) =>
    placesOf(each, schemas, path),
  );
  const fields = Object.entries((one.properties ?? {}) as Record<string, Json>).flatMap(([name, each]) =>
    placesOf(each, schemas, [...path, name]),
  );
  const items = one.items ? placesOf(one.items as Json, schemas, [...path, 0]) : [];
  return [...(path.length > 0 ? [{ path, schema: one }] : []), ...inner, ...fields, ...items];
}

/** Every object of a body, where an unknown field could be slipped in. */
export function objectsOf(schema: Json, schemas: Json, path: Path = []): Path[] {
  const one = resolved(schema, schemas);
  const inner = [...variants(one, 'anyOf'), ...variants(one, 'oneOf'), ...variants(one, 'allOf')].flatMap((each) =>
    objectsOf(each, schemas, path),
  );
  const fields = Object.entries((one.properties ?? {}) as Record<string, Json>).flatMap(([name, each]) =>
    objectsOf(each, schemas, [...path, name]),
  );
  const items = one.items ? objectsOf(one.items as Json, schemas, [...path, 0]) : [];
  return [...(one.properties ? [path] : []), ...inner, ...fields, ...items];
}

/** A copy of the body with this value in that place; objects and lists on the way are made. */
export function put(body: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const changed = put((body as never)?.[step] ?? undefined, rest, value);
  if (typeof step === 'number') return [changed, ...(Array.isArray(body) ? body.slice(1) : [])];
  return { ...(typeof body === 'object' && body !== null ? body : {}), [step]: changed };
}

const UNSTORABLE = ['a\u0000b', 'a\udc00b'];
/** Words of SQL, of patterns and of templates, a turned direction, split letters and control characters, all at once. */
const ODD = `'; drop table matter; -- %_\\ {{7*7}} :* & | ! \u202erow\u202c ${'é'.normalize('NFD')} 😀 \u0001\u001b[2J`;
const TYPES = [null, true, 7, '', [[]], { $gt: '' }];
const NUMBERS = [-1, 1.5, 2 ** 31, 2 ** 53, 1e308, '1'];
const MOMENTS = [
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-02-30T00:00:00Z',
  '2026-06-30T23:59:60Z',
  '2026-01-01',
  'now',
  'infinity',
];
const DAYS = ['0000-01-01', '9999-12-31', '2026-02-30', '0001-01-01', 'infinity'];
export const UNKNOWN_ID = '0199c0de-0000-7000-8000-00000000dead';

export function textsRefused(body: unknown, { path }: { path: Path }): Mutation[] {
  return UNSTORABLE.map((text) => ({
    what: `${path.join('.')} = ${JSON.stringify(text)}`,
    body: put(body, path, text),
  }));
}

/** Each place with each value that is odd there, once: of one place several schemas may tell. */
export function odditiesOf(places: { path: Path; schema: Json }[]): { path: Path; value: unknown }[] {
  const all = places.flatMap(({ path, schema }) => odditiesFor(schema).map((value) => ({ path, value })));
  return [...new Map(all.map((oddity) => [JSON.stringify(oddity), oddity])).values()];
}

/** Values that do not belong in that place, most of which are refused and none of which may be our fault. */
function odditiesFor(schema: Json): unknown[] {
  const format = String(schema.format ?? '');
  return [
    ...TYPES,
    ...(schema.type === 'integer' || schema.type === 'number' ? NUMBERS : []),
    ...(schema.type === 'string' && !schema.enum && !format ? [ODD, 'x'.repeat(200_000)] : []),
    ...(format === 'date-time' ? MOMENTS : []),
    ...(format === 'date' ? DAYS : []),
    ...(format === 'uuid' ? [UNKNOWN_ID, '00000000-0000-0000-0000-000000000000'] : []),
  ];
}

const SLIPPED = ['id', 'owner_org', 'state', 'person_id', 'constructor'];

export function unknownFields(body: unknown, path: Path): Mutation[] {
  const here = path.reduce<unknown>((at, step) => (at as never)?.[step], body) ?? {};
  const known = (name: string) => Object.hasOwn(here as object, name);
  return SLIPPED.filter((name) => !known(name)).map((name) => ({
    what: `${[...path, name].join('.')} slipped in`,
    body: put(body, [...path, name], UNKNOWN_ID),
  }));
}

const variants = (schema: Json, key: string): Json[] => (schema[key] as Json[] | undefined) ?? [];

function resolved(schema: Json, schemas: Json): Json {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
  return name ? (schemas[name] as Json) : schema;
}
