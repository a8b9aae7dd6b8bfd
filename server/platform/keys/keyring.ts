/** The installation's keys. Each has an id that its ciphertexts and hashes name, so that keys can be replaced one after another. */
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

/** `KeyObject`s do not show their bytes when logged or serialised. */
export type Key = { id: string; encryption: KeyObject; hashing: KeyObject };
/** The first key is the present one; the others only read what they once wrote. */
export type Keyring = { present: Key; all: ReadonlyMap<string, Key> };

const ID = /^[a-z0-9-]{1,16}$/;
const KEY_BYTES = 32;

/**
 * Reads `POLKU_KEYS`: keys parted by white space or commas, the present one first, each `id:encryption:hashing` with
 * 256-bit AES-GCM and HMAC-SHA256 keys in base64url. Throws with a reason that never quotes a key.
 */
export function readKeyring(text: string): Keyring {
  const keys = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(readKey);
  const [present] = keys;
  if (!present) throw new Error('the keyring holds no key');
  const all = new Map(keys.map((key) => [key.id, key]));
  if (all.size < keys.length) throw new Error('two keys of the keyring have the same id');
  return { present, all };
}

/** A fresh keyring of one key, in the form `readKeyring` reads. Keep it where only the service may read (mode 0600). */
export function generateKeyring(): string {
  const id = `k${randomBytes(4).toString('hex')}`;
  return [id, randomBytes(KEY_BYTES).toString('base64url'), randomBytes(KEY_BYTES).toString('base64url')].join(':');
}

/** The same keyring with a fresh present key in front; the old ones go on reading until the rotation is done. */
export function withFreshKey(text: string): string {
  readKeyring(text);
  return `${generateKeyring()} ${text.trim()}`;
}

/** Throws when a value was written with a key that this keyring does not hold. */
export function keyOf(ring: Keyring, id: string): Key {
  const key = ring.all.get(id);
  if (!key) throw new Error('the keyring does not hold the key of this value');
  return key;
}

function readKey(text: string, index: number): Key {
  const [id = '', encryption = '', hashing = '', ...rest] = text.split(':');
  if (!ID.test(id) || rest.length > 0) throw new Error(`key ${index + 1} of the keyring is not written as id:encryption:hashing`);
  if (encryption === hashing) throw new Error(`key ${id} uses the same bytes for encryption and hashing`);
  return { id, encryption: secretOf(encryption, id), hashing: secretOf(hashing, id) };
}

function secretOf(text: string, id: string): KeyObject {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== KEY_BYTES || bytes.toString('base64url') !== text)
    throw new Error(`key ${id} does not hold two keys of 256 bits in base64url`);
  return createSecretKey(bytes);
}
