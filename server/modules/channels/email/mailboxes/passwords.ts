import type { Kysely } from 'kysely';
import type { Tables } from '../../../../platform/db/tables.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { decrypt, encrypt } from '../../../../platform/keys/keys.ts';
import type { Encrypted } from '../../../../platform/keys/rotation.ts';
import { type KeptMailbox, olderPasswords, type PasswordColumn, replacePassword } from './queries.ts';

const place = (row: string, column: PasswordColumn) => ({ table: 'mailbox', row, column });

export function sealPassword(keys: Keyring, mailboxId: string, column: PasswordColumn, password: string): string {
  return encrypt(keys, password, place(mailboxId, column));
}

/** Null when the server asks for none. */
export function imapPassword(keys: Keyring, { id, imapCipher }: Pick<KeptMailbox, 'id' | 'imapCipher'>): string | null {
  return imapCipher && decrypt(keys, imapCipher, place(id, 'imap_password_cipher'));
}

export function smtpPassword(keys: Keyring, { id, smtpCipher }: Pick<KeptMailbox, 'id' | 'smtpCipher'>): string | null {
  return smtpCipher && decrypt(keys, smtpCipher, place(id, 'smtp_password_cipher'));
}

/** For the job that rotates keys. */
export function encryptedPasswords(db: Kysely<Tables>): Encrypted[] {
  return (['imap_password_cipher', 'smtp_password_cipher'] as const).map((column) => ({
    table: 'mailbox',
    column,
    older: (presentKey, limit) => olderPasswords(db, column, presentKey, limit),
    replace: (row, was, value) => replacePassword(db, column, row, was, value),
  }));
}
