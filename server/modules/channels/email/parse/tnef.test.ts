import { expect, test } from 'vitest';
import { decompressRtf, readCompressedRtf } from './rtf.ts';
import { readTnef } from './tnef.ts';

// The two worked examples of MS-OXRTFCP section 4: plain references, and one that overlaps what it writes.
const greeting = '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0';
const overlapping = '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0';

test('compressed RTF is undone, references included', () => {
  expect(decompressRtf(Buffer.from(greeting, 'hex'))).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  expect(decompressRtf(Buffer.from(overlapping, 'hex'))).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
  expect(readCompressedRtf(Buffer.from(greeting, 'hex'))).toEqual({ text: 'hello world', html: null });
});

test('a compressed body cut anywhere gives what came before the cut', () => {
  const whole = Buffer.from(greeting, 'hex');
  for (let length = 0; length < whole.length; length++) {
    const text = decompressRtf(whole.subarray(0, length));
    if (length >= 16) expect('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n'.startsWith(text ?? '?')).toBe(true);
  }
});

test('what is no TNEF is told apart', () => {
  expect(readTnef(Buffer.from('PK\u0003\u0004'))).toBeNull();
  expect(readTnef(Buffer.alloc(0))).toBeNull();
});
