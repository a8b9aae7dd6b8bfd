import { type Kysely, sql } from 'kysely';
import { expect } from 'vitest';
import { byMail } from '../modules/appointments/telling/senders.ts';
import { sendDueBookersLetters } from '../modules/appointments/telling/sending.ts';
import type { AddressLetter } from '../modules/matters/own/contact/types.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Tables } from '../platform/db/tables.ts';
import type { Keyring } from '../platform/keys/keyring.ts';
import { createLog } from '../platform/log/log.ts';

type Where = { db: Kysely<Tables>; clock: Clock; keys: Keyring };

/**
 * The letters to bookers that have left by this moment of the clock. A whole service looks for them each second too and may be first; it
 * has no mailbox in a test, so that what it tried is laid aside for a while: that leaves here all the same.
 */
export async function bookersLetters(where: Where): Promise<AddressLetter[]> {
  const out: AddressLetter[] = [];
  const outbox = {
    ...where,
    publicUrl: 'https://polku.test',
    log: createLog('silent'),
    senders: [byMail(async (letter) => void out.push(letter))],
  };
  const leave = async () => {
    await bringForward(where);
    while ((await sendDueBookersLetters(outbox)) > 0);
    return underWay(where);
  };
  await expect.poll(leave, { timeout: 20_000 }).toBe(0);
  return out;
}

async function bringForward({ db, clock }: Where): Promise<void> {
  await sql`update appointment_letter set not_before = ${clock.now()}::timestamptz
    where state = 'waiting' and attempts > 0 and not_before > ${clock.now()}::timestamptz`.execute(db);
}

async function underWay({ db, clock }: Where): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from appointment_letter
    where state = 'sending' or (state = 'waiting' and (attempts > 0 or not_before <= ${clock.now()}::timestamptz))`.execute(db);
  return rows[0]?.count ?? 0;
}
