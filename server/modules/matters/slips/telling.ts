import { type RawBuilder, sql } from 'kysely';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { noteHappening } from '../happenings.ts';
import { lockSurviving } from '../messages/receiving/queries.ts';
import { leaveTrace } from '../trace.ts';
import type { Desk } from '../types.ts';
import { MOST_TRIES } from './rules.ts';

/** Predicate over `slip s`: too many wrong PINs in a row at one of its doors, and its paper is still out. */
export function lockedSlip(now: Temporal.Instant): RawBuilder<boolean> {
  return sql<boolean>`(s.ended_at is null and greatest(s.tries, s.desk_tries) >= ${sql.lit(MOST_TRIES)} and s.expires_at > ${now}::timestamptz)`;
}

const BATCH = 100;

/**
 * The job of each minute: tells the keepers of a matter that its slip has locked, once for each time, so that somebody gives a new one. Not
 * by the try that locked it: its answer takes the same time whether there is such a slip or not. @returns how many
 */
export async function tellOfLockedSlips({ db, clock }: Pick<Desk, 'db' | 'clock'>): Promise<number> {
  const now = clock.now();
  const found = await sql<{ id: string; matterId: string }>`select s.id, s.matter_id as "matterId" from slip s
    where ${lockedSlip(now)} and s.locked_told_at is null limit ${BATCH}`.execute(db);
  let told = 0;
  for (const slip of found.rows) if (await inTransaction(db, (trx) => tell(trx, slip, now))) told += 1;
  return told;
}

async function tell(trx: Trx, slip: { id: string; matterId: string }, now: Temporal.Instant): Promise<boolean> {
  const matter = await lockSurviving(trx, slip.matterId);
  const done = await sql`update slip s set locked_told_at = ${now}::timestamptz
    where s.id = ${slip.id}::uuid and ${lockedSlip(now)} and s.locked_told_at is null returning s.id`.execute(trx);
  if (!matter || done.rows.length === 0) return false;
  const { id: matterId, customer_id: customerId, owner_org: ownerOrg } = matter;
  await noteHappening(trx, { matterId, ownerOrg, kind: 'slip-locked' });
  const trace = { matterId, customerId, action: 'slip.locked', purpose: 'own-matter', subjects: [slip.id] };
  await leaveTrace(trx, null, { ...trace, event: 'matter.changed', facts: { ownerOrg } });
  return true;
}
