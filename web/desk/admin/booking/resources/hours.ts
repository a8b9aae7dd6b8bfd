import type { ResourceHours } from '../../../../shared/api/booking-setup.ts';
import { todayInFinland } from '../../../../shared/ui/days.ts';

/** A usual week to begin from. The anchor is a day of the first of the weeks in which it repeats. */
export function newHours(before: readonly ResourceHours[]): ResourceHours {
  const { opens, closes, pointId } = before.at(-1) ?? { opens: '09:00', closes: '15:00', pointId: null };
  return {
    pointId,
    everyWeeks: 1,
    anchor: todayInFinland(),
    weekdays: [1, 2, 3, 4, 5],
    opens,
    closes,
    validFrom: null,
    validUntil: null,
    onHolidays: false,
    languages: null,
  };
}

/** Weekdays in a row, from one to another: [1, 2, 3, 5] is 1–3 and 5. */
export function runsOfDays(weekdays: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const weekday of weekdays.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last?.to === weekday - 1) last.to = weekday;
    else runs.push({ from: weekday, to: weekday });
  }
  return runs;
}
