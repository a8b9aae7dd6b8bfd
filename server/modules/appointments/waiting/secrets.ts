import type { Keyring } from '../../../platform/keys/keyring.ts';
import { decrypt, encrypt } from '../../../platform/keys/keys.ts';
import { pageSecret, pageSecretOf } from '../booking/secrets.ts';
import type { WaitingContact } from './types.ts';

const PURPOSE = 'waiting-page';

/** What opens the page of a place in line. */
export const waitingSecret = (keys: Keyring, id: string): string => pageSecret(keys, PURPOSE, id);
export const waitingSecretOf = (keys: Keyring, id: string, hash: string): string | undefined => pageSecretOf(keys, PURPOSE, id, hash);

const place = (row: string) => ({ table: 'waiting', row, column: 'contact' });

export const sealWaiting = (keys: Keyring, id: string, contact: WaitingContact): string =>
  encrypt(keys, JSON.stringify(contact), place(id));

export const openWaiting = (keys: Keyring, id: string, sealed: string | null): WaitingContact | null =>
  sealed === null ? null : (JSON.parse(decrypt(keys, sealed, place(id))) as WaitingContact);
