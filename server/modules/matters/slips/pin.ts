import { timingSafeEqual } from 'node:crypto';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { keyedHash, keyedHashes } from '../../../platform/keys/keys.ts';

const PURPOSE = 'slip-pin';

/** Bound to the slip's row, so that equal PINs have different hashes. */
export function sealPin(keys: Keyring, slipId: string, pin: string): string {
  return keyedHash(keys, PURPOSE, `${slipId}:${pin}`);
}

/** Compares under every key of the ring, in constant time; without a slip it does the same work for nothing. */
export function fits(keys: Keyring, slip: { id: string; pinHash: string } | undefined, pin: string): boolean {
  const { id, pinHash } = slip ?? nobody;
  const equal = keyedHashes(keys, PURPOSE, `${id}:${pin}`).map((hash) => sameText(hash, pinHash));
  return slip !== undefined && equal.includes(true);
}

export const isOfPresentKey = (keys: Keyring, pinHash: string): boolean => pinHash.startsWith(`${keys.present.id}.`);

const nobody = { id: '00000000-0000-0000-0000-000000000000', pinHash: '' };

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
