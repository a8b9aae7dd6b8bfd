import { dayOf } from '../../../platform/clock/day.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { EARLY_MINUTES } from '../staff/day/service.ts';
import type { JointKind } from './queries.ts';

/**
 * The parts one comes to now by the page, in their order: of a visit all that is agreed, since one arrives once; of a course the meeting
 * that is on or begins within the hour. Empty: it is too early, over, or nobody comes anywhere.
 */
export function comingNow(kind: JointKind, parts: readonly AppointmentRow[], now: Temporal.Instant): AppointmentRow[] {
  const today = parts.filter((part) => part.state === 'confirmed' && part.way !== 'phone' && isToday(part, now));
  const open = kind === 'visit' ? today : today.filter(({ endsAt }) => Temporal.Instant.compare(now, endsAt) < 0).slice(0, 1);
  const [first] = open;
  const isOpen = first && Temporal.Instant.compare(now, first.startsAt.subtract({ minutes: EARLY_MINUTES })) >= 0;
  return isOpen ? open : [];
}

/** The meeting of a course that one has come to and that is not over. */
export function cameToday(kind: JointKind, parts: readonly AppointmentRow[], now: Temporal.Instant): AppointmentRow | undefined {
  if (kind === 'visit') return undefined;
  return parts.find((part) => part.state === 'arrived' && isToday(part, now) && Temporal.Instant.compare(now, part.endsAt) < 0);
}

/** Of a visit that one has come to today: how the queue knows it, whose page tells one's number. */
export const comeTo = (kind: JointKind, parts: readonly AppointmentRow[], now: Temporal.Instant): string | null =>
  (kind === 'visit' && parts.find((part) => part.state === 'arrived' && isToday(part, now) && part.expectedId)?.expectedId) || null;

const isToday = ({ startsAt }: AppointmentRow, now: Temporal.Instant) => dayOf(startsAt).equals(dayOf(now));
