import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { MOST_TRIES } from './rules.ts';

export type Slip = {
  id: string;
  matterId: string;
  /** Wrong ones in a row from afar, and at desks. */
  tries: number;
  deskTries: number;
  madeAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  usedAt: Temporal.Instant | null;
};

const columns = sql`s.id, s.matter_id as "matterId", s.tries, s.desk_tries as "deskTries", s.made_at as "madeAt", s.expires_at as "expiresAt", s.used_at as "usedAt"`;

/** Predicate over `slip s`: not revoked, replaced or run out. A locked one still stands on the customer's paper. */
export function standingSlip(): RawBuilder<boolean> {
  return sql<boolean>`(s.ended_at is null and s.expires_at > now())`;
}

/** The matter's slip, also one that is locked or has run out; undefined when there is none or it was revoked. */
export async function slipOfMatter(db: Db, matterId: string): Promise<Slip | undefined> {
  const found = await sql<Slip>`select ${columns} from slip s where s.matter_id = ${matterId}::uuid and s.ended_at is null`.execute(db);
  return found.rows[0];
}

export type NewSlip = {
  id: string;
  matterId: string;
  pinHash: string;
  madeAt: Temporal.Instant;
  madeBy: string;
  expiresAt: Temporal.Instant;
};

export async function insertSlip(trx: Trx, slip: NewSlip): Promise<void> {
  await sql`insert into slip (id, matter_id, pin_hash, made_at, made_by, expires_at) values (${slip.id}::uuid, ${slip.matterId}::uuid, ${slip.pinHash},
    ${slip.madeAt}::timestamptz, ${slip.madeBy}::uuid, ${slip.expiresAt}::timestamptz)`.execute(trx);
}

/** Take the matter's lock first. @returns the id of the slip that ended, if one stood */
export async function endSlip(trx: Trx, matterId: string, personId: string, now: Temporal.Instant): Promise<string | undefined> {
  const ended = await sql<{ id: string }>`update slip set ended_at = ${now}::timestamptz, ended_by = ${personId}::uuid
    where matter_id = ${matterId}::uuid and ended_at is null returning id`.execute(trx);
  return ended.rows[0]?.id;
}

/** Where a PIN is tried: on the web by anybody, or at a desk by one of the staff. */
export type Door = 'web' | 'desk';

/** Takes one of the slip's tries of this door; of many at once each waits for the one before, so that none is compared for free. */
export async function takeTry(
  trx: Trx,
  number: string,
  door: Door,
  now: Temporal.Instant,
): Promise<(Slip & { pinHash: string }) | undefined> {
  const tries = sql.ref(door === 'desk' ? 'desk_tries' : 'tries');
  const taken = await sql<Slip & { pinHash: string }>`update slip s set ${tries} = s.${tries} + 1 from matter m
    where m.number = ${number} and s.matter_id = m.id and s.ended_at is null and s.expires_at > ${now}::timestamptz and s.${tries} < ${MOST_TRIES}
    returning ${columns}, s.pin_hash as "pinHash"`.execute(trx);
  return taken.rows[0];
}

/** The PIN was right: this door's tries are there again, and at a desk those of the web as well. `pinHash`: under the present key. */
export async function giveTriesBack(trx: Trx, slipId: string, door: Door, pinHash: string, now: Temporal.Instant): Promise<void> {
  await sql`update slip set tries = 0, desk_tries = case when ${door} = 'desk' then 0 else desk_tries end, pin_hash = ${pinHash},
    used_at = ${now}::timestamptz, locked_told_at = null where id = ${slipId}::uuid`.execute(trx);
}
