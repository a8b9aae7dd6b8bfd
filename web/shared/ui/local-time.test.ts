import { describe, expect, test } from 'vitest';
import { localOf, momentOfLocal } from './local-time.ts';

describe("a time field holds Finland's clock", () => {
  test('winter and summer', () => {
    expect(momentOfLocal('2026-11-27T13:00')).toBe('2026-11-27T11:00:00.000Z');
    expect(momentOfLocal('2026-07-01T09:30')).toBe('2026-07-01T06:30:00.000Z');
    expect(localOf('2026-07-01T06:30:00Z')).toBe('2026-07-01T09:30');
  });

  test('the hour that comes twice is its first, the hour that never comes is after the jump', () => {
    expect(momentOfLocal('2026-10-25T03:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(momentOfLocal('2026-03-29T03:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  test('an empty field is no time', () => {
    expect(momentOfLocal('')).toBeNull();
  });
});
