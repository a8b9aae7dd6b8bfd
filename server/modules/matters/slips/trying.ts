import type { Trx } from '../../../platform/db/transaction.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { readMatterNumber } from '../number.ts';
import type { Desk } from '../types.ts';
import { fits, isOfPresentKey, sealPin } from './pin.ts';
import { type Door, giveTriesBack, type Slip, takeTry } from './queries.ts';
import { readPin } from './rules.ts';

export type SlipDeps = { desk: Desk; keys: Keyring };
export type SlipWords = { number: string; pin: string };
/** `slip`: whose try it took, if any stood; `right`: whether the PIN was its own. */
export type Tried = { slip: Slip | undefined; right: boolean };

const NO_NUMBER = '';

/**
 * Tries a number and a PIN. It throws nothing, so that a wrong try is committed by the caller; the work is the same whether the number is
 * unknown, the PIN wrong or the slip locked, run out or revoked. What cannot be a number or a PIN costs the slip no try.
 */
export async function tryPin(trx: Trx, { desk, keys }: SlipDeps, words: SlipWords, door: Door): Promise<Tried> {
  const now = desk.clock.now();
  const pin = readPin(words.pin);
  const number = pin === null ? null : readMatterNumber(words.number);
  const slip = await takeTry(trx, number ?? NO_NUMBER, door, now);
  const right = fits(keys, slip, pin ?? '');
  if (!slip || !right) return { slip, right: false };
  const pinHash = isOfPresentKey(keys, slip.pinHash) ? slip.pinHash : sealPin(keys, slip.id, pin ?? '');
  await giveTriesBack(trx, slip.id, door, pinHash, now);
  return { slip, right };
}
