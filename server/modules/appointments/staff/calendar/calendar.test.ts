import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { aBookable, aResource } from '../../../../testing/appointments.ts';
import { bookersLetters } from '../../../../testing/bookers-letters.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aPerson, aTown, type Town } from '../../../../testing/town.ts';
import type { Block } from './blocks/schema.ts';
import type { Calendars, OtherPlaces } from './schema.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let aino: Caller;
let nelli: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  [aino, nelli] = [await service.signIn(town.aino), await service.signIn(town.nelli)];
});

type Problem = { code: string };
const once = () => ({ 'idempotency-key': randomUUID() });
const MONDAY = '2027-03-08';
const at = (time: string, day = MONDAY) => `${day}T${time}:00Z`;
const week = `from=${MONDAY}&until=2027-03-12`;
const calendarOf = async (by: Caller, resource: string) =>
  (await by.call<Calendars>('GET', `/api/booking/calendar?${week}&resource=${resource}`)).body
    .calendars[0] as Calendars['calendars'][number];

/** A service of half an hour, so many who give it from ten to four, and a customer at each of these times. */
async function booked(people: number, times: readonly string[]) {
  const bookable = await aBookable(db, town);
  const ids: string[] = [];
  for (let n = 0; n < people; n += 1) ids.push(await aResource(db, town, { skills: [bookable], opens: '10:00', closes: '16:00' }));
  const appointments: string[] = [];
  for (const time of times) {
    const request = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: at(time) };
    const held = await anyone.call<{ id: string; secret: string }>('POST', '/api/v1/booking/holds', request, once());
    expect(held.status, held.text).toBe(201);
    const headers = { authorization: `Bearer ${held.body.secret}`, ...once() };
    const contact = { name: 'Elli Esimerkki', email: `${held.body.id}@posti.example` };
    expect((await anyone.call('POST', `/api/v1/booking/appointments/${held.body.id}/confirmation`, contact, headers)).status).toBe(201);
    appointments.push(held.body.id);
  }
  return { bookable, people: ids, appointments };
}
const takerOf = async (id: string) =>
  (
    await sql<{
      resource: string;
      starts: Temporal.Instant;
      version: number;
      state: string;
    }>`select ar.resource_id as resource, a.starts_at as starts, a.version, a.state
    from appointment a left join appointment_resource ar on ar.appointment_id = a.id and ar.live where a.id = ${id}::uuid`.execute(db)
  ).rows[0] as {
    resource: string;
    starts: Temporal.Instant;
    version: number;
    state: string;
  };
const block = (by: Caller, resource: string, from: string, until: string, reason = 'meeting') =>
  by.call<{ id: string } & Problem>(
    'POST',
    `/api/booking/resources/${resource}/blocks`,
    { startsAt: at(from), endsAt: at(until), reason },
    once(),
  );
const readBlock = async (by: Caller, id: string) => (await by.call<Block>('GET', `/api/booking/blocks/${id}`)).body;
const settle = (by: Caller, id: string, body: object) =>
  by.call<{ outcome: string } & Problem>('PUT', `/api/booking/blocks/${id}/settled`, body);
const place = (by: Caller, id: string, body: object) =>
  by.call<{ version: number } & Problem>('PUT', `/api/booking/appointments/${id}/place`, body);

describe('a calendar', () => {
  test('shows hours, what is booked with what one needs to know of it, and what is free', async () => {
    const { people, appointments } = await booked(1, ['09:00']);
    const one = await calendarOf(aino, people[0] as string);
    expect(one).toMatchObject({ kind: 'person', arranged: true, isMine: false });
    expect(one.open[0]).toEqual({ startsAt: at('08:00'), endsAt: at('14:00') });
    expect(one.open).toHaveLength(5);
    expect(one.taken).toMatchObject([
      {
        id: appointments[0],
        startsAt: at('09:00'),
        endsAt: at('09:30'),
        state: 'confirmed',
        booked: { way: 'point', needs: [], byEmail: true },
      },
    ]);
    expect(one.free.slice(0, 2)).toEqual([
      { startsAt: at('08:00'), endsAt: at('09:00') },
      { startsAt: at('09:30'), endsAt: at('14:00') },
    ]);
    expect(JSON.stringify(one)).not.toContain('Elli');
  });

  test('says who has booked only when asked, to those who serve them, and keeps that it was asked', async () => {
    const [id] = (await booked(1, ['09:00'])).appointments;
    const url = `/api/booking/appointments/${id}/customer`;
    expect((await aino.call('GET', url)).body).toEqual({ name: 'Elli Esimerkki', email: `${id}@posti.example`, phone: null });
    expect(
      (await sql`select from audit_entry where action = 'appointment.customer-seen' and ${id} = any(subjects)`.execute(db)).rows,
    ).toHaveLength(1);
    expect((await nelli.call('GET', url)).status).toBe(404);
  });

  test('is not there for those who neither work at the point nor for its organisation', async () => {
    const { people } = await booked(1, []);
    const url = `/api/booking/calendar?${week}`;
    for (const rest of [`&resource=${people[0]}`, `&point=${town.point}`]) {
      expect((await aino.call('GET', url + rest)).status).toBe(200);
      expect((await nelli.call('GET', url + rest)).status).toBe(404);
    }
    expect(
      (await nelli.call<{ calendars: { id: string }[] }>('GET', '/api/booking/calendars')).body.calendars.map(({ id }) => id),
    ).not.toContain(people[0]);
    expect((await aino.call('GET', `${url}&resource=${people[0]}&point=${town.point}`)).status).toBe(404);
    expect((await aino.call<Problem>('GET', `/api/booking/calendar?from=${MONDAY}&until=2027-04-08&point=${town.point}`)).body.code).toBe(
      'too-many-days',
    );
  });

  test('tells an authority at the same point only that another’s time is taken', async () => {
    const who = {
      name: 'Mika',
      role: 'authority-specialist',
      organisationId: town.organisations.kela,
      units: [],
      pointId: town.point,
    } as const;
    const mika = await service.signIn(await aPerson(db, { ...who, units: [] }));
    const bookable = await aBookable(db, town);
    await sql`update bookable set organisation_id = ${town.organisations.kela}::uuid where id = ${bookable}::uuid`.execute(db);
    const { people } = await booked(1, ['09:00']);
    const one = await calendarOf(mika, people[0] as string);
    expect(one.taken).toMatchObject([{ startsAt: at('09:00'), booked: null }]);
    expect(one.arranged).toBe(false);
    expect((await block(mika, people[0] as string, '12:00', '13:00')).status).toBe(404);
  });
});

describe('moving in a calendar', () => {
  test('to another person at the same time, whom the staff chose; the customer keeps code and time', async () => {
    const { people, appointments } = await booked(2, ['09:00']);
    const id = appointments[0] as string;
    const before = await takerOf(id);
    const other = people.find((one) => one !== before.resource) as string;
    const places = (await aino.call<OtherPlaces>('GET', `/api/booking/appointments/${id}/other-places?from=${MONDAY}&until=${MONDAY}`)).body
      .places;
    expect(places.find(({ startsAt }) => String(startsAt) === at('09:00'))?.resourceIds.toSorted()).toEqual(people.toSorted());
    const moved = await place(aino, id, { version: before.version, startsAt: at('09:00'), to: other, instead: before.resource });
    expect(moved).toMatchObject({ status: 200, body: { version: before.version + 1 } });
    expect(await takerOf(id)).toMatchObject({ resource: other, version: before.version + 1 });
  });

  test('to another time and taken back; who saw an older version is told, and a taken time is refused', async () => {
    const { people, appointments } = await booked(1, ['09:00', '10:00']);
    const [id] = appointments as [string];
    const { version } = await takerOf(id);
    const to = people[0];
    expect((await place(aino, id, { version, startsAt: at('10:00'), to })).body.code).toBe('time-taken');
    expect((await place(aino, id, { version, startsAt: at('11:00'), to })).body.version).toBe(version + 1);
    expect((await place(aino, id, { version, startsAt: at('12:00'), to })).body.code).toBe('appointment-changed');
    expect((await place(aino, id, { version: version + 1, startsAt: at('09:00'), to, undoes: true })).body.version).toBe(version + 2);
    expect((await takerOf(id)).starts.toString()).toBe(at('09:00'));
    expect((await place(nelli, id, { version: version + 2, startsAt: at('11:00'), to })).status).toBe(404);
    expect((await place(aino, id, { version: version + 2, startsAt: at('11:00'), to: (await booked(1, [])).people[0] })).body.code).toBe(
      'time-not-bookable',
    );
  });

  test('within the notice too', async () => {
    const { bookable, people, appointments } = await booked(2, ['09:00']);
    await sql`update bookable set notice = 20000 where id = ${bookable}::uuid`.execute(db);
    const id = appointments[0] as string;
    const { version, resource } = await takerOf(id);
    const other = people.find((one) => one !== resource) as string;
    expect((await place(aino, id, { version, startsAt: at('09:00'), to: other, instead: resource })).status).toBe(200);
  });
});

describe('a block', () => {
  test('takes what is free, names who is booked, and keeps new customers out of the whole of it', async () => {
    const { bookable, people, appointments } = await booked(1, ['09:00']);
    const one = people[0] as string;
    const { body } = await block(aino, one, '08:00', '14:00');
    expect(await readBlock(aino, body.id)).toMatchObject({
      reason: 'meeting',
      touched: [{ appointmentId: appointments[0], moved: true, proposal: { kind: 'time' } }],
    });
    const hold = (time: string) =>
      anyone.call<Problem>(
        'POST',
        '/api/v1/booking/holds',
        { serviceId: bookable, placeId: town.point, way: 'point', startsAt: at(time) },
        once(),
      );
    expect((await hold('10:00')).body.code).toBe('time-taken');
    expect((await settle(aino, body.id, { appointmentId: appointments[0], kind: 'ask' })).body.outcome).toBe('settled');
    expect((await hold('09:00')).body.code, 'what they leave is not given to the next').toBe('time-taken');
    expect((await aino.call('DELETE', `/api/booking/blocks/${body.id}`)).status).toBe(204);
    expect((await hold('10:00')).status).toBe(201);
  });

  test('and a booking at the same moment never both have the time', async () => {
    const { bookable, people } = await booked(1, []);
    const one = people[0] as string;
    const request = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: at('10:00') };
    const [blocked, ...holds] = await Promise.all([
      block(aino, one, '09:30', '11:00'),
      ...Array.from({ length: 6 }, () => anyone.call('POST', '/api/v1/booking/holds', request, once())),
    ]);
    expect([blocked.status, ...holds.map(({ status }) => status)].filter((status) => status >= 500)).toEqual([]);
    const { rows } =
      await sql`select from appointment_resource a join appointment_resource b on b.resource_id = a.resource_id and b.during && a.during
      where a.resource_id = ${one}::uuid and a.live and b.live and a.block_id is not null and b.appointment_id is not null`.execute(db);
    expect([blocked.status, rows.length]).toEqual([201, 0]);
  });

  test('is among who must be moved, and only for those who arrange the calendar', async () => {
    const { people, appointments } = await booked(1, ['09:00']);
    const { id } = (await block(aino, people[0] as string, '08:30', '10:00')).body;
    const admin = await service.signIn(town.admin);
    const { conflicts } = (
      await admin.call<{ conflicts: { appointmentId: string; reasons: string[] }[] }>('GET', `/api/booking/conflicts?resource=${people[0]}`)
    ).body;
    expect(conflicts).toMatchObject([{ appointmentId: appointments[0], reasons: ['resource-away'] }]);
    for (const url of [`/api/booking/blocks/${id}`]) {
      expect((await nelli.call('GET', url)).status).toBe(404);
      expect((await nelli.call('DELETE', url)).status).toBe(404);
      expect((await settle(nelli, id, { appointmentId: appointments[0], kind: 'ask' })).status).toBe(404);
    }
    expect((await block(nelli, people[0] as string, '12:00', '13:00')).status).toBe(404);
    expect((await block(aino, people[0] as string, '13:00', '12:00')).body.code).toBe('block-too-long');
  });
});

test('somebody falls ill: each is given to others, moved or asked to choose, once however often it is pressed', async () => {
  const { people, appointments } = await booked(2, ['09:00', '09:00', '10:00']);
  const ill = (await takerOf(appointments[0] as string)).resource;
  const well = people.find((one) => one !== ill) as string;
  const mine = await Promise.all(appointments.map(takerOf));
  const touched = appointments.filter((_, n) => mine[n]?.resource === ill);
  const letters = async () =>
    (await bookersLetters({ db, clock, keys: service.keys })).filter(({ email }) => appointments.some((one) => email.startsWith(one)));
  await letters();
  const { id } = (await block(aino, ill, '08:00', '14:00', 'away')).body;
  const before = await readBlock(aino, id);
  expect(before.touched.map(({ appointmentId }) => appointmentId)).toEqual(touched);
  expect(before.touched[0]?.proposal.kind, 'the other is booked at nine too').toBe('time');
  for (const one of before.touched) {
    const { kind, startsAt } = one.proposal;
    const wish = { appointmentId: one.appointmentId, kind, startsAt };
    const twice = await Promise.all([settle(aino, id, wish), settle(aino, id, wish)]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(twice.map(({ body }) => body.outcome).toSorted()).toContain('settled');
    expect((await settle(aino, id, wish)).body.outcome).toBe('gone');
    expect((await takerOf(one.appointmentId)).version, 'once').toBe(one.version + 1);
  }
  expect((await readBlock(aino, id)).touched).toEqual([]);
  for (const one of touched) expect((await takerOf(one)).resource).toBe(well);
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from appointment_resource where resource_id = ${ill}::uuid and live and appointment_id is not null`.execute(
    db,
  );
  expect(rows[0]?.count).toBe(0);
  const written = async () =>
    (
      await sql`select from appointment_letter where appointment_id = any(${touched}::uuid[]) and kind = 'moved' and state = 'waiting'`.execute(
        db,
      )
    ).rows.length;
  await expect.poll(written, { timeout: 10_000 }).toBe(1);
  expect(await letters(), 'staff have a minute to take it back').toEqual([]);
  clock.advance('PT1M1S');
  const told = (await letters()).map(({ email, text }) => ({ email, text }));
  expect(told, 'whose time is the same hears nothing').toEqual(
    before.touched.flatMap(({ appointmentId, proposal }) =>
      proposal.kind === 'time' ? { email: `${appointmentId}@posti.example`, text: expect.stringContaining('10.30') } : [],
    ),
  );
});

describe('one’s own calendar elsewhere', () => {
  test('has codes and times and nothing of the customer; a new address ends the old one', async () => {
    const { people } = await booked(1, ['09:00']);
    await sql`update resource set person_id = ${town.tiina.actor.personId}::uuid where id = ${people[0]}::uuid`.execute(db);
    const tiina = await service.signIn(town.tiina);
    type Feed = { feed: { address: string; readOn: string | null } | null };
    expect((await tiina.call<Feed>('GET', '/api/booking/feed')).body.feed).toBeNull();
    const pathOf = ({ feed }: Feed) => new URL((feed as { address: string }).address).pathname;
    const first = pathOf((await tiina.call<Feed>('PUT', '/api/booking/feed')).body);
    const answer = await service.polku.app.inject(first);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, max-age=300',
    ]);
    const events = Object.values(ical.sync.parseICS(answer.body)).filter((one) => one?.type === 'VEVENT') as VEvent[];
    expect(events.map(({ summary, start }) => [summary, (start as unknown as { toISOString(): string }).toISOString()])).toEqual([
      [expect.stringMatching(/^Aika palvelupisteessä · [2-9A-Y]{3} [2-9A-Y]{3}$/), '2027-03-08T09:00:00.000Z'],
    ]);
    expect(answer.body).not.toMatch(/Elli|posti|Neuvonta/);
    expect((await tiina.call<Feed>('GET', '/api/booking/feed')).body.feed?.readOn).toBe('2027-03-01');
    const second = pathOf((await tiina.call<Feed>('PUT', '/api/booking/feed')).body);
    expect((await service.polku.app.inject(first)).statusCode).toBe(404);
    expect((await tiina.call('DELETE', '/api/booking/feed')).status).toBe(204);
    expect((await service.polku.app.inject(second)).statusCode).toBe(404);
    expect((await service.polku.app.inject(`/calendars/${'a'.repeat(27)}.ics`)).statusCode).toBe(404);
  });
});
