import { expect, test } from 'vitest';
import { internet } from '../reach.ts';
import { encryptPush, fitsPush } from './encrypt.ts';
import { isPushAddress } from './send.ts';

/** RFC 8291, appendix A. */
const example = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  privateKey: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  sealed:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

test('seals the standard’s own example to the letter', () => {
  const fresh = { privateKey: Buffer.from(example.privateKey, 'base64url'), salt: Buffer.from(example.salt, 'base64url') };
  expect(encryptPush(example, 'When I grow up, I want to be a watermelon', fresh).toString('base64url')).toBe(example.sealed);
  expect(encryptPush(example, 'x').equals(encryptPush(example, 'x'))).toBe(false);
});

test.each([
  [example, true],
  [{ ...example, auth: 'BTBZMqHH6r4Tts7J' }, false],
  [{ ...example, p256dh: example.p256dh.slice(0, -4) }, false],
  [{ ...example, p256dh: `BBBB${example.p256dh.slice(4)}` }, false],
  [{ p256dh: '', auth: '' }, false],
])('keys that can be sealed for', (keys, fits) => {
  expect(fitsPush(keys)).toBe(fits);
});

test.each([
  ['https://push.example/send/abc', true],
  ['https://push.example:8443/send/abc', false],
  ['http://push.example/send/abc', false],
  ['https://user:secret@push.example/', false],
  ['https://127.0.0.1/', false],
  ['https://[::1]/', false],
  ['https://[::ffff:10.0.0.1]/', false],
  ['https://2130706433/', false],
  ['https://169.254.169.254/latest/', false],
  ['file:///etc/passwd', false],
  ['no address', false],
])('%s may be given to send to: %s', (endpoint, may) => {
  expect(isPushAddress(endpoint, internet)).toBe(may);
});
