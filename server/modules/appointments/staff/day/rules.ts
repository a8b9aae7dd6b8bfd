import type { AppointmentState } from '../../types.ts';
import type { dayStates } from '../booking/schema.ts';

export type DayState = (typeof dayStates)[number];

export type Course = {
  state: AppointmentState;
  startsAt: Temporal.Instant;
  lateUntil: Temporal.Instant | null;
  servedAt: Temporal.Instant | null;
  doneAt: Temporal.Instant | null;
  /** The visit is over and nobody was served. */
  left: boolean;
};

/** Of a meeting of many: nobody is awaited by it, and it is held at its time. */
export function meetingStateOf(
  { startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  now: Temporal.Instant,
): DayState {
  if (Temporal.Instant.compare(now, startsAt) < 0) return 'coming';
  return Temporal.Instant.compare(now, endsAt) < 0 ? 'serving' : 'done';
}

/** How it stands with somebody who is expected: `late` has been said by telephone, `due` should be here by now. */
export function dayStateOf({ state, startsAt, lateUntil, servedAt, doneAt, left }: Course, now: Temporal.Instant): DayState {
  if (state === 'missed' || state === 'cancelled') return state;
  if (doneAt) return 'done';
  if (left) return 'left';
  if (servedAt) return 'serving';
  if (state === 'arrived') return 'arrived';
  if (lateUntil) return 'late';
  return Temporal.Instant.compare(startsAt, now) <= 0 ? 'due' : 'coming';
}
