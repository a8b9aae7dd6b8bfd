import type { Keyring } from '../../../platform/keys/keyring.ts';
import { hashSecret, keyedHash, keyedHashes } from '../../../platform/keys/keys.ts';

/** 27 letters of base64url are 162 bits. */
const LETTERS = 27;

/**
 * What opens a visit's page on the visitor's phone. Made from the visit and our key, so that a call repeated after a lost answer
 * gives the same one although it is stored nowhere.
 */
export function visitSecret(keys: Keyring, visitId: string): string {
  return lettersOf(keyedHash(keys, 'visit-page', visitId));
}

/** The one that was given, also after the key has turned. */
export function visitSecretOf(keys: Keyring, visitId: string, secretHash: string): string | undefined {
  return keyedHashes(keys, 'visit-page', visitId)
    .map(lettersOf)
    .find((secret) => hashSecret(secret) === secretHash);
}

/** Opens the page of an agreed time, before and after the arrival. */
export const expectedSecret = (keys: Keyring, expectedId: string): string => lettersOf(keyedHash(keys, 'expected-page', expectedId));

const lettersOf = (hash: string) => (hash.split('.').at(-1) as string).slice(0, LETTERS);

/** How the code of an expected visit is found: short codes must not be found by trying them on a copy of the table. */
export const arrivalCodeHashes = (keys: Keyring, pointId: string, code: string): string[] =>
  keyedHashes(keys, 'arrival-code', `${pointId} ${tidy(code)}`);
export const arrivalCodeHash = (keys: Keyring, pointId: string, code: string): string =>
  keyedHash(keys, 'arrival-code', `${pointId} ${tidy(code)}`);

const tidy = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');
