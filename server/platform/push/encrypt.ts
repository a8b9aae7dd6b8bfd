import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gives for sending to it (W3C Push API): where to, its P-256 public key and a shared secret, in base64url. */
export type PushSubscription = { endpoint: string; p256dh: string; auth: string };

/** One record holds it all; the header names the largest (RFC 8188, 2.1). */
const RECORD_BYTES = 4096;
const CURVE = 'prime256v1';

/**
 * A message that only the browser can read, not the push service that carries it (RFC 8291, aes128gcm).
 * @param fresh for the standard's own example; a key and salt of their own for each message otherwise
 * @throws for a key that is no point of the curve
 */
export function encryptPush(
  { p256dh, auth }: Pick<PushSubscription, 'p256dh' | 'auth'>,
  plaintext: string,
  fresh: { privateKey?: Buffer; salt?: Buffer } = {},
): Buffer {
  const ours = createECDH(CURVE);
  if (fresh.privateKey) ours.setPrivateKey(fresh.privateKey);
  else ours.generateKeys();
  const salt = fresh.salt ?? randomBytes(16);
  const theirs = Buffer.from(p256dh, 'base64url');
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours.getPublicKey()]);
  const secret = derived(ours.computeSecret(theirs), Buffer.from(auth, 'base64url'), info, 32);
  const key = derived(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // 2: the last record, without padding.
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.update(Buffer.of(2)), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([header(salt, ours.getPublicKey()), sealed]);
}

function header(salt: Buffer, publicKey: Buffer): Buffer {
  const size = Buffer.alloc(5);
  size.writeUInt32BE(RECORD_BYTES);
  size.writeUInt8(publicKey.length, 4);
  return Buffer.concat([salt, size, publicKey]);
}

const derived = (from: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', from, salt, info, bytes));

/** Whether the keys are ones that can be encrypted for (RFC 8291, 3.1 and 3.2). */
export function fitsPush({ p256dh, auth }: Pick<PushSubscription, 'p256dh' | 'auth'>): boolean {
  if (Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    encryptPush({ p256dh, auth }, '');
    return true;
  } catch {
    return false;
  }
}
