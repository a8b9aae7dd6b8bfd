import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aDevice, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [{ date: '2027-03-09', closed: true }], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
});

type Held = { id: string; secret: string; state: string; code: string | null; startsAt: string };
type Problem = { code: string };
const once = () => ({ 'idempotency-key': randomUUID() });
const bearer = ({ secret }: Pick<Held, 'secret'>) => ({ authorization: `Bearer ${secret}` });
const hold = (serviceId: string, startsAt: string, more: object = {}, by: Caller = anyone) =>
  by.call<Held & Problem>('POST', '/api/v1/booking/holds', { serviceId, placeId: town.point, way: 'point', startsAt, ...more }, once());
const confirm = (it: Held, contact: object = { name: 'Elli Esimerkki', email: 'elli@posti.example' }) =>
  anyone.call<Held & Problem>('POST', `/api/v1/booking/appointments/${it.id}/confirmation`, contact, { ...bearer(it), ...once() });
const at = (it: Held) => `/api/v1/booking/appointments/${it.id}`;
const times = async (serviceId: string, day: string, more = '', headers: Record<string, string> = {}) => {
  const url = `/api/v1/booking/free-times?service=${serviceId}&place=${town.point}&from=${day}&until=${day}${more}`;
  const { body } = await anyone.call<{ times: { startsAt: string; endsAt: string }[] }>('GET', url, undefined, headers);
  return body.times.map(({ startsAt }) => startsAt.slice(11, 16));
};

describe('a city’s own site books', () => {
  test('from the services and places over the free times to the appointment, which is moved and cancelled', async () => {
    const bookable = await aBookable(db, town, { minutes: 60 });
    await aResource(db, town, { skills: [bookable] });
    const { services } = (
      await anyone.call<{ services: { id: string; placeIds: string[] }[] }>('GET', `/api/v1/booking/services?place=${town.point}`)
    ).body;
    expect(services.find(({ id }) => id === bookable)?.placeIds).toEqual([town.point]);
    const { places } = (await anyone.call<{ places: { id: string }[] }>('GET', `/api/v1/booking/places?service=${bookable}`)).body;
    expect(places.map(({ id }) => id)).toEqual([town.point]);

    // The doors are open 9-12, though who serves is there from eight.
    expect(await times(bookable, '2027-03-08')).toEqual(['07:00', '08:00', '09:00']);
    expect(await times(bookable, '2027-03-09')).toEqual([]);
    const held = await hold(bookable, '2027-03-08T08:00:00Z');
    expect(held).toMatchObject({ status: 201, body: { state: 'held', code: null, name: null } });
    expect(await times(bookable, '2027-03-08')).toEqual(['07:00', '09:00']);
    // One's own hold is free to oneself.
    expect(await times(bookable, '2027-03-08', '', bearer(held.body))).toEqual(['07:00', '08:00', '09:00']);

    expect(await confirm(held.body)).toMatchObject({ status: 201, body: { state: 'confirmed', name: 'Elli Esimerkki' } });
    const moved = await anyone.call<Held>('PATCH', at(held.body), { startsAt: '2027-03-08T07:00:00Z' }, bearer(held.body));
    expect(moved).toMatchObject({ status: 200, body: { startsAt: '2027-03-08T07:00:00Z' } });
    expect(await times(bookable, '2027-03-08')).toEqual(['08:00', '09:00']);
    expect((await anyone.call('DELETE', at(held.body), undefined, bearer(held.body))).status).toBe(204);
    expect((await anyone.call('DELETE', at(held.body), undefined, bearer(held.body))).status).toBe(204);
    expect(await times(bookable, '2027-03-08')).toEqual(['07:00', '08:00', '09:00']);
    expect((await anyone.call<Held>('GET', at(held.body), undefined, bearer(held.body))).body.state).toBe('cancelled');
    expect(await anyone.call<Problem>('PATCH', at(held.body), { startsAt: '2027-03-08T08:00:00Z' }, bearer(held.body))).toMatchObject({
      status: 409,
      body: { code: 'booked-already' },
    });
  });

  test('special needs make it longer and take more; a language is served by who speaks it', async () => {
    const rules = [
      { need: 'needs-interpreter', minutes: 30, part: { kind: 'interpreter' } },
      { need: 'wheelchair', room: ['accessible'] },
    ];
    const bookable = await aBookable(db, town, { minutes: 60, parts: [{ kind: 'person' }, { kind: 'room' }], rules });
    await aResource(db, town, { skills: [bookable], languages: ['fi'] });
    await aResource(db, town, { skills: [bookable], languages: ['fi', 'sv'], opens: '11:00' });
    await aResource(db, town, { kind: 'room', skills: [bookable] });
    expect(await times(bookable, '2027-03-08', '&needs=wheelchair')).toEqual([]);
    await aResource(db, town, { kind: 'interpreter', skills: [bookable], point: null });
    await settled();
    expect(await times(bookable, '2027-03-08', '&needs=needs-interpreter')).toEqual(['07:00', '08:00']);
    expect(await times(bookable, '2027-03-08', '&language=sv')).toEqual(['09:00']);
    expect(await times(bookable, '2027-03-08', '&language=en')).toEqual([]);
    const held = await hold(bookable, '2027-03-08T07:00:00Z', { needs: ['needs-interpreter'] });
    expect(held.body).toMatchObject({ startsAt: '2027-03-08T07:00:00Z', endsAt: '2027-03-08T08:30:00Z' });
  });

  test('all that somebody may need is told at once, here as at a kiosk and on the pages', async () => {
    const bookable = await aBookable(db, town);
    await aResource(db, town, { skills: [bookable] });
    const { needs } = (await anyone.call<{ needs: { key: string }[] }>('GET', '/api/v1/booking/special-needs')).body;
    const keys = needs.map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(12);
    const held = await hold(bookable, '2027-03-08T07:00:00Z', { needs: keys });
    expect(held, held.text).toMatchObject({ status: 201, body: { needs: keys } });
    const where = `service=${bookable}&place=${town.point}&from=2027-03-08&until=2027-03-08`;
    expect((await anyone.call('GET', `/api/v1/booking/free-times?${where}&needs=${keys.join(',')}`)).status).toBe(200);
  });

  test('a need that nobody knows is refused, and not passed over', async () => {
    const bookable = await aBookable(db, town);
    await aResource(db, town, { skills: [bookable] });
    const { needs } = (await anyone.call<{ needs: { key: string }[] }>('GET', '/api/v1/booking/special-needs')).body;
    expect(needs.map(({ key }) => key)).toEqual(expect.arrayContaining(['needs-interpreter', 'wheelchair']));
    const unknown = { status: 422, body: { code: 'unknown-special-need' } };
    expect(await hold(bookable, '2027-03-08T07:00:00Z', { needs: ['interpreter'] })).toMatchObject(unknown);
    const where = `service=${bookable}&place=${town.point}&from=2027-03-08&until=2027-03-08`;
    expect(await anyone.call('GET', `/api/v1/booking/free-times?${where}&needs=interpreter`)).toMatchObject(unknown);
    expect(await anyone.call('GET', `/api/v1/booking/first-free-times?service=${bookable}&needs=wheelchair,interpreter`)).toMatchObject(
      unknown,
    );
    const line = {
      serviceId: bookable,
      placeIds: [town.point],
      language: 'fi',
      needs: ['interpreter'],
      name: 'Elli',
      email: 'elli@posti.example',
    };
    expect(await anyone.call('POST', '/api/v1/booking/waiting-places', line, once())).toMatchObject(unknown);
  });

  test('a time that is none, one too soon, another way and a service of staff are refused', async () => {
    const bookable = await aBookable(db, town, { minutes: 60 });
    const inner = await aBookable(db, town, { who: 'staff' });
    await aResource(db, town, { skills: [bookable, inner] });
    const refused = async (serviceId: string, startsAt: string, more: object = {}) => (await hold(serviceId, startsAt, more)).body.code;
    expect(await refused(bookable, '2027-03-08T07:30:00Z')).toBe('time-not-bookable');
    expect(await refused(bookable, '2027-02-26T07:00:00Z')).toBe('time-not-bookable');
    expect(await refused(bookable, '2028-03-08T07:00:00Z')).toBe('time-not-bookable');
    expect(await refused(bookable, '2027-03-08T07:00:00Z', { way: 'remote' })).toBe('time-not-bookable');
    expect((await hold(inner, '2027-03-08T07:00:00Z')).status).toBe(404);
    expect((await hold(randomUUID(), '2027-03-08T07:00:00Z')).status).toBe(404);
    expect((await hold(bookable, '2027-03-08T07:00:00Z', { placeId: randomUUID() })).status).toBe(404);
    const { services } = (await anyone.call<{ services: { id: string }[] }>('GET', '/api/v1/booking/services')).body;
    expect(services.map(({ id }) => id)).not.toContain(inner);
  });

  test('nobody opens, moves, confirms or cancels what is another’s', async () => {
    const bookable = await aBookable(db, town);
    await aResource(db, town, { skills: [bookable] });
    const [mine, other] = [(await hold(bookable, '2027-03-10T07:00:00Z')).body, (await hold(bookable, '2027-03-10T07:30:00Z')).body];
    for (const headers of [{}, bearer(other), { authorization: 'Bearer a' }, { authorization: `Basic ${mine.secret}` }] as Record<
      string,
      string
    >[]) {
      expect((await anyone.call('GET', at(mine), undefined, headers)).status).toBe(404);
      expect((await anyone.call('DELETE', at(mine), undefined, headers)).status).toBe(404);
      expect((await anyone.call('PATCH', at(mine), { startsAt: '2027-03-10T08:00:00Z' }, headers)).status).toBe(404);
      const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example' };
      expect((await anyone.call('POST', `${at(mine)}/confirmation`, contact, { ...headers, ...once() })).status).toBe(404);
    }
    expect(JSON.stringify(service.lines)).not.toContain(mine.secret);
  });

  test('the point expects who has booked, under the code they got; cancelled, no more', async () => {
    const queueId = await aQueue(db, town);
    const bookable = await aBookable(db, town, { queueId });
    await aResource(db, town, { skills: [bookable] });
    const held = (await hold(bookable, '2027-03-11T07:00:00Z')).body;
    const { code } = (await confirm(held)).body;
    expect(code).toMatch(/^[2-9A-Y]{6}$/);
    const device = await aDevice(db, town, 'kiosk');
    clock.set('2027-03-11T06:50:00Z');
    const arrives = () => service.caller(device.cookie).call('POST', '/api/device/arrivals', { code, language: 'fi' }, once());
    await anyone.call('DELETE', at(held), undefined, bearer(held));
    expect((await arrives()).status).toBe(404);
    const again = (await hold(bookable, '2027-03-11T08:00:00Z')).body;
    const next = (await confirm(again)).body.code;
    const answer = await service.caller(device.cookie).call('POST', '/api/device/arrivals', { code: next, language: 'fi' }, once());
    expect(answer.status, answer.text).toBe(201);
  });

  test('the first free time at each place, the earliest first', async () => {
    const bookable = await aBookable(db, town, { minutes: 60 });
    await aResource(db, town, { skills: [bookable] });
    const { body } = await anyone.call<{ places: { placeId: string; startsAt: string }[] }>(
      'GET',
      `/api/v1/booking/first-free-times?service=${bookable}`,
    );
    expect(body.places).toEqual([expect.objectContaining({ placeId: town.point })]);
    expect(body.places[0]?.startsAt).toBe((await firstOf(bookable)) as string);
  });
});

const firstOf = async (bookable: string) => {
  const url = `/api/v1/booking/free-times?service=${bookable}&place=${town.point}&from=2027-03-10&until=2027-03-20`;
  return (await anyone.call<{ times: { startsAt: string }[] }>('GET', url)).body.times[0]?.startsAt;
};

/** What services take at places is read once a second. */
async function settled(): Promise<void> {
  const begun = performance.now();
  await expect.poll(() => performance.now() - begun, { timeout: 3_000 }).toBeGreaterThan(1_000);
}
