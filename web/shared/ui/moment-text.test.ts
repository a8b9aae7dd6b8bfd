import { expect, test } from 'vitest';
import { momentOfText, textOfMoment } from './moment-text.ts';

test.each([
  ['27.11.2026 klo 9.30', '2026-11-27T09:30'],
  ['27.11.2026 kl. 9.30', '2026-11-27T09:30'],
  ['27/11/2026, 9:30', '2026-11-27T09:30'],
  ['27.11.2026 13', '2026-11-27T13:00'],
  ['27.11.2026', null],
  ['31.11.2026 9.30', null],
  ['27.11.2026 25.00', null],
  ['', null],
])('%s is the moment %s', (text, moment) => expect(momentOfText(text)).toBe(moment));

test('a moment is written as its reader writes it', () => {
  expect(textOfMoment('2026-11-27T09:30', 'fi')).toBe('27.11.2026 9.30');
  expect(textOfMoment('2026-11-27T09:30', 'en')).toBe('27/11/2026 9:30');
});
