import { isCurrent } from '../../directory/service.ts';
import { type Calendar, daysAround } from '../slots/patterns.ts';
import type { Part, Resource, Terms } from '../slots/rules.ts';
import { common, holds, type Span } from '../slots/spans.ts';
import type { Taken } from './queries.ts';
import type { Bookable, Capacity, PartWanted, Staffed } from './types.ts';

/** What the customer needs of the appointment. `language`: to be served in; `interpreterLanguage`: that is interpreted, where an interpreter is needed; null: any. */
export type Wish = {
  needs: readonly string[];
  language: string | null;
  interpreterLanguage?: string | null | undefined;
  people?: number | undefined;
  /** Of a bus, at which stop; none: at any. */
  stopId?: string | null | undefined;
};

export type Wanted = { terms: Terms; parts: Required<PartWanted>[] };

/** How long it takes and what it takes, with what the special needs add. */
export function wantedFor(bookable: Bookable, { needs, people = 1 }: Wish): Wanted {
  const rules = bookable.rules.filter(({ need }) => needs.includes(need));
  const { minutes, bufferBefore, bufferAfter, step, notice, horizonDays } = bookable;
  const longer = rules.reduce((sum, rule) => sum + (rule.minutes ?? 0), bookable.minutesEach * (people - 1));
  const room = rules.flatMap((rule) => rule.room ?? []);
  const added: PartWanted[] = rules.flatMap(({ part }) => part ?? []);
  if (room.length > 0) added.push({ kind: 'room', count: 0, features: room });
  return {
    terms: { minutes: minutes + longer, bufferBefore, bufferAfter, step, notice, horizonDays },
    parts: byKind([...bookable.parts, ...added]),
  };
}

/** One part of each kind, so that nobody can stand in two: as many as are asked for together, each with every feature asked for. */
function byKind(parts: readonly PartWanted[]): Required<PartWanted>[] {
  return [...Map.groupBy(parts, ({ kind }) => kind)].map(([kind, those]) => ({
    kind,
    count: Math.max(
      1,
      those.reduce((sum, { count = 1 }) => sum + count, 0),
    ),
    features: [...new Set(those.flatMap(({ features = [] }) => features))],
  }));
}

/** Whom each part could take, in the order of the parts. */
export const fitting = ({ resources }: Capacity, { parts }: Wanted, wish: Wish): Staffed[][] =>
  parts.map(({ kind, features }) => resources.filter((one) => one.kind === kind && suits(one, features, wish)));

const suits = ({ kind, features, languages }: Staffed, wanted: readonly string[], { language, interpreterLanguage }: Wish) => {
  if (!wanted.every((feature) => features.includes(feature))) return false;
  // An interpreter whose languages nobody has said interprets none for sure.
  if (kind === 'interpreter') return !interpreterLanguage || languages.includes(interpreterLanguage);
  return kind !== 'person' || !language || languages.length === 0 || languages.includes(language);
};

const ALWAYS: Span[] = [{ from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }];

/** The parts, each with those who could stand in it, when they are there and what is taken of them. */
export function partsOf(
  capacity: Capacity,
  wanted: Wanted,
  those: readonly Staffed[][],
  taken: Map<string, Taken>,
  wish: Wish,
  range: Span,
): Part[] {
  const days = daysAround(range, capacity.bookable.zone);
  const doors = doorsOf(capacity, wish.stopId)?.between(range, days) ?? ALWAYS;
  const open = new Map<object, Span[]>();
  const openOf = (one: Staffed) => {
    const calendar = one.calendarIn(wish.language);
    if (!calendar) return doors;
    const known = open.get(calendar) ?? common(calendar.between(range, days), doors);
    open.set(calendar, known);
    return known;
  };
  return wanted.parts.map(({ kind, count }, at) => ({
    kind,
    count,
    among: (those[at] ?? []).map((one): Resource => ({ id: one.id, open: openOf(one), taken: taken.get(one.id)?.spans ?? [] })),
  }));
}

/** Whether the point is one on that day; what is given remotely always is. */
export const isThere = ({ validFrom, validUntil }: Pick<Bookable, 'validFrom' | 'validUntil'>, day: Temporal.PlainDate): boolean =>
  validFrom === null || isCurrent({ validFrom, validUntil }, day);

/** Of a bus: when it can be booked at the stop. Null: always open. */
export const doorsOf = ({ doors, route }: Capacity, stopId: string | null | undefined): Calendar | null =>
  route && stopId ? route.timetable.open(stopId) : doors;

/** At which stop the bus stands the whole time. */
export function stopAt({ route, bookable: { zone } }: Capacity, span: Span): string | null {
  const days = daysAround(span, zone);
  return route?.stopIds.find((id) => holds(route.timetable.open(id).between(span, days), span.from, span.until)) ?? null;
}

/** When the doors of the place open on that day; a remote service opens with the day. Null: closed. */
export function opensOn({ bookable: { zone }, doors }: Capacity, day: Temporal.PlainDate): number | null {
  const from = day.toZonedDateTime(zone).epochMilliseconds;
  if (!doors) return from;
  return doors.between({ from, until: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds }, [day])[0]?.from ?? null;
}

/**
 * Of each part, who is taken: those who can do least else first, so that whoever speaks Swedish or knows another service too is left for
 * whom only they can serve. Among equals by lot, so that bookers at the same moment do not all reach for the same one. `had`: before all
 * others those who had it, when a move is taken back.
 */
export function chosen(
  free: readonly (readonly Resource[])[],
  counts: readonly number[],
  all: readonly Staffed[],
  lot: () => number,
  had: readonly string[] = [],
): string[] {
  const breadth = new Map(all.map(({ id, skills, languages, features }) => [id, skills * 10 + languages.length + features.length]));
  return free.flatMap((those, at) =>
    those
      .map(({ id }) => ({ id, isNew: had.includes(id) ? 0 : 1, breadth: breadth.get(id) ?? 0, lot: lot() }))
      .sort((a, b) => a.isNew - b.isNew || a.breadth - b.breadth || a.lot - b.lot)
      .slice(0, counts[at])
      .map(({ id }) => id),
  );
}
