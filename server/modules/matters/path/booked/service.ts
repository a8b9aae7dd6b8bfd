import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import { lockMatterItself, lockOpen } from '../../locking.ts';
import { variantOf } from '../../messages/wording.ts';
import { leaveTrace, type OwnDoer, purposeOf } from '../../trace.ts';
import type { Call, Desk, LockedMatter } from '../../types.ts';
import { arrangeSteps, type LockedStep, lockSteps, updateStep } from '../queries.ts';
import { standByTime } from '../rules.ts';
import { endSteps, writeSteps } from '../service.ts';

/** An agreed time as the path says it. `place`: a street, not an authority: the path is read behind links too. */
export type BookedTime = { organisationId: string; channel: string; place: string; at: Temporal.Instant };

/**
 * Writes an agreed time on a matter's path: on the step it was booked for, or as a new one; it stands where its time belongs.
 * @returns the step, and whether it was made for this
 * @throws NotFound for a matter out of sight, or a step that is over; Forbidden; Conflict as for any change of an open matter
 */
export async function bookStep(
  desk: Desk,
  trx: Trx,
  call: Call,
  at: { matterId: string; stepId: string | null },
  time: BookedTime,
): Promise<{ stepId: string; made: boolean }> {
  const matter = await lockOpen(trx, call, at.matterId);
  if (at.stepId) {
    await setTime(trx, call, matter, at.stepId, time);
    return { stepId: at.stepId, made: false };
  }
  const title = translator(variantOf(matter.language), 'agreed')('step');
  const step = { title, who: 'customer' as const, ...time, at: time.at.toString() };
  const [stepId] = (await writeSteps(desk, trx, call, matter, [step])) as [string];
  await putInTime(trx, await lockSteps(trx, matter), stepId);
  return { stepId, made: true };
}

/**
 * The customer has booked a time for a step of theirs themselves: it says when and where, and the trail says that they did it. Nothing where the
 * step or the matter is over.
 */
export async function bookOwnStep(trx: Trx, stepId: string, time: BookedTime, own: OwnDoer): Promise<void> {
  const matter = await lockMatterOf(trx, stepId);
  if (matter) await setTime(trx, own, matter, stepId, time);
}

/**
 * The time was moved: the path says so, and where, when that is elsewhere. `own`: by the customer; else the system says it after whoever of the
 * staff did it. Nothing where the step or the matter is over.
 */
export async function moveBookedStep(
  trx: Trx,
  stepId: string,
  { at, place }: { at: Temporal.Instant; place?: string | undefined },
  own: OwnDoer | null,
): Promise<void> {
  const matter = await lockMatterOf(trx, stepId);
  if (matter) await setTime(trx, own, matter, stepId, { at, ...(place === undefined ? {} : { place }) });
}

/** The time was cancelled: a step made for it goes, another stays and has no time. `own`: as when it is moved. */
export async function freeBookedStep(desk: Desk, trx: Trx, stepId: string, made: boolean, own: OwnDoer | null): Promise<void> {
  const matter = await lockMatterOf(trx, stepId);
  if (!matter) return;
  if (made) await endSteps(desk, trx, own, matter, [{ id: stepId, state: 'dropped' }]);
  else await setTime(trx, own, matter, stepId, { at: null });
}

/** The customer has been served. */
export async function finishBookedStep(desk: Desk, trx: Trx, stepId: string): Promise<void> {
  const matter = await lockMatterOf(trx, stepId);
  if (matter) await endSteps(desk, trx, null, matter, [{ id: stepId, state: 'done' }]);
}

async function lockMatterOf(trx: Trx, stepId: string): Promise<LockedMatter | undefined> {
  const { rows } = await sql<{ matterId: string }>`select matter_id as "matterId" from step
    where id = ${stepId}::uuid and state in ('planned', 'now')`.execute(trx);
  const matter = rows[0] && (await lockMatterItself(trx, rows[0].matterId));
  return matter?.state === 'open' ? matter : undefined;
}

type Time = { at: Temporal.Instant | null } & Partial<Omit<BookedTime, 'at'>>;

/** `by`: staff, the customer themselves; null: the system. */
async function setTime(trx: Trx, by: Call | OwnDoer | null, matter: LockedMatter, stepId: string, { at, ...time }: Time): Promise<void> {
  const steps = await lockSteps(trx, matter);
  const step = steps.find(({ id, state }) => id === stepId && state !== 'done');
  // Of what the path no longer has, only the staff who book for it hear.
  if (!step && by && 'actor' in by) throw new NotFound();
  if (!step) return;
  await updateStep(trx, stepId, { ...time, at: at?.toString() ?? null });
  if (at)
    await putInTime(
      trx,
      steps.map((one) => (one.id === stepId ? { ...one, at } : one)),
      stepId,
    );
  await leaveTrace(trx, by, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: 'step.changed',
    ...purposeOf(by),
    subjects: [stepId],
    event: 'step.changed',
    facts: { ownerOrg: matter.owner_org, needId: step.need_id },
  });
}

/** No other step ends by it. */
async function putInTime(trx: Trx, steps: LockedStep[], stepId: string): Promise<void> {
  await arrangeSteps(trx, standByTime(steps, stepId), null, null);
}
