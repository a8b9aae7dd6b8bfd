import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { isOn, lacksLink, openMeetingLink, sealMeetingLink } from '../../booking/meeting-link.ts';
import { type AppointmentRow, appointmentOf, lockAppointment } from '../../booking/queries.ts';
import { appointmentChanged } from '../../events.ts';
import type { Booking } from '../../types.ts';
import { seesCustomer, sightOf } from '../calendar/sight.ts';
import { requireSight } from '../sight.ts';
import { isVideoMeetingOf, writeMeetingLink } from './queries.ts';
import type { MeetingLink, MeetingLinkInput } from './schema.ts';

/** @throws NotFound for who may not change the appointment */
export async function readMeetingLink({ db, keys, clock }: Booking, actor: Actor, id: string): Promise<MeetingLink> {
  const one = await changeable(db, actor, id);
  if (!(await isVideoMeetingOf(db, id))) return { version: one.version, videoMeeting: null };
  const link = openMeetingLink(keys, one);
  return { version: one.version, videoMeeting: { link, isMissing: lacksLink(link, one, clock.now()) } };
}

/**
 * Where the meeting is opened, said or changed: the customer's page has it at once, and a minute later they are written to. The same
 * again: nothing more.
 * @throws NotFound; Invalid `not-by-video`; Conflict `booked-already` when nobody is to be met, `appointment-changed`
 */
export async function setMeetingLink(
  booking: Booking,
  by: By,
  id: string,
  { version, link }: MeetingLinkInput,
): Promise<{ version: number }> {
  return change(booking, by, id, async (trx, one) => {
    if (openMeetingLink(booking.keys, one) === link) return { version: one.version };
    if (one.version !== version) throw new Conflict('appointment-changed');
    await writeMeetingLink(trx, id, sealMeetingLink(booking.keys, id, link), booking.clock.now());
    await recordChange(trx, by, 'appointment.meeting-link-set', id, one.ownerOrg);
    await appointmentChanged(trx, id, { change: 'linked', version: one.version + 1, byStaff: true });
    return { version: one.version + 1 };
  });
}

/** Nothing is written of it: letters lead to the page, which says again how the call begins. @throws as `setMeetingLink` */
export async function removeMeetingLink(booking: Booking, by: By, id: string): Promise<void> {
  await change(booking, by, id, async (trx, one) => {
    if (one.meetingLink === null) return;
    await writeMeetingLink(trx, id, null, booking.clock.now());
    await recordChange(trx, by, 'appointment.meeting-link-removed', id, one.ownerOrg);
    await appointmentChanged(trx, id, { change: 'unlinked', version: one.version + 1, byStaff: true });
  });
}

async function change<T>(booking: Booking, { actor }: By, id: string, deed: (trx: Trx, one: AppointmentRow) => Promise<T>): Promise<T> {
  await changeable(booking.db, actor, id);
  return inTransaction(booking.db, async (trx) => {
    const one = await lockAppointment(trx, id);
    if (!one) throw new NotFound();
    if (!(await isVideoMeetingOf(trx, id))) throw new Invalid('not-by-video');
    if (!isOn(one.state)) throw new Conflict('booked-already');
    return deed(trx, one);
  });
}

/** For whoever may move it, in the calendar or by its own panel. @throws NotFound */
async function changeable(db: Booking['db'], actor: Actor, id: string): Promise<AppointmentRow> {
  const [sight, one] = await Promise.all([sightOf(db, actor), appointmentOf(db, id)]);
  if (!one || one.state === 'held' || one.state === 'expired') throw new NotFound();
  if (!seesCustomer(sight, one)) await requireSight(db, actor, id);
  return one;
}
