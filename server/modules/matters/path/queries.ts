import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import type { LockedMatter } from '../types.ts';
import type { StepChange, StepInput } from './schema.ts';

/** `secret`: its words come from what is given on paper only. */
export type NewStep = StepInput & { secret?: boolean };

export type LockedStep = {
  id: string;
  need_id: string | null;
  position: number;
  state: string;
  owner_org: string;
  at: Temporal.Instant | null;
};

export async function lockSteps(trx: Trx, matter: LockedMatter): Promise<LockedStep[]> {
  const found = await sql<LockedStep>`select id, need_id, position, state, owner_org, at from step
    where matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid and state <> 'dropped' order by position for update`.execute(
    trx,
  );
  return found.rows;
}

export async function titlesOfPath(trx: Trx, matter: LockedMatter): Promise<string[]> {
  const found = await sql<{ title: string }>`select title from step
    where matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid and state <> 'dropped'`.execute(trx);
  return found.rows.map(({ title }) => title);
}

export async function insertStep(trx: Trx, matter: LockedMatter, position: number, input: NewStep): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into step (matter_id, need_id, owner_org, position, title, who, organisation_id, channel, place, at, deadline_at, secret)
    values (${matter.id}::uuid, ${input.needId ?? null}::uuid, ${matter.owner_org}::uuid, ${position}, ${input.title}, ${input.who},
      ${input.organisationId ?? null}::uuid, ${input.channel ?? null}, ${input.place}, ${input.at ?? null}::timestamptz, ${input.deadlineAt ?? null}::timestamptz, ${input.secret ?? false})
    returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export async function updateStep(trx: Trx, stepId: string, change: StepChange): Promise<void> {
  const has = (field: keyof StepChange) => change[field] !== undefined;
  await sql`update step set
    title = coalesce(${change.title ?? null}, title), who = coalesce(${change.who ?? null}, who), place = coalesce(${change.place ?? null}, place),
    need_id = case when ${has('needId')} then ${change.needId ?? null}::uuid else need_id end,
    organisation_id = case when ${has('organisationId')} then ${change.organisationId ?? null}::uuid else organisation_id end,
    channel = case when ${has('channel')} then ${change.channel ?? null} else channel end,
    at = case when ${has('at')} then ${change.at ?? null}::timestamptz else at end,
    deadline_at = case when ${has('deadlineAt')} then ${change.deadlineAt ?? null}::timestamptz else deadline_at end
    where id = ${stepId}::uuid`.execute(trx);
}

/** Writes the order and states that the rules decided, in one statement. `now` null: none of them is done by it. */
export async function arrangeSteps(
  trx: Trx,
  steps: { id: string; position: number; state: string }[],
  now: Temporal.Instant | null,
  personId: string | null,
): Promise<void> {
  await sql`update step set position = x.position, state = x.state,
      done_at = case when x.state = 'done' then coalesce(step.done_at, ${now}::timestamptz) end,
      done_by = case when x.state = 'done' then coalesce(step.done_by, ${personId}::uuid) end
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as x(id uuid, position int, state text)
    where step.id = x.id and (step.position, step.state) is distinct from (x.position, x.state)`.execute(trx);
}
