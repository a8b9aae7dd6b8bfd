import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../platform/clock/clock.ts';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { decrypt, encrypt, keyedHash, keyedHashes } from '../../../platform/keys/keys.ts';
import type { Encrypted } from '../../../platform/keys/rotation.ts';
import type { CustomerClaims, CustomerOf } from '../../identity/service.ts';
import {
  customerByHash,
  type IdentityKind,
  identitiesOf,
  insertIdentified,
  insertIdentity,
  kindOf,
  type Learned,
  nameUnnamed,
  olderIdentities,
  replaceIdentity,
  takeTurn,
} from './queries.ts';
import { readBusinessId, readIdentityCode } from './rules.ts';

export type Identifying = {
  clock: Clock;
  keys: Keyring;
  /** Only the identity codes that belong to nobody (the demo), or only the others. */
  testIdentities: boolean;
};

/** Who somebody is, in the one form in which it is hashed. Made by `identityCodeIn` and its like alone, so that no unchecked text gets there. */
export type Identity = { kind: IdentityKind; value: string };

const PURPOSE = 'customer-identity';
const place = (row: string) => ({ table: 'customer_identity', row, column: 'cipher' });

/** The port that sign-in asks: by identity alone, never by name, birthday, e-mail or telephone. A new identity is a new customer. */
export function customerOfClaims(deps: Identifying): CustomerOf {
  return async (trx, claims) => {
    const identity = identityOfClaims(deps, claims);
    if (!identity) return undefined;
    const { givenName, familyName } = claims;
    return customerOfIdentity(trx, deps, identity, { kind: 'person', givenName, familyName, learned: 'signed-in' });
  };
}

export type Naming = { kind: 'person' | 'company'; givenName: string; familyName: string; learned: Learned };

/** The customer of this identity; made now, with these names, when nobody has it. */
export async function customerOfIdentity(trx: Trx, deps: Identifying, identity: Identity, naming: Naming): Promise<string> {
  await takeTurn(trx, hashOf(deps, identity));
  const known = await findByIdentity(trx, deps, identity);
  if (known) {
    await nameUnnamed(trx, known, naming);
    return known;
  }
  const id = randomUUID();
  await insertIdentified(trx, { id, ...naming, language: 'fi' });
  await keepIdentity(trx, deps, id, identity, naming.learned);
  return id;
}

export async function findByIdentity(db: Db, { keys }: Identifying, { kind, value }: Identity): Promise<string | undefined> {
  return customerByHash(db, kind, keyedHashes(keys, `${PURPOSE}:${kind}`, value));
}

/** Gives a customer an identity nobody has. The database refuses a second one of its kind, and one that is another customer's. */
export async function keepIdentity(trx: Trx, deps: Identifying, customerId: string, identity: Identity, learned: Learned): Promise<void> {
  const id = randomUUID();
  const cipher = encrypt(deps.keys, identity.value, place(id));
  const keyId = deps.keys.present.id;
  await insertIdentity(trx, { id, customerId, kind: identity.kind, hash: hashOf(deps, identity), keyId, cipher, learned });
}

/** The identity in clear, for asking a register on the customer's behalf: never to be shown, logged or kept. */
export async function identityInClear(db: Db, { keys }: Identifying, customerId: string, kind: IdentityKind): Promise<string | undefined> {
  const kept = (await identitiesOf(db, customerId)).find((each) => each.kind === kind);
  return kept && decrypt(keys, kept.cipher, place(kept.id));
}

/** A Finnish identity code that a document showed or a register told; undefined when it is none. */
export function identityCodeIn({ clock, testIdentities }: Identifying, text: string): Identity | undefined {
  const read = readIdentityCode(text, dayOf(clock.now()), testIdentities);
  return read && { kind: 'identity-code', value: read.code };
}

export function businessIdIn(text: string): Identity | undefined {
  const value = readBusinessId(text);
  return value === undefined ? undefined : { kind: 'business', value };
}

/** Foreign identifiers mean something at their issuer only. */
function identityOfClaims(deps: Identifying, { issuer, identityCode, foreignId }: CustomerClaims): Identity | undefined {
  if (identityCode) return identityCodeIn(deps, identityCode);
  return foreignId ? { kind: 'foreign', value: `${issuer} ${foreignId}` } : undefined;
}

/** For the job that rotates keys: the hash goes over to the present key together with what it finds. */
export function encryptedIdentities(db: Db, keys: Keyring): Encrypted[] {
  return [
    {
      table: 'customer_identity',
      column: 'cipher',
      older: (presentKey, limit) => olderIdentities(db, presentKey, limit),
      replace: async (row, was, value) => {
        const kind = await kindOf(db, row);
        if (!kind) return;
        const hash = keyedHash(keys, `${PURPOSE}:${kind}`, decrypt(keys, value, place(row)));
        await replaceIdentity(db, row, was, { cipher: value, hash, keyId: keys.present.id });
      },
    },
  ];
}

const hashOf = ({ keys }: Identifying, { kind, value }: Identity): string => keyedHash(keys, `${PURPOSE}:${kind}`, value);
