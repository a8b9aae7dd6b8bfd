import { expect, test } from 'vitest';
import { inNetworks, isInner, isNetwork } from './networks.ts';

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
])('%s is inside', (address) => expect(isInner(address)).toBe(true));
test.each(['::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1', 'ff02::1'])(
  '%s is inside',
  (address) => expect(isInner(address)).toBe(true),
);
test.each(['193.166.3.2', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2001:14b8::1'])('%s is not', (address) =>
  expect(isInner(address)).toBe(false),
);

test('networks are written as addresses or in CIDR notation', () => {
  for (const right of ['10.0.0.5', '10.0.0.0/8', '::1', 'fd00::/8']) expect(isNetwork(right), right).toBe(true);
  for (const wrong of ['', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'a.example', '::1/129'])
    expect(isNetwork(wrong), wrong).toBe(false);
  const ours = inNetworks(['10.1.0.0/16', '::1']);
  expect(['10.1.2.3', '10.2.0.1', '::1', '::2'].map(ours)).toEqual([true, false, true, false]);
});

test('who has gone away before their call was read has no address: they are in no network', () => {
  expect([undefined, ''].map(inNetworks(['0.0.0.0/0', '::/0']))).toEqual([false, false]);
});
