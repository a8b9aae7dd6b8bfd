import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateKeyring, readKeyring, withFreshKey } from './keyring.ts';
import { decrypt, encrypt, hashSecret, keyedHash, keyedHashes, newSecret, sign, verify } from './keys.ts';
import { reencrypt, rotate } from './rotation.ts';

const oldText = generateKeyring();
const newText = withFreshKey(oldText);
const old = readKeyring(oldText);
const rotated = readKeyring(newText);
const place = { table: 'customer', row: '7' };
const now = Temporal.Instant.from('2026-11-27T07:30:00Z');

describe('keyring', () => {
  test('reads what it writes, the first key being the present one', () => {
    expect(rotated.all.size).toBe(2);
    expect(rotated.present.id).not.toBe(old.present.id);
    expect(rotated.all.has(old.present.id)).toBe(true);
    expect(readKeyring(`\n ${newText.replace(' ', ',\n')} `).present.id).toBe(rotated.present.id);
  });

  const key = 'A'.repeat(42);
  test.each([
    ['nothing', '  '],
    ['no parts', 'k1'],
    ['a short key', `k1:${key.slice(1)}A:${key}E`],
    ['a fourth part', `${oldText}:x`],
    ['one key twice', `${oldText} ${oldText}`],
    ['an id with a dot', oldText.replace(/^k\w+/, 'k.1')],
    ['equal halves', `k1:${key}E:${key}E`],
    ['not base64url', `k1:${key}+:${key}E`],
  ])('refuses %s without quoting it', (_, text) => {
    let message = '';
    try {
      readKeyring(text);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).not.toBe('');
    expect(message).not.toContain(key.slice(0, 20));
    expect(message).not.toContain(oldText.split(':')[1]);
  });

  test('does not show its bytes when logged', () => {
    const shown = inspect(old, { depth: 9, showHidden: true }) + JSON.stringify(old);
    for (const secret of oldText.split(':').slice(1)) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(Buffer.from(secret, 'base64url').toString('hex').slice(0, 12));
    }
  });
});

describe('encryption', () => {
  test('any text comes back, and never looks the same twice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
        (text) => decrypt(old, encrypt(old, text, place), place) === text,
      ),
    );
    expect(encrypt(old, '131052-308T', place)).not.toBe(encrypt(old, '131052-308T', place));
    expect(encrypt(old, '131052-308T', place)).toMatch(/^k[0-9a-f]{8}\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
  });

  test('every changed character is noticed', () => {
    const sealed = encrypt(old, 'secret', place);
    for (let at = 0; at < sealed.length; at += 1) {
      // A base64url character three steps on differs in bits that count, even in the last place.
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const place64 = alphabet.indexOf(sealed[at] ?? '');
      const changed = sealed.slice(0, at) + (place64 < 0 ? 'A' : alphabet[(place64 + 32) % 64]) + sealed.slice(at + 1);
      expect(() => decrypt(old, changed, place), `at ${at}`).toThrow();
    }
  });

  test.each([
    ['another row', { table: 'customer', row: '8' }],
    ['another table', { table: 'person', row: '7' }],
    ['a column', { table: 'customer', row: '7', column: 'code' }],
    ['parts run together', { table: 'customer7', row: '' }],
  ])('does not open in %s', (_, other) => {
    expect(() => decrypt(old, encrypt(old, 'secret', place), other)).toThrow('changed or belongs elsewhere');
  });

  test('an unknown key, a short tag and nonsense are refused', () => {
    const sealed = encrypt(rotated, 'secret', place);
    expect(() => decrypt(old, sealed, place)).toThrow('does not hold the key');
    expect(() => decrypt(rotated, sealed.slice(0, -16), place)).toThrow('not an encrypted value');
    for (const nonsense of ['', 'x', 'a.b.c', `${sealed}.x`]) expect(() => decrypt(rotated, nonsense, place)).toThrow();
  });

  test('the other key’s id in front does not make it open', () => {
    const [, ...parts] = encrypt(rotated, 'secret', place).split('.');
    expect(() => decrypt(rotated, [old.present.id, ...parts].join('.'), place)).toThrow('changed or belongs elsewhere');
  });
});

describe('keyed hashes', () => {
  test('equal for equal values of one purpose only', () => {
    expect(keyedHash(old, 'identity-code', 'x')).toBe(keyedHash(old, 'identity-code', 'x'));
    const all = [
      keyedHash(old, 'identity-code', 'x'),
      keyedHash(old, 'identity-code', 'y'),
      keyedHash(old, 'phone', 'x'),
      keyedHash(old, 'identity-codex', ''),
      keyedHash(rotated, 'identity-code', 'x'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('what the old key hashed is still found after rotation', () => {
    const stored = keyedHash(old, 'identity-code', 'x');
    expect(keyedHashes(rotated, 'identity-code', 'x')).toEqual([keyedHash(rotated, 'identity-code', 'x'), stored]);
  });
});

describe('tokens', () => {
  const until = now.add({ hours: 1 });

  test('hold until they run out, also after rotation', () => {
    const token = sign(old, 'unsubscribe', 'matter-7', until);
    expect(verify(rotated, 'unsubscribe', token, now)).toBe('matter-7');
    expect(verify(rotated, 'unsubscribe', token, until.subtract({ seconds: 1 }))).toBe('matter-7');
    expect(verify(rotated, 'unsubscribe', token, until)).toBeNull();
    expect(verify(old, 'unsubscribe', sign(old, 'unsubscribe', 'ä€😀'), now.add({ hours: 100_000 }))).toBe('ä€😀');
  });

  test('are refused when forged, for another purpose, or not ours', () => {
    const token = sign(old, 'unsubscribe', 'matter-7', until);
    const [id, value, end, signature] = token.split('.') as [string, string, string, string];
    const forged = [
      '',
      '...',
      `${id}.${value}.${end}`,
      `${token}.x`,
      `${id}.${Buffer.from('matter-8').toString('base64url')}.${end}.${signature}`,
      `${id}.${value}..${signature}`,
      `${id}.${value}.zzzzzz.${signature}`,
      `${id}.${value}.${end}.`,
      `${id}.${value}.${end}.${signature.slice(0, -1)}`,
      `${id}.${value}.${end}.${signature.replace(/./, (c) => (c === 'A' ? 'B' : 'A'))}`,
    ];
    for (const each of forged) expect(verify(old, 'unsubscribe', each, now), each).toBeNull();
    expect(verify(old, 'reply', token, now)).toBeNull();
    expect(verify(readKeyring(generateKeyring()), 'unsubscribe', token, now)).toBeNull();
    expect(verify(old, 'unsubscribe', sign(rotated, 'unsubscribe', 'matter-7'), now)).toBeNull();
  });
});

describe('secrets', () => {
  test('are long, different and stored as a hash', () => {
    const secrets = Array.from({ length: 1000 }, () => newSecret());
    expect(new Set(secrets).size).toBe(1000);
    expect(secrets.every((secret) => /^[\w-]{27}$/.test(secret))).toBe(true);
    expect(newSecret(128)).toMatch(/^[\w-]{22}$/);
    for (const bits of [0, 64, 127, 160.5, Number.NaN]) expect(() => newSecret(bits)).toThrow(RangeError);
    // FIPS 180-2, appendix B.1
    expect(Buffer.from(hashSecret('abc'), 'base64url').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('rotation', () => {
  const table = (
    values: Map<string, string>,
    replace = (row: string, was: string, value: string) => {
      if (values.get(row) === was) values.set(row, value);
    },
  ) => ({
    table: 'customer',
    older: async (present: string, limit: number) =>
      [...values]
        .filter(([, value]) => !value.startsWith(`${present}.`))
        .slice(0, limit)
        .map(([row, value]) => ({ row, value })),
    replace: async (row: string, was: string, value: string) => replace(row, was, value),
  });
  const full = () =>
    new Map(
      Array.from({ length: 450 }, (_, row) => [
        String(row),
        encrypt(row % 3 ? old : rotated, `text ${row}`, { table: 'customer', row: String(row) }),
      ]),
    );

  test('moves every older value once; then the old key may go', async () => {
    const values = full();
    expect(await rotate(rotated, table(values))).toBe(300);
    expect(await rotate(rotated, table(values))).toBe(0);
    const onlyNew = readKeyring(newText.split(' ')[0] ?? '');
    for (const [row, value] of values) expect(decrypt(onlyNew, value, { table: 'customer', row })).toBe(`text ${row}`);
    expect(reencrypt(rotated, values.get('1') ?? '', { table: 'customer', row: '1' })).toBeNull();
  });

  test('stops at a value that does not open, and when nothing moves', async () => {
    const spoilt = full().set('1', encrypt(old, 'text', { table: 'customer', row: 'other' }));
    await expect(rotate(rotated, table(spoilt))).rejects.toThrow('changed or belongs elsewhere');
    await expect(
      rotate(
        rotated,
        table(full(), () => undefined),
      ),
    ).rejects.toThrow('does not move on');
  });
});
