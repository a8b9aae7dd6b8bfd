import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookersLetters } from '../../../testing/bookers-letters.ts';
import { testDatabase } from '../../../testing/database.ts';
import { atPoint } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { AddressLetter } from '../../matters/own/contact/types.ts';
import type { Block } from '../staff/calendar/blocks/schema.ts';
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
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  service.polku.desk.directory.forget();
});
beforeEach(async () => {
  clock.set(START);
  aino = await service.signIn(town.aino);
});

type Part = { id: string; serviceId: string; startsAt: string; endsAt: string; state: string };
type Joint = { id: string; secret: string; code: string; version: number; parts: [Part, Part] };
const once = () => ({ 'idempotency-key': randomUUID() });
const bearer = ({ secret }: Pick<Joint, 'secret'>) => ({ authorization: `Bearer ${secret}` });
const urlOf = ({ id }: Pick<Joint, 'id'>) => `/api/v1/booking/joint-bookings/${id}`;
const DAY = '2027-03-08';
const at = (time: string, day = DAY) => `${day}T${time}:00Z`;

/** Two services of half an hour, each with one who gives it, and one more who gives the second where `spare`. */
async function visit(spare = false) {
  const [first, second] = [await aBookable(db, town, { step: 15 }), await aBookable(db, town, { step: 15 })];
  const [one, other] = [await aResource(db, town, { skills: [first] }), await aResource(db, town, { skills: [second] })];
  if (spare) await aResource(db, town, { skills: [second], opens: '13:00' });
  const parts = [
    { serviceId: first, startsAt: at('08:00') },
    { serviceId: second, startsAt: at('08:30') },
  ];
  const held = (await anyone.call<Joint>('POST', '/api/v1/booking/visits', { placeId: town.point, parts }, once())).body;
  const contact = { name: 'Elli Esimerkki', email: `${held.id}@posti.example`, phone: null };
  const agreed = await anyone.call<Joint>('POST', `${urlOf(held)}/confirmation`, contact, { ...bearer(held), ...once() });
  expect(agreed.status, agreed.text).toBe(201);
  return { ...agreed.body, secret: held.secret, people: [one, other] as [string, string] };
}
const read = async (it: Joint) => (await anyone.call<Joint>('GET', urlOf(it), undefined, bearer(it))).body;
const startsOf = async (it: Joint) => (await read(it)).parts.map(({ startsAt }) => startsAt);
const move = (it: Joint, part: 0 | 1, startsAt: string) =>
  anyone.call<Joint & { code: string }>('PATCH', `${urlOf(it)}/parts/${it.parts[part].id}`, { startsAt }, bearer(it));
const place = (id: string, body: object) =>
  aino.call<{ version: number; code: string }>('PUT', `/api/booking/appointments/${id}/place`, body);
const versionOf = async (id: string) =>
  (await sql<{ version: number }>`select version from appointment where id = ${id}::uuid`.execute(db)).rows[0]?.version as number;

async function blocked(resource: string, from: string, until: string): Promise<Block> {
  const times = { startsAt: at(from), endsAt: at(until), reason: 'away' };
  const { body } = await aino.call<{ id: string }>('POST', `/api/booking/resources/${resource}/blocks`, times, once());
  return (await aino.call<Block>('GET', `/api/booking/blocks/${body.id}`)).body;
}
const settle = (block: Block, body: object) => aino.call<{ outcome: string }>('PUT', `/api/booking/blocks/${block.id}/settled`, body);

const heardOf = new Map<string, number>();
/** What has left of the visit since it was last asked; each event goes by twice, as after a crash it may. */
async function told(it: Joint): Promise<AddressLetter[]> {
  const reaction = tellingBookers({ clock });
  const subjects = [it.id, ...it.parts.map(({ id }) => id)];
  const { rows } = await sql<{
    seq: number;
    type: string;
    subject: string;
    data: object;
  }>`select seq::int as seq, type, subject, data from event
    where type like 'appointments.%' and subject = any(${subjects}::uuid[]) and seq > ${heardOf.get(it.id) ?? 0} order by seq`.execute(db);
  heardOf.set(it.id, rows.at(-1)?.seq ?? heardOf.get(it.id) ?? 0);
  for (const event of [...rows, ...rows]) await inTransaction(db, (trx) => reaction.handle(trx, event as never));
  return (await bookersLetters({ db, clock, keys: service.keys })).filter(({ email }) => email === `${it.id}@posti.example`);
}
const entriesOf = (letter: AddressLetter | undefined) =>
  (Object.values(ical.sync.parseICS(letter?.calendar?.content ?? '')).filter((one) => one?.type === 'VEVENT') as VEvent[]).map((one) => ({
    uid: one.uid.split('@')[0],
    starts: one.start.toISOString().slice(0, 16),
    ends: one.end?.toISOString().slice(0, 16),
    state: one.status,
  }));

describe('a part of a visit moved by itself', () => {
  test('is never agreed over the other, neither by its booker nor by staff', async () => {
    const one = await visit();
    for (const time of ['08:00', '08:15', '07:45'])
      expect(await move(one, 1, at(time)), time).toMatchObject({ status: 409, body: { code: 'other-part-then' } });
    expect((await move(one, 0, at('08:30'))).body.code).toBe('other-part-then');
    const { id } = one.parts[1];
    const version = await versionOf(id);
    expect((await place(id, { version, startsAt: at('08:15') })).body.code).toBe('other-part-then');
    expect((await aino.call('PUT', `/api/booking/appointments/${id}/time`, { startsAt: at('08:15') })).status).not.toBe(204);
    expect(await startsOf(one)).toEqual([at('08:00'), at('08:30')]);
    expect((await move(one, 1, at('07:30'))).status).toBe(200);
    expect(await startsOf(one)).toEqual([at('07:30'), at('08:00')]);
  });

  test('nor when both are moved to the same time at the same moment', async () => {
    const one = await visit();
    const answers = await Promise.all([move(one, 0, at('10:00')), move(one, 1, at('10:15'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is offered to staff beside the other part, with no longer a wait than the point allows, or on another day', async () => {
    const { parts } = await visit();
    const [, part] = parts;
    const startsIn = (list: readonly { startsAt: string }[]) => list.map(({ startsAt }) => startsAt);
    const beside = [at('07:15'), at('07:30'), at('08:30'), at('08:45')];
    const url = `/api/booking/appointments/${part.id}/other-places?from=${DAY}&until=${DAY}`;
    expect(startsIn((await aino.call<{ places: Part[] }>('GET', url)).body.places)).toEqual(beside);
    const free = `/api/booking/free-times?service=${part.serviceId}&place=${town.point}&from=${DAY}&until=${DAY}&appointment=${part.id}`;
    expect(startsIn((await aino.call<{ times: Part[] }>('GET', free)).body.times)).toEqual(beside);
    const next = free.replaceAll(DAY, '2027-03-09');
    expect((await aino.call<{ times: Part[] }>('GET', next)).body.times.length).toBeGreaterThan(20);
  });

  test('whose person is away is proposed the nearest time beside the other part, and else that its customer chooses', async () => {
    const one = await visit(true);
    const [, part] = one.parts;
    const brief = await blocked(one.people[1], '08:30', '08:45');
    expect(brief.touched).toMatchObject([{ appointmentId: part.id, proposal: { kind: 'time', startsAt: at('08:45') } }]);
    const long = await blocked(one.people[1], '05:00', '10:00');
    // Somebody else is there in the afternoon: the customer is not kept waiting for it.
    expect(long.touched).toMatchObject([{ appointmentId: part.id, proposal: { kind: 'ask', startsAt: null } }]);
    expect((await settle(brief, { appointmentId: part.id, kind: 'time', startsAt: at('08:00') })).status).toBe(409);
    expect(await startsOf(one)).toEqual([at('08:00'), at('08:30')]);
  });

  test('two parts of one visit are not proposed the same time', async () => {
    const one = await visit();
    const setting = `/api/booking/points/${town.point}/visit-setting`;
    const admin = await service.signIn(await atPoint(db, town, 'point-manager'));
    expect((await admin.call('PUT', setting, { mostBetween: 30 })).status).toBe(200);
    await sql`update appointment_resource set resource_id = ${one.people[0]}::uuid where appointment_id = ${one.parts[1].id}::uuid`.execute(
      db,
    );
    for (const { serviceId } of one.parts) await aResource(db, town, { skills: [serviceId], opens: '11:00', closes: '11:30' });
    await sql`delete from resource_bookable where resource_id = any(${one.people}::uuid[])`.execute(db);
    const { touched } = await blocked(one.people[0], '08:00', '09:00');
    expect(touched.map(({ proposal: { kind, startsAt } }) => [kind, startsAt])).toEqual([
      ['time', at('09:00')],
      ['ask', null],
    ]);
    expect((await admin.call('PUT', setting, { mostBetween: 15 })).status).toBe(200);
  });

  test('is an entry of its own in the calendar when it is apart, and one with the rest again when it is not', async () => {
    const one = await visit();
    const [first, second] = one.parts;
    const [agreed] = await told(one);
    expect(entriesOf(agreed)).toEqual([{ uid: one.id, starts: `${DAY}T08:00`, ends: `${DAY}T09:00`, state: 'CONFIRMED' }]);
    await move(one, 1, at('08:30', '2027-03-15'));
    const [apart] = await told(one);
    expect(apart?.calendar?.method).toBe('PUBLISH');
    expect(entriesOf(apart)).toEqual([
      { uid: one.id, starts: `${DAY}T08:00`, ends: `${DAY}T08:30`, state: 'CONFIRMED' },
      { uid: second.id, starts: '2027-03-15T08:30', ends: '2027-03-15T09:00', state: 'CONFIRMED' },
      { uid: first.id, starts: `${DAY}T08:00`, ends: `${DAY}T08:30`, state: 'CANCELLED' },
    ]);
    await move(one, 1, at('12:30'));
    const [hours] = await told(one);
    expect(entriesOf(hours).filter(({ state }) => state === 'CONFIRMED')).toEqual([
      { uid: one.id, starts: `${DAY}T08:00`, ends: `${DAY}T08:30`, state: 'CONFIRMED' },
      { uid: second.id, starts: `${DAY}T12:30`, ends: `${DAY}T13:00`, state: 'CONFIRMED' },
    ]);
    await move(one, 1, at('08:30'));
    const [again] = await told(one);
    expect(entriesOf(again)).toEqual([
      { uid: one.id, starts: `${DAY}T08:00`, ends: `${DAY}T09:00`, state: 'CONFIRMED' },
      { uid: first.id, starts: `${DAY}T08:00`, ends: `${DAY}T08:30`, state: 'CANCELLED' },
      { uid: second.id, starts: `${DAY}T08:30`, ends: `${DAY}T09:00`, state: 'CANCELLED' },
    ]);
    await anyone.call('DELETE', urlOf(one), undefined, bearer(one));
    const [gone] = await told(one);
    expect([gone?.calendar?.method, entriesOf(gone).map(({ state }) => state)]).toEqual([
      'CANCEL',
      ['CANCELLED', 'CANCELLED', 'CANCELLED'],
    ]);
  });
});

describe('a part of a visit moved by staff', () => {
  const moved = async (part: Part, startsAt: string, more: object = {}) => {
    clock.advance('PT1S');
    const answer = await place(part.id, { version: await versionOf(part.id), startsAt, ...more });
    expect(answer.status, answer.text).toBe(200);
  };

  test('is told once, a minute later', async () => {
    const one = await visit();
    expect(await told(one)).toHaveLength(1);
    await moved(one.parts[1], at('08:45'));
    expect(await told(one)).toEqual([]);
    clock.advance('PT61S');
    expect((await told(one)).map(({ subject }) => subject)).toEqual(['Varauksesi on muuttunut']);
    clock.advance('PT61S');
    expect(await told(one)).toEqual([]);
  });

  test('and taken back within the minute is not told at all', async () => {
    const one = await visit();
    expect(await told(one)).toHaveLength(1);
    await moved(one.parts[1], at('08:45'));
    await told(one);
    await moved(one.parts[1], at('08:30'), { undoes: true });
    expect(await told(one)).toEqual([]);
    clock.advance('PT61S');
    expect(await told(one)).toEqual([]);
  });

  test('and taken back when something else was moved since is told as it is then', async () => {
    const one = await visit();
    expect(await told(one)).toHaveLength(1);
    await moved(one.parts[1], at('08:45'));
    await moved(one.parts[0], at('07:45'));
    await told(one);
    await moved(one.parts[1], at('08:30'), { undoes: true });
    expect(await told(one)).toEqual([]);
    clock.advance('PT61S');
    expect((await told(one)).map(({ text }) => text)).toEqual([expect.stringMatching(/9\.45.*\n.*10\.30/)]);
  });
});

describe('a whole visit moved by staff', () => {
  type Moved = { version: number; code: string };
  const timesOf = ({ parts }: Joint) => parts.map(({ serviceId, startsAt }) => ({ serviceId, startsAt }));
  const put = async (it: Joint, version: number, parts: object[], more: object = {}) => {
    clock.advance('PT1S');
    return (await aino.call<Moved>('PUT', `/api/booking/joint-bookings/${it.id}/times`, { version, parts, ...more }, once())).body;
  };
  const later = (it: Joint) => it.parts.map(({ serviceId }, n) => ({ serviceId, startsAt: at(n === 0 ? '11:00' : '11:30') }));
  const peopleOf = async (it: Joint) => {
    const { rows } = await sql<{ id: string }>`select ar.resource_id as id from appointment a
      join appointment_resource ar on ar.appointment_id = a.id and ar.live where a.joint_id = ${it.id}::uuid order by a.starts_at`.execute(
      db,
    );
    return rows.map(({ id }) => id);
  };

  test('is told once, a minute later', async () => {
    const one = await visit();
    await told(one);
    expect(await put(one, one.version, later(one))).toEqual({ version: one.version + 1 });
    expect(await told(one)).toEqual([]);
    clock.advance('PT61S');
    expect((await told(one)).map(({ subject, text }) => [subject, /13\.00.*\n.*13\.30/.test(text)])).toEqual([
      ['Varauksesi on muuttunut', true],
    ]);
    clock.advance('PT61S');
    expect(await told(one)).toEqual([]);
  });

  test('and taken back within the minute is not told at all, stands as it stood with those it was with, and is reminded of then', async () => {
    const one = await visit();
    await told(one);
    // Others who are as likely to be chosen.
    for (const { serviceId } of one.parts) for (let n = 0; n < 4; n += 1) await aResource(db, town, { skills: [serviceId] });
    const { version } = await put(one, one.version, later(one));
    await told(one);
    await put(one, version, timesOf(one), { undoes: true });
    expect(await startsOf(one)).toEqual([at('08:00'), at('08:30')]);
    expect(await peopleOf(one)).toEqual(one.people);
    expect(await told(one)).toEqual([]);
    clock.advance('PT61S');
    expect(await told(one)).toEqual([]);
    clock.set('2027-03-07T08:00:00Z');
    expect((await told(one)).map(({ subject }) => subject)).toEqual(['Muistutus ajastasi']);
  });

  test('whose parts were apart are so again', async () => {
    const one = await visit();
    await move(one, 1, at('12:30'));
    await told(one);
    const was = await read(one);
    const { version } = await put(one, was.version, later(one));
    await told(one);
    expect((await put(one, version, timesOf(was))).code, 'which is for taking back alone').toBe('time-not-bookable');
    await put(one, version, timesOf(was), { undoes: true });
    expect(await startsOf(one)).toEqual([at('08:00'), at('12:30')]);
    clock.advance('PT61S');
    expect(await told(one)).toEqual([]);
  });

  test('and something of it since: neither is taken back, nor left untold', async () => {
    const one = await visit();
    await told(one);
    const { version } = await put(one, one.version, later(one));
    await told(one);
    clock.advance('PT1S');
    expect((await place(one.parts[1].id, { version: await versionOf(one.parts[1].id), startsAt: at('11:45') })).status).toBe(200);
    expect((await put(one, version, timesOf(one), { undoes: true })).code).toBe('appointment-changed');
    await told(one);
    // By whoever has seen it all: that is another move, and is told as it is then.
    await put(one, version + 1, timesOf(one), { undoes: true });
    expect(await told(one)).toEqual([]);
    clock.advance('PT61S');
    expect((await told(one)).map(({ text }) => text)).toEqual([expect.stringMatching(/10\.00.*\n.*10\.30/)]);
  });
});

describe('a part of a visit that we call off', () => {
  const calledOff = async (it: Awaited<ReturnType<typeof visit>>, part: 0 | 1) => {
    const block = await blocked(it.people[part], '05:00', '14:00');
    expect(block.touched).toHaveLength(1);
    expect((await settle(block, { appointmentId: it.parts[part].id, kind: 'ask' })).body.outcome).toBe('settled');
    return told(it);
  };

  test('is told as such, with what fell away, what is left and how to choose anew; then the rest likewise', async () => {
    const one = await visit();
    await told(one);
    clock.advance('PT61S');
    const [part, ...more] = await calledOff(one, 1);
    expect([part?.subject, part?.calendar?.method, more]).toEqual(['Osa varauksestasi on peruttu', 'PUBLISH', []]);
    expect(part?.text).toMatch(
      /joudumme perumaan osan.*\n\nPeruttu on:\n[^\n]*10\.30\n\nJäljellä on:\n[^\n]*10\.00\n\n.*valitsemaan uuden ajan täällä:\nhttps:\/\/polku\.test\/book\n/s,
    );
    expect(part?.text).not.toMatch(/Kela|Neuvonta|\{\{/);
    const [whole] = await calledOff(one, 0);
    expect([whole?.subject, whole?.calendar?.method]).toEqual(['Varauksesi on peruttu', 'CANCEL']);
    expect(whole?.text).toMatch(/joudumme perumaan varauksesi.*valitsemaan uuden ajan täällä:\nhttps:\/\/polku\.test\/book\n/s);
  });

  test('is said still when the rest is moved before the letter has left', async () => {
    const one = await visit();
    await told(one);
    const block = await blocked(one.people[1], '05:00', '14:00');
    await settle(block, { appointmentId: one.parts[1].id, kind: 'ask' });
    await move(one, 0, at('11:00'));
    const [letter, ...more] = await told(one);
    expect([letter?.subject, more]).toEqual(['Osa varauksestasi on peruttu', []]);
    expect(letter?.text).toContain('13.00');
  });

  test('of a service that not everybody may book: we contact its customer', async () => {
    const one = await visit();
    await told(one);
    await sql`update bookable set who = 'staff' where id = ${one.parts[1].serviceId}::uuid`.execute(db);
    const block = await blocked(one.people[1], '08:30', '08:45');
    expect(block.touched, 'and staff know that they do').toMatchObject([{ chooses: false }]);
    const [letter] = await calledOff(one, 1);
    expect(letter?.text).toContain('Otamme sinuun yhteyttä ja sovimme uuden ajan.');
    expect(letter?.text).not.toMatch(/\/book\n/);
  });

  test('by the customer is told as changed', async () => {
    const one = await visit();
    await told(one);
    await anyone.call('DELETE', `${urlOf(one)}/parts/${one.parts[1].id}`, undefined, bearer(one));
    expect((await told(one)).map(({ subject }) => subject)).toEqual(['Varauksesi on muuttunut']);
  });
});

describe('the reminder of a visit', () => {
  test('leaves once, the day before at ten, for all of it; moved, for the new day alone', async () => {
    const one = await visit();
    expect((await told(one)).map(({ subject }) => subject)).toEqual(['Aikasi on varattu']);
    for (const part of [0, 1] as const) {
      const time = part === 0 ? '09:00' : '09:30';
      expect((await move(one, part, at(time, '2027-03-10'))).status).toBe(200);
      await told(one);
    }
    clock.set('2027-03-07T08:00:00Z');
    expect(await told(one), 'of the old day').toEqual([]);
    clock.set('2027-03-09T07:59:59Z');
    expect(await told(one)).toEqual([]);
    clock.set('2027-03-09T08:00:00Z');
    const [reminder, ...more] = await told(one);
    expect([reminder?.subject, more]).toEqual(['Muistutus ajastasi', []]);
    expect(reminder?.text).toMatch(/11\.00.*\n.*11\.30/);
    expect(await told(one)).toEqual([]);
  });

  test('leaves for what is left of it, and for nothing when it is cancelled', async () => {
    const [one, other] = [await visit(), await visit()];
    await told(one);
    await anyone.call('DELETE', `${urlOf(one)}/parts/${one.parts[0].id}`, undefined, bearer(one));
    await anyone.call('DELETE', urlOf(other), undefined, bearer(other));
    await told(one);
    await told(other);
    clock.set('2027-03-07T08:00:00Z');
    const letters = await bookersLetters({ db, clock, keys: service.keys });
    const to = (it: Joint) => letters.filter(({ email }) => email === `${it.id}@posti.example`);
    expect(to(one).map(({ subject }) => subject)).toEqual(['Muistutus ajastasi']);
    expect(to(one)[0]?.text).not.toContain('10.00');
    expect(to(other)).toEqual([]);
  });
});
