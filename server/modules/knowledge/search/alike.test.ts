import { expect, test } from 'vitest';
import { alikeEntries } from './alike.ts';
import type { Entry } from './types.ts';

const service = (id: string, title: string): Entry => ({ kind: 'service', id, audience: 'everyone', words: { fi: { title } } });

test('what is told again as it was is not indexed again; what says something else is', () => {
  const told: string[] = [];
  const alike = alikeEntries({
    put: (entries) => told.push(...entries.map(({ id, words }) => `${id} ${words.fi?.title}`)),
    remove: (_, names) => told.push(...names.map((name) => `-${name}`)),
  });
  alike.put([service('1', 'Neuvola'), service('2', 'Neuvola')]);
  alike.put([service('1', 'Neuvola'), service('2', 'Äitiysneuvola')]);
  expect(told).toEqual(['1 Neuvola', '2 Neuvola', '2 Äitiysneuvola']);
  alike.remove('service', ['1']);
  alike.put([service('1', 'Neuvola')]);
  expect(told.slice(3)).toEqual(['-1', '1 Neuvola']);
});
