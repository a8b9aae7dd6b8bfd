import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import { once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { moveBookedStep } from '../../matters/path/booked/service.ts';
import { type HoldInput, Lost, type Taking } from '../booking/holding.ts';
import { type AppointmentRow, freeTaken, moveTo } from '../booking/queries.ts';
import { hadOf, wasAt } from '../booking/taking-back.ts';
import { reachingAll, takeAll } from '../booking/together.ts';
import { appointmentChanged } from '../events.ts';
import { type JointRow, jointOf, lockParts, partsOfJoint } from '../joint/queries.ts';
import { settleJoint } from '../joint/settling.ts';
import { type OwnDoer, recordOwn } from '../own/trail.ts';
import type { Booking } from '../types.ts';
import { mostBetweenAt } from './queries.ts';
import { isVisit } from './rules.ts';
import type { VisitWish } from './service.ts';

/** The parts of an agreed visit that can be moved: all that are left of it, none of them come to yet. Empty: it cannot be moved. */
export async function partsToMove(db: Db, jointId: string): Promise<AppointmentRow[]> {
  return movable(await partsOfJoint(db, jointId));
}

/** What is wanted of the new time: the same as of the old one, whose own times are free to it. */
export function wishOf(parts: readonly AppointmentRow[]): VisitWish {
  const [{ pointId, needs, interpreterLanguage, language, people }] = parts as [AppointmentRow];
  const bookableIds = parts.map(({ bookableId }) => bookableId);
  return { pointId: pointId as string, bookableIds, needs, interpreterLanguage, language, people, ownId: parts.map(({ id }) => id) };
}

/**
 * How it is moved: `version` of the visit as it was seen; `staff`: by them, within the notice too, and `undoes` takes back what made that
 * version; `beside`: what else is written in the same change, of the parts as they were; `own`: by whoever has its link. With a key it is
 * moved once.
 */
export type HowMoved = {
  key?: IdempotencyKey | undefined;
  version?: number;
  staff?: { undoes: boolean };
  own?: OwnDoer;
  beside?: (trx: Trx, parts: readonly AppointmentRow[]) => Promise<void>;
};

type Time = { bookableId: string; at: number };

/**
 * Moves all that is left of an agreed visit to another time, in whatever order its services can be given then: all or nothing, under the
 * same code. The old times are free when the new ones are taken, at once. Taken back, they are as far apart again as they were.
 * @returns the version it has from now on
 * @throws NotFound; Invalid `time-not-bookable`; Conflict `time-taken`, `booked-already`, `appointment-changed`
 */
export async function moveVisit(booking: Booking, jointId: string, times: readonly Time[], how: HowMoved = {}): Promise<number> {
  const parts = await partsToMove(booking.db, jointId);
  if (parts.length === 0) throw new Conflict('booked-already');
  const { bookableIds: _, ...wish } = wishOf(parts);
  const { key, staff } = how;
  const evenNow = staff !== undefined;
  const sorted = times.toSorted((a, b) => a.at - b.at);
  const targets = sorted.map(({ bookableId }) => parts.find((one) => one.bookableId === bookableId));
  if (targets.includes(undefined) || new Set(targets).size !== parts.length) throw new Invalid('time-not-bookable');
  const had = staff?.undoes ? await hadOf(booking.db, jointId, sorted) : [];
  const inputs = sorted.map((time): HoldInput => ({ ...wish, ...time, way: 'point', evenNow, had }));
  const done = await reachingAll(booking, inputs, (isLast) =>
    once(
      booking.db,
      key,
      async (trx) => {
        const taken = await takeAll(booking, trx, inputs, isLast, 'staff');
        const follows = isVisit(
          taken.map(({ time }) => time),
          staff?.undoes ? Number.POSITIVE_INFINITY : await mostBetweenAt(trx, wish.pointId),
        );
        if (!follows) throw new Invalid('time-not-bookable');
        await moveParts(booking, trx, jointId, { targets: targets as AppointmentRow[], taken, how });
        return { resourceId: jointId, status: 200, value: await versionOf(trx, jointId) };
      },
      () => versionOf(booking.db, jointId),
    ),
  );
  return done.value;
}

const versionOf = async (db: Db, jointId: string): Promise<number> => ((await jointOf(db, jointId)) as JointRow).version;

type Moving = { targets: readonly AppointmentRow[]; taken: readonly Taking[]; how: HowMoved };

/** The days are locked by now, and its own parts after them, as when one alone is moved. */
async function moveParts(booking: Booking, trx: Trx, jointId: string, { targets, taken, how }: Moving): Promise<void> {
  const locked = new Map(movable(await lockParts(trx, jointId)).map((one) => [one.id, one]));
  if (locked.size !== targets.length || targets.some(({ id }) => !locked.has(id))) throw new Conflict('booked-already');
  if (how.version !== undefined && (await versionOf(trx, jointId)) !== how.version) throw new Conflict('appointment-changed');
  if (targets.every((one, at) => one.startsAt.epochMilliseconds === taken[at]?.time.from)) return;
  const undoes = how.staff?.undoes === true && (await everyWasAt(trx, targets, taken));
  // One part may take the time that another leaves: all are let go first.
  for (const { id } of targets) await freeTaken(trx, id);
  for (const [at, { id }] of targets.entries()) {
    const one = locked.get(id) as AppointmentRow;
    const { expectedId, contact, version, stepId } = one;
    const { resources, during, time, stopId } = taken[at] as Taking;
    const to = { during, time, stopId, expectedId, contact: contact as string };
    if (!(await moveTo(trx, id, resources, to, booking.clock.now()))) throw new Lost();
    if (stepId) await moveBookedStep(trx, stepId, { at: Temporal.Instant.fromEpochMilliseconds(time.from) }, how.own ?? null);
    if (how.own) await recordOwn(trx, how.own, 'appointment.moved', one);
    await appointmentChanged(trx, id, { change: 'moved', version: version + 1 });
  }
  const byStaff = how.staff !== undefined;
  await settleJoint(booking, trx, jointId, 'moved', { movedId: jointId, byStaff, undoes });
  await how.beside?.(trx, targets);
}

async function everyWasAt(trx: Trx, targets: readonly AppointmentRow[], taken: readonly Taking[]): Promise<boolean> {
  for (const [at, { id }] of targets.entries()) if (!(await wasAt(trx, id, (taken[at] as Taking).time.from))) return false;
  return true;
}

function movable(parts: readonly AppointmentRow[]): AppointmentRow[] {
  const left = parts.filter(({ state }) => state !== 'cancelled' && state !== 'expired');
  return left.every(({ state, pointId }) => state === 'confirmed' && pointId) ? left : [];
}
