import { expect, test } from 'vitest';
import { outcomeOfMatter, refuseOutcome } from './rules.ts';

const need = (outcome: 'handled' | 'initiated' | 'neither' | null, state = 'settled') => ({ state, outcome });

test.each([
  [[need('handled')], 'handled'],
  [[need('handled'), need('initiated')], 'initiated'],
  [[need('initiated'), need('neither')], 'neither'],
  [[need('handled'), need(null, 'in-hand')], null],
  [[need('handled'), need(null, 'dropped')], 'handled'],
  [[], null],
])('the matter derives from its needs: %j -> %s', (needs, outcome) => {
  expect(outcomeOfMatter(needs)).toBe(outcome);
});

test('initiated takes the receipt of the authority', () => {
  expect(refuseOutcome('initiated', null)).toBe('receipt-needed');
  expect(refuseOutcome('initiated', '')).toBe('receipt-needed');
  expect(refuseOutcome('initiated', 'KELA-2026-118')).toBeNull();
  expect(refuseOutcome('handled', null)).toBeNull();
});
