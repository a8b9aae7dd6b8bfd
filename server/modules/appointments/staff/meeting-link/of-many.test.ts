import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { aBookable, aResource } from '../../../../testing/appointments.ts';
import { bookersLetters } from '../../../../testing/bookers-letters.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aQueue, atPoint } from '../../../../testing/floor.ts';
import { aTown, type Town } from '../../../../testing/town.ts';
import type { AddressLetter } from '../../../matters/own/contact/types.ts';
import { appointmentOf } from '../../booking/queries.ts';
import { forgetAppointments } from '../../service.ts';
import type { StaffMeeting } from '../../sessions/schema.ts';
import type { DayList } from '../day/schema.ts';
import type { MeetingLink } from './schema.ts';

const BEFORE = '2027-03-01T05:00:00Z';
const DAYS = ['2027-03-08', '2027-03-15', '2027-03-22'];
const LINK = 'https://kokous.example/sali/abc?pwd=zqsalaisuus';
const OTHER = 'https://kokous.example/toinen';
const clock = fixedClock(BEFORE);
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let aino: Caller;
let nelli: Caller;
let mika: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  // Kela's people serve at the same point and read its list of the day.
  await aQueue(db, town, { organisationId: town.organisations.kela });
  service.polku.desk.directory.forget();
});
beforeEach(() => itIs(BEFORE));

async function itIs(moment: string): Promise<void> {
  clock.set(moment);
  [aino, nelli] = [await service.signIn(town.aino), await service.signIn(town.nelli)];
  mika = await service.signIn(await atPoint(db, town, 'authority-specialist', town.organisations.kela));
}

const once = () => ({ 'idempotency-key': randomUUID() });
type Meeting = Pick<StaffMeeting, 'id' | 'houseId'>;

/** By video: one meeting of many, or a course of three. */
async function arranged(days = DAYS.slice(0, 1)): Promise<{ seriesId: string | null; meetings: Meeting[]; first: Meeting }> {
  const bookableId = await aBookable(db, town, { minutes: 60 });
  await sql`update bookable set fixed = true, ways = '{remote}' where id = ${bookableId}::uuid`.execute(db);
  await aResource(db, town, { skills: [bookableId], point: null });
  const starts = days.map((day) => `${day}T07:00:00Z`);
  const body = { bookableId, pointId: null, way: 'remote', capacity: 10, course: days.length > 1, starts };
  const answer = await aino.call<{ seriesId: string | null; sessionIds: string[] }>('POST', '/api/booking/meetings', body, once());
  expect(answer.status, answer.text).toBe(201);
  const { body: listed } = await aino.call<{ meetings: Meeting[] }>('GET', '/api/booking/meetings?from=2027-03-01&until=2027-04-01');
  const meetings = answer.body.sessionIds.map((id) => listed.meetings.find((one) => one.id === id) as Meeting);
  return { seriesId: answer.body.seriesId, meetings, first: meetings[0] as Meeting };
}

type Part = { id: string; meetingLink: string | null };
type Own = { id: string; secret: string; meetingLink: string | null; parts?: Part[] };
const bearer = ({ secret }: Own) => ({ authorization: `Bearer ${secret}` });
const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example' };

async function booked(kind: 'sessions' | 'courses', id: string): Promise<Own> {
  const { body: held, text } = await anyone.call<Own>('POST', `/api/v1/booking/${kind}/${id}/holds`, {}, once());
  expect(held.id, text).toBeDefined();
  const url = `/api/v1/booking/${kind === 'sessions' ? 'appointments' : 'joint-bookings'}/${held.id}/confirmation`;
  const answer = await anyone.call<Own>('POST', url, contact, { ...bearer(held), ...once() });
  expect(answer.status, answer.text).toBe(201);
  await sql`update appointment set holder_hash = null`.execute(db);
  return { ...answer.body, secret: held.secret };
}
const seat = ({ id }: Meeting) => booked('sessions', id);
const course = (seriesId: string | null) => booked('courses', seriesId as string);
const ownOf = async (one: Own) =>
  (await anyone.call<Own>('GET', `/api/v1/booking/appointments/${one.id}`, undefined, bearer(one))).body.meetingLink;
const linksOf = async (one: Own) => {
  const { body } = await anyone.call<Own>('GET', `/api/v1/booking/joint-bookings/${one.id}`, undefined, bearer(one));
  return body.parts?.map(({ meetingLink }) => meetingLink);
};
const pageOf = async ({ secret }: Own) => (await service.caller(`__Secure-polku-appointment=${secret}`).call('GET', '/b')).text;
const pageOfCourse = async ({ secret }: Own) => (await service.caller(`__Secure-polku-joint=${secret}`).call('GET', '/b/together')).text;

type Problem = { code: string; version: number };
const at = ({ houseId }: Pick<Meeting, 'houseId'>) => `/api/booking/appointments/${houseId}/meeting-link`;
const read = async (one: Meeting) => (await aino.call<MeetingLink>('GET', at(one))).body;
const put = async (one: Meeting, link: string, more: { by?: Caller; version?: number; wholeCourse?: boolean } = {}) => {
  const { by = aino, version = (await read(one)).version, ...rest } = more;
  return by.call<Problem>('PUT', at(one), { version, link, ...rest });
};
const dayOf = async (by: Caller) => (await by.call<DayList>('GET', `/api/booking/points/${town.point}/days/${DAYS[0]}`)).body.appointments;

describe('the link of the video call of a meeting of many', () => {
  test('is on the page and in the API of everyone who has a place, also of who books later; not of who cancels, nor when it is not held', async () => {
    const { first } = await arranged();
    expect((await read(first)).who).toBe('meeting');
    const early = await seat(first);
    expect(await ownOf(early)).toBeNull();
    const set = await put(first, LINK);
    expect(set.status, set.text).toBe(200);
    const late = await seat(first);
    expect(late.meetingLink).toBe(LINK);
    for (const one of [early, late]) {
      expect(await ownOf(one)).toBe(LINK);
      expect(await pageOf(one)).toContain(`href="${LINK}" rel="noreferrer"`);
    }
    const held = await anyone.call<Own>('POST', `/api/v1/booking/sessions/${first.id}/holds`, {}, once());
    expect(held.body.meetingLink, 'nobody has agreed to come yet').toBeNull();

    expect((await put(first, OTHER)).status).toBe(200);
    expect(await ownOf(late)).toBe(OTHER);
    await anyone.call('DELETE', `/api/v1/booking/appointments/${early.id}`, undefined, bearer(early));
    expect(await ownOf(early)).toBeNull();
    expect(await pageOf(early)).not.toContain('kokous');

    expect((await aino.call('DELETE', at(first))).status).toBe(204);
    expect(await ownOf(late)).toBeNull();
    expect((await put(first, LINK)).status).toBe(200);
    expect((await aino.call('DELETE', `/api/booking/meetings/${first.id}`)).status).toBe(204);
    expect(await ownOf(late)).toBeNull();
    expect((await put(first, OTHER, { version: 1 })).body.code).toBe('booked-already');
    expect(service.lines.join('\n')).not.toContain('zqsalaisuus');
  });

  test('is for those who may arrange it; the place of one who comes has none of its own', async () => {
    const { first } = await arranged();
    const own = await seat(first);
    await put(first, LINK);
    for (const by of [nelli, mika])
      for (const answer of [await by.call('GET', at(first)), await put(first, OTHER, { by }), await by.call('DELETE', at(first))])
        expect(answer.status, answer.text).toBe(404);
    expect((await read(first)).videoCall?.link).toBe(LINK);
    const place = { id: own.id, houseId: own.id };
    expect((await read(place)).videoCall).toBeNull();
    expect((await put(place, OTHER)).body.code).toBe('not-by-video');
  });

  test('is missing on the list of the day from a day before, on the row of the meeting; who does not serve it reads neither that nor the address', async () => {
    const { first } = await arranged();
    const own = await seat(first);
    const starts = Temporal.Instant.from(`${DAYS[0]}T07:00:00Z`);
    await itIs(starts.subtract({ hours: 24, minutes: 1 }).toString());
    const rowOf = async (id: string) => (await dayOf(aino)).find((one) => one.id === id);
    expect((await rowOf(first.houseId))?.videoCall).toEqual({ link: null, isMissing: false });
    await itIs(starts.subtract({ hours: 24 }).toString());
    expect((await rowOf(first.houseId))?.videoCall).toEqual({ link: null, isMissing: true });
    expect((await rowOf(own.id))?.videoCall).toBeNull();
    await put(first, LINK);
    expect((await rowOf(first.houseId))?.videoCall).toEqual({ link: LINK, isMissing: false });
    expect((await dayOf(mika)).map(({ id }) => id)).toEqual([]);
    expect((await mika.call('GET', at(first))).status).toBe(404);
  });

  test('is forgotten with the meeting, and everyone who came sees it no more', async () => {
    const { first } = await arranged();
    await put(first, LINK);
    const sealed = async () => (await appointmentOf(db, first.houseId))?.meetingLink;
    expect(await sealed()).not.toContain('kokous');
    clock.set('2027-07-01T05:00:00Z');
    await forgetAppointments({ db, clock });
    expect(await sealed()).toBeNull();
  });

  test('of a course is said once for all that are to come, and one may differ', async () => {
    const { seriesId, meetings, first } = await arranged(DAYS);
    const own = await course(seriesId);
    expect((await read(first)).who).toBe('course');
    expect((await put(first, LINK, { wholeCourse: true })).status).toBe(200);
    expect(await linksOf(own)).toEqual([LINK, LINK, LINK]);
    expect((await pageOfCourse(own)).split(`href="${LINK}"`)).toHaveLength(4);
    expect((await put(meetings[1] as Meeting, OTHER)).status).toBe(200);
    expect(await linksOf(own)).toEqual([LINK, OTHER, LINK]);
    // Where the first is past, the others are said still.
    await itIs('2027-03-14T05:00:00Z');
    expect((await put(meetings[2] as Meeting, OTHER, { wholeCourse: true })).status).toBe(200);
    expect(await Promise.all(meetings.map(async (one) => (await read(one)).videoCall?.link))).toEqual([LINK, OTHER, OTHER]);
    expect((await pageOfCourse(own)).split(`href="${OTHER}"`)).toHaveLength(3);
    expect(await pageOfCourse(own)).not.toContain(`href="${LINK}"`);
  });

  test('of a course said from two of its meetings at once: neither waits for the other for ever', async () => {
    const { seriesId, meetings } = await arranged(DAYS);
    const own = await course(seriesId);
    const versions = await Promise.all(meetings.map(async (one) => (await read(one)).version));
    const answers = await Promise.all(
      meetings.map((one, n) => put(one, `https://kokous.example/${n}`, { version: versions[n] as number, wholeCourse: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(new Set(await linksOf(own)).size).toBe(1);
  });
});

describe('everyone who has a place is written to', () => {
  const lettersOf = async (column: 'appointment_id' | 'joint_id', id: string) =>
    (
      await sql<{ kind: string; state: string }>`select kind, state from appointment_letter where ${sql.ref(column)} = ${id}::uuid
        and kind <> 'reminder' order by version`.execute(db)
    ).rows.map(({ kind, state }) => `${kind} ${state}`);

  /** What leaves at that moment for whoever holds this secret. */
  async function sent({ secret }: Own, moment: string): Promise<AddressLetter[]> {
    clock.set(moment);
    const out = await bookersLetters({ db, clock, keys: service.keys });
    return out.filter(({ text }) => text.includes(secret));
  }

  test('a minute later, once however often it was corrected, and reminded of it; never with the address', async () => {
    const { first } = await arranged();
    const own = await seat(first);
    const written = (those: string[]) => expect.poll(() => lettersOf('appointment_id', own.id), { timeout: 10_000 }).toEqual(those);
    await written(['confirmed waiting']);
    expect(await sent(own, '2027-03-01T05:00:10Z')).toHaveLength(1);
    await put(first, 'https://vaara.example/');
    await written(['confirmed sent', 'linked waiting']);
    await put(first, LINK);
    await written(['confirmed sent', 'linked passed', 'linked waiting']);
    expect(await sent(own, '2027-03-01T05:01:00Z')).toEqual([]);
    const letters = await sent(own, '2027-03-01T05:02:00Z');
    expect(letters.map(({ subject }) => subject)).toEqual(['Aikasi sivulla on videopuhelun linkki']);
    expect(letters[0]?.text).toContain(`https://polku.test/b/${own.secret}`);
    const [reminder] = await sent(own, '2027-03-07T08:00:00Z');
    expect(reminder?.text).toContain('Videopuhelun linkki on aikasi sivulla.');
    expect(JSON.stringify([letters, reminder])).not.toMatch(/kokous|vaara/);
  });

  test('of a course once for all its meetings, with the confirmation where that has not left, and not of one taken away', async () => {
    const { seriesId, first, meetings } = await arranged(DAYS);
    const own = await course(seriesId);
    const written = (those: string[]) => expect.poll(() => lettersOf('joint_id', own.id), { timeout: 10_000 }).toEqual(those);
    await written(['confirmed waiting']);
    expect(await sent(own, '2027-03-01T05:00:10Z')).toHaveLength(1);
    await put(first, LINK);
    await written(['confirmed sent', 'linked waiting']);
    await aino.call('DELETE', at(first));
    expect(await sent(own, '2027-03-01T05:05:00Z')).toEqual([]);
    await written(['confirmed sent', 'linked passed']);

    await itIs('2027-03-01T05:06:00Z');
    const unsent = await course(seriesId);
    await expect.poll(() => lettersOf('joint_id', unsent.id), { timeout: 10_000 }).toEqual(['confirmed waiting']);
    await put(first, LINK, { wholeCourse: true });
    await written(['confirmed sent', 'linked passed', 'linked waiting']);
    await put(meetings[1] as Meeting, OTHER);
    await written(['confirmed sent', 'linked passed', 'linked passed', 'linked waiting']);
    await expect
      .poll(() => lettersOf('joint_id', unsent.id), { timeout: 10_000 })
      .toEqual(['confirmed passed', 'confirmed passed', 'confirmed waiting']);
    clock.set('2027-03-01T05:10:00Z');
    const out = await bookersLetters({ db, clock, keys: service.keys });
    const [told, confirmed] = [own, unsent].map(({ secret }) => out.filter(({ text }) => text.includes(secret)));
    expect(told?.map(({ subject }) => subject)).toEqual(['Aikasi sivulla on videopuhelun linkki']);
    expect(told?.[0]?.text).toContain(`https://polku.test/b/together/${own.secret}`);
    expect(confirmed?.map(({ subject }) => subject)).toEqual(['Aikasi on varattu']);
    expect(confirmed?.[0]?.text).toContain('Videopuhelun linkki on aikasi sivulla.');
    const reminders = await sent(own, '2027-03-07T08:00:00Z');
    expect(reminders.map(({ subject }) => subject)).toEqual(['Muistutus ajastasi']);
    expect(reminders[0]?.text).toContain('Videopuhelun linkki on aikasi sivulla.');
    expect(JSON.stringify([out, reminders])).not.toContain('kokous');
  });
});
