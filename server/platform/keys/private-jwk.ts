import { generateKeyPairSync, randomUUID } from 'node:crypto';

/** A private key of ours as a JSON Web Key (RFC 7517), with the one algorithm it is for. */
export type PrivateJwk = Readonly<Record<string, unknown>> & { kty: string; alg: string; kid?: string };

type Algorithm = Parameters<typeof crypto.subtle.importKey>[2];
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const P256 = { name: 'ECDH', namedCurve: 'P-256' };
const algorithms = {
  signing: {
    RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
    ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  },
  decryption: {
    'RSA-OAEP': { name: 'RSA-OAEP', hash: 'SHA-1' },
    'RSA-OAEP-256': { name: 'RSA-OAEP', hash: 'SHA-256' },
    'ECDH-ES': P256,
    'ECDH-ES+A128KW': P256,
    'ECDH-ES+A256KW': P256,
  },
} as const satisfies Record<string, Record<string, Algorithm>>;

export type KeyUse = keyof typeof algorithms;

/** What a key for this may be made for, by the names of RFC 7518. */
export const algorithmsFor = (use: KeyUse): string[] => Object.keys(algorithms[use]);

/** One key, or a set of them (`{"keys": [...]}`). Undefined for anything else, and for a key that is public or for something else. */
export function privateJwksIn(text: string, use: KeyUse): PrivateJwk[] | undefined {
  const read = objectIn(text);
  const keys = Array.isArray(read?.keys) ? read.keys : read ? [read] : [];
  return keys.length > 0 && keys.every((key) => isPrivateJwk(key, use)) ? keys : undefined;
}

/** A fresh key for one algorithm, with an id of its own. */
export function newPrivateJwk(alg: 'PS256' | 'RS256' | 'ES256' | 'RSA-OAEP-256'): PrivateJwk {
  const use = alg === 'RSA-OAEP-256' ? 'enc' : 'sig';
  const { privateKey } =
    alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg, use, kid: randomUUID() } as PrivateJwk;
}

/** What others may know of a key. */
export function publicPart({ kty, alg, kid, use, n, e, crv, x, y }: PrivateJwk): Record<string, unknown> {
  return JSON.parse(JSON.stringify({ kty, alg, kid, use, n, e, crv, x, y }));
}

export const signingKey = (jwk: PrivateJwk): Promise<Key> => importedFor('signing', jwk, ['sign']);

export const decryptionKey = (jwk: PrivateJwk): Promise<Key> =>
  importedFor('decryption', jwk, jwk.kty === 'RSA' ? ['decrypt'] : ['deriveBits']);

function importedFor(
  use: KeyUse,
  { key_ops: _, use: _use, ...jwk }: PrivateJwk,
  usages: ('sign' | 'decrypt' | 'deriveBits')[],
): Promise<Key> {
  const algorithm = (algorithms[use] as Record<string, Algorithm>)[String(jwk.alg)];
  if (!algorithm) throw new Error(`no key for ${use}`);
  return crypto.subtle.importKey('jwk', jwk, algorithm, false, usages);
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isPrivateJwk(key: unknown, use: KeyUse): key is PrivateJwk {
  if (typeof key !== 'object' || key === null) return false;
  const { kty, alg, kid, d } = key as Record<string, unknown>;
  const named = kid === undefined || typeof kid === 'string';
  return typeof kty === 'string' && typeof alg === 'string' && algorithmsFor(use).includes(alg) && typeof d === 'string' && named;
}
