import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { createDb } from '../../../platform/db/pool.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { generateKeyring, readKeyring } from '../../../platform/keys/keyring.ts';
import { createLog } from '../../../platform/log/log.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { AddressLetter } from '../../matters/own/contact/types.ts';
import { confirmHold } from '../booking/confirming.ts';
import { holdTime } from '../booking/holding.ts';
import { cancel } from '../booking/service.ts';
import { createCapacities } from '../capacity/service.ts';
import { APPOINTMENT_CHANGED } from '../events.ts';
import type { Booking } from '../types.ts';
import { tellingBookers } from './reactions.ts';
import { byMail } from './senders.ts';
import { sendDueBookersLetters } from './sending.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const database = await testDatabase();
const { kysely: db } = database.db;
const keys = readKeyring(generateKeyring());
const booking = { db, clock, keys, capacities: createCapacities(db) } as unknown as Booking;
const reaction = tellingBookers({ clock });
const out: AddressLetter[] = [];
let town: Town;

beforeAll(async () => {
  town = await aTown(db, clock);
});

const outbox = {
  ...{ db, clock, keys, publicUrl: 'https://polku.test', log: createLog('silent') },
  senders: [byMail(async (letter) => void out.push(letter))],
};
const send = () => sendDueBookersLetters(outbox);

/** Every event of it that has not been heard yet. */
async function heard(id: string, after: number): Promise<number> {
  const { rows } = await sql<{
    data: Record<string, unknown>;
  }>`select data from event where type = ${APPOINTMENT_CHANGED} and subject = ${id} order by seq`.execute(db);
  const event = (data: Record<string, unknown>) => ({ xid: '1', seq: 1, at: clock.now(), type: APPOINTMENT_CHANGED, subject: id, data });
  for (const { data } of rows.slice(after)) await inTransaction(db, (trx) => reaction.handle(trx, event(data)));
  return rows.length;
}

/** So many times of one service, agreed; their letters are due. */
async function agreed(count: number): Promise<string[]> {
  const bookableId = await aBookable(db, town);
  await aResource(db, town, { skills: [bookableId] });
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const at = Temporal.Instant.from('2027-03-08T06:00:00Z').add({ minutes: 30 * n }).epochMilliseconds;
    const input = { bookableId, pointId: town.point, way: 'point' as const, at, language: 'fi', needs: [] };
    const { resourceId } = await holdTime(booking, undefined, input, { kind: 'anyone', address: '192.0.2.1' });
    await confirmHold(booking, undefined, resourceId, { name: 'Elli Esimerkki', email: `elli${n}@posti.example`, phone: null });
    await heard(resourceId, 0);
    ids.push(resourceId);
  }
  return ids;
}

test('cancelled in the moment in which reminders leave: reminded at most once and never after, told of the cancelling once', async () => {
  clock.set('2027-03-01T05:00:00Z');
  const ids = await agreed(12);
  while ((await send()) > 0);
  out.length = 0;
  clock.set('2027-03-07T08:00:00Z');
  // Two nodes send, each appointment is cancelled twice, and what happened is heard meanwhile.
  const cancelling = ids.map(async (id) => {
    await Promise.all([cancel(booking, id), cancel(booking, id)]);
    await heard(id, 1);
  });
  await Promise.all([send(), send(), ...cancelling, send(), send()]);
  while ((await send()) > 0);
  for (let n = 0; n < ids.length; n += 1) {
    const told = out.filter(({ email }) => email === `elli${n}@posti.example`).map(({ subject }) => subject);
    expect([['Aikasi on peruttu'], ['Muistutus ajastasi', 'Aikasi on peruttu']]).toContainEqual(told);
  }
});

test('a database that goes away between two waves of letters ends the round, and nothing else; what had not left is sent later', async () => {
  clock.set('2027-03-01T05:00:00Z');
  await agreed(12);
  const going = createDb(database.appUrl, { max: 4, log: createLog('silent') });
  let closed: Promise<void> | undefined;
  const refusals: unknown[] = [];
  const refused = (error: unknown) => void refusals.push(error);
  process.on('unhandledRejection', refused);
  const round = sendDueBookersLetters({
    ...outbox,
    db: going.kysely,
    senders: [
      byMail(async () => {
        closed ??= going.close();
        await closed;
      }),
    ],
  });
  await expect(round).rejects.toThrow();
  await closed;
  process.off('unhandledRejection', refused);
  expect(refusals, 'a refusal that nobody listens to would end the service').toEqual([]);
  out.length = 0;
  clock.advance('PT1H');
  while ((await send()) > 0);
  expect(out).toHaveLength(12);
});
