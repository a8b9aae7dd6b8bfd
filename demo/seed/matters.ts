import { randomUUIDv7 } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../server/platform/db/transaction.ts';
import { seedMappings } from './mappings.ts';
import { customers } from './matters/customers.ts';
import { demoMatters } from './matters/list.ts';
import { type Places, placesOf } from './matters/places.ts';
import { rowsOf } from './matters/rows.ts';
import { type MatterRows, noRows, type World } from './matters/telling.ts';
import { timesFrom } from './matters/times.ts';
import type { DemoCustomer } from './matters/types.ts';
import { seedOrders } from './orders.ts';

/** Any number will do, as long as nothing else takes it. */
const SEED_LOCK = 7_301_442;

/**
 * Gives the demo municipality some living days of matters, seen from `now`. Does nothing where there is a matter already, or where
 * people of the seed have been renamed.
 * @returns whether it wrote
 */
export async function seedMatters(db: Kysely<Tables>, now: Temporal.Instant): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    // Two nodes may start on the same empty database.
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(trx);
    if (await trx.selectFrom('matter').select('id').limit(1).executeTakeFirst()) return false;
    const places = await placesOf(trx);
    if (!places) return false;
    const world = await worldOf(trx, places, now);
    await writeRows(trx, joined(demoMatters.map(({ key }) => rowsOf(world, key))));
    await seedMappings(trx, world);
    await seedOrders(trx, world);
    return true;
  });
}

async function worldOf(trx: Trx, places: Places, now: Temporal.Instant): Promise<World> {
  const times = timesFrom(now);
  const customerIds = await seedCustomers(trx, places, times('12 d 9.30', places.unit('mallila-neuvonta')));
  const arrival = ({ unit, events }: (typeof demoMatters)[number]) => times(events[0].at, places.unit(unit)).epochMilliseconds;
  const inOrder = demoMatters.toSorted((a, b) => arrival(a) - arrival(b));
  const numbers = await nextNumbers(trx, inOrder.length);
  const matters = new Map(inOrder.map((demo, index) => [demo.key, { ...demo, id: randomUUIDv7(), number: numbers[index] as string }]));
  return {
    places,
    times,
    customer: (key) => ({ ...(customers[key] as DemoCustomer), id: known(customerIds, key) }),
    matter: (key) => known(matters, key),
  };
}

async function seedCustomers(trx: Trx, places: Places, since: Temporal.Instant): Promise<Map<string, string>> {
  const ids = new Map(Object.keys(customers).map((key) => [key, randomUUIDv7()]));
  const rows = Object.entries(customers).map(([key, customer]) => customerRow(known(ids, key), customer, since));
  await trx.insertInto('customer').values(rows).execute();
  const arrangements = Object.entries(customers).flatMap(([key, { arrangements = {} }]) =>
    Object.entries(arrangements).map(([kind, detail]) => ({ customer_id: known(ids, key), kind, detail })),
  );
  const noted = { asked_at: 'desk', noted_by: places.person('Aino Korpela'), noted_at: since };
  await trx
    .insertInto('arrangement')
    .values(arrangements.map((one) => ({ ...one, ...noted })))
    .execute();
  return ids;
}

function customerRow(id: string, customer: DemoCustomer, since: Temporal.Instant) {
  return {
    id,
    known: Boolean(customer.given || customer.family),
    given_name: customer.given ?? '',
    family_name: customer.family ?? '',
    language: customer.language ?? 'fi',
    email: customer.email ?? null,
    phone: customer.phone ?? null,
    street: customer.street ?? null,
    postal_code: customer.postalCode ?? null,
    city: customer.street ? 'Mallila' : null,
    contact_wish: customer.wish ?? null,
    digital_skill: customer.skill ?? null,
    restricted: customer.restricted ?? false,
    created_at: since,
  };
}

/** Speakable numbers as a matter gets them by itself; they are needed before, since messages and timelines name them. */
async function nextNumbers(trx: Trx, count: number): Promise<string[]> {
  const given = await sql<{
    number: string;
  }>`select matter_number(nextval('matter_number_seq')) as number from generate_series(1, ${count}::int)`.execute(trx);
  return given.rows.map(({ number }) => number);
}

function joined(all: MatterRows[]): MatterRows {
  const rows = noRows();
  for (const one of all) for (const table of tablesOf(one)) (rows[table] as unknown[]).push(...one[table]);
  return rows;
}

async function writeRows(trx: Trx, rows: MatterRows): Promise<void> {
  for (const table of tablesOf(rows))
    await trx
      .insertInto(table)
      .values(rows[table] as never)
      .execute();
}

function tablesOf(rows: MatterRows): (keyof MatterRows)[] {
  return Object.keys(rows) as (keyof MatterRows)[];
}

/** A name that nothing bears is a mistake in the seed. */
function known<T>(all: Map<string, T>, key: string): T {
  const one = all.get(key);
  if (one === undefined) throw new Error(`the seed names ${key}, which is not there`);
  return one;
}
