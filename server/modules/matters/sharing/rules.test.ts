import { describe, expect, test } from 'vitest';
import { disclosureFor, type Given } from './rules.ts';

const record = (toOrg: string, live: boolean, given: Given) => disclosureFor({ ownerOrg: 'city' }, toOrg, live, given, 'sv');

describe('what is recorded before another unit sees a need', () => {
  test('nothing while a share lives, ground or no ground', () => {
    expect(record('kela', true, {})).toEqual({ record: null });
    expect(record('city', true, { basis: 'consent', ground: 'Agreed' })).toEqual({ record: null });
  });

  test('within the owner no ground is asked', () => {
    expect(record('city', false, {})).toMatchObject({ record: { basis: 'own' } });
  });

  test('towards another organisation basis and ground, both', () => {
    expect(record('kela', false, { basis: 'law', ground: ' 26 § ' })).toEqual({
      record: { basis: 'law', ground: '26 §', givenHow: null, language: null },
    });
    expect(record('kela', false, {})).toEqual({ missing: ['basis', 'ground'] });
    expect(record('kela', false, { ground: 'Agreed' })).toEqual({ missing: ['basis'] });
  });

  test('a consent is kept as it was given: the wording, how, and in which language', () => {
    expect(record('kela', false, { basis: 'consent' })).toEqual({ missing: ['ground', 'givenHow'] });
    expect(record('kela', false, { basis: 'consent', ground: ' -', givenHow: 'voice' })).toEqual({ missing: ['ground'] });
    expect(record('kela', false, { basis: 'consent', ground: 'I agree' })).toEqual({ missing: ['givenHow'] });
    const given = { basis: 'consent', ground: 'I agree', givenHow: 'paper' } as const;
    expect(record('kela', false, given)).toEqual({ record: { ...given, language: 'sv' } });
    expect(record('kela', false, { ...given, language: 'en' })).toMatchObject({ record: { language: 'en' } });
  });
});
