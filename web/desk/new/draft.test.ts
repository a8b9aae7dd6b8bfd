import { describe, expect, test } from 'vitest';
import { emptyContact, inputOf, type NewContactDraft, stopOf } from './draft.ts';

const begun = '2026-11-27T08:00:00.000Z';
const written = '2026-11-27T08:04:00.000Z';
const note = (parts: Partial<NewContactDraft> = {}) => ({
  ...emptyContact(),
  summary: 'Kysyy',
  startedAt: begun,
  writtenAt: written,
  ...parts,
});

describe('the clock of a note found again', () => {
  test('stands at its last letter', () => {
    expect(stopOf(note(), '2026-11-27T09:30:00.000Z')).toBe(written);
    expect(stopOf(note({ writtenAt: null }), '2026-11-27T09:30:00.000Z')).toBe(begun);
  });

  test('goes on when the page was only loaded anew, and before anything was written', () => {
    expect(stopOf(note(), '2026-11-27T08:05:30.000Z')).toBeNull();
    expect(stopOf(note({ startedAt: null }), '2026-11-27T09:30:00.000Z')).toBeNull();
  });

  test('stays where it was stopped already', () => {
    expect(stopOf(note({ stoppedAt: begun }), '2026-11-27T08:05:00.000Z')).toBe(begun);
  });
});

describe('opening the matter', () => {
  const now = '2026-11-27T08:06:00.000Z';
  const endOf = (parts: Partial<NewContactDraft>) => inputOf(note(parts), null, now).contact.endedAt;

  test('ends a call or a visit, unless it goes on', () => {
    expect(endOf({ channel: 'phone' })).toBe(now);
    expect(endOf({ channel: 'counter' })).toBe(now);
    expect(endOf({ channel: 'phone', goesOn: true })).toBeNull();
  });

  test('ends a note found again where its clock stood', () => {
    expect(endOf({ stoppedAt: written })).toBe(written);
  });

  test('a letter has no length', () => {
    expect(endOf({ channel: 'letter' })).toBeNull();
  });
});
