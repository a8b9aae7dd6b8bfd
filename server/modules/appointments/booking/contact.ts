import type { Keyring } from '../../../platform/keys/keyring.ts';
import { decrypt, encrypt, keyedHash, keyedHashes } from '../../../platform/keys/keys.ts';

/** Who comes and how they are told; the code they say on arrival is kept with it, since reminders tell it again. */
export type Contact = { name: string; email: string | null; phone: string | null; code: string | null };

const place = (id: string) => ({ table: 'appointment', row: id, column: 'contact' });

export const sealContact = (keys: Keyring, id: string, contact: Contact): string => encrypt(keys, JSON.stringify(contact), place(id));

export const openContact = (keys: Keyring, id: string, sealed: string | null): Contact | null =>
  sealed === null ? null : (JSON.parse(decrypt(keys, sealed, place(id))) as Contact);

/** By what one booker is told from another, without keeping who they are: the number if there is one, else the address. */
export const bookerHash = (keys: Keyring, contact: Contact): string | null => {
  const sign = signOf(contact);
  return sign && keyedHash(keys, 'booker', sign);
};

export const bookerHashes = (keys: Keyring, contact: Contact): string[] => {
  const sign = signOf(contact);
  return sign ? keyedHashes(keys, 'booker', sign) : [];
};

const signOf = ({ phone, email }: Contact) =>
  phone ? phone.replace(/[^0-9+]/g, '').replace(/^(\+358|00358)/, '0') : (email?.trim().toLowerCase() ?? null);
