import type { Trx } from '../../platform/db/transaction.ts';
import type { NewEvent } from '../../platform/events/event.ts';
import { publish } from '../../platform/events/publish.ts';

/**
 * Subject: the appointment. It was confirmed, moved, cancelled or given to others at the same time; whoever tells the customer reads what
 * it is then. `written`: the letters of it stand already. `called-off`: cancelled by staff. `relocated`: at the same time, at another address.
 * `linked`: where its video call is opened was said or changed; `unlinked`: that was taken away.
 * `byStaff`: may be taken back for a minute. `undoes`: it is as it was before that version.
 */
export const APPOINTMENT_CHANGED = 'appointments.changed';
export type AppointmentChanged = {
  change: 'confirmed' | 'moved' | 'cancelled' | 'called-off' | 'given' | 'relocated' | 'linked' | 'unlinked';
  version: number;
  written?: true;
  byStaff?: true;
  undoes?: number;
};

/** Subject: a block, made or taken away. */
export const CALENDAR_CHANGED = 'appointments.calendar-changed';

export const changeEvent = (subject: string, data: AppointmentChanged): NewEvent => ({ type: APPOINTMENT_CHANGED, subject, data });

export async function appointmentChanged(trx: Trx, id: string, data: AppointmentChanged): Promise<void> {
  await publish(trx, changeEvent(id, data));
}

export async function calendarChanged(trx: Trx, subject: string): Promise<void> {
  await publish(trx, { type: CALENDAR_CHANGED, subject, data: {} });
}

/**
 * Subject: what was agreed as one; of each of its parts there is an `appointments.changed` too, but of
 * `linked`: where the video call of some of its meetings is opened was said or changed. `called-off`: a part of it, or all, was cancelled by staff.
 * `byStaff`: may be taken back for a minute. `undoes`: it is as it was before that version.
 */
export const JOINT_CHANGED = 'appointments.joint-changed';
export type JointChanged = {
  change: 'confirmed' | 'moved' | 'cancelled' | 'called-off' | 'linked';
  version: number;
  byStaff?: true;
  undoes?: number;
};

export async function jointChanged(trx: Trx, id: string, data: JointChanged): Promise<void> {
  await publish(trx, { type: JOINT_CHANGED, subject: id, data });
}

/** Subject: the place at a meeting. It was missed, or that was taken back; for the people of the authority that had asked the customer to come. */
export const MEETING_MISSED = 'appointments.meeting-missed';
export type MeetingMissed = { organisationId: string };

export async function meetingMissed(trx: Trx, subject: string, organisationId: string): Promise<void> {
  await publish(trx, { type: MEETING_MISSED, subject, data: { organisationId } satisfies MeetingMissed });
}
