import { createHash } from 'node:crypto';

/** The same key gives the same id on every computer and day: an RFC 9562 UUID of version 8, made of a digest. */
export function idOfKey(kind: string, key: string): string {
  const hex = createHash('sha256').update(`polku-demo/${kind}/${key}`).digest('hex');
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
