import { createIndex } from '../../server/modules/knowledge/search/engine/index.ts';
import type { Morphology } from '../../server/modules/knowledge/search/engine/voikko.ts';
import type { Entry, EntryWords } from '../../server/modules/knowledge/search/types.ts';
import type { Judged } from './score.ts';

/** Rounds over all queries; the first one warms up and is left out. */
const ROUNDS = 6;
/** How many of the words of a repeated text are changed, so that it is a text of its own. */
const CHANGED = 0.15;

/**
 * What the engine takes: time to build, memory, and milliseconds for whole queries and for each as it is typed letter by letter. Services that
 * share a text are one text here; above the size of the sample, texts are repeated with part of their words replaced by made-up ones.
 */
export function speed(entries: readonly Entry[], judged: readonly Judged[], morphology: Morphology | null, texts: number) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const [began, used] = [performance.now(), processorMs()];
  const index = createIndex({ morphology });
  index.put(many(entries, texts));
  const build = { wallMs: Math.round(performance.now() - began), ownMs: Math.round(processorMs() - used) };
  globalThis.gc?.();
  const after = process.memoryUsage();
  const whole = judged.map(({ query, lang }) => ({ words: query, lang }));
  const typed = judged.flatMap(({ query, lang }) =>
    Array.from({ length: query.length - 2 }, (_, at) => ({ words: query.slice(0, at + 3), lang })),
  );
  const one = entries[0]!;
  return {
    texts,
    build,
    megabytes: Math.round((after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6),
    ownEstimateMegabytes: Math.round(index.size().bytes / 1e6),
    wholeQueriesMs: timed(whole, ask),
    asTypedMs: timed(
      typed.filter((_, at) => at % 5 === 0),
      ask,
    ),
    putOneMs: timed(
      Array.from({ length: 50 }, () => one),
      (entry) => index.put([entry]),
    ),
  };

  function ask({ words, lang }: { words: string; lang: Judged['lang'] }): void {
    index.search({ words, language: lang, audience: 'everyone', limit: 20 });
  }
}

/** Wall clock, and the mean of this thread's own processor time: on a machine that others use too, the second is what the engine takes. */
function timed<T>(all: readonly T[], work: (one: T) => void) {
  const wall: number[] = [];
  let own = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const used = processorMs();
    for (const one of all) {
      const began = performance.now();
      work(one);
      if (round > 0) wall.push(performance.now() - began);
    }
    if (round > 0) own += processorMs() - used;
  }
  return { count: wall.length, ...spread(wall), meanOwn: Math.round((own / wall.length) * 100) / 100 };
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function spread(times: number[]) {
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)]! * 100) / 100;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function* many(entries: readonly Entry[], texts: number): Iterable<Entry> {
  for (let n = 0; n < texts; n += 1) {
    const entry = entries[n % entries.length]!;
    const copy = Math.floor(n / entries.length);
    if (copy === 0) yield entry;
    else yield { ...entry, id: `${entry.id}-${copy}`, words: mapWords(entry.words, (text, salt) => varied(text, copy * 1000 + salt)) };
  }
}

function mapWords(words: Entry['words'], change: (text: string, salt: number) => string): Entry['words'] {
  const each = ({ title, summary, body, ...rest }: EntryWords): EntryWords => ({
    ...rest,
    title: change(title, 1),
    ...(summary ? { summary: change(summary, 2) } : {}),
    ...(body ? { body: change(body, 3) } : {}),
  });
  return Object.fromEntries(Object.entries(words).map(([language, one]) => [language, each(one)]));
}

/** The same words for the same salt, so that runs compare. */
function varied(text: string, salt: number): string {
  let state = salt;
  return text.replace(/\p{L}{5,}/gu, (word) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648 < CHANGED ? word.slice(0, 3) + (state % 9_000).toString(26) + word.slice(-2) : word;
  });
}
