import { z } from 'zod';

/**
 * The first object in a request body schema that would let unknown fields pass, as a path such as `needs[].contact`, or
 * undefined. Unknown fields are refused so that nobody sets what a form does not offer (mass assignment); a route whose body
 * is not strict to the bottom does not start.
 */
export function looseObjectIn(schema: z.ZodType, path = 'body', seen = new Set<z.ZodType>()): string | undefined {
  if (seen.has(schema)) return undefined;
  seen.add(schema);
  for (const [step, inner] of insides(schema)) {
    const found = looseObjectIn(inner, path + step, seen);
    if (found) return found;
  }
  return schema instanceof z.ZodObject && !isStrict(schema) ? path : undefined;
}

const isStrict = (schema: z.ZodObject) => schema.def.catchall instanceof z.ZodNever;

type Inside = [step: string, schema: z.ZodType];

function insides(schema: z.ZodType): Inside[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, inner]) => [`.${name}`, inner]);
  if (schema instanceof z.ZodArray) return [['[]', schema.element as z.ZodType]];
  if (schema instanceof z.ZodRecord) return [['{}', schema.valueType as z.ZodType]];
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).map((option) => ['', option]);
  if (schema instanceof z.ZodIntersection)
    return [
      ['', schema.def.left as z.ZodType],
      ['', schema.def.right as z.ZodType],
    ];
  if (schema instanceof z.ZodPipe) return [['', schema.in as z.ZodType]];
  if (schema instanceof z.ZodTuple) return (schema.def.items as z.ZodType[]).map((item, index) => [`[${index}]`, item]);
  if (schema instanceof z.ZodLazy) return [['', schema.unwrap() as z.ZodType]];
  return 'innerType' in schema.def ? [['', schema.def.innerType as z.ZodType]] : [];
}
