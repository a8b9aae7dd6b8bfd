import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aDevice, aQueue, atPoint } from '../../../testing/floor.ts';
import { somebodyWaits } from '../../../testing/locks.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { QueueBoard } from '../../queue/board/schema.ts';
import type { Attendance } from '../series/schema.ts';
import type { JointBooking } from './schema.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' }));
  const opening = JSON.stringify({ zone: 'Europe/Helsinki', weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  await itIs('2027-03-01T05:00:00Z');
});

/** A session ends when its desk is left alone. */
async function itIs(moment: string): Promise<void> {
  clock.set(moment);
  aino = await service.signIn(town.aino);
}

const once = () => ({ 'idempotency-key': randomUUID() });
const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
type Held = JointBooking & { secret: string };
const bearer = ({ secret }: Pick<Held, 'secret'>) => ({ authorization: `Bearer ${secret}` });

async function agree(held: Held): Promise<Held> {
  const url = `/api/v1/booking/joint-bookings/${held.id}/confirmation`;
  const { status, body } = await service.caller().call<JointBooking>('POST', url, contact, { ...bearer(held), ...once() });
  expect(status).toBe(201);
  return { ...body, secret: held.secret };
}

type Set = { sessionIds: string[]; seriesId: string; roomId: string | null };

/** Meetings led by one person, in a room of this name where there is one. */
async function meetings(starts: string[], room: string | null, queueId: string | null, course = true): Promise<Set> {
  const parts = [{ kind: 'person' as const }, ...(room ? [{ kind: 'room' as const }] : [])];
  const bookableId = await aBookable(db, town, { minutes: 60, queueId, parts });
  await sql`update bookable set fixed = true where id = ${bookableId}::uuid`.execute(db);
  await aResource(db, town, { skills: [bookableId], closes: '18:00' });
  const roomId = room && (await aResource(db, town, { kind: 'room', skills: [bookableId], closes: '18:00' }));
  if (roomId) await sql`update resource set name = ${room} where id = ${roomId}::uuid`.execute(db);
  const body = { bookableId, pointId: town.point, way: 'point', capacity: 5, course, starts };
  const answer = await aino.call<Set>('POST', '/api/booking/meetings', body, once());
  expect(answer.status, answer.text).toBe(201);
  return { ...answer.body, roomId };
}

async function bookVisit(services: string[], day: string): Promise<Held> {
  const input = { placeId: town.point };
  const parts = services.map((serviceId, at) => ({ serviceId, startsAt: `${day}T${at === 0 ? '07:00' : '07:30'}:00Z` }));
  const held = await service.caller().call<Held>('POST', '/api/v1/booking/visits', { ...input, parts }, once());
  expect(held.status, held.text).toBe(201);
  return agree(held.body);
}

async function twoServices(queueId: string | null): Promise<string[]> {
  const services = [await aBookable(db, town, { queueId }), await aBookable(db, town, { queueId })];
  for (const skill of services) await aResource(db, town, { skills: [skill] });
  return services;
}

async function bookCourse({ seriesId }: Set): Promise<Held> {
  const held = await service.caller().call<Held>('POST', `/api/v1/booking/courses/${seriesId}/holds`, {}, once());
  expect(held.status, held.text).toBe(201);
  return agree(held.body);
}

const kioskOf = async () => service.caller((await aDevice(db, town, 'kiosk')).cookie);
type Ticket = { code: string; page: string; place: number | null; meeting: { room: string | null; startsAt: string } | null };
const showAt = (kiosk: Caller, code: string) => kiosk.call<Ticket>('POST', '/api/device/arrivals', { code, language: 'fi' }, once());

/** Nobody waits, is called or is planned to be. */
const openSteps = async (prefix: string) => {
  const { rows } = await sql`select from visit_step s join queue q on q.id = s.queue_id
    where s.point_id = ${town.point}::uuid and q.prefix = ${prefix} and s.state in ('planned', 'waiting', 'called', 'serving', 'parked')`.execute(
    db,
  );
  return rows.length;
};
const markOf = async (sessionId: string) =>
  (await aino.call<Attendance>('GET', `/api/booking/meetings/${sessionId}/attendance`)).body.attenders.map(({ mark }) => mark);

/** The pages as a browser with its cookies, which goes where it is sent. */
function browser() {
  const jar = new Map([['polku-lang', 'fi']]);
  let token = '';
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  async function ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<string> {
    const form = payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://polku.example' };
    const answer = await service.app.inject({
      method,
      url,
      headers: { cookie: cookie(), ...form },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = (set.split(';')[0] as string).split('=');
      jar.set(name, value);
    }
    if (answer.statusCode === 303) return ask('GET', answer.headers.location as string);
    expect(answer.statusCode, `${url} ${answer.body.slice(0, 300)}`).toBe(200);
    token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? token;
    return answer.body;
  }
  return {
    get: (url: string) => ask('GET', url),
    post: (url: string) => ask('POST', url, new URLSearchParams({ _csrf: token }).toString()),
  };
}

describe('whoever comes to a meeting of many', () => {
  test('by the course’s code at the kiosk is told its room, waits in no line and is present; asked again, the same', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const it = await meetings(['2027-03-08T07:00:00Z', '2027-03-15T07:00:00Z'], 'Sali 2', await aQueue(db, town, { prefix: 'B' }));
    const { code } = await bookCourse(it);
    expect(code).toMatch(/^[2-9A-Y]{6}$/);
    await itIs('2027-03-08T06:50:00Z');
    const kiosk = await kioskOf();
    const shown = `${code?.slice(0, 3)} ${code?.slice(3)}`.toLowerCase();
    const came = await showAt(kiosk, shown);
    expect(came.status, came.text).toBe(201);
    expect(came.body).toMatchObject({ place: null, told: null, meeting: { room: 'Sali 2', startsAt: '2027-03-08T07:00:00Z' } });
    expect(await openSteps('B')).toBe(0);
    const again = await showAt(kiosk, shown);
    expect([again.status, again.body]).toEqual([201, { ...came.body, at: expect.any(String) }]);
    const page = await service.caller().call('GET', new URL(came.body.page).pathname);
    const cookie = String([page.headers['set-cookie']].flat()[0]).split(';')[0] as string;
    const own = await service.caller(cookie).call('GET', '/q');
    expect(own.text).toContain('Mene tänne: Sali 2');
    expect(own.text).not.toContain(came.body.code);
    await expect.poll(() => markOf(it.sessionIds[0] as string), { timeout: 20_000 }).toEqual(['present']);
    expect(await markOf(it.sessionIds[1] as string)).toEqual([null]);
  });

  test('greeted at reception is told the room as it is called now; without a room they are told to ask; a misclick is taken back', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const queueId = await aQueue(db, town, { prefix: 'C' });
    const inRoom = await meetings(['2027-03-09T07:00:00Z'], 'Vanha sali', queueId);
    const without = await meetings(['2027-03-09T09:00:00Z'], null, queueId);
    await bookCourse(inRoom);
    await bookCourse(without);
    const admin = await service.signIn(town.admin);
    const renamed = await admin.call('PATCH', `/api/booking/resources/${inRoom.roomId}`, { version: 1, name: 'Uusi sali' });
    expect(renamed.status, renamed.text).toBe(200);
    await itIs('2027-03-09T06:45:00Z');
    const board = async () => {
      clock.advance('PT2S');
      return (await aino.call<QueueBoard>('GET', `/api/queue/points/${town.point}/board`)).body;
    };
    const expected = (await board()).expected.filter((one) => one.queueId === queueId);
    expect(expected).toHaveLength(2);
    const greet = (id: string | undefined) =>
      aino.call<Ticket & { visitId: string }>('POST', `/api/queue/expected/${id}/arrival`, undefined, once());
    const [first, second] = [await greet(expected[0]?.id), await greet(expected[1]?.id)];
    expect([first.body.meeting?.room, second.body.meeting?.room]).toEqual(['Uusi sali', null]);
    expect(await openSteps('C')).toBe(0);
    expect((await board()).steps.filter((step) => step.queueId === queueId)).toEqual([]);
    await expect.poll(() => markOf(inRoom.sessionIds[0] as string), { timeout: 20_000 }).toEqual(['present']);
    const undone = await aino.call('POST', `/api/queue/visits/${first.body.visitId}/deeds`, { deed: 'undone', of: 'arrived' });
    expect(undone.status, undone.text).toBe(204);
    expect((await board()).expected.map(({ id }) => id)).toContain(expected[0]?.id);
    await expect.poll(() => markOf(inRoom.sessionIds[0] as string), { timeout: 20_000 }).toEqual([null]);
  });
});

describe('whom no queue expects, by the code at reception', () => {
  type Came = { times: { appointmentId: string; room: string | null }[] };
  const show = (code: string | null) => aino.call<Came>('POST', `/api/booking/points/${town.point}/arrivals`, { code });

  test('has come to all of a visit, and of a course to the meeting of the day, whose room is told', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const services = [await aBookable(db, town), await aBookable(db, town)];
    for (const skill of services) await aResource(db, town, { skills: [skill] });
    const parts = services.map((serviceId, at) => ({ serviceId, startsAt: `2027-03-12T${at === 0 ? '07:00' : '07:30'}:00Z` }));
    const held = await service.caller().call<Held>('POST', '/api/v1/booking/visits', { placeId: town.point, parts }, once());
    const visit = await agree(held.body);
    const course = await bookCourse(await meetings(['2027-03-12T08:00:00Z', '2027-03-12T11:00:00Z'], 'Sali 3', null));
    await itIs('2027-03-12T06:55:00Z');
    expect((await show(visit.code)).body.times.map(({ appointmentId }) => appointmentId)).toEqual(visit.parts.map(({ id }) => id));
    expect((await show(course.code)).body.times).toMatchObject([{ appointmentId: course.parts[0]?.id, room: 'Sali 3' }]);
    await itIs('2027-03-12T10:40:00Z');
    expect((await show(course.code)).body.times).toMatchObject([{ appointmentId: course.parts[1]?.id, room: 'Sali 3' }]);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from appointment
      where joint_id in (${visit.id}::uuid, ${course.id}::uuid) and state = 'arrived'`.execute(db);
    expect(rows[0]?.count).toBe(4);
  });

  test('while one part is being cancelled: has come to the rest, and to nothing where none is left', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const [one, other] = [await bookVisit(await twoServices(null), '2027-03-15'), await bookVisit(await twoServices(null), '2027-03-15')];
    await itIs('2027-03-15T06:50:00Z');
    const [first, second] = one.parts;
    const came = await shownWhileCancelled(one.code, [first?.id]);
    expect(came.body.times.map(({ appointmentId }) => appointmentId)).toEqual([second?.id]);
    const none = await shownWhileCancelled(
      other.code,
      other.parts.map(({ id }) => id),
    );
    expect(none).toMatchObject({ status: 404, body: { code: 'arrival-code' } });
  });

  async function shownWhileCancelled(code: string | null, ids: (string | undefined)[]) {
    const shown = await inTransaction(db, async (trx) => {
      await sql`update appointment set state = 'cancelled' where id = any(${ids}::uuid[])`.execute(trx);
      const showing = show(code);
      await expect.poll(() => somebodyWaits(db)).toBe(true);
      // In a list, since it answers only when this has ended.
      return [showing];
    });
    return shown[0] as ReturnType<typeof show>;
  }
});

describe('a visit at several authorities, by its one code at reception', () => {
  const greet = (by: Caller, code: string | null) => by.call<Ticket>('POST', `/api/queue/points/${town.point}/arrivals`, { code }, once());
  const show = (by: Caller, code: string | null) =>
    by.call<{ times: { appointmentId: string }[] }>('POST', `/api/booking/points/${town.point}/arrivals`, { code });
  const statesOf = async ({ parts }: Pick<Held, 'parts'>) => {
    const ids = parts.map(({ id }) => id);
    const { rows } = await sql<{ state: string }>`select state from appointment where id = any(${ids}::uuid[]) order by starts_at`.execute(
      db,
    );
    return rows.map(({ state }) => state);
  };

  /** The first service is the city's, the second Kela's. */
  async function bookBoth(queueIds: [string | null, string | null], day: string): Promise<Held> {
    const [ours, theirs] = [await aBookable(db, town, { queueId: queueIds[0] }), await aBookable(db, town, { queueId: queueIds[1] })];
    await sql`update bookable set organisation_id = ${town.organisations.kela}::uuid where id = ${theirs}::uuid`.execute(db);
    for (const skill of [ours, theirs]) await aResource(db, town, { skills: [skill] });
    const parts = [ours, theirs].map((serviceId, at) => ({ serviceId, startsAt: `${day}T07:${at === 0 ? '00' : '30'}:00Z` }));
    const held = await service.caller().call<Held>('POST', '/api/v1/booking/visits', { placeId: town.point, parts }, once());
    expect(held.status, held.text).toBe(201);
    return agree(held.body);
  }

  test('only one of which has a queue: greeted once, both are come to', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const one = await bookBoth([null, await aQueue(db, town, { prefix: 'G' })], '2027-03-17');
    await itIs('2027-03-17T06:50:00Z');
    expect((await greet(aino, one.code)).status).toBe(201);
    await expect.poll(() => statesOf(one), { timeout: 20_000 }).toEqual(['arrived', 'arrived']);
  });

  test('whose part with a queue was cancelled: the rest is found by the same code', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const one = await bookBoth([null, await aQueue(db, town, { prefix: 'H' })], '2027-03-18');
    const gone = `/api/v1/booking/joint-bookings/${one.id}/parts/${one.parts[1]?.id}`;
    expect((await service.caller().call('DELETE', gone, undefined, bearer(one))).status).toBe(204);
    await itIs('2027-03-18T06:50:00Z');
    const shown = await show(aino, one.code);
    expect(
      shown.body.times?.map(({ appointmentId }) => appointmentId),
      shown.text,
    ).toEqual([one.parts[0]?.id]);
    expect(await statesOf(one)).toEqual(['arrived', 'cancelled']);
  });

  test('shown to the people of one of them: all of it is come to, and they are told of their own part alone', async () => {
    await itIs('2027-03-01T05:00:00Z');
    await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'J' });
    const one = await bookBoth([null, null], '2027-03-19');
    await itIs('2027-03-19T06:50:00Z');
    const specialist = await service.signIn(await atPoint(db, town, 'authority-specialist', town.organisations.kela));
    const shown = await show(specialist, one.code);
    expect(
      shown.body.times?.map(({ appointmentId }) => appointmentId),
      shown.text,
    ).toEqual([one.parts[1]?.id]);
    expect(await statesOf(one)).toEqual(['arrived', 'arrived']);
  });
});

describe('a visit whose parts are on two days', () => {
  const statesOf = async ({ id }: Pick<Held, 'id'>) => {
    const { rows } = await sql<{ state: string }>`select state from appointment where joint_id = ${id}::uuid order by starts_at`.execute(
      db,
    );
    return rows.map(({ state }) => state);
  };
  const moveSecond = async (it: Held, startsAt: string) => {
    const url = `/api/v1/booking/joint-bookings/${it.id}/parts/${it.parts[1]?.id}`;
    const { status, text } = await service.caller().call('PATCH', url, { startsAt }, bearer(it));
    expect(status, text).toBe(200);
  };
  const stillExpected = async (prefix: string) => {
    const { rows } = await sql<{ due: string; following: number }>`select to_char(e.due_at at time zone 'UTC', 'DD HH24.MI') as due,
        jsonb_array_length(e.following) as following
      from expected_visit e join queue q on q.id = e.queue_id
      where q.point_id = ${town.point}::uuid and q.prefix = ${prefix} and e.cancelled_at is null and e.visit_id is null order by e.due_at`.execute(
      db,
    );
    return rows.map(({ due, following }) => [due, following]);
  };

  test('is come to on each of them by its one code, and on each to what is then', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const one = await bookVisit(await twoServices(await aQueue(db, town, { prefix: 'K' })), '2027-03-22');
    await moveSecond(one, '2027-03-23T08:00:00Z');
    expect(await stillExpected('K')).toEqual([
      ['22 07.00', 0],
      ['23 08.00', 0],
    ]);
    await itIs('2027-03-22T06:50:00Z');
    const kiosk = await kioskOf();
    expect((await showAt(kiosk, one.code as string)).status).toBe(201);
    await expect.poll(() => statesOf(one), { timeout: 20_000 }).toEqual(['arrived', 'confirmed']);
    expect(await openSteps('K'), 'no step of tomorrow').toBe(1);
    await itIs('2027-03-23T07:30:00Z');
    const own = browser();
    expect(await own.get(`/b/together/${one.secret}`)).toContain('Olen täällä');
    const came = await showAt(kiosk, one.code as string);
    expect(came.status, came.text).toBe(201);
    await expect.poll(() => statesOf(one), { timeout: 20_000 }).toEqual(['arrived', 'arrived']);
  });

  test('and together again is expected once, as before', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const one = await bookVisit(await twoServices(await aQueue(db, town, { prefix: 'L' })), '2027-03-24');
    await moveSecond(one, '2027-03-25T08:00:00Z');
    await moveSecond(one, '2027-03-24T07:30:00Z');
    expect(await stillExpected('L')).toEqual([['24 07.00', 1]]);
    await itIs('2027-03-24T06:50:00Z');
    expect((await showAt(await kioskOf(), one.code as string)).status).toBe(201);
    await expect.poll(() => statesOf(one), { timeout: 20_000 }).toEqual(['arrived', 'arrived']);
    expect(await openSteps('L')).toBe(2);
  });

  test('the first of which is cancelled is expected on the other alone; all of it cancelled, on neither', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const one = await bookVisit(await twoServices(await aQueue(db, town, { prefix: 'M' })), '2027-03-26');
    await moveSecond(one, '2027-03-29T08:00:00Z');
    const url = `/api/v1/booking/joint-bookings/${one.id}`;
    expect((await service.caller().call('DELETE', `${url}/parts/${one.parts[0]?.id}`, undefined, bearer(one))).status).toBe(204);
    expect(await stillExpected('M')).toEqual([['29 08.00', 0]]);
    expect((await service.caller().call('DELETE', url, undefined, bearer(one))).status).toBe(204);
    expect(await stillExpected('M')).toEqual([]);
  });

  test('on one of which no queue takes arrivals is found there by the same code at reception', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const services = [...(await twoServices(await aQueue(db, town, { prefix: 'N' }))).slice(0, 1), ...(await twoServices(null)).slice(1)];
    const one = await bookVisit(services, '2027-03-30');
    await moveSecond(one, '2027-03-31T07:00:00Z');
    await itIs('2027-03-31T06:50:00Z');
    const shown = await aino.call<{ times: { appointmentId: string }[] }>('POST', `/api/booking/points/${town.point}/arrivals`, {
      code: one.code,
    });
    expect(
      shown.body.times?.map(({ appointmentId }) => appointmentId),
      shown.text,
    ).toEqual([one.parts[1]?.id]);
    expect(await statesOf(one)).toEqual(['confirmed', 'arrived']);
  });
});

describe('"I am here" on the page of what was agreed as one', () => {
  const HERE = 'Olen täällä';

  const statesOf = async ({ id }: Pick<Held, 'id'>) => {
    const { rows } = await sql<{ state: string }>`select state from appointment where joint_id = ${id}::uuid order by starts_at`.execute(
      db,
    );
    return rows.map(({ state }) => state);
  };

  test('of a visit: on to the queue’s page from an hour before, where both parts are come to at once', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const one = await bookVisit(await twoServices(await aQueue(db, town, { prefix: 'D' })), '2027-03-10');
    const own = browser();
    await itIs('2027-03-10T05:59:00Z');
    expect(await own.get(`/b/together/${one.secret}`)).not.toContain(HERE);
    expect(await own.get('/b/together/arrival'), 'too early').toContain('Varattu käyntisi');
    await itIs('2027-03-10T06:00:00Z');
    expect(await own.get('/b/together')).toContain(HERE);
    expect(await own.get('/b/together/arrival')).toContain('action="/q/arrival"');
    expect(await own.post('/q/arrival')).toMatch(/D001/);
    await expect.poll(() => statesOf(one), { timeout: 20_000 }).toEqual(['arrived', 'arrived']);
    const come = await own.get('/b/together');
    for (const words of ['Olet saapunut', 'Katso vuoronumerosi']) expect(come).toContain(words);
    expect(come, 'nothing of before it, nor of after it').not.toMatch(/Olen täällä|Olit paikalla|Varauskoodisi|Peru koko käynti/);
    expect(await own.get('/b/together/arrival')).toMatch(/D001/);
  });

  test('of a visit where no queue takes arrivals: said here, once for all of its parts', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const one = await bookVisit(await twoServices(null), '2027-03-11');
    const own = browser();
    await own.get(`/b/together/${one.secret}`);
    // A page with a form, for its token.
    await own.get('/b/together/cancellation');
    await own.post('/b/together/arrival');
    expect(await statesOf(one), 'too early').toEqual(['confirmed', 'confirmed']);
    await itIs('2027-03-11T06:10:00Z');
    expect(await own.get('/b/together')).toContain(HERE);
    expect(await own.post('/b/together/arrival')).toContain('Olet jo saapunut');
    expect(await statesOf(one)).toEqual(['arrived', 'arrived']);
    expect(await own.post('/b/together/arrival'), 'again: nothing more').not.toContain(HERE);
  });

  test('of a course: the meeting of the day, by the queue’s page or here, and its room is told', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const days = ['2027-03-12T07:00:00Z', '2027-03-19T07:00:00Z'];
    const queued = await meetings(days, 'Sali 3', await aQueue(db, town, { prefix: 'E' }));
    const unqueued = await meetings(days, 'Sali 4', null);
    const [atQueue, here] = [await bookCourse(queued), await bookCourse(unqueued)];
    const [first, second] = [browser(), browser()];
    expect(await first.get(`/b/together/${atQueue.secret}`)).not.toContain(HERE);
    await second.get(`/b/together/${here.secret}`);
    await itIs('2027-03-12T06:30:00Z');
    expect(await first.get('/b/together/arrival')).toContain('mihin huoneeseen menet');
    expect(await first.post('/q/arrival')).toContain('Mene tänne: Sali 3');
    expect(await openSteps('E')).toBe(0);
    await expect.poll(() => statesOf(atQueue), { timeout: 20_000 }).toEqual(['arrived', 'confirmed']);
    expect(await first.get('/b/together')).toContain('Mene tänne: Sali 3');
    expect(await second.get('/b/together')).toContain(HERE);
    expect(await second.post('/b/together/arrival')).toContain('Mene tänne: Sali 4');
    expect(await statesOf(here)).toEqual(['arrived', 'confirmed']);
    expect(await markOf(unqueued.sessionIds[0] as string)).toEqual(['present']);
    await itIs('2027-03-13T06:30:00Z');
    expect(await second.get('/b/together')).not.toContain('Mene tänne');
  });

  test('of one meeting: its own page tells the room, before and after', async () => {
    await itIs('2027-03-01T05:00:00Z');
    const { sessionIds } = await meetings(['2027-03-16T07:00:00Z'], 'Sali 5', await aQueue(db, town, { prefix: 'F' }), false);
    const held = await service.caller().call<Held>('POST', `/api/v1/booking/sessions/${sessionIds[0]}/holds`, {}, once());
    expect(held.status, held.text).toBe(201);
    const { id, secret } = held.body;
    const agreed = await service
      .caller()
      .call('POST', `/api/v1/booking/appointments/${id}/confirmation`, contact, { ...bearer({ secret }), ...once() });
    expect(agreed.status, agreed.text).toBeLessThan(300);
    await itIs('2027-03-16T06:30:00Z');
    const own = browser();
    await own.get(`/b/${secret}`);
    await own.get('/b/arrival');
    expect(await own.post('/q/arrival')).toContain('Mene tänne: Sali 5');
    await expect.poll(() => own.get('/b'), { timeout: 20_000 }).toContain('Mene tänne: Sali 5');
  });
});
