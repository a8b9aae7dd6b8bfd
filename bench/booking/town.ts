import type pg from 'pg';

/** A region that books: a point with thirty who serve, whose weeks are two thirds full, and two hundred others with five each. */
export type Region = { big: Place; points: Place[] };
export type Place = { pointId: string; bookableId: string; resourceIds: string[] };

const OPENING = JSON.stringify({
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' })),
  exceptions: [],
  // What is measured must not depend on the season.
  holidaysClosed: false,
});
const NAME = JSON.stringify({ fi: 'Neuvonta', sv: 'Rådgivning', en: 'Advice' });

export async function fillRegion(client: pg.Client, points: number): Promise<Region> {
  const { rows } = await client.query<{ id: string }>('select id from organisation limit 1');
  const organisation = rows[0]?.id as string;
  const everywhere = await aBookable(client, organisation);
  const places: Place[] = [];
  for (let n = 0; n < points; n += 1) places.push(await aPlace(client, organisation, everywhere, `bench-${n}`, 5));
  const big = await aPlace(client, organisation, await aBookable(client, organisation), 'bench-big', 30);
  await inBulk(client, async () => {
    for (const place of [big, ...places]) await fillWeeks(client, organisation, place);
  });
  await client.query('vacuum analyze');
  return { big, points: places };
}

/** The constraint that nothing is taken twice is put back, and proved, when all rows stand. */
async function inBulk(client: pg.Client, fill: () => Promise<void>): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query('alter table appointment_resource drop constraint nothing_twice');
  await fill();
  await client.query(
    'alter table appointment_resource add constraint nothing_twice exclude using gist (resource_id with =, during with &&) where (live)',
  );
  await client.query('set session_replication_role = origin');
}

async function aBookable(client: pg.Client, organisation: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into bookable (organisation_id, name, minutes, step, notice, horizon_days, most_per_person) values ($1, $2, 30, 30, 60, 60, 50) returning id`,
    [organisation, NAME],
  );
  return rows[0]?.id as string;
}

async function aPlace(client: pg.Client, organisation: string, bookableId: string, key: string, people: number): Promise<Place> {
  const point = await client.query<{ id: string }>(
    `insert into service_point (key, organisation_id, name, type_label, opening) values ($1, $2, $3, $3, $4) returning id`,
    [key, organisation, NAME, OPENING],
  );
  const pointId = point.rows[0]?.id as string;
  await client.query('insert into bookable_place (bookable_id, point_id) values ($1, $2)', [bookableId, pointId]);
  const { rows } = await client.query<{ id: string }>(
    `with r as (insert into resource (kind, point_id, organisation_id) select 'person', $1, $2 from generate_series(1, $4::int) returning id),
      s as (insert into resource_bookable (resource_id, bookable_id) select id, $3 from r),
      h as (insert into resource_hours (resource_id, anchor, weekdays, opens, closes, on_holidays)
        select id, '2026-01-05', '{1,2,3,4,5}', '08:00', '16:00', true from r)
    select id from r`,
    [pointId, organisation, bookableId, people],
  );
  return { pointId, bookableId, resourceIds: rows.map(({ id }) => id) };
}

/** Two of three half hours of the next eight weeks are taken, but for the fifth week from now, which is left free to be booked. */
async function fillWeeks(client: pg.Client, organisation: string, { pointId, bookableId, resourceIds }: Place): Promise<void> {
  await client.query(
    `with taken as (
        select gen_random_uuid() as id, r.id as resource, d::date + make_interval(mins => 480 + 30 * n) as local
        from unnest($4::uuid[]) with ordinality as r(id, at), generate_series(current_date, current_date + 56, '1 day') d, generate_series(0, 15) n
        where extract(isodow from d) < 6 and (n + r.at + extract(day from d)::int) % 3 > 0 and not d::date between current_date + 28 and current_date + 34),
      written as (insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, secret_hash, created_at, changed_at)
        select id, $1, $2, $3, 'point', local at time zone 'Europe/Helsinki', (local + interval '30 minutes') at time zone 'Europe/Helsinki', 'confirmed', id::text, now(), now()
        from taken)
    insert into appointment_resource (appointment_id, resource_id, during)
      select id, resource, tstzrange(local at time zone 'Europe/Helsinki', (local + interval '30 minutes') at time zone 'Europe/Helsinki') from taken`,
    [bookableId, pointId, organisation, resourceIds],
  );
}
