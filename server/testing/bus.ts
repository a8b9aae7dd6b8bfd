import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/db/tables.ts';
import type { Town } from './town.ts';

const names = (text: string) => JSON.stringify({ fi: text, sv: `${text} (sv)`, en: `${text} (en)` });

/** A bus of the town's city: on Tuesdays at the village hall 9-11 and at the church 12-14, on Thursdays at the church only. */
export async function aBus(db: Kysely<Tables>, town: Town) {
  const [bus, hall, church] = [randomUUID(), randomUUID(), randomUUID()];
  await sql`insert into service_point (id, key, organisation_id, name, type_label, mobile, city, opening)
    values (${bus}::uuid, ${`bus-${bus.slice(0, 8)}`}, ${town.organisations.city}::uuid, ${names('Palvelubussi')}::jsonb, ${names('Palvelubussi')}::jsonb,
      true, 'Mallila', '{"zone": "Europe/Helsinki", "weekly": [], "exceptions": [], "holidaysClosed": true}')`.execute(db);
  await sql`insert into bus (point_id, on_board, accessibility) values (${bus}::uuid, ${JSON.stringify({ fi: 'Etähuone\nTulostin' })}::jsonb,
    ${JSON.stringify({ fi: 'Nostin pyörätuolille' })}::jsonb)`.execute(db);
  await aStop(db, bus, { id: hall, name: 'Kylätalo', street: 'Kylätie 3', city: 'Niemelä', latitude: 61.7 });
  await aStop(db, bus, { id: church, name: 'Kirkko', street: 'Kirkkotie 1', city: 'Niemelä', latitude: 61.75 });
  await stands(db, hall, [2], '09:00', '11:00');
  await stands(db, church, [2], '12:00', '14:00');
  await stands(db, church, [4], '12:00', '14:00');
  return { bus, hall, church };
}

type Stop = { id: string; name: string; street: string; city: string; latitude: number };

async function aStop(db: Kysely<Tables>, bus: string, { id, name, street, city, latitude }: Stop): Promise<void> {
  await sql`insert into bus_stop (id, bus_id, name, street, postal_code, city, latitude, longitude, finding, accessibility)
    values (${id}::uuid, ${bus}::uuid, ${names(name)}::jsonb, ${street}, '99981', ${city}, ${latitude}, 27.2,
      ${JSON.stringify({ fi: 'Pihalla talon takana' })}::jsonb, ${JSON.stringify({ fi: 'Asfaltti' })}::jsonb)`.execute(db);
}

async function stands(db: Kysely<Tables>, stop: string, weekdays: number[], opens: string, closes: string): Promise<void> {
  await sql`insert into bus_stop_hours (stop_id, anchor, weekdays, opens, closes)
    values (${stop}::uuid, '2026-01-05', ${weekdays}::smallint[], ${opens}, ${closes})`.execute(db);
}

/** A specialist who serves remotely, in the bus's remote cabin: two in one appointment. */
export async function aRemoteService(db: Kysely<Tables>, town: Town, bus: string, queueId: string | null = null) {
  const [bookable, specialist, cabin] = [randomUUID(), randomUUID(), randomUUID()];
  const city = town.organisations.city;
  const parts = JSON.stringify([{ kind: 'person' }, { kind: 'remote-desk' }]);
  await sql`insert into bookable (id, organisation_id, name, minutes, step, notice, ways, parts, most_per_person)
    values (${bookable}::uuid, ${city}::uuid, ${names('Oikeusapu')}::jsonb, 30, 30, 0, '{bus}', ${parts}::jsonb, 9)`.execute(db);
  await sql`insert into bookable_place (bookable_id, point_id, queue_id) values (${bookable}::uuid, ${bus}::uuid, ${queueId}::uuid)`.execute(
    db,
  );
  await sql`insert into resource (id, kind, point_id, organisation_id) values (${specialist}::uuid, 'person', null, ${city}::uuid),
    (${cabin}::uuid, 'remote-desk', ${bus}::uuid, ${city}::uuid)`.execute(db);
  await sql`insert into resource_hours (resource_id, anchor, weekdays, opens, closes)
    values (${specialist}::uuid, '2026-01-05', '{1,2,3,4,5}', '08:00', '16:00')`.execute(db);
  await sql`insert into resource_bookable (resource_id, bookable_id) values (${specialist}::uuid, ${bookable}::uuid)`.execute(db);
  return { bookable, specialist, cabin };
}
