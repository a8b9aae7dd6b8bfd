import { describe, expect, test } from 'vitest';
import { disclosureFor } from './rules.ts';

const need = { ownerOrg: 'city' };

describe('what is recorded before another unit sees a need', () => {
  test('nothing while a share lives, ground or no ground', () => {
    expect(disclosureFor(need, 'kela', true, {})).toEqual({ record: null });
    expect(disclosureFor(need, 'city', true, { basis: 'consent', ground: 'Agreed' })).toEqual({ record: null });
  });

  test('within the owner no ground is asked', () => {
    expect(disclosureFor(need, 'city', false, {})).toMatchObject({ record: { basis: 'own' } });
  });

  test('towards another organisation basis and ground, both', () => {
    expect(disclosureFor(need, 'kela', false, { basis: 'law', ground: ' 26 § ' })).toEqual({ record: { basis: 'law', ground: '26 §' } });
    expect(disclosureFor(need, 'kela', false, {})).toEqual({ missing: ['basis', 'ground'] });
    expect(disclosureFor(need, 'kela', false, { basis: 'consent' })).toEqual({ missing: ['ground'] });
    expect(disclosureFor(need, 'kela', false, { basis: 'consent', ground: ' -' })).toEqual({ missing: ['ground'] });
    expect(disclosureFor(need, 'kela', false, { ground: 'Agreed' })).toEqual({ missing: ['basis'] });
  });
});
