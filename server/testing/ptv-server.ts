import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

type Item = Record<string, unknown>;

/** What goes wrong with the next request that has this in its address. `never`: no answer at all. */
type Trouble = { on: string; answer: number | 'never' | 'cut'; retryAfter?: number };

export type PtvServer = {
  url: string;
  /** Records by the path's noun: `Service`, `ServiceChannel` (v11), `service`, `service-channel`, `connection` (v12). */
  records: Record<string, Item[]>;
  /** v12: what has been archived, and when. */
  archived: Record<string, { contentId: string; at: string }[]>;
  /** Addresses asked, in order. */
  asked: string[];
  trouble: Trouble[];
};

type Options = { version: 'v11' | 'v12'; apiKey?: string; listSize?: number };

/** The national directory's interface as far as an import asks it, with whatever goes wrong in networks. */
export async function aPtvServer({ version, apiKey, listSize = 1000 }: Options): Promise<PtvServer> {
  const ptv: PtvServer = { url: '', records: {}, archived: {}, asked: [], trouble: [] };
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://ptv.test');
    ptv.asked.push(`${address.pathname.replace(`/api/${version}`, '')}${address.search}`);
    if (isTroubled(ptv, request, response)) return;
    if (apiKey !== undefined && request.headers['x-api-key'] !== apiKey) return end(response, 401, { title: 'Unauthorized' });
    const [noun = '', what = ''] = address.pathname.replace(`/api/${version}/`, '').split('/');
    const answer = version === 'v11' ? v11(ptv, noun, what, address.searchParams, listSize) : v12(ptv, noun, what, address.searchParams);
    end(response, answer === undefined ? 404 : 200, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  ptv.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/${version}`;
  return ptv;
}

function isTroubled(ptv: PtvServer, request: IncomingMessage, response: ServerResponse): boolean {
  const at = ptv.trouble.findIndex(({ on }) => request.url?.includes(on));
  const [trouble] = at < 0 ? [] : ptv.trouble.splice(at, 1);
  if (!trouble) return false;
  if (trouble.answer === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('[{"id": "');
    setImmediate(() => response.destroy());
  } else if (trouble.answer !== 'never') {
    response.writeHead(trouble.answer, trouble.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) });
    response.end('no');
  }
  return true;
}

function v11({ records }: PtvServer, noun: string, what: string, query: URLSearchParams, listSize: number): unknown {
  const items = records[noun] ?? [];
  if (what === 'list') {
    const ids = query.get('guids')?.split(',') ?? [];
    return items.filter(({ id }) => ids.includes(String(id)));
  }
  if (what !== '') return items.find(({ id }) => id === what);
  const since = query.get('date');
  const listed = items.filter(({ modified }) => since === null || String(modified ?? '') >= since);
  const page = Number(query.get('page'));
  const itemList = listed.slice((page - 1) * listSize, page * listSize).map(({ id }) => ({ id, name: 'a name' }));
  return { pageNumber: page, pageSize: listSize, pageCount: Math.ceil(listed.length / listSize), itemList };
}

function v12({ records, archived }: PtvServer, noun: string, what: string, query: URLSearchParams): unknown {
  if (what === 'archived')
    return paged(
      (archived[noun] ?? []).filter(({ at }) => at >= (query.get('archivedAtOrAfter') ?? '')),
      query,
    );
  const items = records[noun] ?? [];
  if (what !== '' && what !== 'search') return items.find(({ contentId }) => contentId === what);
  return paged(
    items.filter((item) => isAsked(item, query)).map((item) => (noun === 'service-collection' ? { ...item, items: undefined } : item)),
    query,
  );
}

function isAsked(item: Item, query: URLSearchParams): boolean {
  const since = query.get('publishedAtOrAfter');
  if (since !== null && String(item.publishedAt ?? '') < since) return false;
  const among = (filter: string, field: string) => query.getAll(filter).length === 0 || query.getAll(filter).includes(String(item[field]));
  return among('serviceContentIds', 'serviceContentId') && among('uris', 'uri') && among('codes', 'code');
}

function paged(items: readonly unknown[], query: URLSearchParams): unknown {
  const [page, pageSize] = [Number(query.get('page')), Number(query.get('pageSize'))];
  const totalPages = Math.ceil(items.length / pageSize);
  return { page, pageSize, totalItems: items.length, totalPages, items: items.slice((page - 1) * pageSize, page * pageSize) };
}

function end(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body ?? null));
}
