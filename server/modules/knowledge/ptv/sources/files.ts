import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Step } from '../records.ts';
import { fieldsOf, idOf, textOf } from '../shapes.ts';
import { v11 } from '../v11/adapter.ts';
import { v12 } from '../v12/adapter.ts';
import { localOf, noLookups } from '../v12/lookups.ts';
import { addConnections } from './api-v12.ts';
import { jsonItems } from './json-items.ts';
import { type DirectorySource, SourceFailure } from './source.ts';

/** What a file holds goes by how its name begins: `channels-phone.json` are channels. */
const NAMES: Record<Step, RegExp> = {
  organisations: /^organi[sz]ations?\b/i,
  'general-descriptions': /^general-?descriptions?\b/i,
  channels: /^(service-?)?channels?\b/i,
  services: /^services?\b(?!-?(channel|collection|class))/i,
  collections: /^service-?collections?\b/i,
};

const IN_ONE_PAGE = 250;

/** A folder of JSON arrays as either version of the interface gives them; which one is seen from the first record. */
export async function folderOf(folder: string): Promise<DirectorySource> {
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.json')).sort();
  const files = Object.fromEntries(
    Object.entries(NAMES).map(([step, pattern]) => [step, names.filter((name) => pattern.test(name))]),
  ) as Record<Step, string[]>;
  const all = Object.values(files).flat();
  if (all.length === 0) throw new SourceFailure('no-files');
  const adapter = (await isV12(join(folder, all[0]!))) ? v12(await lookupsOf(folder, names)) : v11;
  // The file being read, so that its next page goes on where the last one ended.
  let reading: { name: string; at: number; items: AsyncIterator<unknown> } | undefined;

  async function itemsFrom(name: string, at: number): Promise<AsyncIterator<unknown>> {
    if (reading?.name === name && reading.at === at) return reading.items;
    await reading?.items.return?.();
    const items = jsonItems(textOfFile(join(folder, name)))[Symbol.asyncIterator]();
    for (let passed = 0; passed < at; passed++) await items.next();
    return items;
  }

  return {
    adapter,
    covers: (step) => files[step].length > 0,
    async page(step, position) {
      const [file = 0, at = 0] = (position ?? '0.0').split('.').map(Number);
      const name = files[step][file];
      if (name === undefined) return { items: [], next: null, total: null };
      const iterator = await itemsFrom(name, at);
      const items: unknown[] = [];
      let ended = false;
      while (items.length < IN_ONE_PAGE && !ended) {
        const { value, done } = await iterator.next();
        if (done) ended = true;
        else items.push(value);
      }
      reading = ended ? undefined : { name, at: at + items.length, items: iterator };
      const next = !ended ? `${file}.${at + items.length}` : file + 1 < files[step].length ? `${file + 1}.0` : null;
      return { items, next, total: null };
    },
  };
}

async function isV12(file: string): Promise<boolean> {
  for await (const item of jsonItems(textOfFile(file))) return textOf(fieldsOf(item).contentId) !== undefined;
  return false;
}

async function lookupsOf(folder: string, names: readonly string[]) {
  const lookups = noLookups();
  const each = async (pattern: RegExp, take: (item: unknown) => void) => {
    for (const name of names.filter((one) => pattern.test(one)))
      for await (const item of jsonItems(textOfFile(join(folder, name)))) take(item);
  };
  await each(/^ontology-?terms/i, (item) => {
    const { uri, name } = fieldsOf(item);
    lookups.terms.set(textOf(uri) ?? '', localOf(name));
  });
  await each(/^postal-?codes/i, (item) => {
    const { code, name } = fieldsOf(item);
    lookups.cities.set(textOf(code) ?? '', localOf(name));
  });
  await each(/^municipality-?codes/i, (item) => {
    const { code, name } = fieldsOf(item);
    lookups.municipalities.set(textOf(code) ?? '', localOf(name));
  });
  await each(/^connections/i, (item) => {
    if (idOf(fieldsOf(item).serviceContentId)) addConnections(lookups, [fieldsOf(item)]);
  });
  return lookups;
}

const textOfFile = (path: string): AsyncIterable<string> => createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 });
