import { expect, test } from 'vitest';
import { formatDateTime, formatMoment, formatTime } from './format.ts';

const now = Temporal.Instant.from('2026-11-27T07:30:00Z');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  ['fi', 'pe 27.11. klo 9.30'],
  ['sv', 'fre 27.11 kl. 9.30'],
  ['en', 'Fri 27 Nov, 9:30'],
] as const)('a promise in %s: %s', (locale, text) => {
  const formatted = formatDateTime(now, locale, now);
  expect(plain(formatted)).toBe(text);
  expect(formatted).not.toContain(' ');
});

test.each([
  [{ seconds: -30 }, 'nyt', 'nu', 'now'],
  [{ minutes: -5 }, '5 min sitten', 'för 5 min sedan', '5 min ago'],
  [{ minutes: 59 }, '59 min päästä', 'om 59 min', 'in 59 min'],
  [{ minutes: 60 }, 'klo 10.30', 'kl. 10.30', '10:30'],
  [{ hours: -9 }, 'klo 0.30', 'kl. 0.30', '0:30'],
  [{ hours: -10 }, 'to 26.11.', 'tors 26.11', 'Thu 26 Nov'],
  [{ hours: 24 * 60 }, 'ti 26.1.2027', 'tis 26.1.2027', 'Tue 26 Jan 2027'],
])('in a list %j reads %s | %s | %s', (ahead, fi, sv, en) => {
  const at = now.add(ahead);
  expect([plain(formatMoment(at, 'fi', now)), plain(formatMoment(at, 'sv', now)), plain(formatMoment(at, 'en', now))]).toEqual([
    fi,
    sv,
    en,
  ]);
});

test('a day and year are the reader’s, in the point’s zone', () => {
  const newYear = Temporal.Instant.from('2026-12-31T22:05:00Z');
  expect(plain(formatDateTime(newYear, 'fi', now))).toBe('pe 1.1.2027 klo 0.05');
  expect(plain(formatDateTime(newYear, 'fi', now, 'UTC'))).toBe('to 31.12. klo 22.05');
  expect(plain(formatDateTime(newYear, 'en', newYear))).toBe('Fri 1 Jan, 0:05');
});

test.each([
  ['2027-10-30T23:30:00Z', 'klo 2.30', 'kl. 2.30', '2:30'],
  ['2027-10-31T00:30:00Z', 'klo 3.30 (kesäaikaa)', 'kl. 3.30 (sommartid)', '3:30 (summer time)'],
  ['2027-10-31T01:30:00Z', 'klo 3.30 (talviaikaa)', 'kl. 3.30 (vintertid)', '3:30 (winter time)'],
  ['2027-10-31T02:00:00Z', 'klo 4.00', 'kl. 4.00', '4:00'],
  ['2027-03-28T00:30:00Z', 'klo 2.30', 'kl. 2.30', '2:30'],
  ['2027-03-28T01:00:00Z', 'klo 4.00', 'kl. 4.00', '4:00'],
])('of the hour that comes twice it is said which: %s reads %s | %s | %s', (at, fi, sv, en) => {
  const said = (['fi', 'sv', 'en'] as const).map((locale) => formatTime(Temporal.Instant.from(at), locale));
  expect(said.map(plain)).toEqual([fi, sv, en]);
  for (const text of said) expect(text).not.toContain(' ');
});
