import type { Readable } from 'node:stream';
import { z } from 'zod';

/** An answer that is not JSON: a page, a file, an event stream. */
export interface Raw {
  readonly contentType: string;
}

/** An answer without a body, e.g. 204 or a redirect (its `location` goes into `headers`). */
export interface Empty {
  readonly empty: true;
}

export type Answer = z.ZodType | Raw | Empty;
export type Answers = { readonly [status: number]: Answer };

export const raw = (contentType: string): Raw => ({ contentType });
export const page: Raw = raw('text/html; charset=utf-8');
export const eventStream: Raw = raw('text/event-stream');
export const empty: Empty = { empty: true };

export type BodyOf<A> = A extends z.ZodType ? z.output<A> : A extends Raw ? string | Uint8Array | Readable : undefined;

type Envelopes<A extends Answers> = {
  [S in keyof A & number]: A[S] extends Empty
    ? { status: S; body?: undefined; headers?: Record<string, string> }
    : { status: S; body: BodyOf<A[S]>; headers?: Record<string, string> };
}[keyof A & number];
type Plain<A extends Answers> = A extends { 200: infer Ok } ? BodyOf<Ok> : never;
// biome-ignore lint/suspicious/noConfusingVoidType: a handler without a return statement gives void.
type Nothing<A extends Answers> = A extends { 204: Answer } ? undefined | void : never;

/** What a handler may return: `{ status, body, headers? }`, or just the body for 200, or nothing for 204. */
export type Returned<A extends Answers> = Envelopes<A> | Plain<A> | Nothing<A>;

export interface Outcome {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const ENVELOPE_KEYS = new Set(['status', 'body', 'headers']);

/** A body may itself have a `status` field, so only an object of exactly the envelope's keys with a declared status counts. */
export function toOutcome(returned: unknown, answers: Answers): Outcome {
  if (returned === undefined) return { status: 204, body: undefined };
  if (isEnvelope(returned, answers)) return returned;
  return { status: 200, body: returned };
}

function isEnvelope(value: unknown, answers: Answers): value is Outcome {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false;
  return typeof value.status === 'number' && value.status in answers && Object.keys(value).every((key) => ENVELOPE_KEYS.has(key));
}

/** JSON text of a body, stripped to its schema; throws when the handler broke its own promise (answered as 500). */
export function toJson(schema: z.ZodType, body: unknown): string {
  return JSON.stringify(z.encode(schema, body));
}

export const isSchema = (answer: Answer): answer is z.ZodType => answer instanceof z.ZodType;
export const isRaw = (answer: Answer): answer is Raw => 'contentType' in answer;
