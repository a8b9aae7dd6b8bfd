import type { Keyring } from './keyring.ts';
import { decrypt, encrypt, type Place } from './keys.ts';

/** What a module gives the rotation job for one of its encrypted columns. */
export type Encrypted = {
  table: string;
  column?: string;
  /** At most `limit` rows whose value was not written with the present key: `where value not like '<present>.%'`. */
  older(presentKey: string, limit: number): Promise<{ row: string; value: string }[]>;
  /** Saves only where the value is still `was`, so that a change made meanwhile is not lost. */
  replace(row: string, was: string, value: string): Promise<void>;
};

const BATCH = 200;

/** The value under the present key, or null when it already is. */
export function reencrypt(ring: Keyring, value: string, place: Place): string | null {
  return value.startsWith(`${ring.present.id}.`) ? null : encrypt(ring, decrypt(ring, value, place), place);
}

/** All the columns the modules have given, one after another; how many values were moved. Each value is a transaction of its own. */
export async function rotateAll(ring: Keyring, columns: readonly Encrypted[]): Promise<number> {
  let moved = 0;
  for (const column of columns) moved += await rotate(ring, column);
  return moved;
}

/**
 * Re-encrypts a column batch by batch and returns how many values it moved. May be stopped and run again at any time. A value that
 * does not open ends the run with an error, before its key is thrown away.
 */
export async function rotate(ring: Keyring, values: Encrypted): Promise<number> {
  let moved = 0;
  let seen = '';
  for (;;) {
    const batch = await values.older(ring.present.id, BATCH);
    const names = batch.map(({ row, value }) => `${row} ${value}`).join('\n');
    if (batch.length === 0) return moved;
    if (names === seen) throw new Error(`rotation of ${values.table} does not move on`);
    seen = names;
    for (const { row, value } of batch) {
      const fresh = reencrypt(ring, value, { table: values.table, row, ...(values.column ? { column: values.column } : {}) });
      if (fresh === null) continue;
      await values.replace(row, value, fresh);
      moved += 1;
    }
  }
}
