import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { bookerHash, type Contact, sealContact } from '../../../server/modules/appointments/booking/contact.ts';
import { appointmentSecret } from '../../../server/modules/appointments/booking/secrets.ts';
import { stopAt } from '../../../server/modules/appointments/capacity/rules.ts';
import { readCapacities } from '../../../server/modules/appointments/capacity/service.ts';
import { expectVisit, newArrivalCode } from '../../../server/modules/queue/service.ts';
import { dayOf, startOfDay } from '../../../server/platform/clock/day.ts';
import type { Tables } from '../../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../server/platform/db/transaction.ts';
import type { Keyring } from '../../../server/platform/keys/keyring.ts';
import { hashSecret } from '../../../server/platform/keys/keys.ts';
import { serviceId } from '../knowledge/records.ts';
import { queues } from '../visits/set-up.ts';
import { bookedAround, type DemoBooked } from './booked.ts';
import { seedBus } from './bus.ts';
import { bookedAt, kept, wasLeft } from './kept.ts';
import { countKept, seedMeasured } from './measured.ts';
import { seedMeetings } from './meetings.ts';
import { ANCHOR, type DemoResource, ILL, resources } from './resources.ts';
import { type DemoService, needRules, services } from './services.ts';
import { seedWaiting } from './waiting.ts';

type Ids = Map<string, string>;
type Named = { organisations: Ids; points: Ids; people: Ids; queueIds: Ids };

/** What can be booked in Mallila and Kirkkoranta, who has come and who is to come. Does nothing where something can be booked already. */
export async function seedAppointments(db: Kysely<Tables>, now: Temporal.Instant, keys: Keyring): Promise<void> {
  const isSeeded = await inTransaction(db, async (trx) => {
    const named = await namesIn(trx);
    if (!named.points.get('mallila') || (await trx.selectFrom('bookable').select('id').limit(1).executeTakeFirst())) return false;
    const bus = idOf(named.points, 'palvelubussi');
    named.queueIds.set('palvelubussi', await seedBus(trx, bus, idOf(named.organisations, 'mallila')));
    const bookables = await seedServices(trx, named);
    for (const one of resources) await seedResource(trx, named, bookables, one);
    await seedBooked(trx, named, bookables, now, keys);
    const { organisations, points, people } = named;
    const [organisation, point] = [idOf(organisations, 'mallila'), idOf(points, 'mallila')];
    await seedWaiting(trx, now, keys, { bookableId: idOf(bookables, 'vero'), pointId: point });
    await seedMeetings(trx, now, keys, {
      organisation,
      point,
      asker: idOf(organisations, 'tyollisyysalue'),
      marker: idOf(people, 'Petri Laakso'),
    });
    return true;
  });
  if (isSeeded) await countKept(db, now);
}

async function namesIn(trx: Trx): Promise<Named> {
  const [organisations, points, people, found] = await Promise.all([
    trx.selectFrom('organisation').select(['id', 'key']).execute(),
    trx.selectFrom('service_point').select(['id', 'key']).execute(),
    trx.selectFrom('person').select(['id', 'name as key']).execute(),
    trx.selectFrom('queue').select(['id', 'prefix as key']).execute(),
  ]);
  const byKey = (rows: readonly { id: string; key: string }[]): Ids => new Map(rows.map(({ id, key }) => [key, id]));
  const byPrefix = byKey(found);
  const queueIds: Ids = new Map(
    queues.flatMap(({ key, prefix }) => (byPrefix.has(prefix) ? [[key, byPrefix.get(prefix) as string] as const] : [])),
  );
  return { organisations: byKey(organisations), points: byKey(points), people: byKey(people), queueIds };
}

async function seedServices(trx: Trx, named: Named): Promise<Ids> {
  const ids: Ids = new Map();
  for (const service of services) {
    const id = await insertService(trx, named, service);
    ids.set(service.key, id);
    const rows = service.places.map(({ point, queue }) => ({
      bookable_id: id,
      point_id: idOf(named.points, point),
      queue_id: queue ? (named.queueIds.get(queue) ?? null) : null,
    }));
    if (rows.length > 0) await trx.insertInto('bookable_place').values(rows).execute();
  }
  return ids;
}

async function insertService(trx: Trx, { organisations }: Named, it: DemoService): Promise<string> {
  const { id } = await trx
    .insertInto('bookable')
    .values({
      organisation_id: idOf(organisations, it.organisation),
      service_id: it.about ? ((await directoryService(trx, it.about)) ?? null) : null,
      situations: it.situations ?? [],
      name: JSON.stringify(it.name),
      bring: JSON.stringify(it.bring ?? {}),
      minutes: it.minutes,
      buffer_after: it.after ?? 0,
      step: 15,
      who: it.who ?? 'public',
      ways: it.ways ?? ['point'],
      parts: JSON.stringify(it.parts ?? [{ kind: 'person' }]),
      rules: JSON.stringify(needRules),
      most_people: 6,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Where the directory has been seeded. */
async function directoryService(trx: Trx, key: string): Promise<string | undefined> {
  return (await trx.selectFrom('service').select('id').where('id', '=', serviceId(key)).executeTakeFirst())?.id;
}

async function seedResource(trx: Trx, { organisations, points, people }: Named, bookables: Ids, it: DemoResource): Promise<void> {
  const { id } = await trx
    .insertInto('resource')
    .values({
      kind: it.kind,
      organisation_id: idOf(organisations, it.organisation),
      point_id: it.point ? idOf(points, it.point) : null,
      person_id: it.person ? idOf(people, it.person) : null,
      name: it.name,
      features: it.features ?? [],
      languages: it.languages ?? [],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const hours = it.shifts.map(({ days, opens, closes, point, everyWeeks = 1, languages }) => ({
    ...{ resource_id: id, anchor: Temporal.PlainDate.from(ANCHOR), weekdays: days, opens, closes },
    ...{ point_id: point ? idOf(points, point) : null, every_weeks: everyWeeks, languages: languages ?? null },
  }));
  if (hours.length > 0) await trx.insertInto('resource_hours').values(hours).execute();
  const skills = (it.services ?? []).map((key) => ({ resource_id: id, bookable_id: idOf(bookables, key) }));
  if (skills.length > 0) await trx.insertInto('resource_bookable').values(skills).execute();
}

async function seedBooked(trx: Trx, { points }: Named, bookables: Ids, now: Temporal.Instant, keys: Keyring): Promise<void> {
  const capacities = [];
  for (const { key, places, share } of services) {
    const found = await readCapacities(
      trx,
      idOf(bookables, key),
      places.length > 0 ? places.map(({ point }) => idOf(points, point)) : null,
    );
    capacities.push(...found.map((capacity) => ({ capacity, share })));
  }
  const booked = bookedAround(capacities, now, dayOf(now));
  const rows = [];
  for (const [n, one] of booked.entries()) rows.push(await rowOf(trx, one, n, now, keys));
  await insertBooked(trx, rows);
  await insertLeft(trx, booked.filter(wasLeft), now, keys);
  const all = capacities.map(({ capacity }) => capacity);
  await seedMeasured(trx, now, all, booked);
  await fallIll(trx, now);
}

/** Somebody has said that they cannot come on a day on which they are booked: whoever keeps the point sees who must be moved. */
async function fallIll(trx: Trx, now: Temporal.Instant): Promise<void> {
  await sql`insert into resource_exception (resource_id, day)
    select r.id, (a.starts_at at time zone 'Europe/Helsinki')::date from resource r join appointment_resource ar on ar.resource_id = r.id
      join appointment a on a.id = ar.appointment_id
    where r.name = ${ILL} and a.state = 'confirmed' and a.starts_at > ${now.add({ hours: 72 })}::timestamptz order by a.starts_at limit 1`.execute(
    trx,
  );
}

/** Whoever is to come to a point with a queue is expected there, under the code of their confirmation; elsewhere the list of the day has it. */
async function rowOf(trx: Trx, one: DemoBooked, n: number, now: Temporal.Instant, keys: Keyring) {
  const { id, from, until, during, resourceIds, state, language, needs, who } = one;
  const { id: bookableId, pointId, queueId, organisationId: ownerOrg } = one.capacity.bookable;
  const stopId = stopAt(one.capacity, { from, until });
  const phone = `050 000 ${3000 + (n % 1000)}`;
  const dueAt = Temporal.Instant.fromEpochMilliseconds(from);
  const isExpected = state === 'confirmed' && pointId && queueId;
  const expected = isExpected ? await expectVisit({ keys }, trx, { pointId, queueId, dueAt, language, needs, phone }) : null;
  const contact: Contact = { name: who, email: null, phone, code: expected?.code ?? (pointId ? newArrivalCode() : null) };
  return {
    ...{
      id,
      bookableId,
      pointId,
      stopId,
      way: wayOf(one.capacity, stopId, n),
      ownerOrg,
      from,
      until,
      state,
      language,
      needs,
      resourceIds,
      during,
    },
    ...{ secretHash: hashSecret(appointmentSecret(keys, id)), contact: sealContact(keys, id, contact) },
    ...{ bookerHash: bookerHash(keys, contact), expectedId: expected?.id ?? null, live: state !== 'cancelled' },
    ...wentOf(one, now),
  };
}

/** Of those served remotely, some by telephone. */
const wayOf = ({ bookable: { pointId, ways } }: DemoBooked['capacity'], stopId: string | null, n: number) =>
  pointId ? (stopId ? 'bus' : 'point') : (ways[n % ways.length] as string);

/** When it was booked, and of the days that are over how it was kept. */
function wentOf(one: DemoBooked, now: Temporal.Instant) {
  const created = Math.min(bookedAt(one), now.epochMilliseconds - 3_600_000);
  const isOver = one.until < startOfDay(dayOf(now)).epochMilliseconds;
  const { arrivedAt, servedAt } = isOver ? kept(one) : { arrivedAt: null, servedAt: null };
  return { created, arrivedAt, servedAt, doneAt: servedAt && servedAt + one.until - one.from };
}

/** Times that were held and never agreed to: the same ones were booked a little later. */
async function insertLeft(trx: Trx, booked: readonly DemoBooked[], now: Temporal.Instant, keys: Keyring): Promise<void> {
  const rows = booked.map((one) => {
    const { id: bookableId, pointId, organisationId: ownerOrg } = one.capacity.bookable;
    const id = randomUUID();
    const at = wentOf(one, now).created - 3_600_000;
    return {
      ...{ id, bookableId, pointId, ownerOrg, at },
      from: one.from,
      until: one.until,
      secretHash: hashSecret(appointmentSecret(keys, id)),
    };
  });
  await sql`insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, held_until, secret_hash, created_at, changed_at)
    select id, "bookableId", "pointId", "ownerOrg", case when "pointId" is null then 'remote' else 'point' end, to_timestamp("from" / 1000), to_timestamp("until" / 1000), 'expired', to_timestamp(at / 1000) + interval '10 minutes',
      "secretHash", to_timestamp(at / 1000), to_timestamp(at / 1000) + interval '10 minutes'
    from json_to_recordset(${JSON.stringify(rows)}::json) as x (id uuid, "bookableId" uuid, "pointId" uuid, "ownerOrg" uuid, "from" float8, "until" float8, at float8,
      "secretHash" text)`.execute(trx);
}

async function insertBooked(trx: Trx, rows: readonly Awaited<ReturnType<typeof rowOf>>[]): Promise<void> {
  await sql`insert into appointment (id, bookable_id, point_id, stop_id, owner_org, way, starts_at, ends_at, state, language, needs, secret_hash, contact, booker_hash, expected_id,
      created_at, changed_at, arrived_at, served_at, done_at)
    select id, "bookableId", "pointId", "stopId", "ownerOrg", way, to_timestamp("from" / 1000), to_timestamp("until" / 1000), state, language,
      array(select json_array_elements_text(needs)), "secretHash", contact, "bookerHash", "expectedId",
      to_timestamp(created / 1000), least(now(), to_timestamp("from" / 1000)), to_timestamp("arrivedAt" / 1000), to_timestamp("servedAt" / 1000), to_timestamp("doneAt" / 1000)
    from json_to_recordset(${JSON.stringify(rows)}::json) as x (id uuid, "bookableId" uuid, "pointId" uuid, "stopId" uuid, way text, "ownerOrg" uuid, "from" float8, "until" float8, state text,
      language text, needs json, "secretHash" text, contact text, "bookerHash" text, "expectedId" uuid, created float8, "arrivedAt" float8, "servedAt" float8, "doneAt" float8)`.execute(
    trx,
  );
  const taken = rows.flatMap(({ id, resourceIds, during, live }) => resourceIds.map((resourceId) => ({ id, resourceId, ...during, live })));
  await sql`insert into appointment_resource (appointment_id, resource_id, during, live)
    select id, "resourceId", tstzrange(to_timestamp("from" / 1000), to_timestamp("until" / 1000)), live
    from json_to_recordset(${JSON.stringify(taken)}::json) as x (id uuid, "resourceId" uuid, "from" float8, "until" float8, live boolean)`.execute(
    trx,
  );
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`the seed names ${key} before it is there`);
  return id;
}
