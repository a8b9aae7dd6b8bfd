import { seedPeople } from '../demo/seed/seed.ts';
import { type Tell, tellBy } from '../demo/seed/visits/hall.ts';
import { pastDay, workingDaysBefore } from '../demo/seed/visits/history.ts';
import { type Place, seedHistory, seedPlace } from '../demo/seed/visits/seed.ts';
import { queues } from '../demo/seed/visits/set-up.ts';
import { readFloor } from '../server/modules/queue/board/queries.ts';
import { pacesOf } from '../server/modules/queue/board/rules.ts';
import { learnPaces } from '../server/modules/queue/service.ts';
import { startOfDay } from '../server/platform/clock/day.ts';
import { createDb, type Database } from '../server/platform/db/pool.ts';
import { inTransaction } from '../server/platform/db/transaction.ts';
import { round } from './contacts/load.ts';
import { type Measured, measuredOf, tellNaively, visitorsOf } from './estimates/replay.ts';
import { openDatabase } from './running/database.ts';

/**
 * `npm run bench:estimates`: sixty days of the demo's point replayed, each day told by what the nights before it had learned. The parameters
 * were chosen on the days before the last ten; the figures of the last ten are of days nothing was chosen on. Prints one JSON object.
 */
const TODAY = Temporal.PlainDate.from('2026-11-23');
const HELD_OUT = 10;
/** So many days are learned from before any is measured. */
const LEARNING = 10;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const OPENS = 9;

const database = await openDatabase();
try {
  const db = createDb(database.url, { log: database.log });
  process.stdout.write(`${JSON.stringify(await measure(db), null, 2)}\n`);
  await db.close();
} finally {
  await database.close();
}

type Told = { day: Temporal.PlainDate; tell: Tell; naive: Tell };

async function measure({ kysely }: Database) {
  await seedPeople(kysely);
  const place = await inTransaction(kysely, async (trx) => {
    const { id } = await trx.selectFrom('service_point').select('id').where('key', '=', 'mallila').executeTakeFirstOrThrow();
    return seedPlace(trx, id);
  });
  const days: Told[] = [];
  for (const day of workingDaysBefore(TODAY)) {
    await learnPaces(kysely, startOfDay(day).add({ hours: 3 }));
    const told = { day, ...(await tellersOf(kysely, place, day)) };
    days.push(told);
    await inTransaction(kysely, (trx) => seedHistory(trx, place, pastDay(day, told.tell)));
  }
  return { chosenOn: figuresOf(days.slice(LEARNING, -HELD_OUT)), heldOut: figuresOf(days.slice(-HELD_OUT)) };
}

/** What the board would know at each hour of the day, and the average of each queue alone. */
async function tellersOf(
  db: Database['kysely'],
  { point, queueIds }: Place,
  day: Temporal.PlainDate,
): Promise<Pick<Told, 'tell' | 'naive'>> {
  const floors = await Promise.all(HOURS.map((hours) => readFloor(db, point, startOfDay(day).add({ hours }))));
  const paces = floors.map((floor) => pacesOf(floor.queues, floor.paces));
  const idOf = (key: string) => queueIds.get(key) as string;
  const wholes = new Map(floors[0]?.paces.filter(({ hour }) => hour === null).map(({ queueId, seconds }) => [queueId, seconds]));
  const average = (key: string) => wholes.get(idOf(key));
  return {
    tell: (hall) => tellBy((key) => paces[OPENS + Math.floor(hall.at / 3600)]?.(idOf(key)))(hall),
    naive: tellNaively(average),
  };
}

function figuresOf(days: readonly Told[]) {
  const [service, naive] = [measuredOf(days), measuredOf(days.map(({ day, naive: tell }) => ({ day, tell })))];
  return {
    days: days.length,
    visitors: visitorsOf(days.map(({ day }) => day)),
    atArrival: accuracy(service.first),
    latest: accuracy(service.last),
    averageTimesAheadByCounters: {
      atArrival: { medianErrorMinutes: median(naive.first) },
      latest: { medianErrorMinutes: median(naive.last) },
    },
    byQueue: Object.fromEntries(queues.map(({ key }) => [key, accuracy(service.first.filter(({ queue }) => queue === key))])),
  };
}

function accuracy(of: readonly Measured[]) {
  const held = of.filter((one) => one.held).length;
  return {
    told: of.length,
    medianErrorMinutes: median(of),
    medianRangeMinutes: middle(of.map(({ width }) => width)),
    heldPercent: round((100 * held) / of.length),
  };
}

function median(of: readonly Measured[]): number {
  return middle(of.map(({ error }) => error));
}

/** Of seconds, in minutes. */
function middle(seconds: readonly number[]): number {
  const sorted = seconds.toSorted((a, b) => a - b);
  return round((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN) / 60);
}
