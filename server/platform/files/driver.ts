import type { Readable } from 'node:stream';

/** Where the bytes of `file` rows are kept. Names are random: equal files of two matters are two files, and no name tells anything. */
export type FileDriver = {
  begin(): Promise<Draft>;
  /** Rejects when there is no such file. */
  open(storedAs: string): Promise<Readable>;
  /** Removing what is gone is fine. */
  remove(storedAs: string): Promise<void>;
  list(): AsyncIterable<Stored>;
  /** Removes drafts that nobody has written to since, and tells how many. */
  removeDrafts(before: Temporal.Instant): Promise<number>;
  close(): Promise<void>;
};

/** A file on its way in: seen by nobody until it is kept. */
export type Draft = {
  /** A local path, for looking at what came. */
  path: string;
  write(chunk: Uint8Array): Promise<void>;
  /** Makes the file durable, also against a power cut, and returns its name. */
  keep(): Promise<string>;
  /** Does nothing after `keep`. */
  discard(): Promise<void>;
};

export type Stored = { storedAs: string; changedAt: Temporal.Instant };
