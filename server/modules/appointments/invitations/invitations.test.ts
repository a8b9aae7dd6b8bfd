import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookingLetters } from '../../../testing/booking-letters.ts';
import { testDatabase } from '../../../testing/database.ts';
import { formBrowser } from '../../../testing/form-browser.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import { cancel } from '../booking/service.ts';
import { createCapacities } from '../capacity/service.ts';
import { APPOINTMENT_CHANGED } from '../events.ts';
import type { Booking } from '../types.ts';
import { bookInvited } from './booking.ts';
import { expireInvitations, watchingInvited } from './reactions.ts';
import type { Invitation, InvitationPaper } from './schema.ts';

const clock = fixedClock('2027-03-01T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let bookable: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  bookable = await aBookable(db, town, { minutes: 60, who: 'invited', most: 50 });
  for (let n = 0; n < 3; n += 1) await aResource(db, town, { skills: [bookable] });
});

/** A session ends when nobody uses it. */
const at = async (moment: string) => {
  clock.set(moment);
  aino = await service.signIn(town.aino);
};
beforeEach(async () => at('2027-03-01T07:00:00Z'));

const once = () => ({ 'idempotency-key': randomUUID() });
const matterOf = async (email: string | null = 'elli@posti.example') =>
  (await aMatter(town, town.aino, { customer: { givenName: 'Elli', familyName: 'Esimerkki', ...(email ? { email } : {}) } })).id;
const body = (more: object = {}) => ({
  ...{ serviceId: bookable, way: 'point', placeIds: [town.point], until: '2027-03-12', language: 'fi', message: 'Tervetuloa juttelemaan.' },
  ...more,
});
type Made = { id: string; byEmail: boolean; code: string };
const invite = async (matter: string, more: object = {}, by = aino, key = once()) =>
  by.call<Made>('POST', `/api/booking/matters/${matter}/invitations`, body(more), key);
const of = async (matter: string) =>
  (await aino.call<{ invitations: Invitation[] }>('GET', `/api/booking/matters/${matter}/invitations`)).body.invitations;
const letters = bookingLetters({ db, clock, keys: service.keys, publicUrl: 'https://polku.example' });
const booking = () => ({ ...service.polku.desk, keys: service.keys, capacities: createCapacities(db) }) as unknown as Booking;
const codeOf = async (id: string) => (await aino.call<InvitationPaper>('GET', `/api/booking/invitations/${id}/paper`)).body.code;
const browser = () => formBrowser(service.app);
const opened = async (code: string) => {
  const phone = browser();
  await phone.get(`/b/i/${code}`);
  return { ...phone, page: await phone.get('/b/invitation') };
};

describe('from invitation to booking', () => {
  test('a neutral letter, straight at the times, one press; the matter’s path and its inviter know', async () => {
    const matter = await matterOf();
    const made = await invite(matter);
    expect(made).toMatchObject({ status: 201, body: { byEmail: true } });
    const [letter] = await letters();
    expect(letter).toMatchObject({ email: 'elli@posti.example', subject: 'Varaa sinulle tarkoitettu aika' });
    expect(JSON.stringify(letter)).not.toMatch(/Neuvonta|Elli Esimerkki|city|Tervetuloa/);
    const link = /https:\/\/polku\.example(\/b\/i\/[2-9A-Z]{16})\n/.exec(letter?.text ?? '')?.[1] as string;
    const phone = browser();
    expect((await phone.get(link)).to).toBe('/b/invitation');
    const page = await phone.get('/b/invitation');
    expect(page.text).toContain('Tervetuloa juttelemaan.');
    expect(page.text).toMatch(/pe\s12\.3\./u);
    expect(page.text).not.toContain('elli@posti');
    expect((await of(matter))[0]?.state).toBe('opened');
    const [first] = phone.times();
    expect(await phone.post('/b/invitation', [['at', first as string]])).toMatchObject({ status: 303, to: '/b?done=booked' });
    expect((await phone.get('/b')).status).toBe(200);
    expect(await of(matter)).toMatchObject([{ state: 'booked', startsAt: expect.any(String) }]);
    const { rows } = await sql<{
      matterId: string;
      state: string;
    }>`select matter_id as "matterId", state from appointment where matter_id = ${matter}::uuid`.execute(db);
    expect(rows).toEqual([{ matterId: matter, state: 'confirmed' }]);
    const seen = await aino.call<{ steps: { title: string; state: string }[] }>('GET', `/api/matters/${matter}`);
    expect(seen.body.steps).toMatchObject([
      { title: expect.stringMatching(/^Varaa aika viimeistään/), state: 'done' },
      { state: 'now', at: expect.any(String) },
    ]);
    // The link is spent: it shows no name and no time.
    const again = await opened(link.slice('/b/i/'.length));
    expect(again.page.text).toContain('Aika on jo varattu');
    expect(again.times()).toEqual([]);
  });

  test('whoever has no e-mail gets a paper with a code, which opens the same', async () => {
    const matter = await matterOf(null);
    const made = (await invite(matter)).body;
    expect(made.byEmail).toBe(false);
    const { body: paper } = await aino.call<InvitationPaper>('GET', `/api/booking/invitations/${made.id}/paper`);
    expect(paper.papers.sv).toContain('Boka den tid som är avsedd för dig');
    expect(JSON.stringify(paper)).not.toMatch(/Neuvonta|Esimerkki/);
    const phone = browser();
    await phone.get('/book/invitation');
    const typed = paper.code.toLowerCase().replace(/(.{4})/g, '$1 ');
    expect(await phone.post('/book/invitation', [['code', typed]])).toMatchObject({ status: 303, to: '/b/invitation' });
    await phone.get('/b/invitation');
    expect(phone.times().length).toBeGreaterThan(0);
    expect(await letters()).toEqual([]);
  });

  test('reminded once before the last day, and not when it is booked; nobody books: the matter waits for us again', async () => {
    const matter = await matterOf('odottaja@posti.example');
    await invite(matter);
    await letters();
    clock.set('2027-03-10T07:00:00Z');
    expect((await letters()).map(({ subject, email }) => [subject, email])).toEqual([['Muistutus: varaa aika', 'odottaja@posti.example']]);
    expect(await letters()).toEqual([]);
    await at('2027-03-12T21:59:00Z');
    await expireInvitations({ db, clock });
    expect((await of(matter))[0]?.state).toBe('sent');
    await at('2027-03-12T22:00:00Z');
    await sql`update matter set awaits = 'customer' where id = ${matter}::uuid`.execute(db);
    await expireInvitations({ db, clock });
    await expireInvitations({ db, clock });
    expect((await of(matter))[0]?.state).toBe('expired');
    const { rows } = await sql<{ awaits: string; told: number }>`select awaits, (select count(*)::int from happening where matter_id = m.id
      and kind = 'invitation-expired') as told from matter m where id = ${matter}::uuid`.execute(db);
    expect(rows).toEqual([{ awaits: 'us', told: 1 }]);
  });

  test('a service that cannot be booked any more says what to do instead, and the invitation holds until it can', async () => {
    const made = (await invite(await matterOf())).body;
    const phone = await opened(await codeOf(made.id));
    const [first] = phone.times();
    const setActive = (active: boolean) => sql`update bookable set active = ${active} where id = ${bookable}::uuid`.execute(db);
    await setActive(false);
    try {
      const other = await opened(await codeOf(made.id));
      const words = async () => (await other.get('/b/invitation')).text;
      await expect.poll(words, { timeout: 5_000 }).toContain('Tätä aikaa ei voi nyt varata verkossa');
      const page = await other.get('/b/invitation');
      expect(page.status).toBe(200);
      expect(page.text).toContain('href="/contact"');
      const pressed = await phone.post('/b/invitation', [['at', first as string]]);
      expect(pressed.status).toBe(409);
      expect(pressed.text).toContain('Tätä aikaa ei voi nyt varata verkossa');
    } finally {
      await setActive(true);
    }
    await expect.poll(async () => (await phone.get('/b/invitation')).text, { timeout: 5_000 }).toContain('name="at"');
    expect((await phone.post('/b/invitation', [['at', first as string]])).to).toBe('/b?done=booked');
  });

  test('whoever books and cancels is not forgotten either', async () => {
    const matter = await matterOf();
    const { id } = (await invite(matter)).body;
    const appointmentId = await bookInvited(booking(), undefined, id, pressed('2027-03-04T08:00:00Z'));
    await cancel(booking(), appointmentId);
    const event = {
      xid: '1',
      seq: 1,
      at: clock.now(),
      type: APPOINTMENT_CHANGED,
      subject: appointmentId,
      data: { change: 'cancelled', version: 3 },
    };
    for (const _ of [1, 2]) await inTransaction(db, (trx) => watchingInvited({ clock }).handle(trx, event));
    expect((await of(matter))[0]?.state).toBe('cancelled');
  });
});

const pressed = (at: string) => ({ at: Temporal.Instant.from(at).epochMilliseconds, pointId: town.point, address: '192.0.2.7' });

describe('who may not', () => {
  test('only those who write the matter invite; to what is by invitation, only its own people; to a meeting of many, nobody', async () => {
    const matter = await matterOf();
    const [nelli, mika] = [await service.signIn(town.nelli), await service.signIn(town.mika)];
    for (const other of [nelli, mika]) expect((await invite(matter, {}, other)).status).toBe(404);
    expect((await service.caller().call('POST', `/api/booking/matters/${matter}/invitations`, body(), once())).status).toBe(401);
    const foreign = await aBookable(db, town, { who: 'invited' });
    await sql`update bookable set organisation_id = ${town.organisations.kela}::uuid where id = ${foreign}::uuid`.execute(db);
    const meeting = await aBookable(db, town);
    await sql`update bookable set fixed = true where id = ${meeting}::uuid`.execute(db);
    for (const serviceId of [foreign, meeting])
      expect(await invite(matter, { serviceId })).toMatchObject({ status: 422, body: { code: 'unknown-reference' } });
    expect((await invite(matter, { placeIds: [randomUUID()] })).status).toBe(422);
    expect((await invite(matter, { placeIds: [] })).status).toBe(422);
    expect((await invite(matter, { until: '2027-02-28' })).body).toMatchObject({ code: 'invitation-until' });
    const { id } = (await invite(matter)).body;
    for (const other of [nelli, mika]) {
      expect((await other.call('GET', `/api/booking/matters/${matter}/invitations`)).status).toBe(404);
      expect((await other.call('DELETE', `/api/booking/invitations/${id}`)).status).toBe(404);
      expect((await other.call('GET', `/api/booking/invitations/${id}/paper`)).status).toBe(404);
    }
  });

  test('a guessed code opens nothing, a withdrawn one nothing any more; the service is for nobody without one', async () => {
    const matter = await matterOf();
    const { id } = (await invite(matter)).body;
    const code = await codeOf(id);
    const phone = await opened(code);
    const [first] = phone.times();
    expect((await aino.call('DELETE', `/api/booking/invitations/${id}`)).status).toBe(204);
    expect((await aino.call('DELETE', `/api/booking/invitations/${id}`)).status).toBe(204);
    const late = await phone.post('/b/invitation', [['at', first as string]]);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Kutsu on peruttu');
    expect((await opened(code)).times()).toEqual([]);
    const stranger = browser();
    for (const guess of ['2345678923456789', code.slice(0, 15), `${code.slice(0, 15)}${code.endsWith('A') ? 'B' : 'A'}`, 'x'])
      expect((await stranger.get(`/b/i/${guess}`)).status).toBe(404);
    expect((await stranger.get('/b/invitation')).status).toBe(404);
    await stranger.get('/book/invitation');
    expect((await stranger.post('/book/invitation', [['code', '2345 6789 2345 6789']])).status).toBe(422);
    const hold = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: '2027-03-04T08:00:00Z' };
    expect((await service.caller().call('POST', '/api/v1/booking/holds', hold, once())).status).toBe(404);
    expect(JSON.stringify(service.lines)).not.toContain(code);
  });

  test('with the code of one service nobody books at another place or time', async () => {
    const { id } = (await invite(await matterOf())).body;
    const phone = await opened(await codeOf(id));
    expect((await phone.post('/b/invitation', [['at', `2027-03-04T08:00:00Z ${randomUUID()}`]])).status).toBe(404);
    expect((await phone.post('/b/invitation', [['at', `2027-03-04T08:07:00Z ${town.point}`]])).status).toBe(409);
  });

  test('pressed by eight at once it is one appointment, and an invitation sent again is one', async () => {
    const matter = await matterOf();
    const key = once();
    const [one, two] = [await invite(matter, {}, aino, key), await invite(matter, {}, aino, key)];
    expect(two.body).toEqual(one.body);
    const presses = Array.from({ length: 8 }, (_, n) =>
      bookInvited(booking(), undefined, one.body.id, pressed(`2027-03-0${4 + (n % 2)}T09:00:00Z`)),
    );
    const done = await Promise.allSettled(presses);
    const ids = new Set(done.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : [])));
    for (const it of done) if (it.status === 'rejected') expect(String(it.reason)).toMatch(/invitation-over|time-taken/);
    expect([...ids], done.map((it) => String(it.status === 'rejected' ? it.reason : it.value)).join()).toHaveLength(1);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from appointment where matter_id = ${matter}::uuid`.execute(
      db,
    );
    expect(rows[0]?.count).toBe(1);
  });

  test('booked and withdrawn at the same moment: one of them', async () => {
    for (let round = 0; round < 4; round += 1) {
      const matter = await matterOf();
      const { id } = (await invite(matter)).body;
      const [booked, withdrawn] = await Promise.allSettled([
        bookInvited(booking(), undefined, id, pressed(`2027-03-0${5 + round}T11:00:00Z`)),
        aino.call('DELETE', `/api/booking/invitations/${id}`),
      ]);
      const [invitation] = await of(matter);
      const isBooked = booked.status === 'fulfilled';
      expect(invitation?.state).toBe(isBooked ? 'booked' : 'withdrawn');
      expect(withdrawn.status === 'fulfilled' && withdrawn.value.status).toBe(isBooked ? 409 : 204);
    }
  });
});
