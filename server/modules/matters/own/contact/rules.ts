import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { keyedHashes } from '../../../../platform/keys/keys.ts';

/** Hours in which the code may come back. */
export const CODE_HOURS = 24;
/** Wrong codes after which the change is over: 5 of 100 million. */
export const MOST_TRIES = 5;
const DIGITS = 8;

/** The code of one change, made again whenever it is needed: no row and no log holds it. */
export function codeOf(keys: Keyring, changeId: string): string {
  return codes(keys, changeId)[0] as string;
}

/** Under the present key or an older one; spaces and hyphens are how people read digits. */
export function isCodeOf(keys: Keyring, changeId: string, said: string): boolean {
  return codes(keys, changeId).includes(said.replaceAll(/[\s-]/g, ''));
}

function codes(keys: Keyring, changeId: string): string[] {
  return keyedHashes(keys, 'contact-code', changeId).map((hash) => {
    const bytes = Buffer.from(hash.slice(hash.indexOf('.') + 1), 'base64url');
    return String(bytes.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
  });
}

/** `1234 5678`, as it is easy to read and type. */
export const sayCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
