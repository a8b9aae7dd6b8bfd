import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { currentDirectory } from '../modules/directory/service.ts';
import type { Actor, By, Role } from '../modules/identity/types.ts';
import { frontUnitOf } from '../modules/matters/opening/front-unit.ts';
import { openMatter } from '../modules/matters/opening/service.ts';
import { MatterInput } from '../modules/matters/schema.ts';
import type { Desk } from '../modules/matters/types.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { OpeningHours } from '../platform/clock/opening.ts';
import type { Tables } from '../platform/db/tables.ts';
import { inTransaction } from '../platform/db/transaction.ts';

const weekdays: OpeningHours = {
  zone: 'Europe/Helsinki',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' })),
  exceptions: [],
  holidaysClosed: true,
};

/**
 * The smallest place where everything of the walls can be shown: a city with a front office, its neighbour, and two authorities with a
 * tier 2 and (at the first) a tier 3. Each call makes a new one, so tests never meet each other's rows.
 */
export async function aTown(db: Kysely<Tables>, clock: Clock) {
  const suffix = randomUUID().slice(0, 8);
  const place = async (name: string, kind: string) => anOrganisation(db, `${name}-${suffix}`, kind);
  const city = await place('city', 'municipality');
  await sql`update organisation set keeps_region = true where id = ${city}::uuid`.execute(db);
  const neighbour = await place('neighbour', 'municipality');
  const kela = await place('kela', 'kela');
  const dvv = await place('dvv', 'state');
  const point = await aPoint(db, city, suffix);
  const unit = async (name: string, organisationId: string, tier: number) => aUnit(db, { key: `${name}-${suffix}`, organisationId, tier });
  const front = await unit('front', city, 1);
  const neighbourFront = await unit('neighbour-front', neighbour, 1);
  const kelaTier2 = await unit('kela-2', kela, 2);
  const kelaTier3 = await unit('kela-3', kela, 3);
  const dvvTier2 = await unit('dvv-2', dvv, 2);
  const person = async (name: string, role: Role, organisationId: string, units: string[], pointId: string | null = null) =>
    aPerson(db, { name: `${name} ${suffix}`, role, organisationId, units, pointId });
  return {
    desk: { db, clock, directory: currentDirectory(db, clock) } satisfies Desk,
    organisations: { city, neighbour, kela, dvv },
    units: { front, neighbourFront, kelaTier2, kelaTier3, dvvTier2 },
    point,
    aino: await person('Aino', 'service-advisor', city, [front], point),
    tiina: await person('Tiina', 'service-advisor', city, [front], point),
    nelli: await person('Nelli', 'service-advisor', neighbour, [neighbourFront]),
    mika: await person('Mika', 'authority-specialist', kela, [kelaTier2]),
    sari: await person('Sari', 'authority-specialist', kela, [kelaTier3]),
    daniel: await person('Daniel', 'authority-specialist', dvv, [dvvTier2]),
    admin: await person('Admin', 'administrator', city, []),
    guard: await person('Guard', 'guard', city, []),
  };
}

export type Town = Awaited<ReturnType<typeof aTown>>;

/** Opens a matter as a person of the town would at the desk; parts of the input may be left out. */
export async function aMatter(town: Town, by: By, parts: Record<string, unknown> = {}) {
  const input = MatterInput.parse({
    contact: { channel: 'phone', summary: 'Asks about moving' },
    needs: [{ ownWords: 'I am moving' }],
    ...parts,
  });
  const unit = await frontUnitOf(town.desk, by);
  return inTransaction(town.desk.db, (trx) => openMatter(town.desk, trx, by, unit, input));
}

export async function needsOf(db: Kysely<Tables>, matterId: string): Promise<string[]> {
  const rows = await db.selectFrom('need').select('id').where('matter_id', '=', matterId).orderBy('position').execute();
  return rows.map((row) => row.id);
}

async function anOrganisation(db: Kysely<Tables>, key: string, kind: string): Promise<string> {
  return insertedId(
    db,
    sql`insert into organisation (key, name, short_name, kind) values (${key}, ${names(key)}::jsonb, ${names(key)}::jsonb, ${kind}) returning id`,
  );
}

async function aPoint(db: Kysely<Tables>, organisationId: string, suffix: string): Promise<string> {
  return insertedId(
    db,
    sql`insert into service_point (key, organisation_id, name, type_label, opening) values (${`point-${suffix}`}, ${organisationId}::uuid,
      ${names('Point')}::jsonb, ${names('Service point')}::jsonb, ${JSON.stringify(weekdays)}::jsonb) returning id`,
  );
}

export async function aUnit(
  db: Kysely<Tables>,
  unit: { key: string; organisationId: string; tier: number; successorId?: string },
): Promise<string> {
  return insertedId(
    db,
    sql`insert into unit (key, organisation_id, name, tier, opening, successor_id) values (${unit.key}, ${unit.organisationId}::uuid, ${names(unit.key)}::jsonb,
      ${unit.tier}, ${JSON.stringify(weekdays)}::jsonb, ${unit.successorId ?? null}::uuid) returning id`,
  );
}

export async function aPerson(
  db: Kysely<Tables>,
  who: { name: string; role: Role; organisationId: string; units: string[]; pointId?: string | null },
): Promise<By> {
  const personId = await insertedId(
    db,
    sql`insert into person (name, email) values (${who.name}, ${`${randomUUID()}@polku.test`}) returning id`,
  );
  await sql`insert into person_grant (person_id, role, organisation_id) values (${personId}::uuid, ${who.role}, ${who.organisationId}::uuid)`.execute(
    db,
  );
  for (const unitId of who.units)
    await sql`insert into unit_member (unit_id, person_id) values (${unitId}::uuid, ${personId}::uuid)`.execute(db);
  const actor: Actor = {
    kind: 'staff',
    personId,
    sessionId: randomUUIDv7(),
    name: who.name,
    language: 'fi',
    pointId: who.pointId ?? null,
    grants: [{ role: who.role, organisationId: who.organisationId, pointId: null }],
    unitIds: who.units,
  };
  return { actor, requestId: randomUUIDv7() };
}

async function insertedId(db: Kysely<Tables>, statement: ReturnType<typeof sql>): Promise<string> {
  const written = await (statement as ReturnType<typeof sql<{ id: string }>>).execute(db);
  return (written.rows[0] as { id: string }).id;
}

function names(text: string): string {
  return JSON.stringify({ fi: text, sv: text, en: text });
}
