import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { lockOpen } from '../locking.ts';
import { lockNeed } from '../needs/queries.ts';
import { requireKnown } from '../references.ts';
import { leaveTrace, type OwnDoer, purposeOf } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { arrangeSteps, insertStep, lockSteps, type NewStep, updateStep } from './queries.ts';
import { arrange } from './rules.ts';
import type { StepChange, StepInput } from './schema.ts';

/** Adds a step at the end of the path; the first open step is now. */
export async function addStep(desk: Desk, call: Call, matterId: string, input: StepInput): Promise<{ id: string }> {
  return inTransaction(desk.db, async (trx) => {
    const [id] = await writeSteps(desk, trx, call, await lockOpen(trx, call, matterId), [input]);
    return { id: id as string };
  });
}

/**
 * Adds steps at the end of a locked matter's path, inside a caller's transaction (a mapping writes a whole path at once). `call` null: the
 * customer has confirmed them.
 */
export async function writeSteps(desk: Desk, trx: Trx, call: Call | null, matter: LockedMatter, inputs: NewStep[]): Promise<string[]> {
  await requireKnown(desk, {
    organisations: Object.fromEntries(inputs.map(({ organisationId }, index) => [stepField(inputs, index), organisationId])),
  });
  for (const { needId } of inputs) await refuseForeignNeed(trx, matter, needId);
  const steps = await lockSteps(trx, matter);
  const ids: string[] = [];
  for (const input of inputs) ids.push(await insertStep(trx, matter, steps.length + ids.length + 1, input));
  const all = [...steps, ...ids.map((id) => ({ id, state: 'planned' }))];
  await arrangeSteps(trx, arrange(all, { id: ids[0] ?? '' }), desk.clock.now(), call?.actor.personId ?? null);
  for (const [index, { needId }] of inputs.entries())
    await traceStep(trx, call, matter, ids[index] as string, needId ?? null, 'step.added');
  return ids;
}

/** Steps that another use case has ended, in its transaction; of what the path no longer has, nothing. `call` null: the customer has said so. */
export async function endSteps(
  desk: Desk,
  trx: Trx,
  by: Call | OwnDoer | null,
  matter: LockedMatter,
  ended: { id: string; state: 'done' | 'dropped' }[],
): Promise<void> {
  for (const { id, state } of ended) {
    const steps = await lockSteps(trx, matter);
    const step = steps.find((one) => one.id === id);
    if (!step) continue;
    await arrangeSteps(trx, arrange(steps, { id, state }), desk.clock.now(), by && 'actor' in by ? by.actor.personId : null);
    await traceStep(trx, by, matter, id, step.need_id, 'step.changed');
  }
}

const stepField = (inputs: StepInput[], index: number): string =>
  inputs.length === 1 ? 'organisationId' : `steps.${index}.organisationId`;

export async function changeStep(desk: Desk, call: Call, matterId: string, stepId: string, change: StepChange): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockOpen(trx, call, matterId);
    await requireKnown(desk, { organisations: { organisationId: change.organisationId } });
    await refuseForeignNeed(trx, matter, change.needId);
    const steps = await lockSteps(trx, matter);
    const step = steps.find((one) => one.id === stepId);
    if (!step) throw new NotFound();
    await updateStep(trx, stepId, change);
    // A step chosen as now takes the mark from the earlier one.
    const others = change.state === 'now' ? steps.map((one) => (one.state === 'now' ? { ...one, state: 'planned' } : one)) : steps;
    const arranged = arrange(others, { id: stepId, position: change.position, state: change.state });
    await arrangeSteps(trx, arranged, desk.clock.now(), call.actor.personId);
    await traceStep(trx, call, matter, stepId, change.needId ?? step.need_id, 'step.changed');
  });
}

async function refuseForeignNeed(trx: Trx, matter: LockedMatter, needId: string | null | undefined): Promise<void> {
  if (!needId) return;
  const need = await lockNeed(trx, matter.id, needId);
  if (need?.owner_org !== matter.owner_org) throw new NotFound();
}

async function traceStep(
  trx: Trx,
  by: Call | OwnDoer | null,
  matter: LockedMatter,
  stepId: string,
  needId: string | null,
  action: string,
): Promise<void> {
  await leaveTrace(trx, by, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    ...purposeOf(by),
    subjects: [stepId],
    event: 'step.changed',
    facts: { ownerOrg: matter.owner_org, needId },
  });
}
