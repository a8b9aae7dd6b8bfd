import { DEFAULT_ZONE } from '../../../../platform/clock/day.ts';
import { type OpeningHours, openingsOfDay } from '../../../../platform/clock/opening.ts';
import { Invalid, NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../identity/types.ts';
import { openContact } from '../../booking/contact.ts';
import { calendarOf, daysAround } from '../../slots/patterns.ts';
import { common, joined, type Span, without } from '../../slots/spans.ts';
import type { Booking } from '../../types.ts';
import { type CalendarRow, calendarsIn, choices, type PlaceRow, type TakenRow } from './queries.ts';
import type { CalendarChoices, Calendars, ResourceCalendar } from './schema.ts';
import { arranges, isOwn, type Sight, seesCalendar, seesCustomer, seesPoint, sightOf } from './sight.ts';

const MOST_DAYS = 14;

export type Days = { from: Temporal.PlainDate; until: Temporal.PlainDate };

/** Whose calendars the actor may open: their own, their organisation's, and those of the points where they work. */
export async function calendarChoices({ db }: Booking, actor: Actor): Promise<CalendarChoices> {
  const [sight, all] = await Promise.all([sightOf(db, actor), choices(db)]);
  const seen = all.filter((one) => seesCalendar(sight, one, one.pointIds));
  const pointIds = [...new Set(all.flatMap((one) => one.pointIds))].filter((id) => seesPoint(sight, id));
  const calendars = seen.map(({ id, kind, name, pointId, ...one }) => ({
    id,
    kind,
    name,
    pointId,
    isMine: isOwn(sight, { kind, pointId, ...one }),
  }));
  return { pointIds, calendars };
}

/**
 * Of a point, or of one person, room or piece of equipment, day by day.
 * @throws NotFound for a calendar that is not the actor's to see; Invalid `too-many-days`
 */
export async function readCalendars(
  booking: Booking,
  actor: Actor,
  asked: Days & { point?: string | undefined; resource?: string | undefined },
): Promise<Calendars> {
  const { db, clock } = booking;
  const range = rangeIn(asked, DEFAULT_ZONE);
  const sight = await sightOf(db, actor);
  const { point: pointId = null, resource: resourceId = null } = asked;
  if ((pointId === null) === (resourceId === null) || (pointId && !seesPoint(sight, pointId))) throw new NotFound();
  const rows = await calendarsIn(db, { pointId, resourceId }, range, clock.now());
  if (
    resourceId &&
    !rows.every((one) =>
      seesCalendar(
        sight,
        one,
        one.places.map(({ id }) => id),
      ),
    )
  )
    throw new NotFound();
  if (resourceId && rows.length === 0) throw new NotFound();
  return { zone: DEFAULT_ZONE, calendars: rows.map((row) => shown(booking, sight, row, pointId, range)) };
}

/** The days from midnight to midnight. @throws Invalid `too-many-days` */
export function rangeIn({ from, until }: Days, zone: string): Span {
  const days = from.until(until).days;
  if (days < 0 || days >= MOST_DAYS) throw new Invalid('too-many-days');
  return { from: from.toZonedDateTime(zone).epochMilliseconds, until: until.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds };
}

function shown(booking: Booking, sight: Sight, row: CalendarRow, pointId: string | null, range: Span): ResourceCalendar {
  const { id, kind, name, organisationId, pointId: home } = row;
  const open = openOf(row, pointId, range);
  const arranged = arranges(sight, row);
  const busy = joined([
    ...row.taken.map(({ from, until }) => spanOf(from, until)),
    ...row.blocked.map(({ startsAt, endsAt }) => spanOf(startsAt, endsAt)),
  ]);
  const seen = { id, kind, name, organisationId, pointId: home, isMine: isOwn(sight, row), arranged };
  const blocked = row.blocked.map((one) => ({
    ...one,
    ...stretchOf(spanOf(one.startsAt, one.endsAt)),
    reason: arranged ? one.reason : null,
  }));
  return {
    ...seen,
    open: open.map(stretchOf),
    free: without(open, busy).map(stretchOf),
    taken: row.taken.map((one) => takenAs(booking, sight, one)),
    blocked,
  };
}

function takenAs({ keys }: Booking, sight: Sight, row: TakenRow): ResourceCalendar['taken'][number] {
  const { id, state, version, service, pointId, way, language, needs, interpreterLanguage, resourceIds, isOfVisit, meetingId, stop } = row;
  const at = { id, ...stretchOf(spanOf(row.startsAt, row.endsAt)), during: stretchOf(spanOf(row.from, row.until)), state };
  if (!seesCustomer(sight, row)) return { ...at, booked: null };
  const contact = openContact(keys, id, row.contact);
  const booked = {
    version,
    service,
    pointId,
    way,
    language,
    needs,
    interpreterLanguage,
    isOfVisit,
    meetingId,
    stop,
    code: contact?.code ?? null,
    byEmail: Boolean(contact?.email) && !row.isProtected,
    resourceIds,
  };
  return { ...at, booked };
}

/** When it is there: a person in their hours, a room without hours whenever the doors are open; at one point, or wherever it is. */
function openOf({ kind, hours, exceptions, places }: CalendarRow, pointId: string | null, range: Span): Span[] {
  const at = (place: PlaceRow | null) => {
    const zone = place?.zone ?? DEFAULT_ZONE;
    const days = daysAround(range, zone);
    const doors = place ? doorsOf(place, days) : [range];
    if (kind !== 'person' && hours.length + exceptions.length === 0) return place ? common(doors, [range]) : [];
    const here = hours.filter((one) => one.pointId === null || one.pointId === place?.id);
    return common(common(calendarOf(here, exceptions, zone).between(range, days), doors), [range]);
  };
  const those = pointId ? places.filter(({ id }) => id === pointId) : places;
  return joined(those.length > 0 ? those.flatMap(at) : at(null));
}

const doorsOf = ({ opening, zone }: PlaceRow, days: readonly Temporal.PlainDate[]): Span[] =>
  joined(
    days.flatMap((day) =>
      openingsOfDay({ ...(opening as object), zone } as OpeningHours, day).map(({ opens, closes }) => ({
        from: opens.epochMilliseconds,
        until: closes.epochMilliseconds,
      })),
    ),
  );

const spanOf = (from: string, until: string): Span => ({
  from: Temporal.Instant.from(from).epochMilliseconds,
  until: Temporal.Instant.from(until).epochMilliseconds,
});

const stretchOf = ({ from, until }: Span) => ({
  startsAt: Temporal.Instant.fromEpochMilliseconds(from),
  endsAt: Temporal.Instant.fromEpochMilliseconds(until),
});
