import { addOpenMinutes, type OpeningHours, openMinutesBetween } from '../../../platform/clock/opening.ts';
import { isAway } from './rules.ts';
import type { RequestState } from './schema.ts';

export type AnsweringHours = { opening: OpeningHours; answerMinutes: number; remindMinutes: number };
export type Times = { dueAt: Temporal.Instant; remindAt: Temporal.Instant };
export type RunningTimes = { dueAt: Temporal.Instant; remindAt: Temporal.Instant | null; awaySince: Temporal.Instant | null };

/** When a unit must have answered what came at `from`, and when it is reminded: in its own open minutes. Null: it has no hours. */
export function timesOf(unit: AnsweringHours, from: Temporal.Instant): Times | null {
  const dueAt = addOpenMinutes(unit.opening, from, unit.answerMinutes);
  const remindAt = addOpenMinutes(unit.opening, from, Math.max(0, unit.answerMinutes - unit.remindMinutes));
  return dueAt && remindAt ? { dueAt, remindAt } : null;
}

/**
 * The times after a change of state: the clock stands still while the request waits for others, and when it comes back it gets
 * the open minutes it was away. One that was overdue when it left comes back overdue.
 */
export function timesAfter(
  { dueAt, remindAt, awaySince }: RunningTimes,
  next: RequestState,
  opening: OpeningHours,
  now: Temporal.Instant,
): RunningTimes {
  if (isAway(next)) return { dueAt, remindAt, awaySince: awaySince ?? now };
  if (!awaySince) return { dueAt, remindAt, awaySince };
  const away = openMinutesBetween(opening, awaySince, now);
  const later = (moment: Temporal.Instant) => addOpenMinutes(opening, moment, away) ?? moment;
  return { dueAt: later(dueAt), remindAt: remindAt && later(remindAt), awaySince: null };
}
