import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;
type Direction = 'input' | 'output';

/** Turns zod schemas into JSON Schemas (2020-12) that share the named ones; the components are complete once all have been asked for. */
export interface SchemaBook {
  add(schema: z.ZodType, direction: Direction): void;
  of(schema: z.ZodType, direction: Direction): JsonSchema;
  components(): Record<string, JsonSchema>;
}

/** Two passes, `add` all and then `of`: whether a request's shape differs from the answer's of the same name shows only at the end. */
export function createSchemaBook(): SchemaBook {
  const named: Record<Direction, Map<string, JsonSchema>> = { input: new Map(), output: new Map() };
  const nameFor = (id: string, direction: Direction) => (direction === 'input' && differs(id) ? `${id}Input` : id);

  function differs(id: string, seen = new Set<string>()): boolean {
    const [input, output] = [named.input.get(id), named.output.get(id)];
    if (!input || !output || seen.has(id)) return false;
    seen.add(id);
    return !isDeepStrictEqual(input, output) || referencesIn(input).some((other) => differs(other, seen));
  }

  return {
    add(schema, direction) {
      const { $defs = {} } = convert(schema, direction) as { $defs?: Record<string, JsonSchema> };
      for (const [id, definition] of Object.entries($defs)) named[direction].set(id, definition);
    },
    of(schema, direction) {
      const { $defs: _, ...own } = convert(schema, direction);
      return rewrite(own, (id) => nameFor(id, direction)) as JsonSchema;
    },
    components() {
      const entries = (['output', 'input'] as const).flatMap((direction) =>
        [...named[direction]].map(
          ([id, schema]) => [nameFor(id, direction), rewrite(schema, (other) => nameFor(other, direction))] as const,
        ),
      );
      return uniquelyNamed(entries);
    },
  };
}

/** @throws when a request's shape gets the name that another was given: each would stand for the other */
function uniquelyNamed(entries: readonly (readonly [string, unknown])[]): Record<string, JsonSchema> {
  const all: Record<string, JsonSchema> = {};
  for (const [name, schema] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (all[name] && !isDeepStrictEqual(all[name], schema)) throw new Error(`two shapes are named ${name}`);
    all[name] = schema as JsonSchema;
  }
  return all;
}

const LOCAL = '#/$defs/';

function convert(schema: z.ZodType, direction: Direction): JsonSchema {
  const { $schema: _, ...converted } = z.toJSONSchema(schema, {
    io: direction,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      // Answers are encoded: on the wire is the codec's text side in both directions.
      if (direction === 'output' && def.type === 'pipe') Object.assign(clear(jsonSchema), wireSide(def.in as z.ZodType), saidOf(zodSchema));
      // The format says it better than zod's regular expression for it.
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  });
  return converted;
}

function wireSide(schema: z.ZodType): JsonSchema {
  const { $schema: _, pattern, ...wire } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return wire.format || pattern === undefined ? wire : { ...wire, pattern };
}

/** What a declaration adds to a codec, such as an example, is as true on the wire. */
function saidOf(schema: z.core.$ZodType): JsonSchema {
  const { id: _, ...said } = z.globalRegistry.get(schema) ?? {};
  return said;
}

function clear(schema: JsonSchema): JsonSchema {
  for (const key of Object.keys(schema)) delete schema[key];
  return schema;
}

function rewrite(value: unknown, nameOf: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => rewrite(each, nameOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isLocal = key === '$ref' && typeof inner === 'string' && inner.startsWith(LOCAL);
      return [key, isLocal ? `#/components/schemas/${nameOf(inner.slice(LOCAL.length))}` : rewrite(inner, nameOf)];
    }),
  );
}

function referencesIn(schema: unknown): string[] {
  return [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map((match) => match[1] as string);
}
