import { expect, test } from 'vitest';
import { addressOf, isPlainlyOut, mailReach, OutOfReach } from './reach.ts';

test.each(['127.0.0.1', 'localhost', '::1', '0.0.0.0', '2130706433', '0x7f000001', '127.1', '169.254.169.254', '192.168.0.1'])(
  '%s is not spoken to unless the operator has named it',
  async (host) => {
    await expect(addressOf(mailReach([]), host)).rejects.toBeInstanceOf(OutOfReach);
    expect(await addressOf(mailReach([host]), host)).toMatch(/^[\d.:a-f]+$/);
  },
);

test('a named network is spoken to, its neighbours are not', async () => {
  const reach = mailReach(['10.20.0.0/16', 'Posti.Kunta.Example']);
  expect(await addressOf(reach, '10.20.1.2')).toBe('10.20.1.2');
  await expect(addressOf(reach, '10.21.1.2')).rejects.toBeInstanceOf(OutOfReach);
  expect([reach('posti.kunta.example', '10.9.9.9'), reach('muu.kunta.example', '10.9.9.9'), reach('x.example', '193.166.3.2')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('what is plainly inside is known without asking', () => {
  const out = (host: string, named: string[] = []) => isPlainlyOut(mailReach(named), host);
  expect(['127.0.0.1', 'localhost', 'a.localhost', '::1', '10.0.0.1'].map((host) => out(host))).toEqual([true, true, true, true, true]);
  expect(['posti.example', '193.166.3.2', 'localhost.example'].map((host) => out(host))).toEqual([false, false, false]);
  expect(out('127.0.0.1', ['127.0.0.0/8'])).toBe(false);
});
