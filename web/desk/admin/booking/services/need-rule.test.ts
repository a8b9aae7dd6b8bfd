import { expect, test } from 'vitest';
import { changedRule } from './need-rule.ts';

const two = { need: 'deaf', minutes: 15, part: { kind: 'interpreter' as const, count: 2, features: ['sign-language'] }, room: ['quiet'] };

test('a change keeps what the screen does not show: how many, and what they must have', () => {
  expect(changedRule(two, { minutes: 30 })).toEqual({ ...two, minutes: 30 });
  expect(changedRule(two, { minutes: null, room: [] })).toEqual({ need: 'deaf', part: two.part });
  expect(changedRule(two, { kind: 'interpreter' })).toEqual(two);
});

test('another kind is another part, and nobody is none', () => {
  expect(changedRule(two, { kind: 'equipment' })).toEqual({ ...two, part: { kind: 'equipment' } });
  expect(changedRule(two, { kind: null })).toEqual({ need: 'deaf', minutes: 15, room: ['quiet'] });
  expect(changedRule({ need: 'deaf' }, { kind: 'room' })).toEqual({ need: 'deaf', part: { kind: 'room' } });
});
