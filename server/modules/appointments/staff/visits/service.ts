import type { Trx } from '../../../../platform/db/transaction.ts';
import type { IdempotencyKey } from '../../../../platform/http/idempotency-key.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { bookStep } from '../../../matters/path/booked/service.ts';
import { setStep } from '../../booking/queries.ts';
import { partsOfJoint } from '../../joint/queries.ts';
import { confirmJoint } from '../../joint/service.ts';
import { timeOnPath } from '../../own/on-path.ts';
import type { Span } from '../../slots/spans.ts';
import { requireKnownNeeds } from '../../special-needs.ts';
import type { Booking } from '../../types.ts';
import { holdVisit } from '../../visits/holding.ts';
import { timesIn } from '../../visits/other-times.ts';
import type { Visit } from '../../visits/rules.ts';
import { type VisitWish, visitTimesOf } from '../../visits/service.ts';
import { orLetGo, requireMatter, requireOffer } from '../booking/service.ts';
import type { StaffVisitInput } from './schema.ts';

/** When services that the caller may book can be given one after another, also at shorter notice than anybody. @throws NotFound; Invalid `too-many-people` */
export async function staffVisitTimes(booking: Booking, actor: Actor, wish: VisitWish, range: Span): Promise<Visit[]> {
  for (const serviceId of wish.bookableIds) await requireOffer(booking, actor, serviceId);
  return visitTimesOf(booking, { ...wish, evenNow: true }, range);
}

/**
 * Books several services on one visit for somebody: held and agreed in one, all or none, each said on the path of their matter. Called again
 * after a lost answer, it is the same one.
 * @returns the whole
 * @throws NotFound for a service, matter or step out of reach; Invalid `time-not-bookable`, `too-many-people`, `unknown-special-need`; Conflict
 *   `time-taken`, `too-many-booked`, `customer-restricted`, or as for any change of an open matter
 */
export async function bookVisit(booking: Booking, by: By, key: IdempotencyKey | undefined, input: StaffVisitInput): Promise<string> {
  const { placeId: pointId, parts, customer, matterId, ...wish } = input;
  for (const { serviceId } of parts) await requireOffer(booking, by.actor, serviceId);
  await requireKnownNeeds(booking.db, wish.needs);
  await requireMatter(booking, by, matterId, customer);
  const visit = { ...wish, pointId, parts: timesIn(parts), evenNow: true };
  const { resourceId: id } = await holdVisit(booking, key, visit, { kind: 'staff', personId: by.actor.personId });
  const held = (await partsOfJoint(booking.db, id)).map((part) => part.id);
  await orLetGo(booking, held, () => {
    const matter = matterId ? { matterId, steps: (trx: Trx) => writeSteps(booking, trx, by, id, { matterId, parts }) } : undefined;
    return confirmJoint(booking, undefined, id, customer, { by, matter });
  });
  return id;
}

type OnPath = Pick<StaffVisitInput, 'parts'> & { matterId: string };

/** Each service is with an authority of its own, so each is a step. */
async function writeSteps(booking: Booking, trx: Trx, by: By, id: string, { matterId, parts }: OnPath): Promise<void> {
  for (const part of await partsOfJoint(trx, id)) {
    const stepId = parts.find(({ serviceId }) => serviceId.toLowerCase() === part.bookableId)?.stepId ?? null;
    await setStep(trx, part.id, await bookStep(booking, trx, by, { matterId, stepId }, await timeOnPath(trx, part)));
  }
}
