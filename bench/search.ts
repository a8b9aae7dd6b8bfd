import { readFile, writeFile } from 'node:fs/promises';
import { createIndex } from '../server/modules/knowledge/search/engine/index.ts';
import { loadVoikko } from '../server/modules/knowledge/search/engine/voikko.ts';
import { generalDescriptions } from './search/directory.ts';
import { type Judged, scores } from './search/score.ts';

/**
 * `npm run bench:search -- --queries FILE --run OUT [--no-voikko] [--data FOLDER]`: how well the search finds the national general
 * descriptions by judged queries. Writes the run as JSON lines and prints one JSON object of figures. Everything goes through the product's engine.
 */
const folder = argument('--data') ?? '../shared/data/ptv';
const judged = (await readFile(argument('--queries') ?? '../shared/data/search/search-dev.jsonl', 'utf8'))
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line) as Judged);
const morphology = process.argv.includes('--no-voikko') ? null : loadVoikko();
const index = createIndex({ morphology });
index.put(await generalDescriptions(folder));
const scored = judged.map((one) => ({ judged: one, results: found(one) }));
const run = argument('--run');
if (run) await writeFile(run, scored.map(({ judged: { id }, results }) => `${JSON.stringify({ id, results })}\n`).join(''));
process.stdout.write(`${JSON.stringify({ voikko: morphology !== null, ...scores(scored) }, null, 2)}\n`);

function found({ query, lang }: Judged): string[] {
  return index.search({ words: query, language: lang, audience: 'everyone', limit: 20 }).map((hit) => hit.id);
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
