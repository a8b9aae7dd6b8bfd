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

/** 55P03 and 57014: a row or an answer waited for longer than the pool allows, as when more is asked than the database can do. */
const givenUpCodes = new Set(['55P03', '57014']);

/**
 * A connection error, or a statement given up for its time, becomes `Unavailable` (503 with Retry-After); anything else is returned as it is.
 * What was given up is its cause: a statement too slow for its table is a fault of ours that the log must show.
 */
export function asUnavailable(error: unknown): unknown {
  if (isConnectionError(error)) return new Unavailable('database-unavailable');
  return isGivenUp(error) ? new Unavailable('database-unavailable', { cause: error }) : error;
}

const isGivenUp = (error: unknown): boolean => error instanceof Error && 'code' in error && givenUpCodes.has(String(error.code));

export function isConnectionError(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isConnectionError);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (socketCodes.has(code) || stateCodes.has(code) || /^08/.test(code)) return true;
  return code === '' && messages.some((message) => message.test(error.message));
}
