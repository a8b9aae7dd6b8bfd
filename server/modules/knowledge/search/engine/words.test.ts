import { expect, test } from 'vitest';
import { wordsOf } from './fold.ts';
import { listed, sayingsOf, wordTables } from './words.ts';

test.each(['fi', 'sv', 'en'] as const)('every saying of %s leads to something else than itself, written as it is compared', (language) => {
  const groups = sayingsOf(wordTables[language]);
  expect(groups.length).toBeGreaterThan(200);
  for (const { said, means, finnish } of groups) {
    const all = [...listed(said), ...listed(means), ...listed(finnish ?? '')];
    expect(all.length, said).toBeGreaterThan(1);
    expect(all.filter((one) => wordsOf(one).length === 0 || one !== one.toLowerCase())).toEqual([]);
    expect(listed(said).length, means).toBe(new Set(listed(said)).size);
    expect(language === 'fi' ? finnish : 'told', said).toBe(language === 'fi' ? undefined : 'told');
  }
});
