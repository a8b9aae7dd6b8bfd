import { describe, expect, test } from 'vitest';
import { type EntryKind, judge, type Side, type Standing, stateAbove, stateAfterBelow, turnOf } from './rules.ts';
import type { RequestState } from './schema.ts';

const states: RequestState[] = ['open', 'asked-back', 'forwarded', 'answer-below', 'answered', 'returned', 'withdrawn'];
const kinds: EntryKind[] = ['claimed', 'released', 'answered', 'asked-back', 'replied', 'forwarded', 'returned', 'withdrawn'];
const sides: Side[] = ['asker', 'asked'];

/** A tier 2 request held by the reader, with what lies below it as its state says. */
function standing(state: RequestState, parts: Partial<Standing> = {}): Standing {
  const below = state === 'forwarded' ? 'open' : state === 'answer-below' ? 'answered' : 'none';
  return { state, tier: 2, below, holder: 'me', ...parts };
}

const no = { forbidden: 'request-not-yours' };
const to = (next: RequestState) => ({ next });
const not = (conflict: string) => ({ conflict });
const ended = not('request-ended');
const notAskedBack = not('request-not-asked-back');
const askedBack = not('request-asked-back');
const forwarded = not('request-forwarded');
const below = not('request-answered-below');

/** Every state × entry × side. Rows: states in the order above. */
const table: Record<EntryKind, { side: Side; verdicts: unknown[] }> = {
  claimed: { side: 'asked', verdicts: [to('open'), to('asked-back'), to('forwarded'), to('answer-below'), ended, ended, ended] },
  released: { side: 'asked', verdicts: [to('open'), to('asked-back'), to('forwarded'), to('answer-below'), ended, ended, ended] },
  answered: { side: 'asked', verdicts: [to('answered'), to('answered'), forwarded, to('answered'), ended, ended, ended] },
  'asked-back': { side: 'asked', verdicts: [to('asked-back'), askedBack, to('asked-back'), to('asked-back'), ended, ended, ended] },
  replied: { side: 'asker', verdicts: [notAskedBack, to('open'), notAskedBack, notAskedBack, ended, ended, ended] },
  forwarded: { side: 'asked', verdicts: [to('forwarded'), askedBack, forwarded, to('forwarded'), ended, ended, ended] },
  returned: { side: 'asked', verdicts: [to('returned'), to('returned'), forwarded, below, ended, ended, ended] },
  withdrawn: {
    side: 'asker',
    verdicts: [to('withdrawn'), to('withdrawn'), to('withdrawn'), to('withdrawn'), ended, ended, ended],
  },
};

describe('state × entry × side', () => {
  const cases = kinds.flatMap((kind) => states.flatMap((state, row) => sides.map((side) => ({ kind, state, row, side }))));
  test.each(cases)('$kind by the $side when $state', ({ kind, state, row, side }) => {
    const expected = side === table[kind].side ? table[kind].verdicts[row] : no;
    expect(judge(kind, [side], standing(state))).toEqual(expected);
  });

  test('somebody on neither side may nothing, somebody on both everything', () => {
    for (const { kind, state, row } of cases) {
      expect(judge(kind, [], standing(state))).toEqual(no);
      expect(judge(kind, sides, standing(state))).toEqual(table[kind].verdicts[row]);
    }
  });
});

describe('who holds it', () => {
  test('claimed: free or mine, not a colleague’s', () => {
    expect(judge('claimed', ['asked'], standing('open', { holder: 'nobody' }))).toEqual(to('open'));
    expect(judge('claimed', ['asked'], standing('open', { holder: 'other' }))).toEqual(not('request-taken'));
  });

  test('released: only what somebody holds; answered: by any member', () => {
    expect(judge('released', ['asked'], standing('open', { holder: 'nobody' }))).toEqual(not('request-not-taken'));
    expect(judge('answered', ['asked'], standing('open', { holder: 'other' }))).toEqual(to('answered'));
  });
});

describe('tiers', () => {
  test('from tier 3 nothing goes further', () => {
    expect(judge('forwarded', ['asked'], standing('open', { tier: 3 }))).toEqual(not('request-top-tier'));
    expect(judge('answered', ['asked'], standing('open', { tier: 3 }))).toEqual(to('answered'));
  });

  test('asked back while tier 3 works: the reply leads back to where it was, and nothing ends over its head', () => {
    const nested = standing('asked-back', { below: 'open' });
    expect(judge('replied', ['asker'], nested)).toEqual(to('forwarded'));
    expect(judge('answered', ['asked'], nested)).toEqual(forwarded);
    expect(judge('returned', ['asked'], nested)).toEqual(forwarded);
    expect(judge('replied', ['asker'], standing('asked-back', { below: 'answered' }))).toEqual(to('answer-below'));
    expect(judge('returned', ['asked'], standing('asked-back', { below: 'answered' }))).toEqual(below);
  });

  test('what happens below moves the one above, unless it waits for a reply', () => {
    expect(stateAbove('none')).toBe('open');
    expect(stateAfterBelow('forwarded', 'answered')).toBe('answer-below');
    expect(stateAfterBelow('forwarded', 'none')).toBe('open');
    expect(stateAfterBelow('asked-back', 'answered')).toBe('asked-back');
  });
});

test('whose turn a matter is', () => {
  expect(turnOf([])).toBe('us');
  expect(turnOf(['answered'])).toBe('us');
  expect(turnOf(['open', 'answered'])).toBe('authority');
  expect(turnOf(['forwarded'])).toBe('authority');
  expect(turnOf(['open', 'asked-back'])).toBe('us');
});
