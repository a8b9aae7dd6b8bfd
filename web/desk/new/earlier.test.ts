import { expect, test } from 'vitest';
import { earlierOf, soughtBy } from './earlier.ts';

const nobody = { givenName: '', familyName: '', phone: '', email: '' };

test.each([
  ['nothing typed', nobody, []],
  ['a name of a few letters', { ...nobody, givenName: 'Eva' }, []],
  ['a name', { ...nobody, givenName: 'Oona', familyName: 'Lehto' }, ['Oona Lehto']],
  ['half a phone number', { ...nobody, phone: '050 000' }, []],
  ['a phone number', { ...nobody, phone: '050 000 1234' }, ['050 000 1234']],
  ['half an address', { ...nobody, email: 'oona@' }, []],
  [
    'all of them, the surest first',
    { givenName: 'Oona', familyName: '', phone: '+358 50 000 1234', email: 'oona@posti.example' },
    ['+358 50 000 1234', 'oona@posti.example', 'Oona'],
  ],
])('%s', (_, words, sought) => {
  expect(soughtBy(words)).toEqual(sought);
});

test('someone found twice is offered once, and no more than a handful', () => {
  const one = (id: string) => ({ id, name: id, matters: 1 });
  expect(earlierOf([one('a'), one('b'), one('a')]).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(earlierOf(['a', 'b', 'c', 'd', 'e', 'f'].map(one))).toHaveLength(5);
});
