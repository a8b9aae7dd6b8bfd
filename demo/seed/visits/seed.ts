import { type Kysely, sql } from 'kysely';
import { expectVisit, learnPaces } from '../../../server/modules/queue/service.ts';
import { arrivalCodeHash } from '../../../server/modules/queue/visits/secrets.ts';
import { dayOf } from '../../../server/platform/clock/day.ts';
import type { Tables } from '../../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../server/platform/db/transaction.ts';
import type { Keyring } from '../../../server/platform/keys/keyring.ts';
import { seedDisplays } from './displays.ts';
import { codeOf, earlierToday, history, type PastVisit } from './history.ts';
import { beingServed, expected, waiting } from './living.ts';
import { seedPrinters } from './printers.ts';
import { counters, type DemoCounter, type DemoQueue, queues, sideCounters, sideQueues } from './set-up.ts';

type Ids = Map<string, string>;

/** What the rows of a visit name. */
export type Place = { point: string; queueIds: Ids; counterIds: string[]; people: Ids };

/** Mallila's queues and counters, sixty days of visits to learn from, and a day under way; a side point without a past. Does nothing where there is a queue already. */
export async function seedVisits(db: Kysely<Tables>, now: Temporal.Instant, keys: Keyring): Promise<void> {
  const isSeeded = await inTransaction(db, async (trx) => {
    const point = await idOf(trx, 'service_point', 'mallila');
    if (!point || (await trx.selectFrom('queue').select('id').limit(1).executeTakeFirst())) return false;
    const place = await seedPlace(trx, point);
    await seedPrinters(trx, point);
    await seedDisplays(trx, point);
    const earlier = earlierToday(now);
    await seedHistory(trx, place, [...history(dayOf(now)), ...earlier]);
    await seedLivingDay(trx, place, now, earlier);
    await seedExpected(trx, place, now, keys);
    await seedSidePoint(trx);
    return true;
  });
  if (isSeeded) await learnPaces(db, now);
}

/** The point's queues and counters. */
export async function seedPlace(trx: Trx, point: string): Promise<Place> {
  const queueIds = await seedQueues(trx, point, queues);
  const people = new Map((await trx.selectFrom('person').select(['id', 'name']).execute()).map(({ id, name }) => [name, id]));
  return { point, queueIds, people, counterIds: await seedCounters(trx, point, queueIds, counters) };
}

async function seedQueues(trx: Trx, point: string, ofPoint: readonly Omit<DemoQueue, 'visitors'>[]): Promise<Ids> {
  const ids: Ids = new Map();
  for (const [position, { key, organisation, kind, prefix, name, atKiosk = true, minutes }] of ofPoint.entries()) {
    const { id } = await trx
      .insertInto('queue')
      .values({
        point_id: point,
        organisation_id: (await idOf(trx, 'organisation', organisation)) as string,
        ...{ kind, prefix, position, name },
        at_kiosk: atKiosk,
        usual_minutes: minutes,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(key, id);
  }
  return ids;
}

type SetUpCounter = Omit<DemoCounter, 'shifts' | 'staff'>;

async function seedCounters(trx: Trx, point: string, queueIds: Ids, ofPoint: readonly SetUpCounter[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [position, { name, kind, direction, suits = [], queues: served }] of ofPoint.entries()) {
    const { id } = await trx
      .insertInto('counter')
      .values({ point_id: point, kind, name, direction, suits, position })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('counter_queue')
      .values(served.map((key) => ({ counter_id: id, queue_id: queueIds.get(key) as string })))
      .execute();
    ids.push(id);
  }
  return ids;
}

/** A side point of one queue and one desk, where nobody waits: a visitor may be sent on to it. */
async function seedSidePoint(trx: Trx): Promise<void> {
  const point = await idOf(trx, 'service_point', 'kirkkoranta');
  if (point) await seedCounters(trx, point, await seedQueues(trx, point, sideQueues), sideCounters);
}

/** In two statements: thousands of visits would take as many round trips. */
export async function seedHistory(trx: Trx, { point, queueIds, counterIds, people }: Place, visits: readonly PastVisit[]): Promise<void> {
  const withIds = visits.map((visit) => ({ ...visit, id: crypto.randomUUID() }));
  const rows = withIds.map(({ steps: _, ...visit }) => visit);
  await sql`insert into visit (id, point_id, day, code, came_by, arrived_at, language, needs, ended_at, ended_how)
    select id, ${point}::uuid, day, code, "cameBy", ${at('arrivedAt')}, language, array(select json_array_elements_text(needs)), ${at('endedAt')}, how
    from json_to_recordset(${JSON.stringify(rows)}::json) as x (id uuid, day date, code text, "cameBy" text, language text, needs json, "arrivedAt" float8, "endedAt" float8, how text)`.execute(
    trx,
  );
  const steps = withIds.flatMap(({ id, arrivedAt, steps: all }) =>
    all.map(({ queue, counter, person, first, last, ...step }, position) => ({
      ...{ ...step, visitId: id, position, waitsFrom: arrivedAt, queueId: queueIds.get(queue) },
      ...{ counterId: counter === null ? null : counterIds[counter], personId: person && people.get(person) },
      ...told('first', first),
      ...told('last', last),
    })),
  );
  await sql`insert into visit_step (visit_id, point_id, queue_id, counter_id, person_id, position, state, by_chain, waits_from, joined_at, called_at, calls, serving_at, ended_at,
      first_told_at, first_low, first_likely, first_high, last_told_at, last_low, last_likely, last_high)
    select "visitId", ${point}::uuid, "queueId", "counterId", "personId", position, state, "byChain", ${at('waitsFrom')}, ${at('joinedAt')}, ${at('calledAt')},
      case when "calledAt" is null then 0 else 1 end, ${at('servingAt')}, ${at('endedAt')}, ${at('firstAt')}, "firstLow", "firstLikely", "firstHigh",
      ${at('lastAt')}, "lastLow", "lastLikely", "lastHigh"
    from json_to_recordset(${JSON.stringify(steps)}::json) as x ("visitId" uuid, "queueId" uuid, "counterId" uuid, "personId" uuid, position int, state text, "byChain" boolean,
      "waitsFrom" float8, "joinedAt" float8, "calledAt" float8, "servingAt" float8, "endedAt" float8, "firstAt" float8, "firstLow" int, "firstLikely" int, "firstHigh" int,
      "lastAt" float8, "lastLow" int, "lastLikely" int, "lastHigh" int)`.execute(trx);
}

/** A column of milliseconds since 1970. */
const at = (name: string) => sql`to_timestamp(${sql.ref(name)} / 1000)`;

const told = (which: 'first' | 'last', it: PastVisit['steps'][number]['first']) =>
  it && { [`${which}At`]: it.at, [`${which}Low`]: it.low, [`${which}Likely`]: it.likely, [`${which}High`]: it.high };

/** Who waits and who is served as the demo begins; their numbers go on from those of the day. */
async function seedLivingDay(trx: Trx, place: Place, now: Temporal.Instant, earlier: readonly PastVisit[]): Promise<void> {
  // Of today also where the demo begins at midnight and they came before it: yesterday's numbers are taken.
  const day = dayOf(now);
  const numbers = Map.groupBy(earlier, ({ code }) => code.slice(0, 1));
  const given = new Map([...numbers].map(([prefix, visits]) => [prefix, Math.max(...visits.map(({ code }) => Number(code.slice(1))))]));
  const numberOf = (queue: string) => {
    const prefix = queues.find(({ key }) => key === queue)?.prefix as string;
    given.set(prefix, (given.get(prefix) ?? 0) + 1);
    return codeOf(prefix, given.get(prefix) as number);
  };
  for (const { counter, person, queue, minutesAgo, waited, needs = [] } of beingServed) {
    const calledAt = now.subtract({ minutes: minutesAgo });
    const ids = { counter_id: place.counterIds[counter] as string, person_id: place.people.get(person) as string };
    await trx
      .updateTable('counter')
      .set({ state: 'open', person_id: ids.person_id, since: calledAt })
      .where('id', '=', ids.counter_id)
      .execute();
    const serving = { ...ids, state: 'serving', called_at: calledAt, calls: 1, serving_at: calledAt.add({ seconds: 40 }) };
    await seedVisit(trx, place, { queue, day, code: numberOf(queue), arrivedAt: calledAt.subtract({ minutes: waited }), needs }, serving);
  }
  for (const { queue, minutesAgo, language, needs, dueIn } of waiting.toSorted((a, b) => b.minutesAgo - a.minutesAgo)) {
    const due = dueIn === undefined ? {} : { due_at: now.add({ minutes: dueIn }) };
    const visit = { queue, day, code: numberOf(queue), arrivedAt: now.subtract({ minutes: minutesAgo }), language, needs };
    await seedVisit(trx, place, visit, { state: 'waiting', ...due });
  }
  for (const [prefix, last] of given) await trx.insertInto('queue_number').values({ point_id: place.point, day, prefix, last }).execute();
}

type Present = {
  queue: string;
  day: Temporal.PlainDate;
  code: string;
  arrivedAt: Temporal.Instant;
  language?: string | undefined;
  needs?: string[] | undefined;
};

async function seedVisit(
  trx: Trx,
  { point, queueIds }: Place,
  { queue, day, code, arrivedAt, language = 'fi', needs = [] }: Present,
  step: { state: string } & Partial<Record<'counter_id' | 'person_id', string>> &
    Partial<Record<'called_at' | 'serving_at' | 'due_at', Temporal.Instant>>,
): Promise<void> {
  const visit = { point_id: point, day, code, came_by: 'kiosk', arrived_at: arrivedAt, language, needs };
  const { id } = await trx.insertInto('visit').values(visit).returning('id').executeTakeFirstOrThrow();
  await trx
    .insertInto('visit_step')
    .values({
      visit_id: id,
      point_id: point,
      queue_id: queueIds.get(queue) as string,
      waits_from: arrivedAt,
      joined_at: arrivedAt,
      ...step,
    })
    .execute();
}

/** Their codes are the README's to tell, not chance's. */
async function seedExpected(trx: Trx, { point, queueIds }: Place, now: Temporal.Instant, keys: Keyring): Promise<void> {
  for (const { queue, inMinutes, code, ...who } of expected) {
    const dueAt = now.add({ minutes: inMinutes });
    const { id } = await expectVisit({ keys }, trx, { ...who, pointId: point, queueId: queueIds.get(queue) as string, dueAt });
    await trx
      .updateTable('expected_visit')
      .set({ code_hash: arrivalCodeHash(keys, point, code) })
      .where('id', '=', id)
      .execute();
  }
}

async function idOf(trx: Trx, table: 'organisation' | 'service_point', key: string): Promise<string | undefined> {
  return (await trx.selectFrom(table).select('id').where('key', '=', key).executeTakeFirst())?.id;
}
