import { type InfiniteData, type QueryClient, type QueryKey, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DocumentPage } from '../../server/modules/matters/documents/schema.ts';
import type { MappingPage } from '../../server/modules/matters/mapping/schema.ts';
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
  documents: ['documents'],
  document: (id: string) => ['document', id],
  orders: ['orders'],
  dataRequests: ['data-requests'],
  matterOrders: (matterId: string) => ['orders', matterId],
  notices: ['notices'],
  cards: ['cards'],
  card: (id: string) => ['card', id],
  packages: ['packages'],
  bulletins: ['bulletins'],
  specialists: ['specialists'],
  guides: ['guides'],
  guide: (id: string) => ['guide', id],
  supportActors: ['support-actors'],
  referrals: (matterId: string) => ['referrals', matterId],
  mappings: ['mappings'],
  mapping: (id: string) => ['mapping', id],
  boards: ['board'],
  board: (pointId: string) => ['board', pointId],
  figures: (pointId: string) => ['figures', pointId],
  visits: ['visit'],
  visit: (id: string) => ['visit', id],
  alarms: (pointId: string) => ['alarms', pointId],
  helpCalls: (pointId: string) => ['help-calls', pointId],
  calendars: ['calendar'],
  missedMeetings: ['meetings', 'missed'],
  counterCalls: (pointId: string) => ['counter-calls', pointId],
  disturbances: (pointId: string) => ['disturbances', pointId],
  spokenFeedback: (pointId: string) => ['spoken-feedback', pointId],
} as const;

export const useMatters = (view: MatterView) => useLongList([...keys.matters, view], (after) => listMatters(view, after));
export const useMatter = (id: string) => useQuery({ queryKey: keys.matter(id), queryFn: () => readMatter(id) });
export const useRequests = (view: RequestView) => useLongList([...keys.requests, view], (after) => listRequests(view, after));
export const useRequest = (id: string) => useQuery({ queryKey: keys.request(id), queryFn: () => readRequest(id) });
export const useTemplates = () => useQuery({ queryKey: ['templates'], queryFn: readTemplates, staleTime: 300_000 });

type Screenful<Row> = { rows: Row[]; next: string | null };

/** A list read screenful by screenful; what a live message makes old is read anew from the top, as far as one has come. */
function useLongList<Row, List extends Screenful<Row>>(queryKey: QueryKey, read: (after: string | null) => Promise<List>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    select: joined<Row, List>,
  });
}

/** The counts of the first screenful hold for the whole. A row that moved between two reads is shown once. */
function joined<Row, List extends Screenful<Row>>({ pages }: InfiniteData<List>): List {
  const rows = pages.flatMap((page) => page.rows) as (Row & { id: string })[];
  return { ...(pages[0] as List), rows: [...new Map(rows.map((row) => [row.id, row])).values()] };
}

export function keysOf({ topic, id }: LiveMessage, queries: QueryClient): readonly QueryKey[] {
  if (topic === 'matters:all')
    return [keys.matters, keys.notices, keys.matter(id), keys.referrals(id), ...requestsOf(queries, id), ...mappingsOf(queries, id)];
  if (topic === 'orders:all') return [keys.orders];
  if (topic === 'data-requests:all') return [keys.dataRequests];
  if (topic === 'mappings:all') return [keys.mappings, keys.mapping(id)];
  if (topic === 'bulletins:all') return [keys.bulletins];
  if (topic === 'specialists:all') return [keys.specialists];
  if (topic === 'guides:all') return [keys.guides, ['guide']];
  if (topic === 'support-actors:all') return [keys.supportActors];
  if (topic === 'cards:all') return [keys.cards, keys.card(id)];
  if (topic === 'requests:all') return [keys.requests, keys.request(id)];
  if (topic === 'documents:all') return [keys.documents, keys.document(id), ...documentsOf(queries, id)];
  if (topic === 'alarms:all') return [keys.alarms(id), keys.disturbances(id)];
  if (topic === 'help:all') return [keys.helpCalls(id), keys.counterCalls(id)];
  if (topic === 'appointments:all') return id === 'missed' ? [keys.missedMeetings] : [keys.calendars];
  if (topic.startsWith('board:')) return [keys.board(id), keys.visits, ...figuresOf(queries, id)];
  if (topic.startsWith('matter:')) return [keys.matter(topic.slice('matter:'.length))];
  return [];
}

const FIGURES_AGAIN_MS = 5_000;

/** A busy floor moves many times a second, and its figures are counted over weeks: those just read are left until the page itself asks again. */
function figuresOf(queries: QueryClient, pointId: string): readonly QueryKey[] {
  const kept = queries.getQueryCache().findAll({ queryKey: keys.figures(pointId) });
  return kept.filter((query) => query.isStaleByTime(FIGURES_AGAIN_MS)).map(({ queryKey }) => queryKey);
}

/** A question's page shows the whole way of it through the tiers, so what happens to one question of a matter is seen on the others too. */
function requestsOf(queries: QueryClient, matterId: string): readonly QueryKey[] {
  const kept = queries.getQueriesData<RequestPage>({ queryKey: ['request'] });
  return kept.filter(([, page]) => page?.request.matterId === matterId).map(([key]) => key);
}

/** Where a matter is kept and who sees its needs decides what is seen of its papers. */
function documentsOf(queries: QueryClient, matterId: string): readonly QueryKey[] {
  const kept = queries.getQueriesData<DocumentPage>({ queryKey: ['document'] });
  return kept.filter(([, page]) => page?.matterId === matterId).map(([key]) => key);
}

/** A mapping's needs and arrangements are the matter's own. */
function mappingsOf(queries: QueryClient, matterId: string): readonly QueryKey[] {
  const kept = queries.getQueriesData<MappingPage>({ queryKey: ['mapping'] });
  return kept.filter(([key, page]) => key.length === 2 && page?.matter.id === matterId).map(([key]) => key);
}
