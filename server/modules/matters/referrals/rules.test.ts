import { expect, test } from 'vitest';
import { askingDay } from './rules.ts';

test.each([
  ['2026-11-23', '2026-12-07', 'a Monday'],
  ['2026-11-21', '2026-12-07', 'not on a Saturday'],
  ['2026-11-22', '2026-12-07', 'not on Independence Day, a Sunday'],
  ['2026-12-11', '2026-12-28', 'not at Christmas nor at the weekend after it'],
])('who is referred on %s is asked on %s: %s', (today, asked) => {
  expect(askingDay(Temporal.PlainDate.from(today)).toString()).toBe(asked);
});
