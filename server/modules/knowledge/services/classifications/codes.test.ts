import { expect, test } from 'vitest';
import { codeOf, knownClasses, nameOf } from './codes.ts';

test('every class has a code, an address and three names of its own', () => {
  expect(
    ['life-event', 'service-class', 'target-group'].map((scheme) => knownClasses.filter((known) => known.scheme === scheme).length),
  ).toEqual([19, 230, 17]);
  for (const part of ['code', 'uri'] as const) expect(new Set(knownClasses.map((known) => known[part])).size).toBe(knownClasses.length);
  for (const { names } of knownClasses) expect(Object.values(names).every((name) => name.trim() !== '')).toBe(true);
  const codes = new Set(knownClasses.map(({ code }) => code));
  expect(knownClasses.filter(({ parentCode }) => parentCode !== null && !codes.has(parentCode))).toEqual([]);
});

test.each([
  ['its code', { code: 'KE4.3' }],
  ['its address', { uri: 'http://uri.suomi.fi/codelist/ptv/ptvelti/code/KE4.3' }],
  ['its old address', { uri: 'http://urn.fi/URN:NBN:fi:au:ptvl:v3013' }],
  ['its old urn by itself', { uri: 'URN:NBN:fi:au:ptvl:v3013' }],
  ['the wrong name beside its code', { code: 'KE4.3', names: { sv: 'Flyttning till Finland' } }],
  ['its name', { code: null, uri: null, names: { fi: ' suomesta Muuttaminen ' } }],
])('a class is known by %s', (_, reference) => {
  expect(codeOf('life-event', reference)).toBe('KE4.3');
});

test('the code that was given twice is told apart by its address or its name', () => {
  expect(codeOf('service-class', { code: 'P7.12', uri: 'http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P7.12' })).toBe('P7.12');
  expect(nameOf('service-class', 'P7.12')?.fi).toBe('Immateriaalioikeudet');
  const old = codeOf('service-class', { uri: 'http://urn.fi/URN:NBN:fi:au:ptvl:v1088' });
  expect(nameOf('service-class', old as string)?.fi).toBe('Ulosotto');
  expect(codeOf('service-class', { code: 'P7.12', names: { fi: 'Ulosotto' } })).toBe(old);
  expect(codeOf('service-class', { code: 'P7.12' })).toBe('P7.12');
});

test('a list renamed keeps its codes, and what no list has is nothing', () => {
  expect(codeOf('service-class', { uri: 'http://uri.suomi.fi/codelist/ptv/ptvserclass/code/P4.13' })).toBe('P4.13');
  expect(codeOf('target-group', { names: { fi: 'Yritykset' } })).toBeNull();
  expect(codeOf('life-event', { code: 'KE99', uri: 'http://uri.suomi.fi/codelist/ptv/ptvelti/code/KE99' })).toBeNull();
});
