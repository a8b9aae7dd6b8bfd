import { ProblemError } from '../errors.ts';

/** Refusals that only the HTTP layer makes; use cases throw the kinds of `../errors.ts`. */

export class BadRequest extends ProblemError {
  readonly status = 400;
}

export class TooMany extends ProblemError {
  readonly status = 429;
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('too-many-requests');
    this.retryAfterSeconds = Math.max(1, retryAfterSeconds);
  }
}

export class WrongMediaType extends ProblemError {
  readonly status = 415;
  constructor() {
    super('unsupported-media-type');
  }
}
