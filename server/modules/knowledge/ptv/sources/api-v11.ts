import type { Step } from '../records.ts';
import { fieldsOf, idOf, listOf } from '../shapes.ts';
import { v11 } from '../v11/adapter.ts';
import type { Client } from './client.ts';
import { type DirectorySource, SourceFailure } from './source.ts';

const PATHS: Record<Step, string> = {
  organisations: '/Organization',
  'general-descriptions': '/GeneralDescription',
  channels: '/ServiceChannel',
  services: '/Service',
  collections: '/ServiceCollection',
};

/** The most that the interface gives in one request. */
const IN_ONE = 100;

/** v11 lists ids by thousands and gives the records a hundred at a time; collections one by one. Reading needs no key. */
export function apiV11(client: Client): DirectorySource {
  // The list of ids that is being gone through, so that it is asked once and not for each hundred.
  let list: { key: string; ids: string[]; pages: number } | undefined;

  async function idsOf(step: Step, page: number, since: Temporal.Instant | null) {
    const key = `${step} ${page} ${since ?? ''}`;
    if (list?.key !== key) {
      const answer = fieldsOf(await client.get(PATHS[step], { page: String(page), date: since?.toString({ smallestUnit: 'second' }) }));
      if (!Array.isArray(answer.itemList) && answer.itemList !== null) throw new SourceFailure('nonsense');
      const ids = listOf(answer.itemList).flatMap((item) => idOf(fieldsOf(item).id) ?? []);
      list = { key, ids, pages: Number(answer.pageCount) || 0 };
    }
    return list;
  }

  return {
    adapter: v11,
    async page(step, at, since) {
      const [page = 1, from = 0] = (at ?? '1.0').split('.').map(Number);
      const { ids, pages } = await idsOf(step, page, since);
      const items = await recordsOf(client, step, ids.slice(from, from + IN_ONE));
      const inList = from + IN_ONE < ids.length;
      const next = inList ? `${page}.${from + IN_ONE}` : page < pages ? `${page + 1}.0` : null;
      return { items, next, total: pages <= 1 ? ids.length : null };
    },
    async *present(step) {
      for (let page = 1, pages = 1; page <= pages; page++) {
        const found = await idsOf(step, page, null);
        pages = found.pages;
        yield found.ids;
      }
    },
    async stillThere(step, ids) {
      const found: unknown[] = [];
      for (let from = 0; from < ids.length; from += IN_ONE) found.push(...(await recordsOf(client, step, ids.slice(from, from + IN_ONE))));
      return found;
    },
  };
}

async function recordsOf(client: Client, step: Step, ids: readonly string[]): Promise<unknown[]> {
  if (ids.length === 0) return [];
  if (step !== 'collections') return listOf(await client.get(`${PATHS[step]}/list`, { guids: ids.join(',') }));
  const records: unknown[] = [];
  for (const id of ids) records.push(await client.get(`${PATHS[step]}/${id}`));
  return records.filter((record) => record !== null);
}
