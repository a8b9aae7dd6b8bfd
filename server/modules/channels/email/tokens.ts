import type { Keyring } from '../../../platform/keys/keyring.ts';
import { keyedHashes } from '../../../platform/keys/keys.ts';

/**
 * A reply's address and our Message-IDs say which matter they are about, with a proof that only we can make. Lower-case hexadecimal, as
 * servers on the way may change the case of an address.
 */

const PURPOSE = 'mail-reply';
/** Hexadecimal digits: 80 bits, and each guess costs a mail. */
const PROOF_DIGITS = 20;
/** RFC 5321: octets before the @. */
const LONGEST_LOCAL_PART = 64;

const TOKEN = String.raw`(\d{5,12})-([0-9a-f]{${PROOF_DIGITS}})`;
const PLUS = new RegExp(`^[^@]+\\+${TOKEN}@`, 'i');
const OURS = new RegExp(`^(?:[0-9a-f-]{36}|auto-[0-9a-f]{16})\\.${TOKEN}@`, 'i');

export type ReplyToken = { number: string; proof: string };
type TokenOf = { id: string; number: string };

export function replyToken(keys: Keyring, matter: TokenOf): string {
  return `${matter.number}-${proofs(keys, matter.id)[0]}`;
}

/** Made with the present key or an older one. */
export function isProof(keys: Keyring, matterId: string, proof: string): boolean {
  return proofs(keys, matterId).includes(proof.toLowerCase());
}

/** Where a reply should go; the mailbox's own address when its server takes no plus addresses or the token would not fit. */
export function replyAddress(keys: Keyring, mailbox: { address: string; plusAddresses: boolean }, matter: TokenOf): string {
  const at = mailbox.address.lastIndexOf('@');
  const local = `${mailbox.address.slice(0, at)}+${replyToken(keys, matter)}`;
  return mailbox.plusAddresses && local.length <= LONGEST_LOCAL_PART ? `${local}${mailbox.address.slice(at)}` : mailbox.address;
}

/** Without angle brackets; `name` is the message's id, or `auto-` and a hash. */
export function messageIdOf(keys: Keyring, name: string, matter: TokenOf, mailbox: { address: string }): string {
  return `${name}.${replyToken(keys, matter)}@${mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1)}`;
}

/** The tokens of plus addresses and of Message-IDs of ours. */
export function readTokens(addressesAndIds: string[]): ReplyToken[] {
  return addressesAndIds.flatMap((text) => {
    const found = PLUS.exec(text) ?? OURS.exec(text);
    return found ? [{ number: found[1] as string, proof: found[2] as string }] : [];
  });
}

function proofs(keys: Keyring, matterId: string): string[] {
  return keyedHashes(keys, PURPOSE, matterId).map((hash) =>
    Buffer.from(hash.slice(hash.indexOf('.') + 1), 'base64url')
      .toString('hex')
      .slice(0, PROOF_DIGITS),
  );
}
