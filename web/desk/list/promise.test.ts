import { describe, expect, test } from 'vitest';
import { epochOf } from '../../shared/ui/time-format.ts';
import { standingOf } from './promise.ts';

const at = (clock: string) => `2026-11-25T${clock}:00Z`;
const now = (clock: string) => epochOf(at(clock));

describe('a wait against its promise', () => {
  test('is quiet, then near from three quarters on, then over', () => {
    expect(standingOf(at('08:00'), at('12:00'), now('10:59'))).toEqual({ waited: 179, promised: 240, level: 'quiet' });
    expect(standingOf(at('08:00'), at('12:00'), now('11:00')).level).toBe('near');
    expect(standingOf(at('08:00'), at('12:00'), now('12:00')).level).toBe('over');
  });

  test('without a promise it stays quiet', () => {
    expect(standingOf(at('08:00'), null, now('20:00'))).toEqual({ waited: 720, promised: null, level: 'quiet' });
  });

  test('a due time that had passed from the start is over', () => {
    expect(standingOf(at('08:00'), at('08:00'), now('08:00')).level).toBe('over');
  });
});
