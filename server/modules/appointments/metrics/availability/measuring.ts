import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import { DEFAULT_ZONE, dayOf, startOfDay } from '../../../../platform/clock/day.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { takenOf } from '../../capacity/queries.ts';
import { fitting, opensOn, partsOf, wantedFor } from '../../capacity/rules.ts';
import { readCapacities } from '../../capacity/service.ts';
import type { Capacity } from '../../capacity/types.ts';
import { bookableRange } from '../../slots/rules.ts';
import type { Span } from '../../slots/spans.ts';
import { addMeasured, blockedOf, type Measured, measuredOn, servicesWithPlaces } from './queries.ts';
import { loadOf, nextTimes } from './rules.ts';

type Measuring = { db: Kysely<Tables>; clock: Clock };

/** Before the doors open, and after those who sit up for the day's new times have taken them: seven by Finland's clock. */
const HOUR = 7;
/** How far ahead it is looked how much is taken. */
const WEEKS_DAYS = 28;
const THIRD = 3;
const [DAY, MINUTE] = [86_400_000, 60_000];

/**
 * Measures, once a day for each, how soon a service can be had at a place: nobody can tell afterwards what was free. Asked every hour, so
 * that a service that was down at seven measures when it is up again. @returns how many were measured now
 */
export async function measureAvailability({ db, clock }: Measuring): Promise<number> {
  const now = clock.now();
  if (now.toZonedDateTimeISO(DEFAULT_ZONE).hour < HOUR) return 0;
  const day = dayOf(now);
  const done = await measuredOn(db, day);
  let count = 0;
  for (const { bookableId, pointIds, isRemote } of await servicesWithPlaces(db)) {
    const left = pointIds.filter((pointId) => !done.has(`${bookableId} ${pointId}`));
    const isRemoteLeft = isRemote && !done.has(`${bookableId} null`);
    const capacities = [
      ...(left.length > 0 ? await readCapacities(db, bookableId, left) : []),
      ...(isRemoteLeft ? await readCapacities(db, bookableId, null) : []),
    ];
    for (const capacity of capacities) await addMeasured(db, day, await measure({ db, clock }, capacity));
    count += capacities.length;
  }
  return count;
}

/** One service at one place, without special needs, in whatever language. */
export async function measure({ db, clock }: Measuring, capacity: Capacity): Promise<Measured> {
  const now = clock.now();
  const { wide, those } = reachOf(now, capacity);
  const ids = [...new Set(those.flat().map(({ id }) => id))];
  return measured(now, capacity, await takenOf(db, ids, wide, now, undefined), await blockedOf(db, ids, wide));
}

/** The same from what was taken and blocked at that moment, however it is known. */
export function measured(
  now: Temporal.Instant,
  capacity: Capacity,
  taken: Awaited<ReturnType<typeof takenOf>>,
  blocked: Awaited<ReturnType<typeof blockedOf>>,
): Measured {
  const { bookable, resources } = capacity;
  const { wish, wanted, range, weeks, wide, those } = reachOf(now, capacity);
  const parts = partsOf(capacity, wanted, those, taken, wish, wide);
  const times = nextTimes(parts, wanted.terms, range, resources, THIRD);
  const [first, third] = [times[0], times[THIRD - 1]].map((time) => (time ? until(now, time.from, bookable.zone) : null));
  const named = { bookableId: bookable.id, pointId: bookable.pointId, measuredAt: now };
  return { ...named, first: first ?? null, third: third ?? null, ...loadOf(parts[0], weeks, blocked) };
}

/** How far it is looked, and among whom. */
function reachOf(now: Temporal.Instant, capacity: Capacity) {
  const { bookable } = capacity;
  const wish = { needs: [], language: null };
  const wanted = wantedFor(bookable, wish);
  const range = bookableRange(wanted.terms, now.epochMilliseconds, bookable.zone, (day) => opensOn(capacity, day));
  const weeks = weeksAhead(now, bookable);
  const wide = { from: Math.min(range.from, weeks.from) - DAY, until: Math.max(range.until, weeks.until) + DAY };
  return { wish, wanted, range, weeks, wide, those: fitting(capacity, wanted, wish) };
}

/** Whole days from tomorrow on, as far as one may book. */
function weeksAhead(now: Temporal.Instant, { zone, horizonDays }: Capacity['bookable']): Span {
  const today = dayOf(now, zone);
  const startOf = (days: number) => startOfDay(today.add({ days }), zone).epochMilliseconds;
  return { from: startOf(1), until: startOf(Math.min(WEEKS_DAYS, horizonDays) + 1) };
}

function until(now: Temporal.Instant, moment: number, zone: string): { minutes: number; days: number } {
  const at = Temporal.Instant.fromEpochMilliseconds(moment);
  return { minutes: Math.round((moment - now.epochMilliseconds) / MINUTE), days: dayOf(now, zone).until(dayOf(at, zone)).days };
}
