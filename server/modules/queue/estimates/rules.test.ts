import { describe, expect, test } from 'vitest';
import { estimates, type InLine, type Pace, rangeAround, type WorkingCounter } from './rules.ts';

const MINUTE = 60;
const tenMinutes: Pace = { seconds: 10 * MINUTE, lowPercent: null, highPercent: null };
const pace = (queueId: string) => (queueId === 'unmeasured' ? undefined : tenMinutes);
const waiting = (id: string, queueId = 'a', notWithin = 0): InLine => ({ id, queueId, notWithin });
const busy = (queueIds = ['a'], seconds = 0): WorkingCounter => ({ queueIds, busy: { queueId: queueIds[0] as string, seconds } });
const free = (...queueIds: string[]): WorkingCounter => ({ queueIds, busy: null });
const minutes = (line: InLine[], counters: WorkingCounter[]) =>
  [...estimates(line, counters, pace).values()].map((estimate) => estimate && estimate.likely / MINUTE);

describe('likely minutes of each in line', () => {
  test.each<[string, InLine[], WorkingCounter[], (number | undefined)[]]>([
    ['one desk, one waiting: the newcomer about 20', [waiting('first'), waiting('newcomer')], [busy()], [10, 20]],
    ['two desks: 10', [waiting('first'), waiting('newcomer')], [busy(), busy()], [10, 10]],
    ['a free desk: at once, and the next after that visit', [waiting('first'), waiting('next')], [free('a')], [0, 10]],
    ['four minutes into a visit of ten: six', [waiting('first')], [busy(['a'], 4 * MINUTE)], [6]],
    ['a visit that lasts too long still takes a quarter', [waiting('first')], [busy(['a'], 30 * MINUTE)], [2.5]],
    ['nobody serves the queue: unknown', [waiting('first', 'b')], [free('a')], [undefined]],
    ['no counter at all: unknown', [waiting('first')], [], [undefined]],
    ['no average: unknown, never zero', [waiting('first', 'unmeasured')], [free('unmeasured')], [undefined]],
    [
      'behind one of unknown length: unknown',
      [waiting('x', 'unmeasured'), waiting('y')],
      [free('unmeasured', 'a')],
      [undefined, undefined],
    ],
    [
      'another counter takes the one behind them',
      [waiting('x', 'unmeasured'), waiting('y')],
      [free('unmeasured', 'a'), free('a')],
      [undefined, 0],
    ],
    [
      'two queues, a counter for both and one for the second',
      [waiting('1', 'a'), waiting('2', 'b'), waiting('3', 'b')],
      [busy(['a', 'b']), busy(['b'])],
      [10, 10, 20],
    ],
    [
      'one who comes in 15 minutes goes first from then',
      [waiting('1'), waiting('2'), waiting('3'), waiting('due', 'a', 15 * MINUTE)],
      [free('a')],
      [0, 10, 30, 20],
    ],
    ['with nobody else they are waited for', [waiting('due', 'a', 15 * MINUTE), waiting('other', 'a', 40 * MINUTE)], [free('a')], [15, 40]],
  ])('%s', (_, line, counters, expected) => expect(minutes(line, counters)).toEqual(expected));
});

test('the range is as wide as waits have been from what was told, and never closer than two minutes', () => {
  expect(rangeAround(1000, { seconds: 600, lowPercent: 70, highPercent: 130 })).toEqual({ low: 700, likely: 1000, high: 1300 });
  expect(rangeAround(1000, tenMinutes)).toEqual({ low: 500, likely: 1000, high: 1800 });
  expect(rangeAround(60, { seconds: 600, lowPercent: 90, highPercent: 110 })).toEqual({ low: 0, likely: 60, high: 180 });
});

test('who came early is told no time before the agreed one, and at it waits for one visit at the most', () => {
  const told = (line: InLine[], counters: WorkingCounter[]) => estimates(line, counters, pace).get('due');
  const hours = 9 * 60 * MINUTE;
  expect(told([waiting('due', 'a', hours)], [free('a')])).toEqual({ low: hours, likely: hours, high: hours + 10 * MINUTE });
  const behind = told([waiting('1'), waiting('2'), waiting('due', 'a', 15 * MINUTE)], [free('a')]);
  expect(behind).toEqual({ low: 17.5 * MINUTE, likely: 20 * MINUTE, high: 25 * MINUTE });
});

test('everyone who can be served gets an estimate, later ones of one queue never an earlier one', () => {
  const line = Array.from({ length: 300 }, (_, n) => waiting(`${n}`, ['a', 'b', 'c'][n % 3] as string));
  const counters = [free('a', 'b'), busy(['b', 'c']), busy(['c', 'a'], 200)];
  const told = estimates(line, counters, pace);
  for (const queue of ['a', 'b', 'c']) {
    const likely = line.filter(({ queueId }) => queueId === queue).map(({ id }) => told.get(id)?.likely ?? Number.NaN);
    expect(likely).toEqual([...likely].sort((x, y) => x - y));
  }
});
