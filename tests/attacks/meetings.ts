import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '../../server/testing/app.ts';
import type { Town } from '../../server/testing/town.ts';

/** A course of city A with one meeting today, who comes to it, and what was told of it as missed to the city itself; and a visit of two services. */
export async function aCourse(service: App, { point, organisations }: Town, bookable: string) {
  const { db } = service.polku.desk;
  const [series, session, house, attender] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const city = organisations.city;
  await sql`insert into booking_series (id, bookable_id, owner_org, created_at) values (${series}::uuid, ${bookable}::uuid, ${city}::uuid, now())`.execute(
    db,
  );
  await anAgreed(house, null);
  await sql`insert into booking_session (id, bookable_id, series_id, point_id, owner_org, way, starts_at, ends_at, capacity, taken, house_id, created_at)
    values (${session}::uuid, ${bookable}::uuid, ${series}::uuid, ${point}::uuid, ${city}::uuid, 'point', now() + interval '30 minutes', now() + interval '1 hour', 1, 1,
      ${house}::uuid, now())`.execute(db);
  await anAgreed(attender, session);
  await sql`insert into missed_meeting (appointment_id, organisation_id, told_at) values (${attender}::uuid, ${city}::uuid, now())`.execute(
    db,
  );
  const wholeVisit = randomUUID();
  await sql`insert into joint_booking (id, kind, secret_hash, created_at) values (${wholeVisit}::uuid, 'visit', ${wholeVisit}, now())`.execute(
    db,
  );
  for (const part of [randomUUID(), randomUUID()]) {
    await anAgreed(part, null);
    await sql`update appointment set joint_id = ${wholeVisit}::uuid where id = ${part}::uuid`.execute(db);
  }
  return { series, session, attender, wholeVisit };

  async function anAgreed(id: string, sessionId: string | null): Promise<void> {
    await sql`insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, secret_hash, created_at, changed_at, session_id)
      values (${id}::uuid, ${bookable}::uuid, ${point}::uuid, ${city}::uuid, 'point', now() + interval '1 minute', now() + interval '1 hour', 'confirmed', ${id},
        now(), now(), ${sessionId}::uuid)`.execute(db);
  }
}
