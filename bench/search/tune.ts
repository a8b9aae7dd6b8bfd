import { createIndex } from '../../server/modules/knowledge/search/engine/index.ts';
import type { Morphology } from '../../server/modules/knowledge/search/engine/voikko.ts';
import { defaultWeights, type Weights } from '../../server/modules/knowledge/search/engine/weights.ts';
import type { Entry } from '../../server/modules/knowledge/search/types.ts';
import { type Judged, mean, ndcg } from './score.ts';

/** What is tried of each weight. What decides how much is shown is not tuned by rank. */
const steps = [0.7, 1.4];
const fixed: readonly (keyof Weights)[] = ['enough', 'answered', 'plenty', 'nearBest', 'nearDoubtful'];
const ROUNDS = 1;

/**
 * Weights by coordinate search on one half of the judged queries, scored on the other, both ways: what a gain on the learning half is worth
 * elsewhere. The mean over with and without a morphology is what is raised.
 */
export function tune(entries: readonly Entry[], judged: readonly Judged[], morphology: Morphology | null, say: (line: string) => void) {
  const answerable = judged.filter(({ types }) => !types.includes('none'));
  const halves = [0, 1].map((half) => answerable.filter((_, at) => at % 2 === half)) as [Judged[], Judged[]];
  const start = { ...defaultWeights };
  const carried = halves.map((learning, at) => {
    const other = halves[1 - at]!;
    const learnt = climb(learning, start);
    return {
      learning: { before: worth(learning, start), after: worth(learning, learnt) },
      other: { before: worth(other, start), after: worth(other, learnt) },
      changed: changes(learnt),
    };
  });
  const all = climb(answerable, start);
  return { carried, all: { before: worth(answerable, start), after: worth(answerable, all), changed: changes(all) } };

  function climb(queries: readonly Judged[], from: Weights): Weights {
    let [best, height] = [from, worth(queries, from)];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of (Object.keys(from) as (keyof Weights)[]).filter((one) => !fixed.includes(one))) {
        for (const step of steps) {
          const tried = { ...best, [name]: best[name] * step };
          const reached = worth(queries, tried);
          if (reached <= height + 0.0005) continue;
          [best, height] = [tried, reached];
          say(`${name} ${tried[name].toFixed(3)} -> ${height.toFixed(4)}`);
        }
      }
    }
    return best;
  }

  function worth(queries: readonly Judged[], weights: Weights): number {
    const morphologies = morphology ? [morphology, null] : [null];
    return mean(
      morphologies.map((one) => {
        const index = createIndex({ morphology: one, weights });
        index.put(entries);
        return mean(queries.map((query) => ndcg({ judged: query, results: index.search(asked(query)).map(({ id }) => id) })));
      }),
    );
  }
}

function asked({ query, lang }: Judged) {
  return { words: query, language: lang, audience: 'everyone', limit: 20 } as const;
}

function changes(weights: Weights): Partial<Weights> {
  return Object.fromEntries(Object.entries(weights).filter(([name, value]) => value !== defaultWeights[name as keyof Weights]));
}
