import type { Keyring } from '../../../platform/keys/keyring.ts';
import { pageSecret, pageSecretOf } from '../booking/secrets.ts';

const PURPOSE = 'joint-booking-page';

/** What opens all that was agreed as one; made as that of an appointment is. */
export const jointSecret = (keys: Keyring, id: string): string => pageSecret(keys, PURPOSE, id);

/** The one that was given, also after the key has turned. */
export const jointSecretOf = (keys: Keyring, id: string, secretHash: string): string | undefined =>
  pageSecretOf(keys, PURPOSE, id, secretHash);
