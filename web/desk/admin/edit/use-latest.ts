import { type QueryKey, useQueryClient } from '@tanstack/react-query';

/** Reads one thing anew, with the list it stands in; undefined when it is not to be seen any more. */
export function useLatest<Row extends { id: string }, Details>(
  queryKey: QueryKey,
  list: () => Promise<Row[]>,
  id: string,
  detailsOf: (row: Row) => Details,
): () => Promise<Details | undefined> {
  const queries = useQueryClient();
  return async () => {
    const rows = await queries.fetchQuery({ queryKey, queryFn: list, staleTime: 0 });
    const row = rows.find((one) => one.id === id);
    return row && detailsOf(row);
  };
}
