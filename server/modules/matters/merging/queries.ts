import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import type { LockedMatter } from '../types.ts';
import { moveNotices } from './notices.ts';

export async function moveEverything(trx: Trx, fromId: string, toId: string): Promise<void> {
  await sql`with n as (update need set matter_id = ${toId}::uuid, position = position + (select coalesce(max(position), 0) from need where matter_id = ${toId}::uuid)
      where matter_id = ${fromId}::uuid),
    s as (update step set matter_id = ${toId}::uuid, state = case when state = 'now' then 'planned' else state end,
      position = position + (select coalesce(max(position), 0) from step where matter_id = ${toId}::uuid) where matter_id = ${fromId}::uuid),
    c as (update contact set matter_id = ${toId}::uuid where matter_id = ${fromId}::uuid),
    g as (update message set matter_id = ${toId}::uuid where matter_id = ${fromId}::uuid),
    q as (update support_request set matter_id = ${toId}::uuid where matter_id = ${fromId}::uuid),
    d as (update document set matter_id = ${toId}::uuid where matter_id = ${fromId}::uuid),
    t as (update notice set matter_id = ${toId}::uuid where matter_id = ${fromId}::uuid),
    h as (update happening set matter_id = ${toId}::uuid where matter_id = ${fromId}::uuid),
    r as (update referral set matter_id = ${toId}::uuid where matter_id = ${fromId}::uuid),
    -- Who waits to be confirmed waits in the matter that goes on, and who was refused stays so.
    l as (update matter_claim k set matter_id = ${toId}::uuid where k.matter_id = ${fromId}::uuid
      and not exists (select 1 from matter_claim o where o.matter_id = ${toId}::uuid and o.customer_id = k.customer_id)),
    k as (update mapping p set matter_id = ${toId}::uuid, version = version + 1,
      -- Of two under way the surviving matter's goes on; the other's answers stay readable.
      state = case when p.state in ('open', 'interrupted', 'decided') and exists (select 1 from mapping o where o.matter_id = ${toId}::uuid
        and o.state in ('open', 'interrupted', 'decided')) then 'dropped' else p.state end where p.matter_id = ${fromId}::uuid)
    update share set matter_id = ${toId}::uuid where matter_id = ${fromId}::uuid`.execute(trx);
}

export async function markMerged(trx: Trx, matterId: string, intoId: string, at: Temporal.Instant): Promise<void> {
  await sql`update matter set state = 'merged', merged_into = ${intoId}::uuid, awaits = 'nobody', due_at = null, closed_at = ${at}::timestamptz,
    version = version + 1 where id = ${matterId}::uuid`.execute(trx);
}

/** `known`: named, or proved by an identity though nobody has named them. */
export async function customersOf(trx: Trx, ...ids: [string, string]): Promise<({ known: boolean } | undefined)[]> {
  const found = await sql<{
    id: string;
    known: boolean;
  }>`select c.id, c.known or exists (select 1 from customer_identity i where i.customer_id = c.id)
    as known from customer c where c.id = any(${ids}::uuid[])`.execute(trx);
  return ids.map((id) => found.rows.find((row) => row.id === id));
}

export async function nameCustomer(trx: Trx, matterId: string, customerId: string): Promise<void> {
  await sql`update matter set customer_id = ${customerId}::uuid, version = version + 1 where id = ${matterId}::uuid`.execute(trx);
}

export async function keptNeeds(trx: Trx, matter: LockedMatter): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from need where matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid
    and state <> 'dropped' for update`.execute(trx);
  return found.rows.map((row) => row.id);
}

export async function insertSplit(trx: Trx, from: LockedMatter, split: { id: string; title: string }): Promise<string> {
  const written = await sql<{ number: string }>`
    insert into matter (id, customer_id, title, language, owner_org, unit_id, person_id, point_id, opened_channel, arrived_at, awaits, awaits_since, due_at, acting_for)
    select ${split.id}::uuid, customer_id, ${split.title}, language, owner_org, unit_id, person_id, point_id, opened_channel, arrived_at, 'us', awaits_since, due_at, acting_for
    from matter where id = ${from.id}::uuid returning number`.execute(trx);
  return (written.rows[0] as { number: string }).number;
}

export async function moveNeeds(trx: Trx, needIds: string[], toId: string): Promise<void> {
  await moveNotices(trx, needIds, toId);
  await sql`with n as (update need set matter_id = ${toId}::uuid where id = any(${needIds}::uuid[])),
    s as (update step set matter_id = ${toId}::uuid where need_id = any(${needIds}::uuid[])),
    c as (update contact set matter_id = ${toId}::uuid where need_id = any(${needIds}::uuid[])),
    g as (update message set matter_id = ${toId}::uuid where need_id = any(${needIds}::uuid[])),
    q as (update support_request set matter_id = ${toId}::uuid where need_id = any(${needIds}::uuid[])),
    d as (update document set matter_id = ${toId}::uuid where need_id = any(${needIds}::uuid[])),
    h as (update happening set matter_id = ${toId}::uuid where need_id = any(${needIds}::uuid[]))
    update share set matter_id = ${toId}::uuid where need_id = any(${needIds}::uuid[])`.execute(trx);
}

export type BareMatter = Pick<LockedMatter, 'id' | 'number' | 'customer_id' | 'owner_org' | 'unit_id'>;

export async function bareMatter(trx: Trx, matterId: string): Promise<BareMatter | undefined> {
  const found = await sql<BareMatter>`select id, number, customer_id, owner_org, unit_id from matter where id = ${matterId}::uuid`.execute(
    trx,
  );
  return found.rows[0];
}

export async function link(trx: Trx, one: string, other: string, personId: string | null): Promise<void> {
  await sql`insert into matter_link (matter_id, other_id, linked_by) values (least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid), ${personId}::uuid)
    on conflict do nothing`.execute(trx);
}

export async function unlink(trx: Trx, one: string, other: string): Promise<boolean> {
  const gone =
    await sql`delete from matter_link where matter_id = least(${one}::uuid, ${other}::uuid) and other_id = greatest(${one}::uuid, ${other}::uuid)`.execute(
      trx,
    );
  return Number(gone.numAffectedRows ?? 0) > 0;
}
