import { expect, test } from 'vitest';
import { plannedOf, saidIn } from './package-words.ts';

const step = (texts: object, deadlineDays: number | null) => ({
  texts,
  deadlineDays,
  who: 'customer' as const,
  organisationId: null,
  serviceId: null,
  channel: null,
});

test('a step is said in the customer’s language, else in Finnish, else in any', () => {
  const texts = { fi: 'suomi', sv: 'svenska', plain: 'selko' };
  expect([saidIn(texts, 'sv'), saidIn(texts, 'en'), saidIn(texts, 'fi-x-plain'), saidIn({ en: 'English' }, 'sv')]).toEqual([
    'svenska',
    'suomi',
    'selko',
    'English',
  ]);
});

test('deadlines count from the day of the event, over months and years', () => {
  const steps = [step({ fi: { title: 'A', note: '' } }, 7), step({ fi: { title: 'B', note: '' } }, null)];
  expect(plannedOf(steps, 'fi', '2026-12-28')).toEqual([
    { title: 'A', deadline: '2027-01-04', organisationId: null },
    { title: 'B', deadline: null, organisationId: null },
  ]);
});
