import { describe, expect, test } from 'vitest';
import { afterMove, inView } from './calls.ts';
import type { Call, Moved } from './types.ts';

const counter = {
  id: '00000000-0000-4000-8000-000000000001',
  name: { fi: 'Tiski 1', sv: 'Disk 1', en: 'Desk 1' },
  direction: 'left' as const,
};
const moved = (deed: Moved['deed'], code: string, more: Partial<Moved> = {}): Moved => ({
  ...{ deed, code, counter: null, appointment: false, calls: 1, language: 'fi', at: '2026-11-23T08:00:00Z' },
  ...more,
});
const call = (code: string, isNow = true): Call => ({
  code,
  counter,
  at: '2026-11-23T07:59:00Z',
  calls: 1,
  language: 'fi',
  appointment: false,
  isNow,
});
const codes = (calls: Call[]) => calls.map(({ code, isNow }) => `${code}${isNow ? '' : ' came'}`);

describe('the calls on a display', () => {
  test.each<[string, Call[], Moved, string[], string | undefined]>([
    ['a call comes first and rings', [call('A1')], moved('called', 'A2', { counter }), ['A2', 'A1'], 'A2'],
    ['a second call moves up and rings', [call('A1'), call('A2')], moved('recalled', 'A2', { counter }), ['A2', 'A1'], 'A2'],
    ['who has come stays to be read', [call('A1')], moved('serving', 'A1', { counter }), ['A1 came'], undefined],
    ['who goes back to wait is not shown', [call('A1'), call('A2')], moved('returned', 'A1'), ['A2'], undefined],
    ['nor who was called by mistake', [call('A1')], moved('undone', 'A1'), [], undefined],
    ['nor who did not come', [call('A1')], moved('no-show', 'A1'), [], undefined],
    ['an arrival is nobody’s business', [call('A1')], moved('arrived', 'A9'), ['A1'], undefined],
  ])('%s', (_, calls, told, expected, rings) => {
    const after = afterMove(calls, told, 'all');
    expect(codes(after.calls)).toEqual(expected);
    expect(after.rings?.code).toBe(rings);
  });

  test('appointments are not shown among numbers', () => {
    expect(afterMove([], moved('called', 'A1', { counter, appointment: true }), 'tickets')).toEqual({ calls: [], rings: undefined });
    expect(afterMove([], moved('called', 'A1', { counter, appointment: true }), 'appointments').rings?.code).toBe('A1');
  });

  test('of many, those who have not come yet are shown before those who have', () => {
    const calls = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'].map((code) => call(code, code !== 'A1' && code !== 'A3'));
    expect(codes(inView(calls))).toEqual(['A2', 'A4', 'A5', 'A6', 'A7']);
    expect(codes(inView(calls.slice(0, 4)))).toEqual(['A2', 'A4', 'A1 came', 'A3 came']);
  });
});
