import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { joined, type Span } from '../slots/spans.ts';
import type { Bookable, ResourceRow } from './types.ts';

/** A service where it is given; `pointIds` null: remotely. */
export async function bookablesAt(db: Db, bookableId: string, pointIds: readonly string[] | null): Promise<Bookable[]> {
  const { rows } = await sql<Bookable>`
    select b.id, b.organisation_id as "organisationId", b.name, b.minutes, b.buffer_before as "bufferBefore", b.buffer_after as "bufferAfter", b.step,
      b.notice, b.horizon_days as "horizonDays", b.most_per_person as "mostPerPerson", b.most_people as "mostPeople", b.minutes_each as "minutesEach", b.fixed, b.who, b.ways, b.parts, b.rules,
      p.id as "pointId", bp.queue_id as "queueId", coalesce(p.zone, 'Europe/Helsinki') as zone, p.opening,
      p.valid_from as "validFrom", p.valid_until as "validUntil"
    from bookable b left join bookable_place bp on bp.bookable_id = b.id and bp.point_id = any(${pointIds}::uuid[])
      left join service_point p on p.id = bp.point_id
    where b.id = ${bookableId}::uuid and b.active and (${pointIds}::uuid[] is null or p.id is not null)`.execute(db);
  return rows;
}

/**
 * Everyone and everything that an appointment of the service could take at these places, with their hours there. Who serves must have the
 * skill, and an account that is not closed; a room suits every service unless it is said to suit some.
 */
export async function resourcesFor(
  db: Db,
  bookableId: string,
  pointIds: readonly string[] | null,
): Promise<(ResourceRow & { pointId: string | null })[]> {
  const { rows } = await sql<ResourceRow & { pointId: string | null }>`
    select r.id, r.kind, r.point_id as "pointId", r.features, r.languages, coalesce(s.skills, 0)::int as skills, coalesce(h.hours, '[]') as hours,
      coalesce(x.exceptions, '[]') as exceptions
    from resource r
    left join lateral (select count(*) as skills, bool_or(rb.bookable_id = ${bookableId}::uuid) as has from resource_bookable rb where rb.resource_id = r.id) s on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('pointId', point_id, 'everyWeeks', every_weeks, 'anchor', anchor, 'weekdays', weekdays, 'opens', opens,
        'closes', closes, 'validFrom', valid_from, 'validUntil', valid_until, 'onHolidays', on_holidays, 'languages', languages)) as hours
      from resource_hours h where h.resource_id = r.id) h on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('date', day, 'hours', case when opens is null then null
        else jsonb_build_object('opens', opens, 'closes', closes) end)) as exceptions
      from resource_exception e where e.resource_id = r.id and e.day > current_date - 2) x on true
    where r.active and not exists (select from person p where p.id = r.person_id and p.disabled_at is not null) and (s.has or (r.kind <> 'person' and coalesce(s.skills, 0) = 0))
      and r.id in (select id from resource where active and point_id = any(${pointIds}::uuid[]) union all select id from resource where active and point_id is null
        union all select resource_id from resource_hours where point_id = any(${pointIds}::uuid[]))`.execute(db);
  return rows;
}

/** Another after each change of what can be booked, by whom and when. */
export async function versionOfSetup(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`select version::text from booking_setup`.execute(db);
  return (rows[0] as { version: string }).version;
}

/** `stale`: a hold that has run out still stands in the way. */
export type Taken = { spans: Span[]; stale: boolean };

/**
 * What is taken of these in the range, by resource. One's own appointment is not in one's own way. Holds that have run out are few and looked
 * for once.
 */
export async function takenOf(
  db: Db,
  resourceIds: readonly string[],
  { from, until }: Span,
  now: Temporal.Instant,
  ownId: string | readonly string[] | undefined,
): Promise<Map<string, Taken>> {
  if (resourceIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; edges: string | null; blocked: string | null; stale: boolean }>`
    select id, stale, edges::text, blocked::text
    from taken_of(${resourceIds}::uuid[], ${rangeOf(from, until)}, ${now}::timestamptz, ${[ownId ?? []].flat()}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, { spans: takenIn(row), stale: row.stale }]));
}

/** A block holds for its whole stretch, also where somebody is booked in it still: what they leave is not given to the next. */
function takenIn({ edges, blocked }: { edges: string | null; blocked: string | null }): Span[] {
  const spans = spansOf(edges);
  return blocked ? joined([...spans, ...spansOf(blocked)]) : spans;
}

/** From seconds of the epoch in pairs. As text, since the driver reads an array of arrays sign by sign, a third of what a search over 200 places took. */
function spansOf(edges: string | null): Span[] {
  if (!edges) return [];
  const pairs = JSON.parse(edges.replaceAll('{', '[').replaceAll('}', ']')) as [number, number][];
  return pairs.map(([from, until]) => ({ from: Math.round(from * 1000), until: Math.round(until * 1000) }));
}

export const rangeOf = (from: number, until: number): RawBuilder<unknown> =>
  sql`tstzrange(to_timestamp(${from}::float8 / 1000), to_timestamp(${until}::float8 / 1000))`;
