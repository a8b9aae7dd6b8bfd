import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookersLetters } from '../../../testing/bookers-letters.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { tellingBookers } from '../telling/reactions.ts';

const START = '2027-03-01T05:00:00Z';
const clock = fixedClock(START);
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let aino: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
});
beforeEach(async () => {
  clock.set(START);
  aino = await service.signIn(town.aino);
});

const once = () => ({ 'idempotency-key': randomUUID() });
const EMAIL = 'elli@posti.example';
type Held = { id: string; secret: string };

/** A place at each of these meetings, agreed. */
async function placeAt(starts: readonly string[]) {
  const bookableId = await aBookable(db, town, { minutes: 60 });
  await sql`update bookable set fixed = true where id = ${bookableId}::uuid`.execute(db);
  await aResource(db, town, { skills: [bookableId] });
  const input = { bookableId, pointId: town.point, way: 'point', capacity: 20, course: starts.length > 1, starts };
  const { body } = await aino.call<{ sessionIds: string[]; seriesId: string | null }>('POST', '/api/booking/meetings', input, once());
  const url = body.seriesId ? `/api/v1/booking/courses/${body.seriesId}/holds` : `/api/v1/booking/sessions/${body.sessionIds[0]}/holds`;
  const held = await anyone.call<Held>('POST', url, {}, once());
  expect(held.status, held.text).toBe(201);
  const whole = body.seriesId ? 'joint-bookings' : 'appointments';
  const headers = { authorization: `Bearer ${held.body.secret}`, ...once() };
  const contact = { name: 'Elli Esimerkki', email: EMAIL, phone: null };
  expect((await anyone.call('POST', `/api/v1/booking/${whole}/${held.body.id}/confirmation`, contact, headers)).status).toBe(201);
  return { sessionIds: body.sessionIds, held: held.body };
}

/** By staff, through the time of its room and leader. */
async function move(sessionId: string, startsAt: string, undoes = false) {
  clock.advance('PT1S');
  const { rows } = await sql<{
    id: string;
    version: number;
  }>`select a.id, a.version from booking_session s join appointment a on a.id = s.house_id
    where s.id = ${sessionId}::uuid`.execute(db);
  const moved = await aino.call('PUT', `/api/booking/appointments/${rows[0]?.id}/place`, { version: rows[0]?.version, startsAt, undoes });
  expect(moved.status, moved.text).toBe(200);
}

let seen = 0;
/** What has left since it was last asked; each event goes by twice, as after a crash it may. */
async function told() {
  const reaction = tellingBookers({ clock });
  const { rows } = await sql<{
    seq: number;
    type: string;
    subject: string;
    data: object;
  }>`select seq::int as seq, type, subject, data from event
    where type in ('appointments.changed', 'appointments.joint-changed') and seq > ${seen} order by seq`.execute(db);
  seen = rows.at(-1)?.seq ?? seen;
  for (const event of [...rows, ...rows]) await inTransaction(db, (trx) => reaction.handle(trx, event as never));
  return bookersLetters({ db, clock, keys: service.keys });
}
const subjects = async () => (await told()).map(({ subject }) => subject);

describe.each([
  ['a single meeting', ['2027-03-08T08:00:00Z'], 'Aikasi on siirretty', 'Aikasi on peruttu: valitse uusi'],
  ['a meeting of a course', ['2027-03-15T08:00:00Z', '2027-03-22T08:00:00Z'], 'Varauksesi on muuttunut', 'Osa varauksestasi on peruttu'],
] as const)('%s', (_, starts, changed, calledOff) => {
  const other = starts[0].replace('T08', 'T10');

  test('moved by staff is told once, a minute later', async () => {
    const { sessionIds } = await placeAt(starts);
    expect(await subjects()).toEqual(['Aikasi on varattu']);
    await move(sessionIds[0] as string, other);
    expect(await subjects()).toEqual([]);
    clock.advance('PT61S');
    expect(await subjects()).toEqual([changed]);
    clock.advance('PT61S');
    expect(await subjects()).toEqual([]);
  });

  test('moved and taken back within the minute is not told', async () => {
    const { sessionIds } = await placeAt(starts);
    expect(await subjects()).toEqual(['Aikasi on varattu']);
    await move(sessionIds[0] as string, other);
    expect(await subjects()).toEqual([]);
    await move(sessionIds[0] as string, starts[0], true);
    expect(await subjects()).toEqual([]);
    clock.advance('PT61S');
    expect(await subjects()).toEqual([]);
  });

  test('called off is told as such, with where others are chosen', async () => {
    const { sessionIds } = await placeAt(starts);
    await told();
    expect((await aino.call('DELETE', `/api/booking/meetings/${sessionIds[0]}`)).status).toBe(204);
    const [letter, ...more] = await told();
    expect([letter?.subject, more]).toEqual([calledOff, []]);
    expect(letter?.text).toMatch(/valitsemaan uuden ajan täällä:\nhttps:\/\/polku\.test\/book\/courses\n/);
    expect(letter?.text).not.toMatch(/Neuvonta|\{\{/);
  });
});
