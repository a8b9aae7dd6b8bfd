import { expect, test } from 'vitest';
import { readBusinessId, readIdentityCode } from './rules.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const code = (date: string, sign: string, serial: string) => `${date}${sign}${serial}${CHECKS[Number(date + serial) % 31]}`;
const read = (text: string, testRange = true) => readIdentityCode(text, today, testRange);

test.each([['+', '1877'], ...[...'-YXWVU'].map((sign) => [sign, '1977'])])('the sign %s means the years %s', (sign, year) => {
  expect(read(code('050777', sign, '903'))?.born.toString()).toBe(`${year}-07-05`);
});

test.each([...'ABCDEF'])('the sign %s means this century', (sign) => {
  expect(read(code('050711', sign, '903'))?.born.toString()).toBe('2011-07-05');
});

test('the sign is kept: two codes that differ by it alone are two people', () => {
  const codes = [...'-YXWVU'].map((sign) => read(code('050777', sign, '903'))?.code);
  expect(new Set(codes).size).toBe(6);
});

test('small letters and spaces around are the same code', () => {
  expect(read(' 050777y903v ')?.code).toBe('050777Y903V');
});

test.each([
  ['a wrong check character', '050777Y903X'],
  ['no sign', '050777903V'],
  ['a sign that is none', code('050777', 'G', '903')],
  ['a day that is none', code('310677', '-', '903')],
  ['29 February of a common year', code('290277', '-', '903')],
  ['a day to come', code('241126', 'A', '903')],
  ['month 13', code('051377', '-', '903')],
  ['serial 000', code('050777', '-', '000')],
  ['serial 001', code('050777', '-', '001')],
  ['more after it', `${code('050777', '-', '903')}1`],
  ['nothing', ''],
])('%s is no identity code', (_, text) => {
  expect(read(text)).toBeUndefined();
  expect(read(text, false)).toBeUndefined();
});

test('today is a birthday as good as any, and a leap day is a day', () => {
  expect(read(code('231126', 'A', '903'))).toBeDefined();
  expect(read(code('290224', 'A', '903'))).toBeDefined();
});

test('the test range is taken in the demo alone, and there nothing else is', () => {
  for (const serial of ['900', '999']) {
    expect(read(code('050777', '-', serial), true)).toBeDefined();
    expect(read(code('050777', '-', serial), false)).toBeUndefined();
  }
  // Serials of real people stand in no test: one of a day nobody alive was born on.
  expect(read(code('010100', '+', '899'), true)).toBeUndefined();
  expect(read(code('010100', '+', '899'), false)).toBeDefined();
});

test('business ids: check digit modulo 11, where a remainder of one is given to nobody', () => {
  expect(readBusinessId('9900001-8')).toBe('9900001-8');
  for (const wrong of ['9900001-7', '9900001', '990001-8', '99000018', 'FI99000018']) expect(readBusinessId(wrong), wrong).toBeUndefined();
});
