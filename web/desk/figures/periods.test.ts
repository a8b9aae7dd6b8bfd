import { expect, test } from 'vitest';
import { periodOf } from './periods.ts';

test('a period ends today and has today in it', () => {
  expect(periodOf('today', '2026-11-23')).toEqual({ from: '2026-11-23', until: '2026-11-23' });
  expect(periodOf('week', '2026-11-23')).toEqual({ from: '2026-11-17', until: '2026-11-23' });
  expect(periodOf('month', '2026-03-30')).toEqual({ from: '2026-03-01', until: '2026-03-30' });
});
