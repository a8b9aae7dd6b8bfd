import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { findPostmaster } from '../../../platform/db/embedded/postmaster-file.ts';
import { startEmbedded } from '../../../platform/db/embedded.ts';
import { migrate } from '../../../platform/db/migrate.ts';
import { createLog } from '../../../platform/log/log.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookersAt, type Held } from '../../../testing/bookers.ts';
import { aTown } from '../../../testing/town.ts';

/** A database of this file's own, since it will be killed. */
const folder = await mkdtemp(join(tmpdir(), 'polku-booking-killed-'));
const quiet = createLog('silent');
const embedded = await startEmbedded({ dataDir: folder, log: quiet });
afterAll(async () => {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
});
await migrate(embedded.url, { log: quiet });
const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp({ appUrl: embedded.appUrl }, { clock });
const { db } = service.polku.desk;
const town = await aTown(db, clock);
const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);

const PEOPLE = 3;
/** Half hours of ten days. */
const TIMES = 240;

type Standing = { state: 'held' | 'confirmed' | 'cancelled'; startsAt: string };
/** `mayStand`: what was acknowledged last, and what was asked for since without an answer. */
type Booked = { slot: number; holdKey: string; confirmKey: string; held?: Held; confirmed: boolean; mayStand: Standing[] };

test('the database is killed while bookers book, confirm, move and cancel: what was acknowledged stands, nothing is booked twice', {
  timeout: 120_000,
}, async () => {
  const bookable = await aBookable(db, town, { parts: [{ kind: 'person' }, { kind: 'room' }] });
  for (let n = 0; n < PEOPLE; n += 1) {
    await aResource(db, town, { skills: [bookable], opens: '06:00', closes: '18:00' });
    await aResource(db, town, { kind: 'room', opens: '06:00', closes: '18:00' });
  }
  const bookers = bookersAt(await service.listen(), town.point);
  const all: Booked[] = [];
  const statuses = new Set<number>();
  let going = true;
  let next = 0;
  // Each time is wanted by more than there are people, so that they meet; who is not answered goes on to the next.
  const book = async () => {
    while (going) {
      const one: Booked = {
        slot: Math.floor(next++ / (PEOPLE + 2)) % TIMES,
        holdKey: randomUUID(),
        confirmKey: randomUUID(),
        confirmed: false,
        mayStand: [],
      };
      all.push(one);
      const held = await bookers.hold(bookable, timeOf(one.slot), one.holdKey);
      statuses.add(held.status);
      if (held.status === 201) await goOn(one, held.body);
      else if (held.status !== 409) await delay(20);
    }
  };
  const goOn = async (one: Booked, held: Held) => {
    const startsAt = timeOf(one.slot);
    one.held = held;
    one.mayStand = [{ state: 'held', startsAt }];
    const status = await ask(one, [{ state: 'confirmed', startsAt }], () =>
      bookers.confirm(held, { email: emailOf(held), key: one.confirmKey }),
    );
    one.confirmed = status === 201;
    if (one.confirmed && one.slot % 2 === 0) {
      const elsewhere = timeOf((one.slot + 24) % TIMES);
      await ask(one, [{ state: 'confirmed', startsAt: elsewhere }], () => bookers.move(held, elsewhere));
    }
    if (one.confirmed && one.slot % 3 === 0) {
      const wherever = one.mayStand.map((standing) => ({ ...standing, state: 'cancelled' as const }));
      await ask(one, wherever, () => bookers.cancel(held));
    }
  };
  const ask = async (one: Booked, wish: Standing[], send: () => Promise<{ status: number }>) => {
    const before = one.mayStand;
    one.mayStand = [...before, ...wish];
    const { status } = await send();
    statuses.add(status);
    if (status < 300) one.mayStand = wish;
    else if (status === 409) one.mayStand = before;
    return status;
  };
  const working = Array.from({ length: 12 }, book);
  const confirmed = () => all.filter((one) => one.confirmed).length;
  await until(() => confirmed() > 40);
  const before = findPostmaster(join(folder, 'postgresql'))?.pid ?? 0;
  process.kill(before, 'SIGKILL');
  await until(() => statuses.has(503));
  const count = confirmed();
  await until(() => confirmed() > count + 40);
  going = false;
  await Promise.all(working);

  expect([...statuses].filter((status) => ![200, 201, 204, 409, 503].includes(status))).toEqual([]);
  expect(findPostmaster(join(folder, 'postgresql'))?.pid).not.toBe(before);
  for (const state of [200, 204]) expect(statuses, 'moved and cancelled').toContain(state);
  const kept = await whatStands();
  for (const { held, mayStand } of all) if (held) expect(mayStand).toContainEqual(kept.get(held.id));
  await expectNothingTwice();

  // Whoever heard nothing asks again with the same keys, and gets one time or is told it is taken.
  const unsure = all.filter(({ held, confirmed: isConfirmed }) => held && !isConfirmed);
  for (const one of unsure) {
    expect((await bookers.confirm(one.held as Held, { email: emailOf(one.held as Held), key: one.confirmKey })).status).toBe(201);
    expect(await toldOf((one.held as Held).id)).toBe(1);
  }
  for (const one of all.filter(({ held }) => !held).slice(-30))
    expect([201, 409]).toContain((await bookers.hold(bookable, timeOf(one.slot), one.holdKey)).status);
  await expectNothingTwice();
  bookers.close();
});

const timeOf = (slot: number) =>
  Temporal.Instant.from('2027-03-08T04:00:00Z')
    .add({ hours: 24 * Math.floor(slot / 24), minutes: 30 * (slot % 24) })
    .toString();

/** Of each, with all that it takes while it stands, and nothing once it is cancelled. */
async function whatStands(): Promise<Map<string, Standing>> {
  const { rows } = await sql<{
    id: string;
    state: Standing['state'];
    at: Temporal.Instant;
    taken: number;
  }>`select a.id, a.state, a.starts_at as at,
    (select count(*)::int from appointment_resource r where r.appointment_id = a.id and r.live) as taken from appointment a`.execute(db);
  for (const { id, state, taken } of rows) expect(taken, id).toBe(state === 'cancelled' ? 0 : 2);
  return new Map(rows.map(({ id, state, at }) => [id, { state, startsAt: at.toString() }]));
}

async function toldOf(id: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from event where type = 'appointments.changed' and subject = ${id}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function expectNothingTwice(): Promise<void> {
  const { rows } = await sql<{
    twice: number;
    over: number;
  }>`select (select count(*)::int from appointment_resource a join appointment_resource b
      on a.resource_id = b.resource_id and a.during && b.during and a.appointment_id < b.appointment_id where a.live and b.live) as twice,
    (select count(*)::int from (select from appointment where state in ('held', 'confirmed') group by starts_at having count(*) > ${PEOPLE}) x) as over`.execute(
    db,
  );
  expect(rows[0]).toEqual({ twice: 0, over: 0 });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(10);
}

/** Each is somebody else: one person may have only so many. */
const emailOf = ({ id }: Held) => `${id}@posti.example`;
