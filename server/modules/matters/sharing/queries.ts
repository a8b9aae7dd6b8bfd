import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { type Sight, visibleMatter, visibleToCustomer } from '../policy.ts';
import type { Disclosure } from './rules.ts';

export type LiveShare = { id: string; needId: string; organisationId: string; basis: string; ground: string };

export async function liveShare(db: Db, needId: string, organisationId: string): Promise<LiveShare | undefined> {
  const found = await sql<LiveShare>`select id, need_id as "needId", organisation_id as "organisationId", basis, ground from share
    where need_id = ${needId}::uuid and organisation_id = ${organisationId}::uuid and revoked_at is null and (until is null or until > now())`.execute(
    db,
  );
  return found.rows[0];
}

export type NewShare = Disclosure & {
  matterId: string;
  needId: string;
  organisationId: string;
  until: Temporal.Instant | null;
  sharedBy: string;
  sharedAt: Temporal.Instant;
};

/** A share that has run out still holds the place of the live one, so it is ended first. */
export async function insertShare(trx: Trx, share: NewShare): Promise<string> {
  await sql`update share set revoked_at = until where need_id = ${share.needId}::uuid and organisation_id = ${share.organisationId}::uuid
    and revoked_at is null and until <= now()`.execute(trx);
  const written = await sql<{ id: string }>`
    insert into share (matter_id, need_id, organisation_id, basis, ground, given_how, language, shared_by, shared_at, until)
    values (${share.matterId}::uuid, ${share.needId}::uuid, ${share.organisationId}::uuid, ${share.basis}, ${share.ground}, ${share.givenHow},
      ${share.language}, ${share.sharedBy}::uuid, ${share.sharedAt}::timestamptz, ${share.until}::timestamptz) returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export type LockedShare = { id: string; need_id: string; owner_org: string; organisation_id: string };

/** A live share as those on either side of it see it; for all others it does not exist. */
export async function lockShare(trx: Trx, sight: Sight, matterId: string, shareId: string): Promise<LockedShare | undefined> {
  const found = await sql<LockedShare>`
    select s.id, s.need_id, n.owner_org, s.organisation_id from share s join need n on n.id = s.need_id join matter m on m.id = s.matter_id
    where s.id = ${shareId}::uuid and s.matter_id = ${matterId}::uuid and s.revoked_at is null and ${visibleMatter(sight)}
      and (n.owner_org = any(${sight.own}::uuid[]) or (s.organisation_id = any(${sight.shared}::uuid[]) and (s.until is null or s.until > now())))
    for update of s`.execute(trx);
  return found.rows[0];
}

/** A live share of a matter that the customer sees, given by consent: theirs to take back. */
export async function lockOwnConsent(
  trx: Trx,
  caller: CustomerCaller,
  shareId: string,
): Promise<(LockedShare & { matter_id: string }) | undefined> {
  const found = await sql<LockedShare & { matter_id: string }>`
    select s.id, s.need_id, s.matter_id, n.owner_org, s.organisation_id from share s join need n on n.id = s.need_id join matter m on m.id = s.matter_id
    where s.id = ${shareId}::uuid and ${visibleToCustomer(caller)} and s.basis = 'consent' and s.revoked_at is null
      and (s.until is null or s.until > now()) for update of s`.execute(trx);
  return found.rows[0];
}

export type ShareEnding = { by: 'customer' | 'staff'; how?: string | null | undefined; at: Temporal.Instant };

export async function endShare(trx: Trx, shareId: string, { by, how, at }: ShareEnding): Promise<void> {
  await sql`update share set revoked_at = ${at}::timestamptz, ended_by = ${by}, ended_how = ${how ?? null} where id = ${shareId}::uuid`.execute(
    trx,
  );
}

export async function isCurrentOrganisation(db: Db, organisationId: string, day: Temporal.PlainDate): Promise<boolean> {
  const found = await sql`select 1 from organisation where id = ${organisationId}::uuid and valid_from <= ${day}::date
    and (valid_until is null or valid_until > ${day}::date)`.execute(db);
  return found.rows.length > 0;
}
