/** What came of a call that did not succeed. The service's words may hold the recipient, so only its codes are kept. */
export class CallFailed extends Error {
  readonly status: number;
  readonly codes: string[];
  /** Milliseconds the service asked to wait (429, 503). */
  readonly retryAfterMs: number | null;
  constructor(status: number, codes: string[], retryAfterMs: number | null) {
    super('the messages service refused');
    this.name = 'CallFailed';
    this.status = status;
    this.codes = codes;
    this.retryAfterMs = retryAfterMs;
  }
}

const MAILBOX_NOT_IN_USE = 'MAILBOX_NOT_IN_USE';

export type FailureClass =
  /** The person has no mailbox in use: another channel, or paper. */
  | 'no-mailbox'
  /** This message will never be taken as it is. */
  | 'refused'
  /** Ours to put right (credentials, rights): it waits. */
  | 'ours'
  /** It passes. */
  | 'passing';

/** Everything that is not an answer of the service (connection, time) passes too. */
export function classOf(error: unknown): FailureClass {
  if (!(error instanceof CallFailed)) return 'passing';
  const { status, codes } = error;
  if (codes.includes(MAILBOX_NOT_IN_USE)) return 'no-mailbox';
  if (status === 401 || status === 403) return 'ours';
  if (status === 408 || status === 425 || status === 429 || status >= 500) return 'passing';
  return status >= 400 ? 'refused' : 'passing';
}

/** For the timeline: the status and codes of the service's own list. */
export function noteOf(error: CallFailed): string {
  return [`suomifi ${error.status}`, ...error.codes].join(' ').slice(0, 200);
}
