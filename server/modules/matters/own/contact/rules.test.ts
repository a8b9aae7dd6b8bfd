import { expect, test } from 'vitest';
import { generateKeyring, readKeyring, withFreshKey } from '../../../../platform/keys/keyring.ts';
import { codeOf, isCodeOf, sayCode } from './rules.ts';

const old = generateKeyring();
const keys = readKeyring(old);
const id = '01a20320-2d36-7df0-9e3b-7240b9f6e648';

test('a code is eight digits, the same each time, another for each change, and typed as people type', () => {
  const code = codeOf(keys, id);
  expect(code).toMatch(/^\d{8}$/);
  expect(codeOf(keys, id)).toBe(code);
  expect(codeOf(keys, id.replace('e648', 'e649'))).not.toBe(code);
  for (const said of [code, sayCode(code), ` ${code.slice(0, 4)}-${code.slice(4)} `]) expect(isCodeOf(keys, id, said)).toBe(true);
  expect(isCodeOf(keys, id, code.slice(1))).toBe(false);
});

test('one that was sent before the keys were changed still holds', () => {
  expect(isCodeOf(readKeyring(withFreshKey(old)), id, codeOf(keys, id))).toBe(true);
});
