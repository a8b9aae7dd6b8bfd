import { Unavailable } from '../errors.ts';

const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
]);

/** 57P01-03: shut down, crashed, starting up. 53300: all connections taken. 25006: a failed-over node that takes no writes. */
const stateCodes = new Set(['57P01', '57P02', '57P03', '53300', '25006']);

/** What pg says, without a code, when its own side of the connection has ended. */
const messages = [
  /^timeout exceeded when trying to connect/,
  /^Connection terminated/,
  /not queryable/,
  /^Client was closed/,
  /after calling end on the pool/,
];

/** A connection error becomes `Unavailable` (503 with Retry-After); anything else is returned as it is. */
export function asUnavailable(error: unknown): unknown {
  return isConnectionError(error) ? new Unavailable('database-unavailable') : error;
}

export function isConnectionError(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isConnectionError);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (socketCodes.has(code) || stateCodes.has(code) || /^08/.test(code)) return true;
  return code === '' && messages.some((message) => message.test(error.message));
}
