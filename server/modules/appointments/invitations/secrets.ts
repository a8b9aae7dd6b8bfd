import type { Keyring } from '../../../platform/keys/keyring.ts';
import { decrypt, encrypt, hashSecret, keyedHash, keyedHashes } from '../../../platform/keys/keys.ts';

const PURPOSE = 'invitation-page';
/** Letters and digits that nobody mistakes for each other, 32 of them: 16 are 80 bits, and can be typed from paper. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 16;

/** What opens an invitation: in the link of its letter, and on paper in groups of four. */
export const invitationCode = (keys: Keyring, id: string): string => codeOf(keyedHash(keys, PURPOSE, id));

/** The one that was given, also after the key has turned. */
export const invitationCodeOf = (keys: Keyring, id: string, hash: string): string | undefined =>
  keyedHashes(keys, PURPOSE, id)
    .map(codeOf)
    .find((code) => hashSecret(code) === hash);

const codeOf = (hash: string): string =>
  [...Buffer.from(hash.split('.').at(-1) as string, 'base64url').subarray(0, LENGTH)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');

export const sayCode = (code: string): string => (code.match(/.{4}/g) ?? []).join(' ');

/** As it was typed: spaces, lines and small letters do not matter. Undefined when it can be none. */
export function readCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s\u00a0–-]/g, '');
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : undefined;
}

/** Who is invited, as they were then, and what the inviter wrote to them. */
export type Invited = { name: string; email: string | null; phone: string | null; message: string };

const place = (row: string) => ({ table: 'invitation', row, column: 'content' });

export const sealInvited = (keys: Keyring, id: string, invited: Invited): string => encrypt(keys, JSON.stringify(invited), place(id));

export const openInvited = (keys: Keyring, id: string, sealed: string | null): Invited | null =>
  sealed === null ? null : (JSON.parse(decrypt(keys, sealed, place(id))) as Invited);
