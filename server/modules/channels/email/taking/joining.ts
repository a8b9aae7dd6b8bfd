import type { Trx } from '../../../../platform/db/transaction.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { keyedHash, keyedHashes } from '../../../../platform/keys/keys.ts';
import { isProof, readTokens } from '../tokens.ts';
import { isCustomersAddress, matterByNumber, mattersOfThread, survivingMatter } from './queries.ts';
import { numbersIn } from './rules.ts';
import type { ReadyMail } from './types.ts';

export type Evidence = 'token' | 'number' | 'references';

export type Joining = {
  /** The matter the mail goes on; null: none, or one that is not the sender's. */
  joins: { matterId: string; by: Evidence } | null;
  /** The matter whose reply address a stranger used: shown beside the new one, joined by a person if at all. */
  seeAlso: string | null;
};

const PURPOSE = 'mail-sender';

/**
 * Which matter a mail belongs to, by the strongest evidence first: the token of our reply address or Message-ID, the number in the subject,
 * then References and In-Reply-To. All of them can be copied from a forwarded mail, so none counts unless the sender's address is the
 * matter's customer's. The address itself can be forged: what comes so is told to nobody, it only waits at the matter.
 */
export async function whereItJoins(trx: Trx, keys: Keyring, mail: ReadyMail): Promise<Joining> {
  // Mails without a sender have none in common.
  if (mail.from.address === '') return { joins: null, seeAlso: null };
  const hashes = senderHashes(keys, mail.from.address);
  let seeAlso: string | null = null;
  for (const [by, find] of finders) {
    for (const found of await find(trx, keys, mail)) {
      const matterId = await survivingMatter(trx, found);
      if (!matterId) continue;
      if (await isCustomersAddress(trx, matterId, mail.from.address, hashes)) return { joins: { matterId, by }, seeAlso: null };
      if (by === 'token') seeAlso ??= matterId;
    }
  }
  return { joins: null, seeAlso: seeAlso && usedReplyAddress(mail) ? seeAlso : null };
}

export function senderHash(keys: Keyring, address: string): string {
  return keyedHash(keys, PURPOSE, address.toLowerCase());
}

function senderHashes(keys: Keyring, address: string): string[] {
  return keyedHashes(keys, PURPOSE, address.toLowerCase());
}

const finders: [Evidence, (trx: Trx, keys: Keyring, mail: ReadyMail) => Promise<string[]>][] = [
  ['token', byToken],
  ['number', byNumber],
  ['references', (trx, _, mail) => mattersOfThread(trx, answered(mail))],
];

async function byToken(trx: Trx, keys: Keyring, mail: ReadyMail): Promise<string[]> {
  const matters: string[] = [];
  for (const { number, proof } of readTokens([...mail.cameTo, ...answered(mail)]).slice(0, 20)) {
    const matterId = await matterByNumber(trx, number);
    if (matterId && isProof(keys, matterId, proof)) matters.push(matterId);
  }
  return [...new Set(matters)];
}

async function byNumber(trx: Trx, _: Keyring, mail: ReadyMail): Promise<string[]> {
  const found = await Promise.all(numbersIn(mail.subject).map((number) => matterByNumber(trx, number)));
  return found.filter((id) => id !== undefined);
}

/** The nearest first. */
function answered({ inReplyTo, references }: ReadyMail): string[] {
  return [...new Set([...(inReplyTo ? [inReplyTo] : []), ...references.toReversed()])].slice(0, 50);
}

function usedReplyAddress({ cameTo }: ReadyMail): boolean {
  return readTokens(cameTo).length > 0;
}
