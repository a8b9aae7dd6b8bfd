import { type QueryClient, type QueryKey, useQuery } from '@tanstack/react-query';
import type { RequestPage } from '../../server/modules/matters/requests/schema.ts';
import { readTemplates } from '../shared/api/desk.ts';
import { listMatters, type MatterView, readMatter } from '../shared/api/matters.ts';
import { listRequests, type RequestView, readRequest } from '../shared/api/requests.ts';
import type { LiveMessage } from '../shared/live/live.ts';

/** What the desk keeps, and which live message makes it old. */
export const keys = {
  matters: ['matters'],
  matter: (id: string) => ['matter', id],
  requests: ['requests'],
  request: (id: string) => ['request', id],
} as const;

export const useMatters = (view: MatterView) => useQuery({ queryKey: [...keys.matters, view], queryFn: () => listMatters(view) });
export const useMatter = (id: string) => useQuery({ queryKey: keys.matter(id), queryFn: () => readMatter(id) });
export const useRequests = (view: RequestView) => useQuery({ queryKey: [...keys.requests, view], queryFn: () => listRequests(view) });
export const useRequest = (id: string) => useQuery({ queryKey: keys.request(id), queryFn: () => readRequest(id) });
export const useTemplates = () => useQuery({ queryKey: ['templates'], queryFn: readTemplates, staleTime: 300_000 });

export function keysOf({ topic, id }: LiveMessage, queries: QueryClient): readonly QueryKey[] {
  if (topic === 'matters:all') return [keys.matters, keys.matter(id), ...requestsOf(queries, id)];
  if (topic === 'requests:all') return [keys.requests, keys.request(id)];
  if (topic.startsWith('matter:')) return [keys.matter(topic.slice('matter:'.length))];
  return [];
}

/** A question's page shows the whole way of it through the tiers, so what happens to one question of a matter is seen on the others too. */
function requestsOf(queries: QueryClient, matterId: string): readonly QueryKey[] {
  const kept = queries.getQueriesData<RequestPage>({ queryKey: ['request'] });
  return kept.filter(([, page]) => page?.request.matterId === matterId).map(([key]) => key);
}
