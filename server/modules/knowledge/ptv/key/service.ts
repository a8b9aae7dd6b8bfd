import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { type Db, inTransaction } from '../../../../platform/db/transaction.ts';
import { Conflict } from '../../../../platform/errors.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { decrypt, encrypt } from '../../../../platform/keys/keys.ts';
import type { Encrypted } from '../../../../platform/keys/rotation.ts';
import { allOrganisations, requireSharedKeeper } from '../../../directory/service.ts';
import { recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import { deleteKey, findKey, olderKeys, putKey, ROW, replaceKey } from './queries.ts';
import type { KeyState } from './schema.ts';

/** Where the installation reads the national directory from; undefined: it does not. */
export type PtvSettings = { version: 'v11' | 'v12'; url: string; apiKey: string | undefined };

export type KeyDeps = { db: Kysely<Tables>; clock: Clock; keys: Keyring; ptv: PtvSettings | undefined };

const place = { table: 'directory_key', row: ROW, column: 'key_cipher' };

/** The settings as they hold now: the key that an administrator has given goes before the server's. */
export async function settingsNow({ db, keys, ptv }: Pick<KeyDeps, 'db' | 'keys' | 'ptv'>): Promise<PtvSettings | undefined> {
  const kept = ptv && (await findKey(db));
  return kept ? { ...ptv, apiKey: decrypt(keys, kept.cipher, place) } : ptv;
}

export async function keyState(db: Db, ptv: PtvSettings): Promise<KeyState> {
  const kept = await findKey(db);
  if (kept) return { from: 'page', setAt: kept.setAt, setByName: kept.setByName };
  return ptv.apiKey ? { from: 'server', setAt: null, setByName: null } : null;
}

/** v12 answers nobody without a key. */
export async function lacksKey(db: Db, ptv: PtvSettings): Promise<boolean> {
  return ptv.version === 'v12' && (await keyState(db, ptv)) === null;
}

/**
 * Gives the key to ask the directory by, or takes it away so that the server's own holds again.
 * @throws Forbidden but for the region's own administrators; Conflict `import-not-configured`
 */
export async function giveKey({ db, clock, keys, ptv }: KeyDeps, by: By, key: string | null): Promise<void> {
  await inTransaction(db, async (trx) => {
    requireSharedKeeper(by.actor, await allOrganisations(trx));
    if (!ptv) throw new Conflict('import-not-configured');
    if (key === null) await deleteKey(trx);
    else await putKey(trx, { cipher: encrypt(keys, key, place), by: by.actor.personId, now: clock.now() });
    await recordChange(trx, by, key === null ? 'directory.key-removed' : 'directory.key-given');
  });
}

/** For the job that rotates keys. */
export function encryptedDirectoryKey(db: Db): Encrypted[] {
  const { table, column } = place;
  return [
    {
      table,
      column,
      older: (presentKey, limit) => olderKeys(db, presentKey, limit),
      replace: (row, was, value) => replaceKey(db, row, was, value),
    },
  ];
}
