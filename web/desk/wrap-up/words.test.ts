import { describe, expect, test } from 'vitest';
import type { WrapUpForm } from '../../../server/modules/matters/contacts/schema.ts';
import { inputOf, missingOf, wordsOf } from './words.ts';

const form = (parts: { channel?: 'phone' | 'email'; outcome?: string | null; minutes?: number } = {}): WrapUpForm => ({
  contact: {
    id: 'c',
    channel: parts.channel ?? 'phone',
    direction: 'in',
    needId: null,
    startedAt: '2026-11-27T08:00:00.000Z',
    endedAt: null,
    personName: null,
    pointId: null,
    identification: 'none',
    summary: '',
    wrappedAt: null,
    version: 1,
  },
  minutes: parts.minutes ?? 4,
  needs: [{ needId: 'n', outcome: parts.outcome ?? null, why: '' }],
  suggested: { reasons: [], supportKinds: [], how: [], hops: 0, toldAgain: false },
  cards: [],
  adviceLevel: null,
});
const told = (outcome: 'handled' | 'initiated' | 'neither' | null, parts = {}) => ({
  ...wordsOf(form()),
  outcomes: { n: { outcome, receipt: '', why: null, ...parts } },
});

describe('what is still missing', () => {
  test('a matter is closed once each need has been told; it may stay open with a need', () => {
    expect(missingOf(told(null), form(), true)).toEqual([{ kind: 'outcome', needId: 'n' }]);
    expect(missingOf(told(null), form(), false)).toEqual([]);
    expect(missingOf(told('handled'), form(), true)).toEqual([]);
  });

  test('"neither" takes a reason, "initiated" the receipt', () => {
    expect(missingOf(told('neither'), form(), false)).toEqual([{ kind: 'why', needId: 'n' }]);
    expect(missingOf(told('neither', { why: 'customer-left' }), form(), true)).toEqual([]);
    expect(missingOf(told('initiated', { receipt: ' ' }), form(), true)).toEqual([{ kind: 'receipt', needId: 'n' }]);
    expect(missingOf(told('initiated', { receipt: 'K-1' }), form(), true)).toEqual([]);
  });

  test.each(['abc', '0', '-3', '2.5', '2000'])('a length of "%s" is none', (minutes) => {
    expect(missingOf({ ...told('handled'), minutes }, form(), true)).toEqual([{ kind: 'minutes' }]);
    expect(missingOf({ ...told('handled'), minutes }, form({ channel: 'email' }), true)).toEqual([]);
  });
});

describe('the length of the talk', () => {
  test('put right by hand is counted from its start', () => {
    expect(inputOf({ ...told('handled'), minutes: '11' }, form()).endedAt).toBe('2026-11-27T08:11:00.000Z');
  });

  test('left as it was, or not known, changes nothing', () => {
    expect(inputOf(told('handled'), form())).not.toHaveProperty('endedAt');
    expect(wordsOf(form({ minutes: 0 })).minutes).toBe('');
    expect(inputOf({ ...told('handled'), minutes: '' }, form({ minutes: 0 }))).not.toHaveProperty('endedAt');
    expect(inputOf(told('handled'), form())).not.toHaveProperty('minutes');
  });
});

describe('a card that was opened', () => {
  const card = {
    id: 'k',
    names: { fi: 'Asumistuki' },
    organisationId: null,
    adviceLevel: 'guide' as const,
    openedAt: '2026-11-27T08:01:00.000Z',
  };
  const used = { ...form(), cards: [card] };

  test('suggests its service for the one need nobody has named, and its level of advice', () => {
    const words = wordsOf(used, { unnamed: ['n'], answeredWith: null });
    expect(words).toMatchObject({ services: { n: 'k' }, adviceLevel: 'guide', how: [], outcomes: { n: { outcome: null } } });
    expect(inputOf(words, used)).toMatchObject({ services: [{ needId: 'n', cardId: 'k' }], adviceLevel: 'guide' });
    expect(wordsOf(used, { unnamed: [], answeredWith: null }).services).toEqual({});
  });

  test('is an outcome only when the advisor has said that it answered, and only of a single open need', () => {
    const answered = { unnamed: ['n'], answeredWith: 'k' };
    expect(wordsOf(used, answered)).toMatchObject({ outcomes: { n: { outcome: 'handled' } }, how: ['advice-given'] });
    const two = { ...used, needs: [...used.needs, { needId: 'm', outcome: null, why: '' }] };
    expect(wordsOf(two, answered)).toMatchObject({ outcomes: { n: { outcome: null }, m: { outcome: null } }, how: [] });
  });
});
