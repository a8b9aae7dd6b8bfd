import { expect, test } from 'vitest';
import { newHours, runsOfDays } from './hours.ts';

test('weekdays in a row are said from one to another', () => {
  expect(runsOfDays([5, 2, 1, 3])).toEqual([
    { from: 1, to: 3 },
    { from: 5, to: 5 },
  ]);
  expect(runsOfDays([])).toEqual([]);
});

test('a second row begins from the hours of the first, every week', () => {
  const first = { ...newHours([]), opens: '10:00', closes: '14:00', everyWeeks: 2, languages: ['sv'] };
  expect(newHours([first])).toMatchObject({ opens: '10:00', closes: '14:00', everyWeeks: 1, languages: null });
});
