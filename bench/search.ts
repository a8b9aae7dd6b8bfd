import { readFile, writeFile } from 'node:fs/promises';
import { createIndex } from '../server/modules/knowledge/search/engine/index.ts';
import { loadVoikko } from '../server/modules/knowledge/search/engine/voikko.ts';
import type { Entry, EntryKind } from '../server/modules/knowledge/search/types.ts';
import { argument } from './running/argument.ts';
import { demoEntries } from './search/demo.ts';
import { generalDescriptions } from './search/directory.ts';
import { type Judged, scores } from './search/score.ts';
import { situations } from './search/situations.ts';
import { speed } from './search/speed.ts';
import { tune } from './search/tune.ts';
import { unanswerable } from './search/unanswerable.ts';

/**
 * `npm run bench:search -- --queries FILE --run OUT [--no-voikko] [--data FOLDER]`: how well the search finds the national general
 * descriptions by judged queries. Writes the run as JSON lines and prints one JSON object of figures. Everything goes through the product's engine.
 * `--situations`: situations told at the demo municipality, by judgements of our own. `--speed [--texts 5000]`: how fast, how large. `--tune`: what other weights would be worth, learnt on one half of the queries and scored on the other.
 */
const folder = argument('--data') ?? '../shared/data/ptv';
const morphology = asks('--no-voikko') ? null : loadVoikko();
const entries = await generalDescriptions(folder);
const judged = (await readFile(argument('--queries') ?? '../shared/data/search/search-dev.jsonl', 'utf8'))
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line) as Judged);
print({
  voikko: morphology !== null,
  ...(await figures()),
});

async function figures() {
  if (asks('--speed')) return speed(entries, judged, morphology, texts());
  if (asks('--tune')) return tuned();
  return asks('--situations') ? toldInDemo() : ranked();
}

async function ranked() {
  const find = finder(entries);
  const scored = judged.map((one) => ({ judged: one, results: find(one.query, one.lang) }));
  const run = argument('--run');
  if (run) await writeFile(run, scored.map(({ judged: { id }, results }) => `${JSON.stringify({ id, results })}\n`).join(''));
  const found = unanswerable.flatMap(({ lang, queries }) => queries.map((query) => find(query, lang).length));
  return { ...scores(scored), unanswerable: { queries: found.length, empty: share(found, 0), atMostTen: share(found, 10) } };
}

/** Services alone are judged; the rest of what the demo knows stands in the index beside them, as in the product. */
async function toldInDemo() {
  const find = finder(await demoEntries(), ['service']);
  return scores(situations.map((one) => ({ judged: one, results: find(one.query, one.lang) })));
}

function finder(all: readonly Entry[], kinds?: readonly EntryKind[]) {
  const index = createIndex({ morphology });
  index.put(all);
  return (words: string, language: Judged['lang']) =>
    index.search({ words, language, audience: 'everyone', limit: 20, ...(kinds ? { kinds } : {}) }).map(({ id }) => id);
}

function share(counts: readonly number[], most: number): number {
  return Math.round((counts.filter((count) => count <= most).length / counts.length) * 100) / 100;
}

function tuned() {
  return tune(entries, judged, morphology, (line) => process.stderr.write(`${line}\n`));
}

function texts(): number {
  return Number(argument('--texts') ?? entries.length);
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}

function asks(name: string): boolean {
  return process.argv.includes(name);
}
