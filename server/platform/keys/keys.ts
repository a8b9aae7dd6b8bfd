import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Key, type Keyring, keyOf } from './keyring.ts';

/** Where a ciphertext belongs: moved to another row (or column, when given) it no longer opens. */
export type Place = { table: string; row: string; column?: string };

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Half of SHA-256 leaves 128 bits against forgery, and keeps links short. */
const SIGNATURE_BYTES = 16;
const LEAST_SECRET_BITS = 128;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit IV: 'keyid.iv.cipher.tag' in base64url. A key may write 2^32 values, so rotate
 * well before. The same text encrypts differently each time: to find a value use `keyedHash`.
 */
export function encrypt(ring: Keyring, plaintext: string, place: Place): string {
  const key = ring.present;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.encryption, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(key, place));
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return [key.id, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

/** Throws for an unknown key, a changed value, or a value of another place; the message tells nothing of the content. */
export function decrypt(ring: Keyring, sealed: string, place: Place): string {
  const { id, parts } = split(sealed, 4);
  const [iv, body, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
  const key = keyOf(ring, id);
  if (!iv || !body || !tag || iv.length !== IV_BYTES || tag.length !== TAG_BYTES) throw new Error('not an encrypted value');
  const decipher = createDecipheriv('aes-256-gcm', key.encryption, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(key, place));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    throw new Error('the encrypted value has been changed or belongs elsewhere');
  }
}

/**
 * HMAC-SHA256 of a value for one purpose, 'keyid.hash': equal values give equal hashes, so a unique index and a look-up work,
 * while nobody without the key can try out all identity codes. Hashes of two purposes cannot be compared.
 */
export function keyedHash(ring: Keyring, purpose: string, value: string): string {
  return hashWith(ring.present, purpose, value);
}

/** The hash under each key, present one first: look up with `= any(...)` so that rows of an older key are found too. */
export function keyedHashes(ring: Keyring, purpose: string, value: string): string[] {
  return [...ring.all.values()].map((key) => hashWith(key, purpose, value));
}

/** A short readable token that cannot be forged: 'keyid.value.until.signature'. It hides nothing, so put no personal data in it. */
export function sign(ring: Keyring, purpose: string, value: string, until?: Temporal.Instant): string {
  const end = until ? Math.floor(until.epochMilliseconds / 1000).toString(36) : '';
  const body = `${ring.present.id}.${Buffer.from(value).toString('base64url')}.${end}`;
  return `${body}.${signature(ring.present, purpose, body)}`;
}

/** The signed value, or null when the token is not ours, is for another purpose or has run out. Compares in constant time. */
export function verify(ring: Keyring, purpose: string, token: string, now: Temporal.Instant): string | null {
  const [id = '', value = '', end = '', given = '', ...rest] = token.split('.');
  const key = ring.all.get(id);
  if (!key || rest.length > 0) return null;
  if (!sameText(given, signature(key, purpose, `${id}.${value}.${end}`))) return null;
  if (end !== '' && Number.parseInt(end, 36) * 1000 <= now.epochMilliseconds) return null;
  return Buffer.from(value, 'base64url').toString('utf8');
}

/** A secret for a link or session in base64url, never stored: keep `hashSecret` of it. At least 128 bits, else RangeError. */
export function newSecret(bits = 160): string {
  if (!Number.isInteger(bits) || bits < LEAST_SECRET_BITS) throw new RangeError(`a secret needs at least ${LEAST_SECRET_BITS} bits`);
  return randomBytes(Math.ceil(bits / 8)).toString('base64url');
}

/** SHA-256 in base64url. Only for secrets of `newSecret`: something guessable needs `keyedHash`. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Length first, so that no two (purpose, value) pairs run together; the kind keeps hashes and signatures apart. */
function mac(key: Key, kind: 'hash' | 'sign', purpose: string, value: string): Buffer {
  return createHmac('sha256', key.hashing)
    .update(`${kind}:${Buffer.byteLength(purpose)}:${purpose}:${value}`)
    .digest();
}

function hashWith(key: Key, purpose: string, value: string): string {
  return `${key.id}.${mac(key, 'hash', purpose, value).toString('base64url')}`;
}

function signature(key: Key, purpose: string, body: string): string {
  return mac(key, 'sign', purpose, body).subarray(0, SIGNATURE_BYTES).toString('base64url');
}

function associated(key: Key, { table, row, column }: Place): Buffer {
  return Buffer.from(JSON.stringify([key.id, table, row, column ?? null]));
}

function split(text: string, count: number): { id: string; parts: string[] } {
  const [id = '', ...parts] = text.split('.');
  if (parts.length !== count - 1) throw new Error('not an encrypted value');
  return { id, parts };
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
