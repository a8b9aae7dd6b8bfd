import type { CurrentDirectory } from './current/service.ts';
import { DIRECTORY_CHANGED } from './events.ts';

/** Runs on every node for every event: what it had read of the directory is forgotten when the directory changes. */
export function forgettingOnChange(directory: CurrentDirectory): (event: { type: string }) => void {
  return ({ type }) => {
    if (type === DIRECTORY_CHANGED) directory.forget();
  };
}
