import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { generateKeyring, readKeyring, withFreshKey } from '../../../../platform/keys/keyring.ts';
import { rotateAll } from '../../../../platform/keys/rotation.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { aBookable, aResource } from '../../../../testing/appointments.ts';
import { bookersLetters } from '../../../../testing/bookers-letters.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMatter, aTown, type Town } from '../../../../testing/town.ts';
import type { AddressLetter } from '../../../matters/own/contact/types.ts';
import { openMeetingLink, sealMeetingLink } from '../../booking/meeting-link.ts';
import { appointmentOf } from '../../booking/queries.ts';
import { encryptedBooking, forgetAppointments } from '../../service.ts';
import type { DayList } from '../day/schema.ts';
import type { MeetingLink } from './schema.ts';

const BEFORE = '2027-03-01T05:00:00Z';
const DAY = '2027-03-08';
const LINK = 'https://kokous.example/huone/abc?pwd=zqsalaisuus';
const clock = fixedClock(BEFORE);
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let nelli: Caller;
let bookable: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  bookable = await aBookable(db, town, { minutes: 30 });
  await sql`update bookable set ways = '{point,remote}' where id = ${bookable}::uuid`.execute(db);
  for (let n = 0; n < 30; n += 1) await aResource(db, town, { skills: [bookable], point: null });
});
beforeEach(() => itIs(BEFORE));

async function itIs(moment: string): Promise<void> {
  clock.set(moment);
  [aino, nelli] = [await service.signIn(town.aino), await service.signIn(town.nelli)];
}

type Own = { id: string; secret: string };
const once = () => ({ 'idempotency-key': randomUUID() });

async function booked(way: 'point' | 'remote' = 'remote'): Promise<Own> {
  if (way === 'point') await aResource(db, town, { skills: [bookable] });
  const anyone = service.caller();
  const wish = { serviceId: bookable, placeId: way === 'point' ? town.point : null, way, startsAt: `${DAY}T07:00:00Z` };
  const { body: held, text } = await anyone.call<Own>('POST', '/api/v1/booking/holds', wish, once());
  expect(held.id, text).toBeDefined();
  const url = `/api/v1/booking/appointments/${held.id}/confirmation`;
  const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example' };
  const answer = await anyone.call('POST', url, contact, { authorization: `Bearer ${held.secret}`, ...once() });
  expect(answer.status, answer.text).toBe(201);
  return held;
}

type Problem = { code: string; version: number };
const at = (id: string) => `/api/booking/appointments/${id}/meeting-link`;
const read = async (id: string, by = aino) => (await by.call<MeetingLink>('GET', at(id))).body;
const put = async (id: string, link: string, by = aino, version?: number) =>
  by.call<Problem>('PUT', at(id), { version: version ?? (await read(id, aino)).version, link });
const ownOf = ({ id, secret }: Own) =>
  service.caller().call<{ meetingLink: string | null }>('GET', `/api/v1/booking/appointments/${id}`, undefined, {
    authorization: `Bearer ${secret}`,
  });
const pageOf = async ({ secret }: Own) => (await service.caller(`__Secure-polku-appointment=${secret}`).call('GET', '/b')).text;
const actionsOf = async (id: string) =>
  (
    await sql<{ action: string }>`select action from audit_entry where ${id} = any(subjects) and action like 'appointment.meeting-link%'
      order by id`.execute(db)
  ).rows.map(({ action }) => action);
const rowOfDay = async (id: string) =>
  (await aino.call<DayList>('GET', `/api/booking/points/${town.point}/days/${DAY}`)).body.appointments.find((one) => one.id === id);

describe('the link of a video call', () => {
  test('is set, changed and removed; the customer sees it by the link and by the API, and the trail keeps each change', async () => {
    const one = await booked();
    expect((await read(one.id)).videoCall).toEqual({ link: null, isMissing: false });
    expect((await ownOf(one)).body.meetingLink).toBeNull();
    expect(await pageOf(one)).not.toContain('Avaa videopuhelu');

    const { version } = await read(one.id);
    const set = await put(one.id, LINK);
    expect(set, set.text).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect((await read(one.id)).videoCall?.link).toBe(LINK);
    expect((await ownOf(one)).body.meetingLink).toBe(LINK);
    expect(await pageOf(one)).toContain(`href="${LINK}" rel="noreferrer"`);
    // After a lost answer: the same, and nothing more.
    expect((await put(one.id, LINK, aino, version)).body.version).toBe(version + 1);

    expect((await put(one.id, 'https://kokous.example/toinen', aino, version)).body.code).toBe('appointment-changed');
    expect((await put(one.id, 'https://kokous.example/toinen')).status).toBe(200);
    expect((await ownOf(one)).body.meetingLink).toBe('https://kokous.example/toinen');

    for (const _ of [1, 2]) expect((await aino.call('DELETE', at(one.id))).status).toBe(204);
    expect((await ownOf(one)).body.meetingLink).toBeNull();
    expect(await pageOf(one)).toContain('Näin videopuhelu alkaa');
    const trail = ['appointment.meeting-link-set', 'appointment.meeting-link-set', 'appointment.meeting-link-removed'];
    expect(await actionsOf(one.id)).toEqual(trail);
    expect(service.lines.join('\n')).not.toContain('zqsalaisuus');
  });

  test('is for those who may change the appointment: for others it does not exist', async () => {
    const one = await booked();
    await put(one.id, LINK);
    for (const answer of [
      await nelli.call<Problem>('GET', at(one.id)),
      await put(one.id, 'https://muu.example/', nelli),
      await nelli.call<Problem>('DELETE', at(one.id)),
    ])
      expect(answer.status, answer.text).toBe(404);
    expect((await read(one.id)).videoCall?.link).toBe(LINK);
    expect((await service.caller().call('GET', `/api/v1/booking/appointments/${one.id}`)).text).not.toContain('kokous');
  });

  test.each([
    'http://kokous.example/huone',
    'javascript:alert(1)',
    'kokous.example/huone',
    'https://',
    'https:kokous.example/huone',
    'https:/kokous.example/huone',
    'https:\\\\kokous.example\\huone',
    'https:///b/cancellation',
    'https://kokous.example/\u202ehuone',
    'https://kokous.example/\u0000huone',
    'https://elli:salasana@kokous.example/',
    'https://kokous.example/huone 5',
    `https://kokous.example/${'a'.repeat(1_000)}`,
  ])(
    '%#: neither another kind of address, nor a place of ours, nor with a password, a blank, an unseen sign or too many letters',
    async (link) => {
      const one = await booked();
      expect((await put(one.id, link)).status).toBe(422);
      expect((await read(one.id)).videoCall?.link).toBeNull();
    },
  );

  test('belongs to a video call that is still to be held', async () => {
    const point = await booked('point');
    expect((await read(point.id)).videoCall).toBeNull();
    expect((await put(point.id, LINK)).body.code).toBe('not-by-video');
    const one = await booked();
    await put(one.id, LINK);
    expect((await aino.call('DELETE', `/api/booking/appointments/${one.id}`)).status).toBe(204);
    expect((await put(one.id, 'https://kokous.example/toinen')).body.code).toBe('booked-already');
    expect((await ownOf(one)).body.meetingLink).toBeNull();
  });

  test('the list of the day opens it, and says from a day before that it is missing', async () => {
    const one = await booked();
    await itIs(`2027-03-07T06:59:00Z`);
    expect((await rowOfDay(one.id))?.videoCall).toEqual({ link: null, isMissing: false });
    await itIs(`2027-03-07T07:00:00Z`);
    expect((await rowOfDay(one.id))?.videoCall).toEqual({ link: null, isMissing: true });
    expect((await read(one.id)).videoCall?.isMissing).toBe(true);
    await put(one.id, LINK);
    expect((await rowOfDay(one.id))?.videoCall).toEqual({ link: LINK, isMissing: false });
    await aino.call('DELETE', at(one.id));
    await itIs(`${DAY}T07:30:00Z`);
    expect((await rowOfDay(one.id))?.videoCall).toEqual({ link: null, isMissing: false });
  });

  test('who has said that they are ready still opens it', async () => {
    const one = await booked();
    await itIs(`${DAY}T06:50:00Z`);
    const arrived = await aino.call('PUT', `/api/booking/appointments/${one.id}/presence`, { state: 'arrived' });
    expect(arrived.status, arrived.text).toBe(204);
    expect((await put(one.id, LINK)).status).toBe(200);
    expect(await pageOf(one)).toContain(`href="${LINK}"`);
  });

  test('is kept encrypted, moved to a fresh key and forgotten with its customer', async () => {
    const one = await booked();
    await put(one.id, LINK);
    const sealed = async () => (await appointmentOf(db, one.id))?.meetingLink ?? null;
    expect(await sealed()).toMatch(/^[^.]+\./);
    expect(await sealed()).not.toContain('kokous');
    const oldText = generateKeyring();
    const bothText = withFreshKey(oldText);
    const [old, both, fresh] = [oldText, bothText, bothText.split(' ')[0] as string].map(readKeyring) as [Ring, Ring, Ring];
    const columns = encryptedBooking(db).filter(({ column }) => column === 'meeting_link');
    await sql`update appointment set meeting_link = null`.execute(db);
    await sql`update appointment set meeting_link = ${sealMeetingLink(old, one.id, LINK)} where id = ${one.id}::uuid`.execute(db);
    expect(await rotateAll(both, columns)).toBe(1);
    expect(openMeetingLink(fresh, { id: one.id, state: 'confirmed', meetingLink: await sealed() })).toBe(LINK);
    clock.set('2027-07-01T05:00:00Z');
    await forgetAppointments({ db, clock });
    expect(await sealed()).toBeNull();
  });
});
type Ring = ReturnType<typeof readKeyring>;

describe('the customer is written to', () => {
  const lettersOf = async (id: string) =>
    (
      await sql<{ kind: string; state: string }>`select kind, state from appointment_letter where appointment_id = ${id}::uuid
        and kind <> 'reminder' order by version`.execute(db)
    ).rows.map(({ kind, state }) => `${kind} ${state}`);
  const written = (id: string, those: string[]) => expect.poll(() => lettersOf(id), { timeout: 10_000 }).toEqual(those);

  /** What leaves at that moment for this appointment; the letters of the other tests leave with it. */
  async function sent({ id, secret }: Own, moment: string): Promise<AddressLetter[]> {
    clock.set(moment);
    const out = await bookersLetters({ db, clock, keys: service.keys });
    expect((await appointmentOf(db, id))?.id).toBe(id);
    return out.filter(({ text }) => text.includes(secret));
  }

  test('a minute after it was set, once however often it was corrected; the words name nobody, and lead to the page', async () => {
    const one = await booked();
    expect(await sent(one, '2027-03-01T05:00:10Z')).toHaveLength(1);
    await put(one.id, 'https://vaara.example/');
    await written(one.id, ['confirmed sent', 'linked waiting']);
    await put(one.id, LINK);
    await written(one.id, ['confirmed sent', 'linked passed', 'linked waiting']);
    expect(await sent(one, '2027-03-01T05:01:00Z')).toEqual([]);
    const letters = await sent(one, '2027-03-01T05:02:00Z');
    expect(letters.map(({ subject }) => subject)).toEqual(['Aikasi sivulla on videopuhelun linkki']);
    expect(letters[0]?.text).toContain(`https://polku.test/b/${one.secret}`);
    expect(JSON.stringify(letters)).not.toMatch(/kokous|Neuvonta|Mallila|kunta/);
    expect(await sent(one, '2027-03-01T05:10:00Z')).toEqual([]);

    await itIs('2027-03-01T05:20:00Z');
    await put(one.id, 'https://kokous.example/toinen');
    await written(one.id, ['confirmed sent', 'linked passed', 'linked sent', 'linked waiting']);
    expect(await sent(one, '2027-03-01T05:30:00Z')).toHaveLength(1);
    const [reminder] = await sent(one, '2027-03-07T08:00:00Z');
    expect(reminder?.subject).toBe('Muistutus ajastasi');
    expect(reminder?.text).toContain('Videopuhelun linkki on aikasi sivulla.');
    expect(JSON.stringify(reminder)).not.toContain('kokous');
  });

  test('not of a link taken away within the minute, and by the confirmation alone where that has not left', async () => {
    const [taken, late] = [await booked(), await booked()];
    await written(taken.id, ['confirmed waiting']);
    expect(await sent(taken, '2027-03-01T05:00:10Z')).toHaveLength(1);
    await put(taken.id, LINK);
    await written(taken.id, ['confirmed sent', 'linked waiting']);
    await aino.call('DELETE', at(taken.id));
    await written(taken.id, ['confirmed sent', 'linked passed', 'linked waiting']);
    expect(await sent(taken, '2027-03-01T05:05:00Z')).toEqual([]);
    expect(await lettersOf(taken.id)).toEqual(['confirmed sent', 'linked passed', 'linked passed']);

    await itIs('2027-03-01T05:06:00Z');
    await sql`update appointment_letter set state = 'waiting', not_before = ${'2027-03-01T05:07:00Z'}::timestamptz, ended_at = null
      where appointment_id = ${late.id}::uuid and kind = 'confirmed'`.execute(db);
    await put(late.id, LINK);
    await written(late.id, ['confirmed passed', 'confirmed waiting']);
    const letters = await sent(late, '2027-03-01T05:10:00Z');
    expect(letters.map(({ subject }) => subject)).toEqual(['Aikasi on varattu']);
    expect(letters[0]?.text).toContain('Videopuhelun linkki on aikasi sivulla.');
  });

  test('not once the call is over', async () => {
    const one = await booked();
    expect(await sent(one, '2027-03-01T05:00:10Z')).toHaveLength(1);
    await itIs(`${DAY}T07:31:00Z`);
    expect((await put(one.id, LINK)).status).toBe(200);
    await written(one.id, ['confirmed sent', 'linked waiting']);
    expect((await sent(one, `${DAY}T07:35:00Z`)).map(({ subject }) => subject)).toEqual([]);
    expect(await lettersOf(one.id)).toEqual(['confirmed sent', 'linked passed']);
  });

  test('not at an address that the register protects', async () => {
    const one = await booked();
    await sent(one, '2027-03-01T05:00:10Z');
    const { id: matterId } = await aMatter(town, town.aino);
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);
    await sql`update appointment set matter_id = ${matterId}::uuid where id = ${one.id}::uuid`.execute(db);
    await put(one.id, LINK);
    await written(one.id, ['confirmed sent', 'linked waiting']);
    expect(await sent(one, '2027-03-01T05:05:00Z')).toEqual([]);
    expect(await lettersOf(one.id)).toEqual(['confirmed sent', 'linked passed']);
  });
});
