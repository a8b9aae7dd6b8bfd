import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

type Versioned<Read, Thing extends { version: number }, Details, Answer> = {
  /** Where what is read lies, and how it is read anew before a change is sent. */
  queryKey: QueryKey;
  read: () => Promise<Read>;
  find: (read: Read) => Thing | undefined;
  detailsOf: (thing: Thing) => Details;
  /** Answers with the version it made, where that is not simply the next. */
  write: (change: Partial<Details>, version: number) => Promise<Answer>;
};

/**
 * A change that names the version it was made on. `latest` reads the thing anew before it is sent; `send` may be called a second time to
 * take the change back, which is a change of the version after it.
 */
export function useVersioned<Read, Thing extends { version: number }, Details, Answer = unknown>(
  one: Versioned<Read, Thing, Details, Answer>,
) {
  const { queryKey, read, find, detailsOf, write } = one;
  const queries = useQueryClient();
  const version = useRef(0);
  return {
    latest: async (): Promise<Details | undefined> => {
      const thing = find(await queries.fetchQuery({ queryKey, queryFn: read, staleTime: 0 }));
      if (thing) version.current = thing.version;
      return thing && detailsOf(thing);
    },
    send: async (change: Partial<Details>): Promise<Answer> => {
      const answer = await write(change, version.current);
      version.current = (answer as { version?: number } | undefined)?.version ?? version.current + 1;
      return answer;
    },
  };
}
