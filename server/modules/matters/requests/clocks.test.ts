import { describe, expect, test } from 'vitest';
import type { OpeningHours } from '../../../platform/clock/opening.ts';
import { timesAfter, timesOf } from './clocks.ts';

const opening: OpeningHours = {
  zone: 'Europe/Helsinki',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' })),
  exceptions: [],
  holidaysClosed: true,
};
const unit = { opening, answerMinutes: 480, remindMinutes: 120 };
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Helsinki').toInstant();

describe('due times', () => {
  test('within the day, and over the night', () => {
    expect(timesOf(unit, at('2026-11-24T08:00'))).toEqual({ dueAt: at('2026-11-24T16:00'), remindAt: at('2026-11-24T14:00') });
    expect(timesOf(unit, at('2026-11-24T10:00'))).toEqual({ dueAt: at('2026-11-25T10:00'), remindAt: at('2026-11-24T16:00') });
  });

  test('over a weekend: asked on Friday at 15, due on Monday at 15', () => {
    expect(timesOf(unit, at('2026-11-27T15:00'))?.dueAt).toEqual(at('2026-11-30T15:00'));
  });

  test('over Christmas: asked on Wednesday 23 December 2026, due on Monday the 28th', () => {
    expect(timesOf(unit, at('2026-12-23T12:00'))).toEqual({ dueAt: at('2026-12-28T12:00'), remindAt: at('2026-12-28T10:00') });
  });

  test('a unit without hours promises nothing', () => {
    expect(timesOf({ ...unit, opening: { ...opening, weekly: [] } }, at('2026-11-24T08:00'))).toBeNull();
  });
});

describe('the clock stands still while others are waited for', () => {
  const times = { dueAt: at('2026-11-25T10:00'), remindAt: at('2026-11-24T16:00'), awaySince: null };

  test('away over a weekend: as many open minutes later, not days', () => {
    const left = timesAfter({ ...times, dueAt: at('2026-11-27T14:00') }, 'asked-back', opening, at('2026-11-27T12:00'));
    expect(left.awaySince).toEqual(at('2026-11-27T12:00'));
    expect(timesAfter(left, 'open', opening, at('2026-11-30T09:00')).dueAt).toEqual(at('2026-11-30T11:00'));
  });

  test('from one wait to another: away since the first', () => {
    const forwarded = timesAfter(times, 'forwarded', opening, at('2026-11-24T11:00'));
    const nested = timesAfter(forwarded, 'asked-back', opening, at('2026-11-24T12:00'));
    expect(nested.awaySince).toEqual(at('2026-11-24T11:00'));
    expect(timesAfter(nested, 'answer-below', opening, at('2026-11-24T13:00'))).toEqual({
      dueAt: at('2026-11-25T12:00'),
      remindAt: at('2026-11-25T10:00'),
      awaySince: null,
    });
  });

  test('overdue when it left, overdue when it is back', () => {
    const late = timesAfter({ ...times, dueAt: at('2026-11-24T09:00') }, 'asked-back', opening, at('2026-11-24T10:00'));
    expect(timesAfter(late, 'open', opening, at('2026-11-24T15:00')).dueAt).toEqual(at('2026-11-24T14:00'));
  });
});
