import { type RawBuilder, sql } from 'kysely';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { decrypt, encrypt } from '../../../platform/keys/keys.ts';
import type { AppointmentState } from '../types.ts';

const place = (id: string) => ({ table: 'appointment', row: id, column: 'meeting_link' });

export const sealMeetingLink = (keys: Keyring, id: string, link: string): string => encrypt(keys, link, place(id));

type Sealed = { id: string; state: AppointmentState; meetingLink: string | null };

/** Where the meeting is opened; of one that is cancelled, missed or only held there is none. */
export const openMeetingLink = (keys: Keyring, { id, state, meetingLink }: Sealed): string | null =>
  meetingLink !== null && isOn(state) ? decrypt(keys, meetingLink, place(id)) : null;

/** Whether one may still meet. */
export const isOn = (state: AppointmentState): boolean => state === 'confirmed' || state === 'arrived';

/** Of `appointment a`: by video, with one customer. A meeting of many has no link here. */
export const isVideoMeeting: RawBuilder<boolean> = sql<boolean>`(a.way = 'remote' and a.session_id is null
  and not exists (select from booking_session bs where bs.house_id = a.id))`;

const MISSED_HOURS = 24;

/** A day before it begins there should be a link. */
export function lacksLink(link: string | null, { state, startsAt, endsAt }: Lacking, now: Temporal.Instant): boolean {
  const isNear = Temporal.Instant.compare(now, startsAt.subtract({ hours: MISSED_HOURS })) >= 0;
  return link === null && isOn(state) && isNear && Temporal.Instant.compare(now, endsAt) < 0;
}
type Lacking = { state: AppointmentState; startsAt: Temporal.Instant; endsAt: Temporal.Instant };
