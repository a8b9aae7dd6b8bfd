import { expect, test } from 'vitest';
import { unmetOf } from './unmet.ts';

const person = { kind: 'person' as const, features: [], languages: [] };
const room = { kind: 'room' as const, features: ['accessible'], languages: [] };
const interpreter = { kind: 'interpreter' as const, features: [], languages: ['uk'] };
const service = {
  minutes: 30,
  minutesEach: 15,
  parts: [{ kind: 'person' as const }],
  rules: [
    { need: 'interpreter', minutes: 30, part: { kind: 'interpreter' as const } },
    { need: 'wheelchair', room: ['accessible'] },
  ],
};
const booked = { service, people: 1, span: 30, needs: [] as string[], taken: [person], interpreterLanguage: null as string | null };

test.each([
  ['nothing is needed', booked, null],
  ['a need without a rule', { ...booked, needs: ['hearing'] }, null],
  ['an interpreter and half an hour more', { ...booked, needs: ['interpreter'] }, { minutes: 60, kinds: ['interpreter'] }],
  ['booked with it', { ...booked, needs: ['interpreter'], span: 60, taken: [person, interpreter] }, null],
  [
    'an interpreter of another language',
    { ...booked, needs: ['interpreter'], span: 60, taken: [person, interpreter], interpreterLanguage: 'ar' },
    { minutes: null, kinds: ['interpreter'] },
  ],
  [
    'an interpreter of that language',
    { ...booked, needs: ['interpreter'], span: 60, taken: [person, interpreter], interpreterLanguage: 'uk' },
    null,
  ],
  ['long enough already', { ...booked, needs: ['interpreter'], span: 60 }, { minutes: null, kinds: ['interpreter'] }],
  ['no room', { ...booked, needs: ['wheelchair'] }, { minutes: null, kinds: ['room'] }],
  [
    'a room that does not suit',
    { ...booked, needs: ['wheelchair'], taken: [person, { ...room, features: [] }] },
    { minutes: null, kinds: ['room'] },
  ],
  ['a room that suits', { ...booked, needs: ['wheelchair'], taken: [person, room] }, null],
  ['a family needs longer', { ...booked, people: 3 }, { minutes: 60, kinds: [] }],
])('%s', (_, it, wanted) => {
  expect(unmetOf(it)).toEqual(wanted);
});
