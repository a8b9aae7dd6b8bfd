import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { isOn, lacksLink, openMeetingLink, sealMeetingLink } from '../../booking/meeting-link.ts';
import { type AppointmentRow, appointmentOf, lockAppointment } from '../../booking/queries.ts';
import { appointmentChanged } from '../../events.ts';
import { leadsMeetingOf, othersOfCourse, tellOfLink, whoMeets } from '../../sessions/linking.ts';
import type { Booking } from '../../types.ts';
import { seesCustomer, sightOf } from '../calendar/sight.ts';
import { requireSight } from '../sight.ts';
import { isVideoCallOf, writeMeetingLink } from './queries.ts';
import type { MeetingLink, MeetingLinkInput } from './schema.ts';

/** @throws NotFound for who may not change the appointment */
export async function readMeetingLink({ db, keys, clock }: Booking, actor: Actor, id: string): Promise<MeetingLink> {
  const one = await changeable(db, actor, id);
  if (!(await isVideoCallOf(db, id))) return { version: one.version, videoCall: null, who: 'customer' };
  const link = openMeetingLink(keys, one);
  return {
    version: one.version,
    videoCall: { link, isMissing: lacksLink(link, one, clock.now()) },
    who: await whoMeets(db, id, clock.now()),
  };
}

/**
 * Where the video call is opened, said or changed: the page of the customer, or of everyone who has a place at the meeting of many, has it
 * at once, and a minute later they are written to. `wholeCourse`: for every meeting of its course still to be held. The same again: nothing more.
 * @throws NotFound; Invalid `not-by-video`; Conflict `booked-already` when nobody is to be met, `appointment-changed`
 */
export async function setMeetingLink(
  booking: Booking,
  by: By,
  id: string,
  { version, link, wholeCourse }: MeetingLinkInput,
): Promise<{ version: number }> {
  return change(booking, by, id, wholeCourse, async (trx, one, others) => {
    const differing = [one, ...others].filter((each) => openMeetingLink(booking.keys, each) !== link);
    if (differing.includes(one) && one.version !== version) throw new Conflict('appointment-changed');
    for (const each of differing) await say(booking, trx, by, each, link);
    await tellOfLink(
      trx,
      differing.map((each) => each.id),
      booking.clock.now(),
    );
    return { version: differing.includes(one) ? one.version + 1 : one.version };
  });
}

/** Nothing is written of it: letters lead to the page, which says again how the call begins. @throws as `setMeetingLink` */
export async function removeMeetingLink(booking: Booking, by: By, id: string): Promise<void> {
  await change(booking, by, id, false, async (trx, one) => {
    if (one.meetingLink !== null) await say(booking, trx, by, one, null);
  });
}

async function say({ keys, clock }: Booking, trx: Trx, by: By, { id, version, ownerOrg }: AppointmentRow, link: string | null) {
  await writeMeetingLink(trx, id, link === null ? null : sealMeetingLink(keys, id, link), clock.now());
  await recordChange(trx, by, `appointment.meeting-link-${link === null ? 'removed' : 'set'}`, id, ownerOrg);
  await appointmentChanged(trx, id, { change: link === null ? 'unlinked' : 'linked', version: version + 1, byStaff: true });
}

type Deed<T> = (trx: Trx, one: AppointmentRow, others: readonly AppointmentRow[]) => Promise<T>;

async function change<T>(booking: Booking, { actor }: By, id: string, wholeCourse: boolean, deed: Deed<T>): Promise<T> {
  await changeable(booking.db, actor, id);
  return inTransaction(booking.db, async (trx) => {
    if (!(await isVideoCallOf(trx, id))) throw new Invalid('not-by-video');
    // The meetings of a course are held by the same organisation at the same place: who may arrange one may arrange all.
    const ids = [id, ...(wholeCourse ? await othersOfCourse(trx, id, booking.clock.now()) : [])].sort();
    const locked: AppointmentRow[] = [];
    for (const each of ids) locked.push((await lockAppointment(trx, each)) as AppointmentRow);
    const one = locked.find((each) => each.id === id) as AppointmentRow;
    if (!isOn(one.state)) throw new Conflict('booked-already');
    return deed(
      trx,
      one,
      locked.filter((each) => each !== one && isOn(each.state)),
    );
  });
}

/** For whoever may move it, in the calendar or by its own panel, and whoever may arrange the meeting of many. @throws NotFound */
async function changeable(db: Booking['db'], actor: Actor, id: string): Promise<AppointmentRow> {
  const [sight, one] = await Promise.all([sightOf(db, actor), appointmentOf(db, id)]);
  if (!one || one.state === 'held' || one.state === 'expired') throw new NotFound();
  if (!seesCustomer(sight, one) && !(await leadsMeetingOf(db, actor, id))) await requireSight(db, actor, id);
  return one;
}
