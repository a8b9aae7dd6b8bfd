import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/**
 * The national directory at its size, over HTTP as v11 gives it: the sample repeated under new ids. A record is made when it is asked
 * for, so that the stand-in costs little beside what it is there to measure.
 */
type Item = Record<string, unknown> & { id: string };
type Kind = { sample: Item[]; count: number };

const LIST_SIZE = 1_000;
const folder = process.env.PTV_SAMPLE as string;
const read = async (...names: string[]): Promise<Item[]> =>
  (await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))))).flat();

const channels = (await read('channels-electronic', 'channels-phone', 'channels-printable-form', 'channels-service-location')).filter(
  hasId,
);
const [organisations, generals, services] = [await read('organizations'), await read('general-descriptions'), await read('services')];
const kinds: Record<string, Kind> = {
  Organization: { sample: organisations, count: organisations.length },
  GeneralDescription: { sample: generals, count: generals.length },
  ServiceChannel: { sample: channels, count: Number(process.env.CHANNELS) },
  Service: { sample: services, count: Number(process.env.SERVICES) },
  ServiceCollection: { sample: [], count: 0 },
};
const byId = new Map(Object.values(kinds).flatMap(({ sample }) => sample.map((item) => [item.id.slice(8), item] as const)));

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://ptv.test');
  const [, noun = '', what = ''] = /^\/api\/v11\/(\w+)\/?(\w*)/.exec(pathname) ?? [];
  const kind = kinds[noun];
  const answer =
    kind && (what === 'list' ? (searchParams.get('guids') ?? '').split(',').map(record) : idsOf(kind, Number(searchParams.get('page'))));
  response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer ?? null));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

function idsOf({ sample, count }: Kind, page: number) {
  const from = (page - 1) * LIST_SIZE;
  const itemList = Array.from({ length: Math.max(0, Math.min(LIST_SIZE, count - from)) }, (_, at) => {
    const { id } = sample[(from + at) % sample.length]!;
    return { id: numbered(id, Math.floor((from + at) / sample.length)), name: 'a name' };
  });
  return { pageNumber: page, pageSize: LIST_SIZE, pageCount: Math.ceil(count / LIST_SIZE), itemList };
}

/** The first copy has the sample's own ids; each later one the number of its copy in front. */
function numbered(id: string, copy: number): string {
  return copy === 0 ? id : `${copy.toString(16).padStart(8, '0')}${id.slice(8)}`;
}

function record(id: string): unknown {
  const item = byId.get(id.slice(8));
  if (!item) return undefined;
  const copy = item.id === id ? 0 : Number.parseInt(id.slice(0, 8), 16);
  const links = item.serviceChannels as { serviceChannel: { id: string } }[] | null | undefined;
  const serviceChannels = links?.map((link) => ({ ...link, serviceChannel: { id: numbered(link.serviceChannel.id, copy) } })) ?? null;
  return { ...item, id, ...(links === undefined ? {} : { serviceChannels }) };
}

function hasId({ id }: Item): boolean {
  return /^[0-9a-f]{8}-/.test(id);
}
