/** The kinds of error a use case may throw. One handler in `platform/http` turns them into problem+json (RFC 9457). */

export type ErrorDetails = Record<string, string | number | boolean | string[] | undefined>;

export abstract class ProblemError extends Error {
  abstract readonly status: number;
  /** Stable, translated by `problem.<code>` and relied on by clients, e.g. `matter-closed`. */
  readonly code: string;
  /** Shown to the caller: never personal data, never the name of something they may not see. */
  readonly details: ErrorDetails;

  constructor(code: string, details: ErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** What one may not see does not exist: also thrown when a row exists but is not visible. */
export class NotFound extends ProblemError {
  readonly status = 404;
  constructor(code = 'not-found', details?: ErrorDetails) {
    super(code, details);
  }
}

/** Nobody is signed in, or the session, link or device is no longer valid. */
export class Unauthenticated extends ProblemError {
  readonly status = 401;
  constructor(code = 'unauthenticated') {
    super(code);
  }
}

/** The caller sees the thing but may not do this to it. */
export class Forbidden extends ProblemError {
  readonly status = 403;
  constructor(code = 'forbidden', details?: ErrorDetails) {
    super(code, details);
  }
}

/** A rule of the field refuses the change in the thing's present state. */
export class Conflict extends ProblemError {
  readonly status = 409;
}

/** The request itself is wrong; `details.fields` names the fields. */
export class Invalid extends ProblemError {
  readonly status = 422;
}

/** The database or another needed part is away for a moment; the answer carries Retry-After. */
export class Unavailable extends ProblemError {
  readonly status = 503;
  constructor(code = 'unavailable', { cause }: { cause?: unknown } = {}) {
    super(code);
    this.cause = cause;
  }
}
