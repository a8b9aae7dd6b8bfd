import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { By, Role } from '../modules/identity/types.ts';
import type { Tables } from '../platform/db/tables.ts';
import { hashSecret, newSecret } from '../platform/keys/keys.ts';
import { aPerson, type Town } from './town.ts';

const names = (text: string) => JSON.stringify({ fi: text, sv: text, en: text });

/** A queue of the town's point. */
export async function aQueue(
  db: Kysely<Tables>,
  town: Town,
  more: { organisationId?: string; prefix?: string; usualMinutes?: number | null; kind?: string; pointId?: string } = {},
): Promise<string> {
  const id = randomUUID();
  await sql`insert into queue (id, point_id, organisation_id, kind, name, prefix, usual_minutes) values (${id}::uuid, ${more.pointId ?? town.point}::uuid,
    ${more.organisationId ?? town.organisations.city}::uuid, ${more.kind ?? 'authority'}, ${names('Neuvonta')}::jsonb, ${more.prefix ?? 'A'},
    ${more.usualMinutes === undefined ? 10 : more.usualMinutes})`.execute(db);
  return id;
}

/** A counter of the town's point that serves these queues, in their order. */
export async function aCounter(db: Kysely<Tables>, town: Town, queueIds: readonly string[], name = 'Tiski 1'): Promise<string> {
  const id = randomUUID();
  await sql`insert into counter (id, point_id, kind, name, direction) values (${id}::uuid, ${town.point}::uuid, 'desk', ${names(name)}::jsonb, 'left')`.execute(
    db,
  );
  await sql`insert into counter_queue (counter_id, queue_id) select ${id}::uuid, unnest(${queueIds}::uuid[])`.execute(db);
  return id;
}

/** Somebody who sits at the town's point today. */
export async function atPoint(
  db: Kysely<Tables>,
  town: Town,
  role: Role = 'service-advisor',
  organisationId = town.organisations.city,
): Promise<By> {
  return aPerson(db, { name: 'Palvelija', role, organisationId, units: [], pointId: town.point });
}

/** A device paired with the town's point, and the cookie it keeps. */
export async function aDevice(
  db: Kysely<Tables>,
  town: Town,
  kind: 'kiosk' | 'display' | 'computer',
): Promise<{ id: string; cookie: string }> {
  const [id, key] = [randomUUID(), newSecret(256)];
  await sql`insert into queue_device (id, point_id, kind, name, key_hash, paired_at)
    values (${id}::uuid, ${town.point}::uuid, ${kind}, 'Aula', ${hashSecret(key)}, now())`.execute(db);
  return { id, cookie: `__Host-polku-device=${key}` };
}
