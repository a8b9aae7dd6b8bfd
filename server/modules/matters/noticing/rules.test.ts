import { describe, expect, test } from 'vitest';
import { type NoticeChannel, noticeChannels } from './kinds.ts';
import { channelFor, deadlineThing, type Heard, isMobile, type Noticed, type NoticeReach, reaches, thingsOf, type Wish } from './rules.ts';

const matter: Noticed = { id: 'm', ownerOrg: 'city', state: 'open', needs: [], message: null };
const heard = (type: string, parts: Partial<Heard> = {}): Heard => ({
  type,
  needId: null,
  toOrg: null,
  taken: false,
  inHand: false,
  day: Temporal.PlainDate.from('2026-11-23'),
  ...parts,
});
const need = (id: string, state: string, outcome: 'handled' | 'initiated' | 'neither' | null = null) => ({ id, state, outcome });
const names = (about: Heard, of: Partial<Noticed>) => thingsOf(about, { ...matter, ...of }).map(({ thing }) => thing);

describe('what the customer is told of', () => {
  test('a need that is said to be in hand, under one name', () => {
    const said = heard('need.changed', { needId: 'n', inHand: true });
    expect(names(said, { needs: [need('n', 'in-hand'), need('o', 'in-hand')] })).toEqual(['need-in-hand:n']);
    for (const state of ['identified', 'directed', 'settled', 'dropped']) expect(names(said, { needs: [need('n', state)] })).toEqual([]);
  });

  test.each(['need.changed', 'request.asked', 'request.moved'])('%s: a need that is only asked about is in nobody’s hand', (type) => {
    expect(names(heard(type, { needId: 'n' }), { needs: [need('n', 'in-hand')] })).toEqual([]);
  });

  test('somebody takes the matter: what was nobody’s is in hand', () => {
    const needs = [need('a', 'identified'), need('b', 'directed'), need('c', 'settled', 'handled'), need('d', 'dropped')];
    expect(names(heard('matter.changed', { taken: true }), { needs })).toEqual(['need-in-hand:a', 'need-in-hand:b']);
    expect(names(heard('matter.changed'), { needs })).toEqual([]);
  });

  test('a hand-over to another organisation, not one within the house', () => {
    expect(names(heard('matter.handed-over', { toOrg: 'kela' }), {})).toEqual(['need-moved:m:kela:2026-11-23']);
    expect(names(heard('matter.handed-over', { toOrg: 'city' }), {})).toEqual([]);
  });

  test.each([
    ['handled', 'need-settled:n'],
    ['initiated', 'need-initiated:n'],
    ['neither', 'need-ended:n'],
  ] as const)('a need that ended as %s', (outcome, thing) => {
    expect(names(heard('need.settled', { needId: 'n' }), { needs: [need('n', 'settled', outcome)] })).toEqual([thing]);
    expect(names(heard('matter.closed'), { state: 'closed', needs: [need('n', 'settled', outcome)] })).toEqual([thing]);
  });

  test('an outcome taken back before it was read is none', () => {
    expect(names(heard('need.settled', { needId: 'n' }), { needs: [need('n', 'in-hand')] })).toEqual([]);
    expect(names(heard('matter.closed'), { state: 'open', needs: [need('n', 'in-hand')] })).toEqual([]);
  });

  test('a closed matter speaks of every need but dropped ones', () => {
    const needs = [need('a', 'settled', 'handled'), need('b', 'in-hand'), need('c', 'dropped')];
    expect(names(heard('matter.closed'), { state: 'closed', needs })).toEqual(['need-settled:a', 'need-ended:b']);
  });

  test('a message that waits without a notice of its own', () => {
    for (const type of ['message.written', 'message.changed']) {
      expect(names(heard(type), { message: { id: 'g', waits: true } })).toEqual(['message-waits:g']);
      expect(names(heard(type), { message: { id: 'g', waits: false } })).toEqual([]);
      expect(names(heard(type), {})).toEqual([]);
    }
  });

  test('nothing else', () => {
    const needs = [need('n', 'settled', 'handled')];
    for (const type of [
      'contact.noted',
      'need.shared',
      'step.changed',
      'request.overdue',
      'notice.changed',
      'message.received',
      'matter.opened',
    ]) {
      expect(names(heard(type, { needId: 'n', taken: true, toOrg: 'kela' }), { needs, message: { id: 'g', waits: true } }), type).toEqual(
        [],
      );
    }
  });

  test('a deadline that moves is another thing', () => {
    const [one, other] = ['2026-11-25T10:00:00Z', '2026-11-26T10:00:00Z'].map(
      (time) => deadlineThing('s', null, Temporal.Instant.from(time)).thing,
    );
    expect(one).toBe(`deadline:s:${Temporal.Instant.from('2026-11-25T10:00:00Z').epochMilliseconds / 1000}`);
    expect(other).not.toBe(one);
  });
});

const everything: NoticeReach = { wish: null, restricted: false, email: true, mobile: true, postal: true, identity: true };
const nothing: NoticeReach = { ...everything, email: false, mobile: false, postal: false, identity: false };

describe('the channel', () => {
  test.each<[Wish | null, NoticeChannel]>([
    ['email', 'email'],
    ['link', 'email'],
    ['phone', 'sms'],
    ['sms', 'sms'],
    ['letter', 'paper'],
    ['visit', 'collect'],
    [null, 'suomifi'],
  ])('a wish for %s is %s', (wish, channel) => {
    expect(channelFor({ ...everything, wish }, noticeChannels, [])).toBe(channel);
  });

  test('without the wished way another one, at last one that anybody can use', () => {
    expect(channelFor({ ...nothing, wish: 'email', mobile: true }, noticeChannels, [])).toBe('sms');
    expect(channelFor({ ...nothing, wish: 'sms', postal: true }, noticeChannels, [])).toBe('paper');
    expect(channelFor(nothing, noticeChannels, [])).toBe('collect');
    expect(channelFor({ ...everything, wish: 'email' }, ['email', 'paper', 'collect'], ['email'])).toBe('paper');
    expect(channelFor(everything, noticeChannels, ['suomifi', 'email', 'sms', 'paper'])).toBe('collect');
    expect(channelFor({ ...everything, wish: 'sms' }, ['email', 'collect'], [])).toBe('email');
  });

  test('under turvakielto no contact data is used, whatever was wished', () => {
    for (const wish of ['email', 'link', 'phone', 'sms', 'letter', 'visit', null] as const) {
      const restricted = { ...everything, wish, restricted: true };
      expect(channelFor(restricted, noticeChannels, [])).toBe(wish === 'visit' ? 'collect' : 'suomifi');
      expect(channelFor({ ...restricted, identity: false }, noticeChannels, [])).toBe('collect');
      for (const channel of ['email', 'sms', 'paper'] as const) expect(reaches(channel, restricted)).toBe(false);
    }
  });
});

test.each([
  ['050 000 1234', true],
  ['040-0001234', true],
  ['+358 50 000 1234', true],
  ['0035850 000 1234', true],
  ['019 000 1234', false],
  ['+358 19 000 1234', false],
  ['+46 70 000 12 34', true],
  ['112', false],
  ['', false],
  [null, false],
])('%s takes text messages: %s', (phone, takes) => {
  expect(isMobile(phone)).toBe(takes);
});
