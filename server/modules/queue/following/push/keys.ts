import type { Db } from '../../../../platform/db/transaction.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { decrypt, encrypt } from '../../../../platform/keys/keys.ts';
import type { PrivateJwk } from '../../../../platform/keys/private-jwk.ts';
import type { Encrypted } from '../../../../platform/keys/rotation.ts';
import { newPushKey } from '../../../../platform/push/vapid.ts';
import { findPushKey, insertPushKey, KEY_ROW } from './queries.ts';
import { olderKeys, olderSubscriptions, replaceKey, replaceSubscription } from './rotating.ts';

const place = { table: 'push_key', row: KEY_ROW, column: 'key_cipher' };

/** The key that browsers agree to be told by, made when it is first asked for. It may be thrown away: then they agree anew. */
export async function pushKey({ db, keys }: { db: Db; keys: Keyring }): Promise<PrivateJwk> {
  const kept = await findPushKey(db);
  if (kept) return JSON.parse(decrypt(keys, kept, place));
  await insertPushKey(db, encrypt(keys, JSON.stringify(newPushKey()), place));
  return JSON.parse(decrypt(keys, (await findPushKey(db)) as string, place));
}

/** For the job that rotates keys. */
export function encryptedPush(db: Db): Encrypted[] {
  return [
    {
      table: place.table,
      column: place.column,
      older: (presentKey, limit) => olderKeys(db, presentKey, limit),
      replace: (row, was, value) => replaceKey(db, row, was, value),
    },
    {
      table: 'visit_push',
      column: 'subscription_cipher',
      older: (presentKey, limit) => olderSubscriptions(db, presentKey, limit),
      replace: (row, was, value) => replaceSubscription(db, row, was, value),
    },
  ];
}
