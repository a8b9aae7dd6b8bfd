import type { Adapter, Step } from '../records.ts';

export type Page = {
  items: unknown[];
  /** Where the next page begins; null after the last one. */
  next: string | null;
  /** How many items the step has in all, where the source tells. */
  total: number | null;
};

/** Where records come from. Pages are asked one at a time, so that a run that was cut goes on from the page it had reached. */
export type DirectorySource = {
  adapter: Adapter;
  /** `at`: null for the first page. `since`: only what was modified then or later. @throws SourceFailure */
  page(step: Step, at: string | null, since: Temporal.Instant | null): Promise<Page>;
  /** Whether it tells anything of the step: what nobody tells of has not been withdrawn. True where it is not said. */
  covers?(step: Step): boolean;
  /** Ids that have been withdrawn since, where the source can tell them without being read whole. */
  withdrawn?(step: Step, since: Temporal.Instant): AsyncIterable<string[]>;
  /** All ids that are there now, where listing them costs little. */
  present?(step: Step): AsyncIterable<string[]>;
  /** Of ids that were not met, the records that are there after all: a list moves while it is read page by page. */
  stillThere?(step: Step, ids: readonly string[]): Promise<unknown[]>;
};

/** The source does not answer, or refuses. The code is shown to those who keep the directory. */
export class SourceFailure extends Error {
  readonly code: 'unreachable' | 'refused' | 'key-refused' | 'nonsense' | 'no-files';
  constructor(code: SourceFailure['code'], cause?: unknown) {
    super(code, cause === undefined ? {} : { cause });
    this.code = code;
  }
}
