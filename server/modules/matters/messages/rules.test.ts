import { describe, expect, test } from 'vitest';
import { MAX_ATTEMPTS, nextAttempt } from '../sending/attempts.ts';
import { changed, type Dispatch, dispatchOf, leavesByEmail, type Reach, reopens, tells } from './rules.ts';
import type { MessageChange, MessageInput, MessageState } from './schema.ts';

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const open: Reach = { email: 'aino@posti.example', address: 'Rantakatu 1, 00000 Lahdenperä', restricted: false, linked: true };
const nothing: Reach = { email: null, address: null, restricted: false, linked: false };
const restricted: Reach = { ...open, restricted: true };

const scheduled = (leaves: Dispatch['leaves']) => ({ state: 'scheduled', leaves, recipient: open.email });

describe('how a message goes out', () => {
  test.each<[MessageInput['channel'], MessageInput['sensitivity'], string, Reach, boolean, ReturnType<typeof dispatchOf> | object]>([
    ['email', 'normal', 'reachable', open, false, scheduled('message')],
    ['email', 'secret', 'reachable', open, false, scheduled('notice')],
    ['email', 'secret', 'reachable and identified', open, true, scheduled('notice')],
    ['email', 'normal', 'restricted', restricted, false, scheduled('notice')],
    ['email', 'normal', 'not reachable', nothing, false, 'no-address'],
    ['email', 'secret', 'not reachable', nothing, false, 'no-address'],
    ['link', 'normal', 'holding a link', open, false, { state: 'sent', leaves: 'message', recipient: null }],
    ['link', 'secret', 'holding a link', open, false, scheduled('notice')],
    [
      'link',
      'secret',
      'with a link and no e-mail',
      { ...open, email: null },
      false,
      { state: 'waiting', leaves: 'nothing', recipient: null },
    ],
    ['link', 'normal', 'without a link', { ...open, linked: false }, false, 'no-link'],
    ['link', 'secret', 'who signs in', { ...open, linked: false, signsIn: true }, false, scheduled('notice')],
    ['link', 'normal', 'who signs in and holds no link', { ...open, linked: false, signsIn: true }, false, scheduled('notice')],
    [
      'link',
      'secret',
      'who signs in and has no e-mail',
      { ...nothing, signsIn: true },
      false,
      { state: 'waiting', leaves: 'nothing', recipient: null },
    ],
    ['letter', 'normal', 'reachable', open, false, { state: 'sent', leaves: 'message', recipient: open.address }],
    ['letter', 'secret', 'reachable', open, false, { state: 'sent', leaves: 'message', recipient: open.address }],
    ['letter', 'normal', 'not reachable', nothing, false, 'no-address'],
    ['letter', 'normal', 'restricted', restricted, false, 'no-address'],
    ['phone', 'normal', 'not identified', open, false, { state: 'told', leaves: 'nothing', recipient: null }],
    ['phone', 'secret', 'not identified', open, false, 'identification-needed'],
    ['phone', 'secret', 'identified', open, true, { state: 'told', leaves: 'nothing', recipient: null }],
    ['counter', 'secret', 'not identified', nothing, false, 'identification-needed'],
    ['counter', 'secret', 'identified', nothing, true, { state: 'told', leaves: 'nothing', recipient: null }],
    ['internal', 'normal', 'reachable', open, true, 'channel-not-for-message'],
  ])('%s, %s, to somebody %s', (channel, sensitivity, _, reach, identified, dispatch) => {
    expect(dispatchOf({ kind: 'message', channel, sensitivity }, reach, identified)).toEqual(dispatch);
    expect(dispatchOf({ kind: 'instruction', channel, sensitivity }, reach, identified)).toEqual(dispatch);
  });

  test('a note stays inside whatever channel it names', () => {
    for (const channel of ['email', 'link', 'letter', 'internal'] as const) {
      expect(dispatchOf({ kind: 'note', channel, sensitivity: 'normal' }, open, true)).toEqual({
        state: 'noted',
        leaves: 'nothing',
        recipient: null,
      });
    }
  });

  test('in no case does secret content leave by e-mail or show behind a link', () => {
    for (const channel of ['email', 'link'] as const)
      for (const reach of [open, nothing, restricted, { ...open, linked: false }, { ...nothing, signsIn: true }])
        for (const identified of [true, false]) {
          const dispatch = dispatchOf({ kind: 'message', channel, sensitivity: 'secret' }, reach, identified);
          expect(typeof dispatch === 'string' || dispatch.leaves !== 'message').toBe(true);
        }
    expect(leavesByEmail('secret', false)).toBe('notice');
    expect(leavesByEmail('normal', true)).toBe('notice');
    expect(leavesByEmail('normal', false)).toBe('message');
  });

  test('a notice tells nobody an answer', () => {
    expect(tells({ state: 'scheduled', leaves: 'message' })).toBe(true);
    expect(tells({ state: 'told', leaves: 'nothing' })).toBe(true);
    expect(tells({ state: 'scheduled', leaves: 'notice' })).toBe(false);
    expect(tells({ state: 'waiting', leaves: 'nothing' })).toBe(false);
  });
});

describe('changes of a message', () => {
  const all: MessageState[] = [
    'received',
    'noted',
    'scheduled',
    'sending',
    'sent',
    'failed',
    'bounced',
    'given-up',
    'undone',
    'waiting',
    'told',
  ];
  const allowed: Record<MessageChange['state'], Partial<Record<MessageState, MessageState>>> = {
    undone: { scheduled: 'undone' },
    now: { scheduled: 'scheduled' },
    again: { failed: 'scheduled', bounced: 'scheduled', 'given-up': 'scheduled' },
    told: { waiting: 'told', failed: 'told', bounced: 'told', 'given-up': 'told' },
  };
  const refusals = { undone: 'message-left', now: 'message-left', again: 'message-not-failed', told: 'message-not-waiting' };

  test.each(Object.keys(allowed) as MessageChange['state'][])('%s', (change) => {
    for (const state of all) {
      const to = allowed[change][state];
      expect(changed(change, { state, sensitivity: 'normal' }, false), `${change} from ${state}`).toEqual(
        to ? { state: to } : refusals[change],
      );
    }
  });

  test('a secret one is told only to somebody identified', () => {
    expect(changed('told', { state: 'waiting', sensitivity: 'secret' }, false)).toBe('identification-needed');
    expect(changed('told', { state: 'waiting', sensitivity: 'secret' }, true)).toEqual({ state: 'told' });
  });
});

test('failed attempts back off, and end', () => {
  const waits = Array.from(
    { length: MAX_ATTEMPTS },
    (_, index) =>
      nextAttempt(index + 1, now)
        ?.since(now)
        .total('minutes') ?? null,
  );
  expect(waits).toEqual([1, 5, 15, 60, 240, 720, null]);
});

test.each([
  [now.subtract({ hours: 1 }), true],
  [now.subtract({ hours: 30 * 24 }), true],
  [now.subtract({ hours: 30 * 24 + 1 }), false],
  [null, false],
])('a matter closed at %s is opened again by its customer: %s', (closedAt, opens) => {
  expect(reopens(closedAt, now)).toBe(opens);
});
