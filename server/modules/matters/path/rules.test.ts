import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange } from './rules.ts';

const steps = [
  { id: 'a', state: 'done' },
  { id: 'b', state: 'now' },
  { id: 'c', state: 'planned' },
];

test('finishing the step of now makes the next one now', () => {
  expect(arrange(steps, { id: 'b', state: 'done' }).map((step) => step.state)).toEqual(['done', 'done', 'now']);
});

test('choosing another step as now leaves one now', () => {
  const chosen = arrange(
    steps.map((step) => (step.state === 'now' ? { ...step, state: 'planned' } : step)),
    { id: 'c', state: 'now' },
  );
  expect(chosen.map((step) => step.state)).toEqual(['done', 'planned', 'now']);
});

test('a moved step takes its place and the others make room', () => {
  expect(arrange(steps, { id: 'c', position: 1 }).map((step) => step.id)).toEqual(['c', 'a', 'b']);
  expect(arrange(steps, { id: 'a', position: 99 }).map((step) => step.id)).toEqual(['b', 'c', 'a']);
});

test('whatever happens, one step at most is now, and one is while any is open', () => {
  const state = fc.constantFrom('planned', 'done', 'dropped');
  fc.assert(
    fc.property(
      fc.array(state, { minLength: 1, maxLength: 12 }),
      fc.nat(11),
      fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
      (states, at, position) => {
        const path = states.map((one, index) => ({ id: String(index), state: one }));
        const arranged = arrange(path, { id: String(at % states.length), position, state: 'planned' });
        expect(arranged.filter((step) => step.state === 'now')).toHaveLength(1);
        expect(arranged.map((step) => step.position)).toEqual(states.map((_, index) => index + 1));
      },
    ),
  );
});
