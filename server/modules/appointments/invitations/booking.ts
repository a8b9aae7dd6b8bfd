import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { isAnswered } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { endSteps, writeSteps } from '../../matters/path/service.ts';
import { lockMatterItself, variantOf } from '../../matters/service.ts';
import type { LockedMatter } from '../../matters/types.ts';
import { confirmWithin } from '../booking/confirming.ts';
import { holdTime } from '../booking/holding.ts';
import { type AppointmentRow, appointmentOf, setMatter, setStep } from '../booking/queries.ts';
import { passLetters } from '../letters/queries.ts';
import { timeOnPath } from '../own/on-path.ts';
import { protectedAmong, unreachable } from '../protected.ts';
import type { Booking } from '../types.ts';
import * as rows from './queries.ts';
import { standing } from './rules.ts';
import { openInvited } from './secrets.ts';
import { traceInvitation } from './trace.ts';

export type Pressed = { at: number; pointId: string | null; address: string };

/**
 * Books the time by the invitation, in one change: whoever is invited has said nothing anew, for who they are and what they need stands in
 * it. Once: the same call again gives the same appointment. @returns the appointment
 * @throws NotFound for a place it is not for; Conflict `invitation-over`, `time-taken`; Invalid `time-not-bookable`
 */
export async function bookInvited(
  booking: Booking,
  key: IdempotencyKey | undefined,
  id: string,
  { at, pointId, address }: Pressed,
): Promise<string> {
  const one = await rows.invitationOf(booking.db, id);
  const isFor = one && (pointId === null ? one.pointIds.length === 0 : one.pointIds.includes(pointId));
  if (!one || !isFor) throw new NotFound();
  // Whoever finds the paper afterwards has no way to the time it was booked for.
  if (one.state === 'booked' && !(key && (await isAnswered(booking.db, key)))) throw new Conflict('invitation-over');
  const { bookableId, way, needs, interpreterLanguage, language } = one;
  const input = { bookableId, pointId, way, at, needs, interpreterLanguage, language };
  const held = await holdTime(
    booking,
    key,
    input,
    { kind: 'invited', address },
    { beside: (trx, heldId) => agree(booking, trx, one, heldId) },
  );
  return held.resourceId;
}

async function agree(booking: Booking, trx: Trx, { id, matterId }: rows.InvitationRow, appointmentId: string) {
  const matter = await lockMatterItself(trx, matterId);
  const one = await rows.lockInvitation(trx, id);
  const now = booking.clock.now();
  if (!one || !['sent', 'opened'].includes(standing(one, now))) throw new Conflict('invitation-over');
  const invited = openInvited(booking.keys, id, one.content);
  if (!invited) throw new Conflict('invitation-over');
  await setMatter(trx, appointmentId, matterId);
  const isProtected = (await protectedAmong(trx, [matterId])).size > 0;
  await confirmWithin(booking, trx, appointmentId, isProtected ? unreachable(invited) : invited);
  await rows.setState(trx, id, 'booked', { now, appointmentId });
  await passLetters(trx, id, now);
  if (one.stepId) await endSteps(booking, trx, null, matter, [{ id: one.stepId, state: 'done' }]);
  await setStep(trx, appointmentId, { stepId: await addBookedStep(booking, trx, matter, appointmentId), made: true });
  await traceInvitation(trx, null, one, 'invitation-booked');
}

/** As the path says of any agreed time; done when the customer has been served, gone when they cancel. */
async function addBookedStep(booking: Booking, trx: Trx, matter: LockedMatter, appointmentId: string): Promise<string> {
  const time = await timeOnPath(trx, (await appointmentOf(trx, appointmentId)) as AppointmentRow);
  const title = translator(variantOf(matter.language), 'agreed')('step');
  const step = { title, who: 'customer' as const, ...time, at: time.at.toString() };
  return (await writeSteps(booking, trx, null, matter, [step]))[0] as string;
}

/** It has been looked at: its inviter sees so. */
export async function openInvitation({ db, clock }: Booking, id: string): Promise<void> {
  if ((await rows.invitationOf(db, id))?.state !== 'sent') return;
  await inTransaction(db, async (trx) => {
    const one = await rows.lockInvitation(trx, id);
    if (one?.state === 'sent') await rows.setState(trx, id, 'opened', { now: clock.now() });
  });
}
