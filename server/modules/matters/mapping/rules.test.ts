import { describe, expect, test } from 'vitest';
import { type ChannelFacts, channelRules, suggestChannels } from './channel-rules.ts';
import { suggestSteps } from './path-rules.ts';
import { refuseDecision, refuseWriting, skillLevel } from './rules.ts';
import { pathChannels } from './schema.ts';

describe('the level of digital skill', () => {
  const none = { wants: null, device: null, identification: null, forms: null };
  test.each([
    ['nothing asked yet', {}, null],
    ['does not want to', { wants: 'no' }, 'does-not-want'],
    ['wants, nothing else asked', { wants: 'yes' }, null],
    ['manages everything', { wants: 'yes', device: 'own', identification: 'yes', forms: 'alone' }, 'independent'],
    ['needs instructions in forms', { wants: 'yes', device: 'own', identification: 'yes', forms: 'instructions' }, 'with-instructions'],
    ['uses a borrowed device', { device: 'borrowed', identification: 'yes', forms: 'alone' }, 'with-instructions'],
    ['has no device', { device: 'none', identification: 'yes', forms: 'alone' }, 'side-by-side'],
    ['cannot identify alone', { device: 'own', identification: 'with-help', forms: 'alone' }, 'side-by-side'],
    ['someone beside', { device: 'own', identification: 'yes', forms: 'beside' }, 'side-by-side'],
    ['not yet at all, whatever the rest', { wants: 'yes', forms: 'not-yet' }, 'cannot-yet'],
    ['two of three answered', { device: 'own', forms: 'alone' }, null],
  ] as const)('%s', (_, answers, level) => {
    expect(skillLevel({ ...none, ...answers })).toBe(level);
  });
});

describe('the channel', () => {
  const digital = { device: null, identification: null };
  const plain: ChannelFacts = { arrangements: [], skill: null, digital, wish: null, kinds: [], authorities: 1 };
  const order = (facts: Partial<ChannelFacts>) => suggestChannels({ ...plain, ...facts });
  const open = (facts: Partial<ChannelFacts>) => order(facts).flatMap(({ channel, fits }) => (fits === 'no' ? [] : [channel]));

  test.each<[string, Partial<ChannelFacts>, string[]]>([
    ['digital first where nothing speaks otherwise', {}, ['self-service', 'video', 'phone', 'counter', 'letter']],
    ['manages alone and wants e-mail', { skill: 'independent', wish: 'email' }, ['self-service', 'video', 'phone', 'counter', 'letter']],
    ['someone beside', { skill: 'side-by-side' }, ['counter', 'video', 'phone', 'self-service', 'letter']],
    ['not yet digital', { skill: 'cannot-yet' }, ['counter', 'phone', 'letter']],
    ['does not want digital, wants to be called', { skill: 'does-not-want', wish: 'phone' }, ['phone', 'counter', 'letter']],
    ['original papers: only in person', { skill: 'independent', kinds: ['original-papers'] }, ['counter']],
    ['identity to be checked: only in person', { wish: 'phone', kinds: ['identity'] }, ['counter']],
    ['hears badly', { arrangements: ['hearing'] }, ['self-service', 'counter', 'video', 'letter']],
    ['signs', { arrangements: ['sign-language'] }, ['video', 'self-service', 'counter', 'letter']],
    ['needs an interpreter', { arrangements: ['needs-interpreter'] }, ['video', 'self-service', 'counter', 'phone', 'letter']],
    [
      'has nothing: no phone, no address, no identification',
      { arrangements: ['no-phone-or-email', 'no-address', 'no-eid'] },
      ['counter', 'video'],
    ],
    [
      'answered: identification on the web does not succeed',
      { digital: { ...digital, identification: 'no' } },
      ['counter', 'video', 'phone', 'letter'],
    ],
    ['answered: no device', { digital: { ...digital, device: 'none' } }, ['counter', 'phone', 'self-service', 'video', 'letter']],
    ['reading is hard', { arrangements: ['cannot-read-write'] }, ['counter', 'video', 'phone', 'self-service']],
    [
      'hard to come, something to talk about',
      { arrangements: ['wheelchair'], kinds: ['conversation'] },
      ['video', 'phone', 'self-service', 'counter', 'letter'],
    ],
    ['urgent', { kinds: ['urgent'] }, ['phone', 'self-service', 'video', 'counter']],
    [
      'several authorities at once, wants to come',
      { authorities: 3, wish: 'visit' },
      ['counter', 'self-service', 'video', 'phone', 'letter'],
    ],
    ['wants letters', { wish: 'letter', skill: 'does-not-want' }, ['counter', 'letter', 'phone']],
  ])('%s', (_, facts, channels) => {
    expect(open(facts)).toEqual(channels);
  });

  test('all channels are told, those left out last and with what leaves them out', () => {
    const all = order({ skill: 'independent', kinds: ['original-papers', 'form'] });
    expect(all.map(({ channel }) => channel).toSorted()).toEqual([...pathChannels].toSorted());
    expect(all[0]).toEqual({ channel: 'counter', fits: 'well', reasons: ['papers'], against: [] });
    expect(all.slice(1).every(({ fits, against }) => fits === 'no' && against.includes('papers'))).toBe(true);
  });

  test('nobody is left without a way: the counter stays whatever is true', () => {
    expect(channelRules.every(({ effects }) => effects.counter !== 'never')).toBe(true);
  });
});

describe('the path', () => {
  const keys = (facts: Parameters<typeof suggestSteps>[0]) => suggestSteps(facts).map(({ key }) => key);
  const plain = { channel: 'counter' as const, arrangements: [], skill: null };

  test.each([
    ['nothing found yet', [], {}, []],
    ['a need nobody can name', [{ id: 'a', organisationId: null, kinds: [] }], {}, ['find-authority', 'we-tell']],
    ['a form at the counter', [{ id: 'a', organisationId: 'x', kinds: ['form'] }], {}, ['fill-together', 'authority-handles', 'we-tell']],
    [
      'a form by oneself',
      [{ id: 'a', organisationId: 'x', kinds: ['form'] }],
      { channel: 'self-service' },
      ['fill-yourself', 'authority-handles', 'we-tell'],
    ],
    [
      'two authorities that want the same papers: brought once',
      [
        { id: 'a', organisationId: 'x', kinds: ['original-papers', 'identity'] },
        { id: 'b', organisationId: 'y', kinds: ['original-papers'] },
      ],
      {},
      ['show-identity', 'bring-papers', 'authority-handles', 'authority-handles', 'we-tell'],
    ],
    [
      'an interpreter is ordered before anything',
      [{ id: 'a', organisationId: 'x', kinds: ['conversation'] }],
      { arrangements: ['needs-interpreter'], skill: 'side-by-side' },
      ['order-interpreter', 'talk', 'practise', 'authority-handles', 'we-tell'],
    ],
  ] as const)('%s', (_, needs, facts, expected) => {
    expect(keys({ ...plain, ...facts, needs })).toEqual(expected);
  });

  test('a step for one need is that need’s, a step for several the matter’s', () => {
    const two = [
      { id: 'a', organisationId: 'x', kinds: ['form'] as const },
      { id: 'b', organisationId: 'y', kinds: [] },
    ];
    expect(suggestSteps({ ...plain, needs: two }).map(({ needId }) => needId)).toEqual(['a', 'a', 'b', null]);
    const both = two.map((need) => ({ ...need, kinds: ['form'] as const }));
    expect(suggestSteps({ ...plain, needs: both })[0]).toMatchObject({ key: 'fill-together', needId: null });
  });
});

test.each([
  ['open', 'me', null],
  ['open', 'other', 'mapping-held-elsewhere'],
  ['open', null, 'mapping-held-elsewhere'],
  ['interrupted', 'me', 'mapping-interrupted'],
  ['decided', 'me', 'mapping-decided'],
  ['confirmed', 'me', 'mapping-ended'],
  ['dropped', 'me', 'mapping-ended'],
])('writing into a mapping that is %s and held by %s', (state, personId, refusal) => {
  expect(refuseWriting({ state, personId }, 'me')).toBe(refusal);
});

test.each([
  [{ needs: 0 }, 'mapping-without-needs'],
  [{ channel: null }, 'mapping-without-channel'],
  [{ chosenBy: null }, 'mapping-without-channel'],
  [{ channel: 'phone' }, 'mapping-why-needed'],
  [{ channel: 'phone', words: 'Cannot come this week' }, null],
  [{}, null],
])('deciding with %j', (change, refusal) => {
  expect(refuseDecision({ needs: 1, channel: 'counter', chosenBy: 'together', first: 'counter', words: '', ...change })).toBe(refusal);
});
