import { randomUUID } from 'node:crypto';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { aBus, aRemoteService } from '../../../testing/bus.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { formBrowser } from '../../../testing/form-browser.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { BookingConflicts, OtherTimes } from '../capacity/conflicts/schema.ts';
import type { StaffAppointment } from '../staff/booking/schema.ts';

// A Monday.
const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let admin: Caller;
let aino: Caller;
let it: Awaited<ReturnType<typeof aBus>>;
let remote: Awaited<ReturnType<typeof aRemoteService>>;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  [admin, aino] = [await service.signIn(town.admin), await service.signIn(town.aino)];
});
beforeEach(async () => {
  it = await aBus(db, town);
  remote = await aRemoteService(db, town, it.bus, await aQueue(db, town, { pointId: it.bus }));
});

/** The bus is at the hall on Tuesdays at nine, at the church on Tuesdays and Thursdays at noon. */
const AT_HALL = '2027-03-02T07:00:00Z';
const AT_CHURCH = '2027-03-04T10:30:00Z';

type Own = { id: string; secret: string; placeId: string; startsAt: string; code: string };
const once = () => ({ 'idempotency-key': randomUUID() });
async function booked(placeId: string, startsAt: string, serviceId: string = remote.bookable, way = 'bus'): Promise<Own> {
  const { body } = await anyone.call<Own>('POST', '/api/v1/booking/holds', { serviceId, placeId, way, startsAt }, once());
  const [key, who] = [{ authorization: `Bearer ${body.secret}` }, { name: 'Elli Esimerkki', email: 'elli@posti.example' }];
  const done = await anyone.call<Own>('POST', `/api/v1/booking/appointments/${body.id}/confirmation`, who, { ...key, ...once() });
  expect(done.status, done.text).toBe(201);
  return { ...done.body, secret: body.secret };
}
const move = ({ id, secret }: Own, body: { startsAt: string; placeId?: string }) =>
  anyone.call<Own & { code: string }>('PATCH', `/api/v1/booking/appointments/${id}`, body, { authorization: `Bearer ${secret}` });
const timesAt = async (placeId: string, day: string) => {
  const url = `/api/v1/booking/free-times?service=${remote.bookable}&place=${placeId}&from=${day}&until=${day}`;
  return (await anyone.call<{ times: { startsAt: string }[] }>('GET', url)).body.times.map(({ startsAt }) => startsAt);
};

describe('a time aboard moves to another stop of the bus', () => {
  test('by its booker: the old time is free at once, and the new one is taken at the new stop', async () => {
    const one = await booked(it.hall, AT_HALL);
    const moved = await move(one, { startsAt: AT_CHURCH, placeId: it.church });
    expect(moved).toMatchObject({ status: 200, body: { placeId: it.church, startsAt: AT_CHURCH } });
    expect(await timesAt(it.hall, '2027-03-02')).toContain(AT_HALL);
    expect(await timesAt(it.church, '2027-03-04')).not.toContain(AT_CHURCH);
    // From there on that stop is its place.
    expect((await move(one, { startsAt: '2027-03-04T10:00:00Z' })).body).toMatchObject({ placeId: it.church });
    expect((await move(one, { startsAt: AT_HALL })).body).toMatchObject({ code: 'time-not-bookable' });
    expect((await move(one, { startsAt: AT_HALL, placeId: it.hall })).body).toMatchObject({ placeId: it.hall, startsAt: AT_HALL });
  });

  test('not to the stop of another bus, nor when the bus is not there; nothing but the bus has stops', async () => {
    const one = await booked(it.hall, AT_HALL);
    const other = await aBus(db, town);
    for (const placeId of [other.church, other.bus, town.point, randomUUID()])
      expect((await move(one, { startsAt: AT_CHURCH, placeId })).body).toMatchObject({ code: 'time-not-bookable' });
    expect((await move(one, { startsAt: '2027-03-04T07:00:00Z', placeId: it.church })).body).toMatchObject({ code: 'time-not-bookable' });
    const bookable = await aBookable(db, town, { minutes: 60 });
    await aResource(db, town, { skills: [bookable] });
    const atPoint = await booked(town.point, '2027-03-08T08:00:00Z', bookable, 'point');
    expect((await move(atPoint, { startsAt: '2027-03-08T09:00:00Z', placeId: it.hall })).body).toMatchObject({ code: 'time-not-bookable' });
    const there = await move(atPoint, { startsAt: '2027-03-08T09:00:00Z', placeId: town.point });
    expect(there.body).toMatchObject({ placeId: town.point, startsAt: '2027-03-08T09:00:00Z' });
  });

  test('of two who want the same time at another stop one gets it, and the other keeps theirs', async () => {
    const both = [await booked(it.hall, AT_HALL), await booked(it.hall, '2027-03-02T07:30:00Z')];
    const answers = await Promise.all(both.map((one) => move(one, { startsAt: AT_CHURCH, placeId: it.church })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const now = await Promise.all(
      both.map(({ id, secret }) =>
        anyone.call<Own>('GET', `/api/v1/booking/appointments/${id}`, undefined, { authorization: `Bearer ${secret}` }),
      ),
    );
    expect(now.map(({ body }) => body.placeId).sort()).toEqual([it.hall, it.church].sort());
  });

  test('by pages: each other stop is offered with its first time, its weeks are looked through, and a lost time says so there', async () => {
    const one = await booked(it.hall, AT_HALL);
    const phone = formBrowser(service.app);
    await phone.get(`/b/${one.secret}`);
    const own = await phone.get('/b/times');
    expect(own.text).toContain('Nämä ajat ovat pysäkillä Palvelubussi, Kylätalo');
    expect(own.text).toContain('Muut pysäkit');
    expect(phone.times()).toContain(`2027-03-02T10:00:00Z ${it.church}`);
    expect(phone.times()).not.toContain(`${AT_HALL} ${it.hall}`);
    const looked = await phone.post('/b/times', [['go', `place ${it.church}`]]);
    expect(looked.text).toContain('Nämä ajat ovat pysäkillä Palvelubussi, Kirkko');
    // Their own time stands at the stop they would leave; it is not offered anew.
    expect(looked.text).toContain('Kylätalo');
    expect(phone.times()).not.toContain(`${AT_HALL} ${it.hall}`);
    await phone.post('/b/times', [
      ['place', it.church],
      ['day', '2027-03-04'],
    ]);
    expect(phone.times()).toContain(`${AT_CHURCH} ${it.church}`);
    await booked(it.church, AT_CHURCH);
    const lost = await phone.post('/b/times', [['at', `${AT_CHURCH} ${it.church}`]]);
    expect(lost.status).toBe(409);
    expect(lost.text).toContain('Nämä ajat ovat pysäkillä Palvelubussi, Kirkko');
    expect(phone.times()).toContain(`2027-03-04T11:00:00Z ${it.church}`);
    expect((await phone.post('/b/times', [['at', `2027-03-04T11:00:00Z ${it.church}`]])).to).toBe('/b?done=moved');
    expect((await phone.get('/b')).text).toContain('Palvelubussi, Kirkko');
    const entries = Object.values(ical.sync.parseICS((await phone.get('/b/calendar.ics')).text));
    expect(entries.find((entry): entry is VEvent => entry?.type === 'VEVENT')?.location).toContain('Kirkkotie 1');
    // What no page has written: a stop of another bus.
    const elsewhere = await aBus(db, town);
    await phone.get('/b/times');
    const forged = await phone.post('/b/times', [['go', `place ${elsewhere.hall}`]]);
    expect(forged.text).toContain('Nämä ajat ovat pysäkillä Palvelubussi, Kirkko');
  });

  test('by staff, and the path of the matter says the street of the new stop', async () => {
    const { id: matterId } = await aMatter(town, town.aino);
    const input = { serviceId: remote.bookable, placeId: it.hall, way: 'bus', startsAt: AT_HALL, matterId };
    const customer = { name: 'Elli Esimerkki', email: null, phone: null };
    const { body, text } = await aino.call<StaffAppointment>('POST', '/api/booking/appointments', { ...input, customer }, once());
    expect(body.stop, text).toMatchObject({ id: it.hall, name: { fi: 'Kylätalo' } });
    const at = `/api/booking/appointments/${body.id}`;
    expect((await aino.call('PATCH', at, { startsAt: AT_CHURCH })).status).toBe(422);
    expect((await aino.call('PATCH', at, { startsAt: AT_CHURCH, placeId: it.church })).status).toBe(200);
    expect((await aino.call<StaffAppointment>('GET', at)).body).toMatchObject({ stop: { id: it.church }, placeId: it.bus });
    const { steps } = (await aino.call<{ steps: { place: string }[] }>('GET', `/api/matters/${matterId}`)).body;
    expect(steps[0]).toMatchObject({ at: '2027-03-04T10:30:00.000Z', place: 'Kirkkotie 1, Niemelä' });
  });

  test('by who keeps the bus, when it does not come: the list names the stop, and other stops are offered beside its own', async () => {
    const one = await booked(it.hall, AT_HALL);
    const days = { from: '2027-03-02', until: '2027-03-02', hours: [] };
    const broken = await admin.call<BookingConflicts>('PUT', `/api/booking/bus-stops/${it.hall}/days`, { version: 1, ...days });
    expect(broken.body).toMatchObject({
      count: 1,
      conflicts: [{ appointmentId: one.id, stop: { id: it.hall, name: { fi: 'Kylätalo' } } }],
    });
    const others = await admin.call<OtherTimes>('GET', `/api/booking/appointments/${one.id}/other-times`);
    expect(new Set(others.body.times.map(({ stop }) => stop?.id))).toEqual(new Set([it.hall, it.church]));
    expect(others.body.times[0]).toMatchObject({ startsAt: '2027-03-02T10:00:00Z', stop: { name: { fi: 'Kirkko' } } });
    const to = (startsAt: string, placeId: string) => admin.call('PUT', `/api/booking/appointments/${one.id}/time`, { startsAt, placeId });
    expect((await to(AT_CHURCH, it.hall)).status).toBe(422);
    expect((await to(AT_CHURCH, it.church)).status).toBe(204);
    const left = await admin.call<BookingConflicts>('GET', '/api/booking/conflicts');
    expect(left.body.conflicts.map(({ appointmentId }) => appointmentId)).not.toContain(one.id);
  });
});
