import { isCurrent } from '../../directory/service.ts';
import { type Calendar, calendarOf, type Exception, type Pattern, rememberedByDay } from '../slots/patterns.ts';
import { joined, type Span } from '../slots/spans.ts';
import { estimatedDrive, type Spot } from './driving.ts';

/** Where the bus stands and when, as rules. Pure; moments are epoch milliseconds, durations minutes. */
export type StopOfRoute = Spot & { id: string; hours: readonly Pattern[]; exceptions: readonly Exception[] };
/** The bus runs from its first day on, and from `validUntil` on no more. */
export type Route = {
  validFrom: Temporal.PlainDate;
  validUntil: Temporal.PlainDate | null;
  leaveMinutes: number;
  stops: readonly StopOfRoute[];
};

/**
 * One stand of a day. `bookedUntil`: appointments end by then, since the bus packs up and must be at its next stop when it is to open there.
 * `tight`: by so many minutes the timetable leaves too little for the way to the next stop.
 */
export type Stand = Span & { stopId: string; bookedUntil: number; tight: number };

export type Timetable = {
  /** Of the day, the earliest first. */
  standsOn(day: Temporal.PlainDate): Stand[];
  /** When an appointment can be at the stop; without one: at any. */
  open(stopId?: string): Calendar;
};

const MINUTE = 60_000;

/** The stands of each day; when an appointment can be at a stop is remembered by day, since the same days are asked for again and again. */
export function timetableOf({ leaveMinutes, stops, ...bus }: Route, zone: string): Timetable {
  const calendars = stops.map((stop) => ({ stop, calendar: calendarOf(stop.hours, stop.exceptions, zone) }));
  function standsOn(day: Temporal.PlainDate): Stand[] {
    if (!isCurrent(bus, day)) return [];
    const from = day.toZonedDateTime(zone).epochMilliseconds;
    const range = { from, until: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds };
    const those = calendars
      .flatMap(({ stop, calendar }) => calendar.between(range, [day]).map((span) => ({ stop, ...span })))
      .sort((a, b) => a.from - b.from || a.until - b.until);
    return those.map((one, at) => standBefore(one, those[at + 1], leaveMinutes));
  }
  const calendarsOpen = new Map<string, Calendar>();
  return {
    standsOn,
    open(stopId = '') {
      const known = calendarsOpen.get(stopId) ?? rememberedByDay((day) => openOf(standsOn(day), stopId));
      calendarsOpen.set(stopId, known);
      return known;
    },
  };
}

const openOf = (stands: readonly Stand[], stopId: string): Span[] =>
  joined(stands.filter((one) => !stopId || one.stopId === stopId).map(({ from, bookedUntil }) => ({ from, until: bookedUntil })));

type At = Span & { stop: StopOfRoute };

function standBefore({ stop, from, until }: At, next: At | undefined, leaveMinutes: number): Stand {
  const drive = next && next.stop.id !== stop.id ? Math.ceil(estimatedDrive(stop, next.stop).minutes) * MINUTE : 0;
  const leaves = next ? Math.min(until, next.from - drive) : until;
  const bookedUntil = Math.max(from, leaves - leaveMinutes * MINUTE);
  return { stopId: stop.id, from, until, bookedUntil, tight: Math.max(0, Math.round((until - leaves) / MINUTE)) };
}
