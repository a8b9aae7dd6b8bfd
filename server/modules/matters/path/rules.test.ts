import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, standByTime } from './rules.ts';

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

describe('a step of which a time was agreed', () => {
  const at = (day: number | null) => day && Temporal.Instant.from('2027-03-01T08:00:00Z').add({ hours: 24 * day });
  /** "a:done b:now:5 c:planned": its day last, if it has one. */
  const path = (text: string) =>
    text.split(' ').map((one) => {
      const [id = '', state = '', day] = one.split(':');
      return { id, state, at: at(day ? Number(day) : null) || null };
    });
  const after = (text: string, id: string) =>
    standByTime(path(text), id)
      .map((one) => `${one.id}:${one.state}`)
      .join(' ');

  test.each([
    ['goes before the first that is later', 'a:now b:planned:9 n:planned:5', 'a:now n:planned b:planned'],
    ['stays last when all others are earlier', 'a:now:2 b:planned:4 n:planned:5', 'a:now b:planned n:planned'],
    ['stays where no other time speaks against it', 'n:now:5 a:planned b:planned:9', 'n:now a:planned b:planned'],
    ['moved later goes behind the last that is earlier', 'n:now:8 a:planned:5 b:planned', 'a:now n:planned b:planned'],
    ['leaves in peace the order of those that have no time', 'b:now a:planned n:planned:5', 'b:now a:planned n:planned'],
    ['takes the mark of now from a later one', 'a:done:1 b:now:9 n:planned:5', 'a:done n:now b:planned'],
    ['leaves the mark with what has no time', 'b:planned:9 a:now n:planned:5', 'n:planned b:planned a:now'],
    ['counts nothing that is over', 'a:done:9 n:now:5 b:planned', 'a:done n:now b:planned'],
    ['of the same moment comes after the one before', 'a:now:5 n:planned:5', 'a:now n:planned'],
    ['without a time stays', 'b:now:9 n:planned', 'b:now n:planned'],
  ])('%s', (_, before, expected) => expect(after(before, 'n')).toBe(expected));
});
