/** A judged query: which services answer it, and how well (3 exactly, 2 clearly helpful, 1 related). */
export type Judged = { id: string; lang: 'fi' | 'sv' | 'en'; types: string[]; query: string; relevant: Record<string, number> };
export type Figures = { queries: number; ndcg10: number; recall5: number; mrr10: number };
type Scored = { judged: Judged; results: readonly string[] };

const HELPFUL = 2;

/** nDCG@10 (gain 2^grade - 1), recall@5 and MRR@10 (of grade 2 and up), overall and by language and type; apart those that nothing answers. */
export function scores(scored: readonly Scored[]) {
  const answerable = scored.filter(({ judged }) => !judged.types.includes('none'));
  const unanswerable = scored.filter(({ judged }) => judged.types.includes('none'));
  const types = [...new Set(answerable.flatMap(({ judged }) => judged.types))].sort();
  return {
    overall: figures(answerable),
    languages: entries(['fi', 'sv', 'en'], (lang) => figures(answerable.filter(({ judged }) => judged.lang === lang))),
    types: entries(types, (type) => figures(answerable.filter(({ judged }) => judged.types.includes(type)))),
    none: {
      queries: unanswerable.length,
      atMostTen: rounded(mean(unanswerable.map(({ results }) => (results.length <= 10 ? 1 : 0)))),
      empty: rounded(mean(unanswerable.map(({ results }) => (results.length === 0 ? 1 : 0)))),
      results: rounded(mean(unanswerable.map(({ results }) => results.length))),
    },
  };
}

function figures(scored: readonly Scored[]): Figures {
  const each = (of: (one: Scored) => number) => rounded(mean(scored.map(of)));
  return { queries: scored.length, ndcg10: each(ndcg), recall5: each(recall), mrr10: each(reciprocalRank) };
}

export function ndcg({ judged, results }: Scored): number {
  const ideal = gain(Object.values(judged.relevant).sort((a, b) => b - a));
  return ideal === 0 ? 0 : gain(results.map((id) => judged.relevant[id] ?? 0)) / ideal;
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

function recall({ judged, results }: Scored): number {
  const helpful = Object.entries(judged.relevant).filter(([, grade]) => grade >= HELPFUL);
  return helpful.length === 0 ? 0 : helpful.filter(([id]) => results.slice(0, 5).includes(id)).length / helpful.length;
}

function reciprocalRank({ judged, results }: Scored): number {
  const at = results.slice(0, 10).findIndex((id) => (judged.relevant[id] ?? 0) >= HELPFUL);
  return at < 0 ? 0 : 1 / (at + 1);
}

export function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function rounded(number: number): number {
  return Math.round(number * 10_000) / 10_000;
}

function entries<T>(keys: readonly string[], of: (key: string) => T): Record<string, T> {
  return Object.fromEntries(keys.map((key) => [key, of(key)]));
}
