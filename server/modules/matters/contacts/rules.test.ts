import { describe, expect, test } from 'vitest';
import {
  endOf,
  endOfNote,
  endOfUnended,
  isIdentified,
  isSettled,
  mayUndoTally,
  minutesOf,
  proposeOutcomes,
  suggest,
  type WrapUpFacts,
} from './rules.ts';
import type { Channel, Identification } from './schema.ts';

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const ago = (duration: Temporal.DurationLike) => now.subtract(duration);

describe('the length of a contact', () => {
  test.each<[string, Channel, Temporal.Instant, Temporal.Instant | null, number]>([
    ['a call still on counts to now', 'phone', ago({ minutes: 7, seconds: 20 }), null, 7],
    ['a call that ended counts to its end', 'counter', ago({ minutes: 30 }), ago({ minutes: 5 }), 25],
    ['a call nobody ended in its day has no length', 'phone', ago({ hours: 13 }), null, 0],
    ['a call ended in time keeps its length ever after', 'phone', ago({ hours: 30 }), ago({ hours: 29, minutes: 50 }), 10],
    ['a very short one is a minute', 'phone', ago({ seconds: 8 }), null, 1],
    ['a mail answered next day took no 24 hours', 'email', ago({ hours: 24 }), now, 0],
    ['a web form has no length', 'web', ago({ hours: 2 }), null, 0],
  ])('%s', (_, channel, startedAt, endedAt, minutes) => {
    expect(minutesOf({ channel, startedAt, endedAt }, now)).toBe(minutes);
  });
});

describe('the end of a contact', () => {
  test('said with a note is kept; with a start moved to now it is now, and without one the talk goes on', () => {
    expect(endOfNote(ago({ minutes: 9 }), ago({ minutes: 2 }).toString(), now)).toEqual(ago({ minutes: 2 }));
    expect(endOfNote(now, ago({ minutes: 2 }).toString(), now)).toEqual(now);
    expect(endOfNote(ago({ minutes: 9 }), null, now)).toBeNull();
  });

  test('not said at all is now, except for a talk forgotten open', () => {
    expect(endOfUnended({ channel: 'phone', startedAt: ago({ hours: 2 }) }, now)).toEqual(now);
    expect(endOfUnended({ channel: 'phone', startedAt: ago({ hours: 13 }) }, now)).toBeNull();
    expect(endOfUnended({ channel: 'email', startedAt: ago({ hours: 48 }) }, now)).toEqual(now);
  });
});

const need = { id: 'n1', organisationId: 'kela', state: 'directed', outcome: null, outcomeWhy: null, receipt: null, received: false };

describe('outcomes proposed for needs', () => {
  test.each<[string, Partial<WrapUpFacts['needs'][number]>, { outcome: string | null; why: string } | undefined]>([
    ['an open need claims nothing', {}, { outcome: null, why: '' }],
    ['a receipt shows that it was initiated', { receipt: 'K-123' }, { outcome: 'initiated', why: '' }],
    ['papers taken in are no receipt', { received: true }, { outcome: null, why: '' }],
    ['a settled need keeps its outcome', { state: 'settled', outcome: 'handled', receipt: 'K-123' }, { outcome: 'handled', why: '' }],
    ['and its reason', { state: 'settled', outcome: 'neither', outcomeWhy: 'customer-left' }, { outcome: 'neither', why: 'customer-left' }],
    ['a dropped need is not asked about', { state: 'dropped' }, undefined],
  ])('%s', (_, change, proposed) => {
    const [first] = proposeOutcomes([{ ...need, ...change }]);
    expect(first && { outcome: first.outcome, why: first.why }).toEqual(proposed);
  });
});

const plain: WrapUpFacts = {
  needs: [need],
  arrangements: [],
  digitalSkill: null,
  channel: 'counter',
  requested: false,
  instructed: false,
  handOvers: 0,
  organisationsBefore: 0,
  silentBefore: 0,
};

describe('suggestions of the wrap-up', () => {
  test('nothing known suggests nothing', () => {
    expect(suggest(plain)).toEqual({ reasons: [], supportKinds: [], how: [], hops: 0, toldAgain: false });
  });

  test.each<[string, Partial<WrapUpFacts>, Partial<ReturnType<typeof suggest>>]>([
    ['needs at two authorities', { needs: [need, { ...need, id: 'n2', organisationId: 'te' }] }, { reasons: ['several-authorities'] }],
    ['two needs at one authority', { needs: [need, { ...need, id: 'n2' }] }, { reasons: [] }],
    ['a dropped need does not count', { needs: [need, { ...need, id: 'n2', organisationId: 'te', state: 'dropped' }] }, { reasons: [] }],
    ['a need not yet directed does not count', { needs: [need, { ...need, id: 'n2', organisationId: null }] }, { reasons: [] }],
    ['an interpreter', { arrangements: ['needs-interpreter'] }, { reasons: ['no-shared-language'] }],
    ['sign language', { arrangements: ['sign-language'] }, { reasons: ['no-shared-language'] }],
    ['easy language', { arrangements: ['clear-language'] }, { reasons: ['official-wording'] }],
    ['memory support', { arrangements: ['memory'] }, { reasons: ['reduced-capacity'] }],
    ['not yet digital', { digitalSkill: 'cannot-yet' }, { reasons: ['digital-skills'], supportKinds: ['e-service'] }],
    ['digital side by side', { digitalSkill: 'side-by-side' }, { reasons: ['digital-skills'], supportKinds: ['e-service'] }],
    ['digital alone', { digitalSkill: 'independent' }, { reasons: [], supportKinds: [] }],
    ['prefers a person', { digitalSkill: 'does-not-want' }, { reasons: ['wants-a-person'] }],
    ['no device at the counter', { arrangements: ['no-device'] }, { reasons: ['no-device-or-eid'], supportKinds: ['point-device'] }],
    ['no device on the phone', { arrangements: ['no-device'], channel: 'phone' }, { reasons: ['no-device-or-eid'], supportKinds: [] }],
    ['a support request', { requested: true }, { how: ['support-requested'] }],
    ['written instructions', { instructed: true }, { how: ['instructions-given'] }],
    ['papers received', { needs: [{ ...need, received: true }] }, { how: ['documents-received'] }],
    ['handed over, with notes', { handOvers: 1 }, { reasons: ['referred-here'], hops: 1, toldAgain: false }],
    ['handed over after a contact without a word', { handOvers: 1, silentBefore: 1 }, { hops: 1, toldAgain: true }],
    ['met by two organisations before', { handOvers: 1, organisationsBefore: 2 }, { hops: 3 }],
  ])('%s', (_, change, expected) => {
    expect(suggest({ ...plain, ...change })).toMatchObject(expected);
  });
});

describe('who counts as identified', () => {
  test.each<[Identification, boolean]>([
    ['none', false],
    ['claimed', false],
    ['known-contact', false],
    ['document-seen', true],
    ['strong', true],
    ['mandate', true],
  ])('%s: %s', (identification, identified) => {
    expect(isIdentified({ identification, startedAt: ago({ minutes: 5 }) }, now)).toBe(identified);
  });

  test('no contact identifies nobody, nor does one forgotten open', () => {
    expect(isIdentified(undefined, now)).toBe(false);
    expect(isIdentified({ identification: 'strong', startedAt: ago({ hours: 13 }) }, now)).toBe(false);
  });
});

test.each([
  ['never wrapped up', null, false],
  ['a day ago', ago({ hours: 24 }), false],
  ['eight days ago', ago({ hours: 8 * 24 }), true],
])('a wrap-up made %s is settled: %3$s', (_, wrappedAt, settled) => {
  expect(isSettled(wrappedAt, now)).toBe(settled);
});

test.each([
  ['an end in the future is now', now.add({ hours: 1 }), now],
  ['an end in the past stays', ago({ minutes: 2 }), ago({ minutes: 2 })],
  ['an end before the start is none', ago({ hours: 1 }), null],
])('%s', (_, endedAt, end) => {
  expect(endOf(ago({ minutes: 10 }), endedAt, now)?.toString()).toBe(end?.toString());
});

test('a tally can be taken back for a minute', () => {
  expect(mayUndoTally(ago({ seconds: 60 }), now)).toBe(true);
  expect(mayUndoTally(ago({ seconds: 61 }), now)).toBe(false);
});
