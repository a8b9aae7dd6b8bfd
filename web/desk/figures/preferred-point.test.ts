import { expect, test } from 'vitest';
import { preferredPoint } from './preferred-point.ts';

test.each([
  ['the one asked for', { asked: 'b', own: 'a', visited: ['c'] }, 'b'],
  ['not one that is not kept', { asked: 'x', own: 'a', visited: ['c'] }, 'a'],
  ['one’s own of today', { asked: undefined, own: 'b', visited: ['c'] }, 'b'],
  ['one with visits', { asked: undefined, own: null, visited: ['c'] }, 'c'],
  ['the first, where nobody has been', { asked: undefined, own: 'x', visited: [] }, 'a'],
  ['none yet, while it is not known', { asked: undefined, own: null, visited: null }, undefined],
])('%s', (_, wishes, expected) => expect(preferredPoint(['a', 'b', 'c'], wishes)).toBe(expected));
