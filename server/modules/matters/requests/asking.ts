import { randomUUIDv7 } from 'node:crypto';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type DisclosedNeed, discloseFor } from '../sharing/disclosing.ts';
import type { Given } from '../sharing/rules.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { timesOf } from './clocks.ts';
import { traceRequest } from './effects.ts';
import { insertEntry, insertRequest } from './queries.ts';
import { refuseStranger, unitToAnswer } from './recipients.ts';

export type Question = Given & {
  toUnitId: string;
  toPersonId?: string | null | undefined;
  title: string;
  question: string;
  sensitivity: string;
  customerWaiting: boolean;
  askedUnitId: string;
  /** The asker's tier: a question goes upward only. */
  aboveTier: number;
  ownerOrg: string;
  /** The question this one carries further. */
  parent: { id: string; rootId: string } | null;
};

/**
 * Puts a question to a unit of a higher tier: finds who answers, records the disclosure when there is none, sets the due time in the
 * unit's own open minutes.
 * @throws Invalid `unknown-reference`, `unit-tier-too-low`, `not-in-unit`, `ground-needed`; Conflict `unit-has-nobody`, `unit-has-no-hours`,
 *   `request-open-already`
 */
export async function putQuestion(
  desk: Desk,
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  need: DisclosedNeed,
  question: Question,
): Promise<{ id: string; toOrg: string }> {
  const now = desk.clock.now();
  const unit = await unitToAnswer(desk, trx, question.toUnitId, question.aboveTier);
  await refuseStranger(desk, trx, unit.id, question.toPersonId);
  const times = timesOf(unit, now);
  if (!times) throw new Conflict('unit-has-no-hours');
  await discloseFor(desk, trx, call, matter, need, unit.organisationId, question);
  const id = randomUUIDv7();
  const request = {
    ...times,
    id,
    matterId: matter.id,
    needId: need.id,
    ownerOrg: question.ownerOrg,
    rootId: question.parent?.rootId ?? id,
    parentId: question.parent?.id ?? null,
    tier: unit.tier,
    askedBy: call.actor.personId,
    askedUnitId: question.askedUnitId,
    toUnitId: unit.id,
    toOrg: unit.organisationId,
    toPersonId: question.toPersonId ?? null,
    title: question.title,
    question: question.question,
    sensitivity: question.sensitivity,
    customerWaiting: question.customerWaiting,
    askedAt: now,
  };
  if (!(await insertRequest(trx, request))) throw new Conflict('request-open-already');
  await insertEntry(trx, { requestId: id, kind: 'asked', at: now, personId: call.actor.personId });
  await traceRequest({ trx, call, matter }, request, 'request.asked', 'request.asked');
  return { id, toOrg: unit.organisationId };
}
