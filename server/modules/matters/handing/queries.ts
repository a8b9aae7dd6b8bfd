import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import type { LockedMatter } from '../types.ts';

/** Of the keeper's own: an earlier keeper's needs are neither theirs to disclose nor always in their sight. */
export async function unsharedNeeds(trx: Trx, matter: LockedMatter, organisationId: string): Promise<number> {
  const found = await sql<{
    count: number;
  }>`select count(*) from need n where n.matter_id = ${matter.id}::uuid and n.owner_org = ${matter.owner_org}::uuid and n.state not in ('settled', 'dropped')
    and not exists (select 1 from share s where s.need_id = n.id and s.organisation_id = ${organisationId}::uuid and s.revoked_at is null
      and (s.until is null or s.until > now()))`.execute(trx);
  return found.rows[0]?.count ?? 0;
}

/** The organisation that hands over keeps the sight of the needs that were its own. */
export async function keepSight(trx: Trx, matter: LockedMatter, personId: string): Promise<void> {
  await sql`insert into share (matter_id, need_id, organisation_id, basis, ground, shared_by)
    select n.matter_id, n.id, ${matter.owner_org}::uuid, 'own', 'Own record before the hand-over', ${personId}::uuid
    from need n where n.matter_id = ${matter.id}::uuid and n.owner_org = ${matter.owner_org}::uuid
    on conflict (need_id, organisation_id) where revoked_at is null do nothing`.execute(trx);
}

export async function moveMatter(
  trx: Trx,
  matterId: string,
  to: { id: string; organisationId: string; personId: string | null; dueAt: Temporal.Instant | null },
): Promise<void> {
  await sql`update matter set unit_id = ${to.id}::uuid, owner_org = ${to.organisationId}::uuid, person_id = ${to.personId}::uuid, awaits = 'us',
    due_at = ${to.dueAt}::timestamptz, version = version + 1 where id = ${matterId}::uuid`.execute(trx);
}

export async function hasMember(trx: Trx, unitId: string, personId: string): Promise<boolean> {
  const found = await sql`select 1 from unit_member u join person p on p.id = u.person_id
    where u.unit_id = ${unitId}::uuid and u.person_id = ${personId}::uuid and p.disabled_at is null`.execute(trx);
  return found.rows.length > 0;
}
