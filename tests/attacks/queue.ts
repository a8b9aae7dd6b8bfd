import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expectVisit } from '../../server/modules/queue/expected/service.ts';
import { dayOf } from '../../server/platform/clock/day.ts';
import { inTransaction } from '../../server/platform/db/transaction.ts';
import type { App, Caller } from '../../server/testing/app.ts';
import { aBookable, aResource } from '../../server/testing/appointments.ts';
import { aBus } from '../../server/testing/bus.ts';
import { aCounter, aQueue } from '../../server/testing/floor.ts';
import type { Town } from '../../server/testing/town.ts';
import { disturbancesOf } from './disturbances.ts';
import { aCourse } from './meetings.ts';

/** A day at city A's point: a counter that is open and two who wait. */
export async function queueOf(service: App, town: Town, aino: Caller, admin: Caller, matter: string) {
  const { db } = service.polku.desk;
  const queue = await aQueue(db, town);
  const counter = await aCounter(db, town, [queue]);
  await fine(aino, 'PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
  const greet = async () => (await fine(aino, 'POST', '/api/queue/visits', { pointId: town.point, queueId: queue })) as { visitId: string };
  const [{ visitId: visit }, { visitId: otherVisit }] = [await greet(), await greet()];
  const { steps } = (await fine(aino, 'GET', `/api/queue/points/${town.point}/board`)) as { steps: { id: string; visitId: string }[] };
  const stepOf = (id: string) => steps.find(({ visitId }) => visitId === id)?.id as string;
  const add = async (body: object) => (await fine(admin, 'POST', `/api/queue/points/${town.point}/devices`, body)) as { id: string };
  const { id: device } = await add({ kind: 'kiosk', name: 'Aula' });
  const { id: printer } = await add({ kind: 'printer', name: 'Vastaanotto', settings: { printer: { kind: 'preview' } } });
  const dueAt = service.polku.desk.clock.now().add({ minutes: 1 });
  const { id: expected } = await inTransaction(db, (trx) =>
    expectVisit({ keys: service.keys }, trx, { pointId: town.point, queueId: queue, dueAt }),
  );
  const made = async (what: string, body: object) =>
    (await fine(admin, 'POST', `/api/queue/points/${town.point}/${what}`, body)) as { id: string };
  const opening = { zone: 'Europe/Helsinki', weekly: [], exceptions: [], holidaysClosed: true };
  const bookable = await aBookable(db, town, { queueId: queue });
  const resource = await aResource(db, town, { skills: [bookable] });
  const { bus, hall: busStop } = await aBus(db, town);
  return {
    ...{ bus, busStop, bookable },
    appointment: await anAppointment(service, town, bookable),
    resource,
    invitation: await anInvitation(service, town, aino, matter, bookable),
    otherInvitation: await anInvitation(service, town, aino, matter, bookable),
    ...(await aCourse(service, town, bookable)),
    block: await aBlock(service, town, resource),
    slide: (await made('slides', { kind: 'words', title: { fi: 'Hei', sv: 'Hej', en: 'Hello' } })).id,
    presence: (await made('presences', { organisationId: town.organisations.kela, opening })).id,
    queue,
    expected,
    counter,
    device,
    printer,
    visit,
    visitStep: stepOf(visit),
    otherVisitStep: stepOf(otherVisit),
    ...(await disturbancesOf(service, town, aino)),
  };
}

async function anInvitation(service: App, { point }: Town, aino: Caller, matter: string, serviceId: string): Promise<string> {
  const until = dayOf(service.polku.desk.clock.now()).add({ days: 20 }).toString();
  const body = { serviceId, way: 'point', placeIds: [point], until, language: 'fi' };
  return ((await fine(aino, 'POST', `/api/booking/matters/${matter}/invitations`, body)) as { id: string }).id;
}

async function fine(caller: Caller, method: string, url: string, body?: unknown): Promise<unknown> {
  const answer = await caller.call(method, url, body, { 'idempotency-key': randomUUID() });
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** Held by somebody without an account: whose it is, is for those who keep the point. */
async function aBlock(service: App, { aino }: Town, resource: string): Promise<string> {
  const id = randomUUID();
  await sql`insert into appointment_block (id, resource_id, during, reason, made_by, made_at)
    values (${id}::uuid, ${resource}::uuid, tstzrange(now() + interval '1 day', now() + interval '25 hours'), 'lunch', ${aino.actor.personId}::uuid, now())`.execute(
    service.polku.desk.db,
  );
  return id;
}

async function anAppointment(service: App, { point, organisations }: Town, bookable: string): Promise<string> {
  const id = randomUUID();
  await sql`insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, secret_hash, created_at, changed_at)
    values (${id}::uuid, ${bookable}::uuid, ${point}::uuid, ${organisations.city}::uuid, 'point', now() + interval '3 days', now() + interval '3 days 30 minutes',
      'confirmed', ${id}, now(), now())`.execute(service.polku.desk.db);
  return id;
}
