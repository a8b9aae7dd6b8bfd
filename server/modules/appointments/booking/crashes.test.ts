import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { generateKeyring } from '../../../platform/keys/keyring.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookersAt } from '../../../testing/bookers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const {
  db: { kysely: db },
  appUrl,
} = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'polku-crash-'));
const keys = generateKeyring();
const running: ChildProcess[] = [];
/** Milliseconds: three services start from nothing, one after another. */
const PATIENCE = 90_000;
let town: Town;

beforeAll(async () => {
  town = await aTown(db, systemClock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
});
afterEach(async () => {
  for (const child of running.splice(0)) await killed(child);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The service in a process of its own, and those who book at it. */
async function aService() {
  const host = new URL('../../../testing/service-host.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [host, JSON.stringify({ url: appUrl, keys, folder })], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  const [origin] = (await once(createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> }), 'line')) as [string];
  return { child, ...bookersAt(origin, town.point) };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** A time of tomorrow, each half hour another. */
const timeOf = (n: number) =>
  Temporal.Now.zonedDateTimeISO('Europe/Helsinki')
    .add({ days: 2 })
    .with({ hour: 10, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
    .add({ minutes: 30 * n })
    .toInstant()
    .toString();

async function confirmedTimes(id: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from event where type = 'appointments.changed' and subject = ${id}`.execute(db);
  return rows[0]?.count ?? 0;
}

test(
  'the service is killed between hold and confirm: the hold stands, nobody else gets it, and it is confirmed once',
  async () => {
    const bookable = await aBookable(db, town);
    await aResource(db, town, { skills: [bookable], opens: '08:00', closes: '20:00' });
    const before = await aService();
    const { status, body: held } = await before.hold(bookable, timeOf(0));
    expect(status).toBe(201);
    await killed(before.child);
    const after = await aService();
    expect(await after.read(held)).toMatchObject({ status: 200, body: { state: 'held' } });
    expect(await after.hold(bookable, timeOf(0))).toMatchObject({ status: 409, body: { code: 'time-taken' } });
    expect(await after.confirm(held)).toMatchObject({ status: 201, body: { state: 'confirmed' } });
    expect(await confirmedTimes(held.id)).toBe(1);

    // Killed while many confirm: whatever was answered stands, and whoever heard nothing asks again with the same key.
    const holds = [];
    for (let n = 1; n < 20; n += 1) holds.push({ it: (await after.hold(bookable, timeOf(n))).body, key: randomUUID() });
    const confirming = holds.map(({ it, key }) => after.confirm(it, { key }));
    await Promise.race(confirming);
    await killed(after.child);
    const answers = await Promise.all(confirming);
    const last = await aService();
    for (const [n, { it, key }] of holds.entries()) {
      const heard = (answers[n] as { status: number }).status;
      expect([0, 201]).toContain(heard);
      if (heard === 201) expect(await last.read(it)).toMatchObject({ body: { state: 'confirmed' } });
      expect(await last.confirm(it, { key })).toMatchObject({ status: 201, body: { state: 'confirmed' } });
      expect(await confirmedTimes(it.id)).toBe(1);
    }
  },
  PATIENCE,
);

test('the connection is cut before the answer: sent again with its key it is the same appointment, confirmed once', async () => {
  const bookable = await aBookable(db, town);
  await aResource(db, town, { skills: [bookable], opens: '08:00', closes: '20:00' });
  const service = await aService();
  for (let n = 0; n < 10; n += 1) {
    const { body: held } = await service.hold(bookable, timeOf(n));
    const key = randomUUID();
    await service.confirmAndCut(held, key);
    const [again, andAgain] = await Promise.all([service.confirm(held, { key }), service.confirm(held, { key })]);
    expect([again.status, andAgain.status]).toEqual([201, 201]);
    expect(again.body).toEqual(andAgain.body);
    expect(await confirmedTimes(held.id)).toBe(1);
  }
});
