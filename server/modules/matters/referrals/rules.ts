import { holidayOn } from '../../../platform/clock/holidays.ts';

/** When the customer is asked how it went: long enough to have gone there. */
const ASK_AFTER = { days: 14 };
const FRIDAY = 5;

/** Two weeks on, or the next day after that on which people work. */
export function askingDay(today: Temporal.PlainDate): Temporal.PlainDate {
  let day = today.add(ASK_AFTER);
  while (day.dayOfWeek > FRIDAY || holidayOn(day)) day = day.add({ days: 1 });
  return day;
}
