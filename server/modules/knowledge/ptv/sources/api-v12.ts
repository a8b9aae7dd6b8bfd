import type { Step } from '../records.ts';
import { type Fields, fieldsOf, idOf, listOf, textOf } from '../shapes.ts';
import { v12 } from '../v12/adapter.ts';
import { fieldOfVersions, type Lookups, localOf, noLookups } from '../v12/lookups.ts';
import type { Client } from './client.ts';
import { type DirectorySource, type Page, SourceFailure } from './source.ts';

const PATHS: Record<Step, string> = {
  organisations: '/organization',
  'general-descriptions': '/general-description',
  channels: '/service-channel',
  services: '/service',
  collections: '/service-collection',
};

const PAGE_SIZE = '100';
/** The most ids or codes that a filter takes. */
const IN_ONE_FILTER = 20;

/** v12 gives whole records in its searches, but connections, terms, post offices and the members of collections apart. */
export function apiV12(client: Client): DirectorySource {
  const lookups = noLookups();

  async function pageOf(path: string, query: Record<string, string | readonly string[] | undefined>): Promise<Fields> {
    const answer = fieldsOf(await client.get(path, { pageSize: PAGE_SIZE, ...query }));
    if (!Array.isArray(answer.items)) throw new SourceFailure('nonsense');
    return answer;
  }

  async function* pagesOf(path: string, query: Record<string, string | readonly string[] | undefined>): AsyncIterable<Fields[]> {
    for (let page = 1, pages = 1; page <= pages; page++) {
      const answer = await pageOf(path, { ...query, page: String(page) });
      pages = Number(answer.totalPages) || 0;
      yield listOf(answer.items).map(fieldsOf);
    }
  }

  async function lookUp<T>(
    known: Map<string, T>,
    wanted: readonly string[],
    path: string,
    filter: string,
    read: (item: Fields) => [string, T][],
  ) {
    const asked = [...new Set(wanted)].filter((each) => each !== '' && !known.has(each));
    for (let from = 0; from < asked.length; from += IN_ONE_FILTER) {
      const piece = asked.slice(from, from + IN_ONE_FILTER);
      for await (const items of pagesOf(path, { [filter]: piece })) for (const [key, value] of items.flatMap(read)) known.set(key, value);
    }
  }

  async function prepare(step: Step, items: readonly Fields[]): Promise<unknown[]> {
    if (step === 'services' || step === 'general-descriptions') await termsOf(items);
    if (step === 'services') await Promise.all([connectionsOf(items), areasOnce()]);
    if (step === 'channels') await citiesOf(items);
    if (step !== 'collections') return [...items];
    const whole: unknown[] = [];
    for (const { contentId } of items) whole.push(await client.get(`${PATHS.collections}/${idOf(contentId)}`));
    return whole.filter((each) => each !== null);
  }

  const termsOf = (items: readonly Fields[]) =>
    lookUp(
      lookups.terms,
      items.flatMap((item) => listOf(item.ontologyTerms).flatMap((term) => textOf(term) ?? [])),
      '/ontology-terms',
      'uris',
      (term) => [[textOf(term.uri) ?? '', localOf(term.name)]],
    );

  const citiesOf = (items: readonly Fields[]) =>
    lookUp(lookups.cities, items.flatMap(postalCodesOf), '/postal-codes', 'codes', (code) => [
      [textOf(code.code) ?? '', localOf(code.name)],
    ]);

  async function connectionsOf(items: readonly Fields[]): Promise<void> {
    const ids = items.flatMap(({ contentId }) => idOf(contentId) ?? []);
    lookups.connections.clear();
    for (let from = 0; from < ids.length; from += IN_ONE_FILTER)
      for await (const found of pagesOf('/connection/search', { serviceContentIds: ids.slice(from, from + IN_ONE_FILTER) }))
        addConnections(lookups, found);
  }

  async function areasOnce(): Promise<void> {
    if (lookups.municipalities.size > 0) return;
    for await (const items of pagesOf('/municipality-codes', {}))
      for (const { code, name } of items) lookups.municipalities.set(textOf(code) ?? '', localOf(name));
    for (const [kind, path] of [
      ['region', '/region-codes'],
      ['county', '/wellbeing-services-county-codes'],
    ] as const)
      for await (const items of pagesOf(path, {}))
        for (const { code, name, municipalities } of items)
          lookups.areas.set(`${kind} ${textOf(code)}`, {
            names: localOf(name),
            municipalities: listOf(municipalities).flatMap((each) => textOf(each) ?? []),
          });
  }

  return {
    adapter: v12(lookups),
    async page(step, at, since): Promise<Page> {
      const page = Number(at ?? '1');
      const answer = await pageOf(`${PATHS[step]}/search`, {
        page: String(page),
        publishedAtOrAfter: since?.toString({ smallestUnit: 'millisecond' }),
      });
      const items = await prepare(step, listOf(answer.items).map(fieldsOf));
      return { items, next: page < Number(answer.totalPages) ? String(page + 1) : null, total: Number(answer.totalItems) || 0 };
    },
    async *withdrawn(step, since) {
      const archivedAtOrAfter = since.toString({ smallestUnit: 'millisecond' });
      for await (const items of pagesOf(`${PATHS[step]}/archived`, { archivedAtOrAfter }))
        yield items.flatMap(({ contentId }) => idOf(contentId) ?? []);
    },
    async stillThere(step, ids) {
      const found: Fields[] = [];
      for (const id of ids) {
        const item = await client.get(`${PATHS[step]}/${id}`);
        if (item !== null) found.push(fieldsOf(item));
      }
      return prepare(step, found);
    },
  };
}

/** Connections come in no order that means anything; by the channel's id they are the same each time. */
export function addConnections(lookups: Lookups, connections: readonly Fields[]): void {
  for (const connection of connections) {
    const [serviceId, channelId] = [idOf(connection.serviceContentId), idOf(connection.channelContentId)];
    if (!serviceId || !channelId) continue;
    const known = lookups.connections.get(serviceId) ?? [];
    const note = fieldOfVersions(connection, 'description');
    lookups.connections.set(
      serviceId,
      [...known, { channelId, note }].sort((a, b) => (a.channelId < b.channelId ? -1 : 1)),
    );
  }
}

function postalCodesOf({ location }: Fields): string[] {
  const { streetAddresses, otherAddresses } = fieldsOf(location);
  return [...listOf(streetAddresses), ...listOf(otherAddresses)].flatMap((address) => textOf(fieldsOf(address).postalCode) ?? []);
}
