import { sql } from 'kysely';
import { dayOf } from '../../../../platform/clock/day.ts';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { IdempotencyKey } from '../../../../platform/http/idempotency-key.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import type { AppointmentRow } from '../../booking/queries.ts';
import { jointAddress } from '../../joint/letters.ts';
import { jointOf } from '../../joint/queries.ts';
import { moveVisit } from '../../visits/moving.ts';
import { otherVisitTimes, timesIn } from '../../visits/other-times.ts';
import { inSight } from '../sight.ts';
import { staffRows } from './queries.ts';
import type { StaffDeps } from './reading.ts';
import type { StaffAppointment, StaffVisitMove } from './schema.ts';

type Whole = NonNullable<StaffAppointment['visit']>;

/**
 * The visit of which a time is a part, for whoever sees all that is left of it: one authority's people learn neither that their customer
 * goes on to another nor to which. Null also when nothing but this is left, or somebody has come to it already.
 */
export async function wholeOf(deps: StaffDeps, actor: Actor, jointId: string): Promise<Whole | null> {
  const { db } = deps;
  const joint = await jointOf(db, jointId);
  if (joint?.kind !== 'visit') return null;
  const left = await staffRows(db, sql`a.joint_id = ${jointId}::uuid and a.state <> 'cancelled'`);
  const isToCome = left.length > 1 && left.every(({ state, pointId }) => state === 'confirmed' && pointId !== null);
  if (!isToCome || (await inSight(db, actor, left)).length < left.length) return null;
  const parts = left.map(({ bookableId: serviceId, serviceName, startsAt, endsAt }) => ({ serviceId, serviceName, startsAt, endsAt }));
  return { id: jointId, version: joint.version, page: jointAddress(deps, joint), parts };
}

type Days = { from?: Temporal.PlainDate | undefined; until?: Temporal.PlainDate | undefined };
const DAYS = 13;

/** When else the whole visit could be, within the notice too. @throws NotFound for who does not see all of it; Invalid `too-many-days` */
export async function wholeTimes(booking: StaffDeps, actor: Actor, jointId: string, days: Days) {
  await requireWhole(booking, actor, jointId);
  const from = days.from ?? dayOf(booking.clock.now());
  return otherVisitTimes(booking, jointId, { from, until: days.until ?? from.add({ days: DAYS }) }, true);
}

type Key = IdempotencyKey | undefined;

/**
 * Moves the whole visit, as agreed with the customer; they are told of it as one, a minute later.
 * @returns the version by which it is taken back until then
 * @throws NotFound for who does not see all of it; Invalid `time-not-bookable`; Conflict `time-taken`, `booked-already`, `appointment-changed`
 */
export async function moveWhole(booking: StaffDeps, by: By, jointId: string, key: Key, to: StaffVisitMove): Promise<number> {
  await requireWhole(booking, by.actor, jointId);
  const beside = async (trx: Trx, parts: readonly AppointmentRow[]) => {
    for (const { id, ownerOrg } of parts) await recordChange(trx, by, 'appointment.moved', id, ownerOrg);
  };
  const { version, undoes } = to;
  return moveVisit(booking, jointId, timesIn(to.parts), { key, version, staff: { undoes }, beside });
}

async function requireWhole(booking: StaffDeps, actor: Actor, jointId: string): Promise<void> {
  if (!(await wholeOf(booking, actor, jointId))) throw new NotFound();
}
