import type { Keyring } from '../../../platform/keys/keyring.ts';
import { hashSecret, keyedHash, keyedHashes } from '../../../platform/keys/keys.ts';

/** 27 letters of base64url are 162 bits. */
const LETTERS = 27;
const PURPOSE = 'appointment-page';

/** What opens an appointment. Made from it and our key, so that a call repeated after a lost answer gives the same one though none is stored. */
export const appointmentSecret = (keys: Keyring, id: string): string => pageSecret(keys, PURPOSE, id);

/** The one that was given, also after the key has turned. */
export const appointmentSecretOf = (keys: Keyring, id: string, secretHash: string): string | undefined =>
  pageSecretOf(keys, PURPOSE, id, secretHash);

/** The same for a page of another kind. */
export const pageSecret = (keys: Keyring, purpose: string, id: string): string => lettersOf(keyedHash(keys, purpose, id));

export const pageSecretOf = (keys: Keyring, purpose: string, id: string, secretHash: string): string | undefined =>
  keyedHashes(keys, purpose, id)
    .map(lettersOf)
    .find((secret) => hashSecret(secret) === secretHash);

const lettersOf = (hash: string) => (hash.split('.').at(-1) as string).slice(0, LETTERS);
