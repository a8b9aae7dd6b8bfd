import type { Clock } from '../../../../platform/clock/clock.ts';
import { dayOf } from '../../../../platform/clock/day.ts';
import type { Db } from '../../../../platform/db/transaction.ts';
import type { Actor } from '../../../identity/types.ts';
import { daysAround } from '../../slots/patterns.ts';
import { holds, type Span } from '../../slots/spans.ts';
import { keepingOf } from '../keeping.ts';
import { doorsOf, fitting, isThere, wantedFor } from '../rules.ts';
import { readCapacities } from '../service.ts';
import type { Capacity } from '../types.ts';
import { type Booked, bookedAhead, type Scope } from './queries.ts';
import type { BookingConflict, BookingConflicts, ConflictReason } from './schema.ts';

type Reading = { db: Db; clock: Clock };
type Asked = Pick<Scope, 'resourceId' | 'bookableId' | 'pointId'>;

/** Who, of those whose appointments one keeps, must be moved. */
export async function conflictsFor({ db, clock }: Reading, actor: Actor, asked: Asked): Promise<BookingConflicts> {
  const { organisations, points } = await keepingOf(db, actor);
  return conflictsIn({ db, clock }, { ...asked, organisationIds: [...organisations], pointIds: [...points] });
}

const MOST_SHOWN = 500;

/**
 * The agreed times to come that could not be booked any more, as the set-up stands now: worked out each time from what is booked, so that
 * no change, of whatever, can leave anybody out.
 */
export async function conflictsIn({ db, clock }: Reading, scope: Scope): Promise<BookingConflicts> {
  const booked = await bookedAhead(db, clock.now(), scope);
  const conflicts: BookingConflict[] = [];
  for (const [bookableId, those] of Map.groupBy(booked, (one) => one.bookableId)) {
    const capacities = await capacitiesOf(db, bookableId, those);
    conflicts.push(...those.flatMap((one) => conflictOf(one, capacities.get(one.pointId)) ?? []));
  }
  conflicts.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  return { count: conflicts.length, points: pointsOf(conflicts), conflicts: conflicts.slice(0, MOST_SHOWN) };
}

function pointsOf(conflicts: readonly BookingConflict[]): BookingConflicts['points'] {
  const byPoint = Map.groupBy(conflicts, ({ pointId }) => pointId);
  return [...byPoint].map(([pointId, those]) => ({ pointId, pointName: those[0]?.pointName ?? null, count: those.length }));
}

async function capacitiesOf(db: Db, bookableId: string, booked: readonly Booked[]): Promise<Map<string | null, Capacity>> {
  const pointIds = [...new Set(booked.flatMap(({ pointId }) => pointId ?? []))];
  const atPoints = pointIds.length > 0 ? await readCapacities(db, bookableId, pointIds) : [];
  const remote = booked.some(({ pointId }) => pointId === null) ? (await readCapacities(db, bookableId, null)).slice(0, 1) : [];
  return new Map([...atPoints.map((one) => [one.bookable.pointId, one] as const), ...remote.map((one) => [null, one] as const)]);
}

function conflictOf(booked: Booked, capacity: Capacity | undefined): BookingConflict | undefined {
  const { id: appointmentId, bookableId, pointId, pointName, stop, startsAt, endsAt } = booked;
  const found = capacity ? faultsOf(booked, capacity) : [{ reason: 'service-gone' as const }];
  if (found.length === 0) return undefined;
  const reasons = [...new Set(found.map(({ reason }) => reason))];
  const resourceIds = [...new Set(found.flatMap((one) => one.resourceId ?? []))];
  return { appointmentId, bookableId, pointId, pointName, stop, startsAt, endsAt, reasons, resourceIds };
}

type Fault = { reason: ConflictReason; resourceId?: string };

function faultsOf(booked: Booked, capacity: Capacity): Fault[] {
  const span = { from: booked.startsAt.epochMilliseconds, until: booked.endsAt.epochMilliseconds };
  const days = daysAround(span, capacity.bookable.zone);
  const shut = shutOf(booked, capacity, span, days);
  const absent = booked.resourceIds.flatMap((id) => absenceOf(booked, id, capacity, span, days) ?? []);
  return [...(shut ? [{ reason: shut }] : []), ...absent];
}

function shutOf({ stop, startsAt }: Booked, capacity: Capacity, span: Span, days: Temporal.PlainDate[]): ConflictReason | undefined {
  const { bookable } = capacity;
  const doors = doorsOf(capacity, stop?.id);
  if (!doors || holds(doors.between(span, days), span.from, span.until)) return undefined;
  return isThere(bookable, dayOf(startsAt, bookable.zone)) ? 'place-closed' : 'place-gone';
}

function absenceOf(booked: Booked, resourceId: string, capacity: Capacity, span: Span, days: Temporal.PlainDate[]): Fault | undefined {
  const one = capacity.resources.find(({ id }) => id === resourceId);
  if (booked.disabledIds.includes(resourceId)) return { reason: 'person-disabled', resourceId };
  if (!one) return { reason: 'resource-gone', resourceId };
  if (booked.blockedIds.includes(resourceId)) return { reason: 'resource-away', resourceId };
  const calendar = one.calendarIn(booked.language);
  if (calendar && !holds(calendar.between(span, days), span.from, span.until)) return { reason: 'resource-away', resourceId };
  // In which language the customer is written to is no wish: who is served in another is served still.
  const wish = { needs: booked.needs, interpreterLanguage: booked.interpreterLanguage, language: null };
  const fit = fitting(capacity, wantedFor(capacity.bookable, wish), wish).flat();
  return fit.some(({ id }) => id === resourceId) ? undefined : { reason: 'resource-unfit', resourceId };
}
