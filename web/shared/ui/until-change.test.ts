import { expect, test } from 'vitest';
import { untilChange } from './until-change.ts';

test('what stands is asked anew just after the clock changes it, never in a rush and never much later than an hour', () => {
  const now = Date.parse('2026-11-23T08:00:00Z');
  expect(untilChange('2026-11-23T08:10:00Z', now)).toBe(601_000);
  expect(untilChange('2026-11-23T07:00:00Z', now)).toBe(1_000);
  expect(untilChange('2026-11-24T07:00:00Z', now)).toBe(3_600_000);
  expect(untilChange(null, now)).toBe(false);
});
