import { expect, test } from 'vitest';
import type { BoardStep, QueueBoard } from '../../shared/api/visits.ts';
import { epochOf } from '../../shared/ui/time-format.ts';
import { minutesLate, standingOf, waitsSince } from './standing.ts';

const aStep = (id: string, more: Partial<BoardStep> = {}): BoardStep => ({
  ...{ id, visitId: `visit-${id}`, code: `A00${id}`, queueId: 'advice', state: 'waiting', byChain: false, language: 'fi', needs: [] },
  ...{
    arrivedAt: '2026-11-23T07:00:00Z',
    waitsFrom: '2026-11-23T07:00:00Z',
    joinedAt: '2026-11-23T07:00:00Z',
    dueAt: null,
    notBefore: null,
  },
  ...{ counterId: null, calledAt: null, servingAt: null, calls: 0, place: 1, reason: 'waiting', told: null, excluded: false },
  ...more,
});
const name = { fi: 'Tiski', sv: 'Disk', en: 'Desk' };
const mine = {
  ...{ id: 'mine', kind: 'desk', name, direction: null, suits: [], state: 'open', personId: 'me', personName: 'Minä' },
  queueIds: ['advice'],
};
const board = (steps: BoardStep[], counters: unknown[] = [mine]) =>
  ({ pointId: 'point', at: '2026-11-23T07:10:00Z', queues: [], counters, steps, expected: [] }) as unknown as QueueBoard;
const ids = (steps: readonly BoardStep[]) => steps.map(({ id }) => id);

test('the next is the first of one’s own queues who may be called by this person', () => {
  const steps = [
    aStep('1', { queueId: 'tax' }),
    aStep('2', { excluded: true }),
    aStep('3', { reason: 'later' }),
    aStep('4', { reason: 'special-need' }),
    aStep('5'),
  ];
  expect(standingOf(board(steps), 'me', false).next?.id).toBe('4');
});

test('who waits, is parked and is coming stand apart; other queues only when asked for', () => {
  const steps = [
    aStep('1'),
    aStep('2', { reason: 'early', dueAt: '2026-11-23T08:00:00Z' }),
    aStep('3', { state: 'planned', reason: null }),
    aStep('4', { state: 'parked', reason: null }),
    aStep('5', { queueId: 'tax' }),
  ];
  const own = standingOf(board(steps), 'me', false);
  expect([ids(own.waiting), ids(own.parked), ids(own.coming)]).toEqual([['1'], ['4'], ['2', '3']]);
  expect(ids(standingOf(board(steps), 'me', true).waiting)).toEqual(['1', '5']);
  expect(ids(standingOf(board(steps, []), 'me', false).waiting), 'without a counter the whole point').toEqual(['1', '5']);
});

test('the visitor is who stands at one’s own counter, not one who was there and waits again', () => {
  const steps = [aStep('1', { state: 'parked', counterId: 'mine' }), aStep('2', { state: 'serving', counterId: 'mine', reason: null })];
  expect(standingOf(board(steps), 'me', false).visitor?.id).toBe('2');
  expect(standingOf(board(steps), 'another', false)).toMatchObject({ counter: null, visitor: null, next: null });
});

test('who is expected is shown at the counters that serve them, and is late from the minute after theirs', () => {
  const expected = [
    { id: 'x', queueId: 'advice', dueAt: '2026-11-23T07:00:00Z' },
    { id: 'y', queueId: 'tax', dueAt: '2026-11-23T07:30:00Z' },
  ];
  const floor = { ...board([]), expected } as unknown as QueueBoard;
  const idsOf = (everything: boolean) => standingOf(floor, 'me', everything).expected.map(({ id }) => id);
  expect([idsOf(false), idsOf(true)]).toEqual([['x'], ['x', 'y']]);
  const at = (text: string) => minutesLate({ dueAt: '2026-11-23T07:00:00Z' }, epochOf(text));
  expect(['2026-11-23T06:00:00Z', '2026-11-23T07:00:59Z', '2026-11-23T07:12:00Z'].map(at)).toEqual([0, 0, 12]);
});

test('who comes before the agreed time has waited only from it', () => {
  expect(waitsSince({ waitsFrom: '2026-11-23T07:00:00Z', dueAt: '2026-11-23T07:30:00Z' })).toBe('2026-11-23T07:30:00Z');
  expect(waitsSince({ waitsFrom: '2026-11-23T07:00:00Z', dueAt: '2026-11-23T06:30:00Z' })).toBe('2026-11-23T07:00:00Z');
  expect(waitsSince({ waitsFrom: '2026-11-23T07:00:00Z', dueAt: null })).toBe('2026-11-23T07:00:00Z');
});
