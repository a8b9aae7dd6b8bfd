import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { BusRow } from '../stops/queries.ts';
import type { BusInput, BusStopDays, BusStopHoursInput, BusStopInput } from './schema.ts';

export type MobilePoint = BusRow;

/** Points that move; version 0 where nothing is said of the bus yet. `lock`: the point is locked, also when it is no bus yet. */
export async function mobilePoints(db: Db, ids: readonly string[], lock = false): Promise<MobilePoint[]> {
  const { rows } = await sql<MobilePoint>`select p.id, p.organisation_id as "organisationId", p.name, p.zone,
      p.valid_from as "validFrom", p.valid_until as "validUntil", coalesce(b.leave_minutes, 10)::int as "leaveMinutes",
      coalesce(b.on_board, '{}') as "onBoard", coalesce(b.accessibility, '{}') as accessibility, coalesce(b.walk_in, true) as "walkIn",
      coalesce(b.version, 0) as version
    from service_point p left join bus b on b.point_id = p.id where p.mobile and p.id = any(${ids}::uuid[])
    order by p.name ->> 'fi', p.id ${lock ? sql`for no key update of p` : sql``}`.execute(db);
  return rows;
}

export async function writeBus(trx: Trx, id: string, bus: Omit<BusInput, 'version'>): Promise<void> {
  const { leaveMinutes, onBoard, accessibility, walkIn } = bus;
  await sql`insert into bus (point_id, leave_minutes, on_board, accessibility, walk_in)
    values (${id}::uuid, ${leaveMinutes}, ${json(onBoard)}, ${json(accessibility)}, ${walkIn})
    on conflict (point_id) do update set leave_minutes = excluded.leave_minutes, on_board = excluded.on_board, accessibility = excluded.accessibility,
      walk_in = excluded.walk_in, version = bus.version + 1`.execute(trx);
}

export async function countBus(trx: Trx, id: string): Promise<void> {
  await sql`update bus set version = version + 1 where point_id = ${id}::uuid`.execute(trx);
}

export async function insertStop(trx: Trx, busId: string, it: BusStopInput): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into bus_stop (bus_id, name, street, postal_code, city, latitude, longitude, finding, accessibility)
    values (${busId}::uuid, ${json(it.name)}, ${it.street}, ${it.postalCode}, ${it.city}, ${it.latitude}, ${it.longitude}, ${json(it.finding)},
      ${json(it.accessibility)}) returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

export async function updateStop(trx: Trx, it: BusStopInput & { id: string; active: boolean }): Promise<void> {
  await sql`update bus_stop set name = ${json(it.name)}, street = ${it.street}, postal_code = ${it.postalCode}, city = ${it.city}, latitude = ${it.latitude},
    longitude = ${it.longitude}, finding = ${json(it.finding)}, accessibility = ${json(it.accessibility)}, active = ${it.active}
    where id = ${it.id}::uuid`.execute(trx);
}

export async function countStop(trx: Trx, id: string): Promise<void> {
  await sql`update bus_stop set version = version + 1 where id = ${id}::uuid`.execute(trx);
}

export async function replaceHours(trx: Trx, id: string, hours: BusStopHoursInput['hours']): Promise<void> {
  await sql`delete from bus_stop_hours where stop_id = ${id}::uuid`.execute(trx);
  await sql`insert into bus_stop_hours (stop_id, every_weeks, anchor, weekdays, opens, closes, valid_from, valid_until, on_holidays)
    select ${id}::uuid, x."everyWeeks", x.anchor, x.weekdays, x.opens, x.closes, x."validFrom", x."validUntil", x."onHolidays"
    from jsonb_to_recordset(${json(hours)}) as x ("everyWeeks" smallint, anchor date, weekdays smallint[], opens text, closes text, "validFrom" date,
      "validUntil" date, "onHolidays" boolean)`.execute(trx);
}

/** What is said of each of the days, instead of what was. */
export async function replaceDays(trx: Trx, ids: readonly string[], { from, until, hours }: Omit<BusStopDays, 'version'>): Promise<void> {
  await sql`delete from bus_stop_exception where stop_id = any(${ids}::uuid[]) and day between ${from}::date and ${until}::date`.execute(
    trx,
  );
  const instead = hours?.length === 0 ? [{ opens: null, closes: null }] : (hours ?? []);
  await sql`insert into bus_stop_exception (stop_id, day, opens, closes)
    select stop, day::date, x.opens, x.closes from unnest(${ids}::uuid[]) as stop
      cross join generate_series(${from}::date, ${until}::date, interval '1 day') as day
      cross join jsonb_to_recordset(${json(instead)}) as x (opens text, closes text)`.execute(trx);
}

const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;
