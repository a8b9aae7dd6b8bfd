import { dayOf } from '../../../platform/clock/day.ts';
import type { Locale } from '../../../platform/i18n/locale.ts';
import { nameIn } from '../../directory/service.ts';
import { writeCalendar } from '../calendar/writing.ts';
import type { BusShown } from './timetables.ts';

type Deps = { publicUrl: string; clock: { now(): Temporal.Instant } };

/** When the bus stands at a stop, for anybody's calendar: nothing in it is of a person. */
export function stopCalendar({ publicUrl, clock }: Deps, { bus, stops, stands }: BusShown, stopId: string, locale: Locale): string {
  const stop = stops.find(({ id }) => id === stopId) as (typeof stops)[number];
  const entries = stands
    .filter((stand) => stand.stopId === stopId)
    .map(({ from, until }) => {
      const startsAt = Temporal.Instant.fromEpochMilliseconds(from);
      return {
        uid: `${stopId}-${dayOf(startsAt, bus.zone)}-${from}@${new URL(publicUrl).hostname}`,
        sequence: 0,
        stamp: clock.now(),
        startsAt,
        endsAt: Temporal.Instant.fromEpochMilliseconds(until),
        cancelled: false,
        isPublic: true,
        summary: `${nameIn(bus.name, locale)}, ${nameIn(stop.name, locale)}`,
        location: [stop.street, [stop.postalCode, stop.city].filter(Boolean).join(' ')].join(', '),
        description: stop.finding[locale] ?? stop.finding.fi ?? null,
      };
    });
  return writeCalendar(entries);
}
