import { ProblemError } from '../../platform/errors.ts';

/** Nobody is signed in, or no longer. */
export class Unauthenticated extends ProblemError {
  readonly status = 401;
  constructor() {
    super('unauthenticated');
  }
}
