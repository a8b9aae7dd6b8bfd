import { describe, expect, test } from 'vitest';
import { filledBlank } from './blank.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const text = (of: Uint8Array) => String.fromCharCode(...of);
const blank = bytes('\x1b@\x1b\\\x90\x00\x1d!U@@@@\n\x84########\n\x1dVB\x00');

describe('a ticket kept for times without network', () => {
  test('gets its number and time in the middle of their places; all else stays as it was', () => {
    expect(text(filledBlank(blank, 'B012', '10.42'))).toBe('\x1b@\x1b\\\x90\x00\x1d!UB012\n\x84 10.42  \n\x1dVB\x00');
  });

  test('takes a longer number, a longer time, and signs that are in no code page', () => {
    expect(text(filledBlank(blank, 'B1000', '10:42 a.m.'))).toBe('\x1b@\x1b\\\x90\x00\x1d!UB1000\n\x8410:42 a.m.\n\x1dVB\x00');
    expect(text(filledBlank(blank, 'B012', '10\u202f42'))).toContain('10 42');
  });

  test('is left as it is where nothing is open', () => {
    expect(filledBlank(bytes('abc'), 'B012', '10.42')).toEqual(bytes('abc'));
  });
});
