import { DEFAULT_ZONE, dayOf } from '../../../platform/clock/day.ts';
import type { NewLetter } from './queries.ts';

/** What staff have changed they may take back for a minute: until then nobody is written to. */
const UNDO_SECONDS = 60;

export const tellFrom = ({ byStaff }: { byStaff?: true }, now: Temporal.Instant): Temporal.Instant =>
  byStaff ? now.add({ seconds: UNDO_SECONDS }) : now;

/** The day before, at ten: late enough not to be forgotten, early enough to give the time to another. */
const REMINDER_HOUR = 10;

export const reminderOf = (startsAt: Temporal.Instant): Temporal.Instant =>
  dayOf(startsAt)
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone: DEFAULT_ZONE, plainTime: { hour: REMINDER_HOUR } })
    .toInstant();

/** None when it is too late for one. */
export function remindersOf(startsAt: Temporal.Instant, now: Temporal.Instant): NewLetter[] {
  const notBefore = reminderOf(startsAt);
  return Temporal.Instant.compare(notBefore, now) > 0 ? [{ kind: 'reminder', notBefore }] : [];
}

/** Written in the statement that confirms: most of what is booked is never changed, and costs no reaction. */
export const lettersOfConfirmed = (startsAt: Temporal.Instant, now: Temporal.Instant): NewLetter[] => [
  { kind: 'confirmed', notBefore: now },
  ...remindersOf(startsAt, now),
];
