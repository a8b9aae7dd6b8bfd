import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import type { LockedMatter } from '../types.ts';
import type { NeedChange, NeedInput, Outcome } from './schema.ts';

export type LockedNeed = {
  id: string;
  owner_org: string;
  organisation_id: string | null;
  state: string;
  outcome: Outcome | null;
  receipt: string | null;
};

export async function lockNeed(trx: Trx, matterId: string, needId: string): Promise<LockedNeed | undefined> {
  const found = await sql<LockedNeed>`select id, owner_org, organisation_id, state, outcome, receipt from need
    where id = ${needId}::uuid and matter_id = ${matterId}::uuid for update`.execute(trx);
  return found.rows[0];
}

export async function insertNeed(trx: Trx, matter: LockedMatter, input: NeedInput): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into need (matter_id, owner_org, position, organisation_id, service_name, own_words, state)
    select ${matter.id}::uuid, ${matter.owner_org}::uuid, coalesce(max(position), 0) + 1, ${input.organisationId ?? null}::uuid, ${input.serviceName ?? null},
      ${input.ownWords}, ${input.organisationId ? 'directed' : 'identified'} from need where matter_id = ${matter.id}::uuid
    returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

/** Fields left out of the change stay; `received` sets time and place once and keeps the first ones (hallintolaki 21 §). */
export async function updateNeed(
  trx: Trx,
  needId: string,
  change: NeedChange,
  by: { directed: boolean; receivedAt: Temporal.Instant | null; pointId: string | null },
): Promise<void> {
  const has = (field: keyof NeedChange) => change[field] !== undefined;
  await sql`update need set
    organisation_id = case when ${has('organisationId')} then ${change.organisationId ?? null}::uuid else organisation_id end,
    service_name = case when ${has('serviceName')} then ${change.serviceName ?? null} else service_name end,
    own_words = case when ${has('ownWords')} then ${change.ownWords ?? ''} else own_words end,
    state = case when ${change.state ?? null}::text is not null then ${change.state ?? null} when ${by.directed} and state = 'identified' then 'directed' else state end,
    received_at = coalesce(received_at, ${by.receivedAt}::timestamptz),
    received_point_id = case when received_at is null then ${by.pointId}::uuid else received_point_id end
    where id = ${needId}::uuid`.execute(trx);
}

export async function writeOutcome(
  trx: Trx,
  needId: string,
  end: { outcome: Outcome; why: string | null; receipt: string | null; at: Temporal.Instant; by: string },
): Promise<void> {
  await sql`update need set outcome = ${end.outcome}, outcome_why = ${end.why}, receipt = ${end.receipt}, outcome_at = ${end.at}::timestamptz,
    outcome_by = ${end.by}::uuid, state = 'settled' where id = ${needId}::uuid`.execute(trx);
}
