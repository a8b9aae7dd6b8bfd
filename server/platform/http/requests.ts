import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Invalid, NotFound } from '../errors.ts';
import { unstorableIn } from './storable.ts';

export interface FieldError {
  /** Dotted path, e.g. `needs.0.words`. */
  field: string;
  /** Why, as a stable word clients translate: `too_small`, `invalid_type`, `unrecognized_keys` ... */
  code: string;
  minimum?: number;
  maximum?: number;
  format?: string;
}

/** Validation failed; answered as 422. The values sent are never repeated: they may be personal data. */
export class InvalidFields extends Invalid {
  readonly errors: FieldError[];
  constructor(errors: FieldError[]) {
    super('invalid-fields', { fields: errors.map((error) => error.field) });
    this.errors = errors;
  }
}

/** An address of the wrong form names nothing: 404, as for an unknown one. */
export function readParams(schema: z.ZodType | undefined, request: FastifyRequest): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(request.params);
  if (!result.success) throw new NotFound();
  return result.data;
}

export function readQuery(schema: z.ZodType | undefined, request: FastifyRequest): unknown {
  return schema ? parse(schema, request.query, 'query') : undefined;
}

/** A body to a route that takes none is refused too. */
export function readBody(schema: z.ZodType | undefined, sent: unknown): unknown {
  if (schema) return parse(schema, sent ?? undefined, '');
  if (typeof sent === 'object' && sent !== null && Object.keys(sent).length > 0) {
    throw new InvalidFields(Object.keys(sent).map((field) => ({ field, code: 'unrecognized_keys' })));
  }
  return undefined;
}

const BOUNDS = new Set(['minimum', 'maximum', 'format']);

function parse(schema: z.ZodType, sent: unknown, prefix: string): unknown {
  const unstorable = unstorableIn(sent);
  if (unstorable !== undefined)
    throw new InvalidFields([{ field: [prefix, unstorable].filter(Boolean).join('.') || 'body', code: 'invalid_format' }]);
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  throw new InvalidFields(result.error.issues.flatMap((issue) => fieldErrors(issue, prefix)));
}

function fieldErrors(issue: z.core.$ZodIssue, prefix: string): FieldError[] {
  const path = [prefix, ...issue.path.map(String)].filter((part) => part !== '');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: [...path, key].join('.'), code: issue.code }));
  const bounds = Object.fromEntries(Object.entries(issue).filter(([key]) => BOUNDS.has(key)));
  return [{ field: path.join('.') || 'body', code: issue.code, ...bounds }];
}
