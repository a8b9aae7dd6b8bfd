import { describe, expect, test } from 'vitest';
import { freshnessOf, suggest } from './rules.ts';
import type { Freshness, SupportWay } from './schema.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  ['2026-11-24', 'fresh'],
  ['2026-07-25', 'fresh'],
  ['2026-07-24', 'due'],
  ['2026-05-25', 'due'],
  ['2026-05-24', 'stale'],
  ['2025-01-01', 'stale'],
])('looked over on %s, it is %s on 24 November', (checkedOn, freshness) => {
  expect(freshnessOf(day(checkedOn), day('2026-11-24'))).toBe(freshness);
});

test('months end where the calendar does: of 31 August, four months are up on 31 December and six on 28 February', () => {
  const on = (today: string) => freshnessOf(day('2026-08-31'), day(today));
  expect([on('2026-12-30'), on('2026-12-31'), on('2027-02-27'), on('2027-02-28')]).toEqual(['fresh', 'due', 'due', 'stale']);
});

type Actor = { name: string; answersTo: string[]; languages: string[]; ways: SupportWay[]; isFree: boolean; freshness: Freshness };
const anActor = (name: string, answersTo: string[], rest: Partial<Actor> = {}): Actor => ({
  name,
  answersTo,
  languages: ['fi'],
  ways: ['at-place'],
  isFree: true,
  freshness: 'fresh',
  ...rest,
});

const city = anActor('city', ['takes-long'], { languages: ['fi', 'sv', 'en'], ways: ['at-place', 'remote'] });
const peers = anActor('peers', ['no-device-skills', 'basic-problems', 'long-term-guidance'], {
  ways: ['at-place', 'home'],
  freshness: 'stale',
});
const courses = anActor('courses', ['long-term-guidance', 'no-device-skills'], { languages: ['fi', 'sv'], isFree: false });
const bank = anActor('bank', ['bank-identification']);
const clinic = anActor('clinic', ['long-term-guidance', 'beyond-advisor'], { languages: ['ar', 'so', 'en'] });
const all = [city, peers, courses, bank, clinic];

describe('suggested', () => {
  test.each([
    ['the one that answers to it', { criteria: ['bank-identification'] }, ['bank']],
    ['nobody where nothing is ticked', { criteria: [] }, []],
    ['nobody where no actor answers to it', { criteria: ['faulty-device'] }, []],
    ['most criteria first', { criteria: ['long-term-guidance', 'no-device-skills', 'basic-problems'] }, ['peers', 'courses', 'clinic']],
    [
      'of as many criteria, a shared language first, then fresh details',
      { criteria: ['long-term-guidance'], language: 'so' },
      ['clinic', 'courses', 'peers'],
    ],
    ['of as many, old details and a price last', { criteria: ['long-term-guidance', 'no-device-skills'] }, ['courses', 'peers', 'clinic']],
    [
      'who comes home, before all else, where that is needed',
      { criteria: ['long-term-guidance'], language: 'sv', home: true },
      ['peers', 'courses', 'clinic'],
    ],
    ['by the main part of a language', { criteria: ['takes-long'], language: 'en-GB' }, ['city']],
  ])('%s', (_, wanted, names) => {
    const { suggested, others } = suggest({ language: 'fi', home: false, ...wanted }, all);
    expect(suggested.map(({ actor }) => actor.name)).toEqual(names);
    expect([...suggested.map(({ actor }) => actor), ...others]).toHaveLength(all.length);
  });

  test('each with why, and what speaks against', () => {
    const { suggested } = suggest({ criteria: ['basic-problems', 'long-term-guidance'], language: 'sv', home: true }, [peers, courses]);
    expect(suggested.map(({ fits, reasons, against }) => ({ fits, reasons, against }))).toEqual([
      { fits: ['basic-problems', 'long-term-guidance'], reasons: ['home', 'free'], against: ['language', 'stale'] },
      { fits: ['long-term-guidance'], reasons: ['language'], against: ['home'] },
    ]);
  });
});
