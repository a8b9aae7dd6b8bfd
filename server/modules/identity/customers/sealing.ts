import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * An ID token holds the identity code, and is kept for the provider's sign-out alone. It is sealed by the session's own token (AES-256-GCM,
 * key by HKDF), which is in the customer's browser and nowhere here: a stolen table opens none.
 */
export function sealByToken(sessionToken: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(sessionToken), iv, { authTagLength: TAG_BYTES });
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Undefined when it was sealed by another token. */
export function openByToken(sessionToken: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  if (tag.length !== TAG_BYTES) return undefined;
  const cipher = createDecipheriv('aes-256-gcm', keyOf(sessionToken), iv, { authTagLength: TAG_BYTES });
  cipher.setAuthTag(tag);
  try {
    return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function keyOf(sessionToken: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', sessionToken, '', 'polku customer session id token', 32));
}
