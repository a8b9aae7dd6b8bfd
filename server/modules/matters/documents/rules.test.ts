import { describe, expect, test } from 'vitest';
import { deedsOpen, judge, refuseArrival, type Side, standingOf } from './rules.ts';
import { CustodyInput, DocumentState } from './schema.ts';

type Cell = { side: Side; state: (typeof DocumentState.options)[number]; may: string[] };

describe('the chain of custody', () => {
  test.each<Cell>([
    { side: 'keeper', state: 'here', may: ['moved', 'handed', 'transferred', 'returned', 'sent-back'] },
    { side: 'keeper', state: 'on-way', may: ['came-back'] },
    { side: 'keeper', state: 'with-authority', may: [] },
    { side: 'keeper', state: 'coming-back', may: ['came-back'] },
    { side: 'keeper', state: 'to-keeper', may: ['came-back'] },
    { side: 'keeper', state: 'returned', may: [] },
    { side: 'keeper', state: 'sent-back', may: [] },
    { side: 'authority', state: 'here', may: ['signed'] },
    { side: 'authority', state: 'on-way', may: ['signed'] },
    { side: 'authority', state: 'with-authority', may: ['moved', 'handed-back', 'returned', 'sent-back'] },
    { side: 'authority', state: 'coming-back', may: [] },
    { side: 'authority', state: 'to-keeper', may: [] },
    { side: 'authority', state: 'returned', may: [] },
    { side: 'authority', state: 'sent-back', may: [] },
    { side: 'next', state: 'here', may: [] },
    { side: 'next', state: 'to-keeper', may: ['taken-over'] },
    { side: 'next', state: 'with-authority', may: [] },
    { side: 'holder', state: 'here', may: [] },
    { side: 'holder', state: 'on-way', may: ['signed'] },
    { side: 'holder', state: 'with-authority', may: ['handed-back', 'returned', 'sent-back'] },
    { side: 'holder', state: 'coming-back', may: [] },
  ])('a $side may do to a paper that is $state: $may', ({ side, state, may }) => {
    expect(deedsOpen([side], { state, authority: true, moved: false }).sort()).toEqual([...may].sort());
  });

  test('whoever stands on no side may do nothing in any state', () => {
    for (const state of DocumentState.options) expect(deedsOpen([], { state, authority: true, moved: false })).toEqual([]);
  });

  test('says why not', () => {
    const standing = { state: 'on-way', authority: true, moved: false } as const;
    expect(judge('signed', ['keeper'], standing)).toEqual({ forbidden: 'only-authority-signs' });
    expect(judge('came-back', ['authority'], standing)).toEqual({ forbidden: 'document-not-yours' });
    expect(judge('handed', ['keeper'], standing)).toEqual({ conflict: 'document-elsewhere' });
    expect(judge('handed', ['keeper'], { state: 'here', authority: false, moved: false })).toEqual({
      conflict: 'document-without-authority',
    });
    expect(judge('moved', ['keeper'], { state: 'returned', authority: true, moved: false })).toEqual({ conflict: 'document-ended' });
  });

  test('a paper follows its matter only where the matter has gone to an organisation that is not its authority', () => {
    const paper = { state: 'here', ownerOrg: 'city', organisationId: 'kela' } as const;
    const may = (keptBy: string) => deedsOpen(['keeper'], standingOf(paper, keptBy)).includes('sent-on');
    expect([may('city'), may('neighbour'), may('kela')]).toEqual([false, true, false]);
    expect(judge('sent-on', ['keeper'], standingOf(paper, 'city'))).toEqual({ conflict: 'document-matter-here' });
  });

  test('one organisation on both sides acts on the side that has the paper', () => {
    const both: Side[] = ['keeper', 'authority'];
    expect(judge('returned', both, { state: 'here', authority: true, moved: false })).toEqual({ next: 'returned', side: 'keeper' });
    expect(judge('returned', both, { state: 'with-authority', authority: true, moved: false })).toEqual({
      next: 'returned',
      side: 'authority',
    });
    expect(judge('moved', both, { state: 'with-authority', authority: true, moved: false })).toEqual({
      next: 'with-authority',
      side: 'authority',
    });
  });

  test('every deed of the interface is judged', () => {
    const kinds = CustodyInput.options.map((option) => option.shape.kind.value);
    for (const kind of kinds) expect(judge(kind, [], { state: 'here', authority: true, moved: false })).toHaveProperty('forbidden');
    expect(kinds).toHaveLength(10);
  });
});

test('an arrival is noted within 31 days, never ahead', () => {
  const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
  expect(refuseArrival(now, now)).toBeNull();
  expect(refuseArrival(now.add({ seconds: 1 }), now)).toBe('arrival-ahead');
  expect(refuseArrival(now.subtract({ hours: 31 * 24 }), now)).toBeNull();
  expect(refuseArrival(now.subtract({ hours: 31 * 24 + 1 }), now)).toBe('arrival-too-old');
});
