import { describe, expect, test } from 'vitest';
import { formatDate, formatDateTime, formatTime, minutesBetween, momentOf, sameDay } from './time-format.ts';

const now = Date.parse('2026-11-25T08:42:00Z');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('times as people read them', () => {
  test('date and time in the three languages', () => {
    const friday = '2026-11-27T07:30:00Z';
    expect(plain(formatDateTime(friday, 'fi', now))).toBe('pe 27.11. klo 9.30');
    expect(plain(formatDateTime(friday, 'sv', now))).toBe('fre 27.11 kl. 9.30');
    expect(plain(formatDateTime(friday, 'en', now))).toBe('Fri 27 Nov, 9:30');
  });

  test('the year is said when it is another', () => {
    const next = '2027-01-04T07:05:00Z';
    expect(plain(formatDate(next, 'fi', now))).toBe('ma 4.1.2027');
    expect(plain(formatDate(next, 'sv', now))).toBe('mån 4.1.2027');
    expect(plain(formatDate(next, 'en', now))).toBe('Mon 4 Jan 2027');
  });

  test('never breaks inside', () => {
    expect(formatDateTime('2026-11-27T07:30:00Z', 'fi', now)).not.toContain(' ');
  });

  test('summer time and midnight follow Helsinki', () => {
    expect(plain(formatTime('2026-07-01T21:05:00Z', 'fi'))).toBe('klo 0.05');
    expect(sameDay('2026-07-01T21:05:00Z', '2026-07-01T20:55:00Z')).toBe(false);
  });

  test('minutes under an hour, then the clock, then the date', () => {
    expect(momentOf('2026-11-25T08:31:00Z', now)).toEqual({ kind: 'ago', minutes: 11 });
    expect(momentOf('2026-11-25T08:41:40Z', now)).toEqual({ kind: 'now' });
    expect(momentOf('2026-11-25T09:00:00Z', now)).toEqual({ kind: 'ahead', minutes: 18 });
    expect(momentOf('2026-11-25T06:00:00Z', now)).toEqual({ kind: 'time' });
    expect(momentOf('2026-11-24T06:00:00Z', now)).toEqual({ kind: 'date' });
  });

  test('a span never runs backwards', () => {
    expect(minutesBetween('2026-11-25T08:31:00Z', now)).toBe(11);
    expect(minutesBetween(now, '2026-11-25T08:31:00Z')).toBe(0);
  });
});
