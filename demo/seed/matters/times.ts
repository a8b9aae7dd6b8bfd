import { dayOf } from '../../../server/platform/clock/day.ts';
import { type OpeningHours, openingsOfDay } from '../../../server/platform/clock/opening.ts';
import { deskHours } from '../places.ts';
import type { When } from './types.ts';

const ZONE = 'Europe/Helsinki';
/** '25 min' reaches at most this far back; '1 d' lies before it, so that the two never change places. Open minutes. */
const LONGEST_MINUTES = 300;

/** What the promise of a unit is counted in. */
type Promising = { opening: OpeningHours; answerMinutes: number };
export type Times = (when: When, unit: Promising) => Temporal.Instant;

/** Moments of past and coming working days, seen from `now`: a demo begun on a Sunday evening tells of Friday. */
export function timesFrom(now: Temporal.Instant): Times {
  const today = dayOf(now, ZONE);
  const recent = dayOf(ago(deskHours, now, LONGEST_MINUTES), ZONE);
  return (when, unit) => {
    if (typeof when === 'object') return ago(unit.opening, now, unit.answerMinutes - when.left);
    const minutes = /^(\d+) min$/.exec(when);
    if (minutes) return ago(deskHours, now, Math.min(LONGEST_MINUTES, Number(minutes[1])));
    const day = /^(in )?(\d+) d (\d\d?)\.(\d\d)$/.exec(when);
    if (!day) throw new RangeError(`the seed knows no moment ${when}`);
    const [, ahead, days, hour, minute] = day;
    const date = ahead ? workingDay(today, Number(days)) : workingDay(recent, -Number(days));
    return date.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: Number(hour), minute: Number(minute) } }).toInstant();
  };
}

/** The moment since which so many minutes have been open. */
function ago(hours: OpeningHours, now: Temporal.Instant, minutes: number): Temporal.Instant {
  let left = minutes * 60;
  for (let day = dayOf(now, ZONE); ; day = day.subtract({ days: 1 })) {
    for (const { opens, closes } of openingsOfDay(hours, day).reverse()) {
      const end = Temporal.Instant.compare(closes, now) > 0 ? now : closes;
      const open = Math.max(0, end.since(opens).total('seconds'));
      if (open > left || (open === left && open > 0)) return end.subtract({ seconds: Math.round(left) });
      left -= open;
    }
  }
}

function workingDay(from: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const way = Math.sign(days);
  let day = from;
  for (let left = Math.abs(days); left > 0; ) {
    day = day.add({ days: way });
    if (openingsOfDay(deskHours, day).length > 0) left -= 1;
  }
  return day;
}
