import { expect, test } from 'vitest';
import { saidIn } from './said.ts';

test('each part is said in the reader’s language, or marked with the one it is in', () => {
  const texts = { fi: { name: 'Muutto', charge: 'Maksuton' }, sv: { name: 'Flytt' }, en: { name: '' } };
  expect(saidIn(texts, 'name', 'sv')).toEqual({ text: 'Flytt', language: 'sv' });
  expect(saidIn(texts, 'charge', 'sv')).toEqual({ text: 'Maksuton', language: 'fi' });
  expect(saidIn(texts, 'name', 'en')).toEqual({ text: 'Muutto', language: 'fi' });
  expect(saidIn(texts, 'deadline', 'fi')).toBeUndefined();
});
