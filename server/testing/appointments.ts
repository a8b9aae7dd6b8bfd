import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { PartWanted, ResourceKind } from '../modules/appointments/capacity/types.ts';
import type { Tables } from '../platform/db/tables.ts';
import type { Town } from './town.ts';

type BookableMore = {
  minutes?: number;
  step?: number;
  buffer?: number;
  parts?: PartWanted[];
  rules?: object[];
  most?: number;
  who?: string;
  queueId?: string | null;
};

/** A service that can be booked at the town's point. */
export async function aBookable(db: Kysely<Tables>, town: Town, more: BookableMore = {}): Promise<string> {
  const id = randomUUID();
  const { minutes = 30, step = minutes, buffer = 0, parts = [{ kind: 'person' }], rules = [], most = 50, who = 'public' } = more;
  await sql`insert into bookable (id, organisation_id, name, minutes, step, buffer_after, parts, rules, most_per_person, who, notice)
    values (${id}::uuid, ${town.organisations.city}::uuid, ${JSON.stringify({ fi: 'Neuvonta', sv: 'Rådgivning', en: 'Advice' })}::jsonb, ${minutes}, ${step},
      ${buffer}, ${JSON.stringify(parts)}::jsonb, ${JSON.stringify(rules)}::jsonb, ${most}, ${who}, 0)`.execute(db);
  await sql`insert into bookable_place (bookable_id, point_id, queue_id) values (${id}::uuid, ${town.point}::uuid, ${more.queueId ?? null}::uuid)`.execute(
    db,
  );
  return id;
}

type ResourceMore = {
  kind?: ResourceKind;
  features?: string[];
  languages?: string[];
  opens?: string;
  closes?: string;
  skills?: string[];
  point?: string | null;
};

/** Somebody or something at the town's point, there every day of the week. */
export async function aResource(db: Kysely<Tables>, town: Town, more: ResourceMore = {}): Promise<string> {
  const id = randomUUID();
  const { kind = 'person', features = [], languages = [], opens = '08:00', closes = '16:00', skills = [], point = town.point } = more;
  await sql`insert into resource (id, kind, point_id, organisation_id, features, languages) values (${id}::uuid, ${kind}, ${point}::uuid,
    ${town.organisations.city}::uuid, ${features}::text[], ${languages}::text[])`.execute(db);
  await sql`insert into resource_hours (resource_id, anchor, weekdays, opens, closes, on_holidays)
    values (${id}::uuid, '2026-01-05', '{1,2,3,4,5,6,7}', ${opens}, ${closes}, true)`.execute(db);
  await sql`insert into resource_bookable (resource_id, bookable_id) select ${id}::uuid, unnest(${skills}::uuid[])`.execute(db);
  return id;
}
