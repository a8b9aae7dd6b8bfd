import { ProblemError } from '../errors.ts';

/** The limit is told, so that the reader knows how small to make it. */
export class FileTooLarge extends ProblemError {
  readonly status = 413;
  constructor(maxBytes: number) {
    super('payload-too-large', { maxBytes });
  }
}

export class FileTypeRefused extends ProblemError {
  readonly status = 415;
  constructor() {
    super('unsupported-media-type');
  }
}
