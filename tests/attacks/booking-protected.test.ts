import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createCapacities } from '../../server/modules/appointments/capacity/service.ts';
import { openInvited } from '../../server/modules/appointments/invitations/secrets.ts';
import { offerFreeTimes } from '../../server/modules/appointments/waiting/offering.ts';
import type { Offering } from '../../server/modules/appointments/waiting/types.ts';
import { fixedClock } from '../../server/platform/clock/clock.ts';
import { anApp, type Caller } from '../../server/testing/app.ts';
import { aBookable, aResource } from '../../server/testing/appointments.ts';
import { bookingLetters } from '../../server/testing/booking-letters.ts';
import { asOwner, testDatabase } from '../../server/testing/database.ts';
import { formBrowser } from '../../server/testing/form-browser.ts';
import { aMatter, aTown } from '../../server/testing/town.ts';
import { fine, made, once } from './world.ts';

/** Whoever comes under turvakielto between booking and the visit: how they are reached is neither kept anew, shown, told nor used (661/2009, 36 §). */
const NOW = '2027-03-01T07:00:00Z';
const clock = fixedClock(NOW);
const database = await testDatabase();
const service = await anApp(database, { clock });
const { db } = service.polku.desk;
const town = await aTown(db, clock);
service.polku.desk.directory.forget();
const bookable = await aBookable(db, town, { minutes: 60 });
for (let n = 0; n < 2; n += 1) await aResource(db, town, { skills: [bookable] });
const [aino, admin] = [await service.signIn(town.aino), await service.signIn(town.admin)];
const letters = bookingLetters({ db, clock, keys: service.keys, publicUrl: 'https://polku.example' });

/** Of the module, in which words are written. */
const tables = [
  'appointment',
  'waiting',
  'waiting_offer',
  'invitation',
  'appointment_letter',
  'booking_letter',
  'appointment_block',
  'previsit',
];
const hidden = /zqxpiilo|7391/i;
const KNOWN = { givenName: 'Elli', familyName: 'Esimerkki', email: 'zqxpiilo@posti.example', phone: '050 000 7391' };

async function aKnownMatter(): Promise<string> {
  return (await aMatter(town, town.aino, { customer: KNOWN })).id;
}
const restrict = (matterId: string) =>
  sql`update customer set restricted = true where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);

type Booked = { id: string; page: string };
async function booked(matterId: string, startsAt: string): Promise<Booked> {
  const customer = { name: 'Elli Esimerkki', email: KNOWN.email, phone: KNOWN.phone };
  return made<Booked>(aino, '/api/booking/appointments', {
    serviceId: bookable,
    placeId: town.point,
    way: 'point',
    startsAt,
    matterId,
    customer,
  });
}
async function opened(page: string) {
  const phone = formBrowser(service.app);
  await phone.get(new URL(page).pathname);
  return phone;
}

/** The answer, which has none of it. */
async function clean<T>(caller: Caller, method: string, url: string, body?: unknown): Promise<T> {
  const answer = await caller.call<T>(method, url, body, method === 'POST' ? once() : {});
  expect([method, url, answer.status < 300, hidden.test(answer.text)]).toEqual([method, url, true, false]);
  return answer.body;
}

/** Nor does anything that is written down as it is. */
async function writtenNowhere(): Promise<void> {
  expect(service.lines.filter((line) => hidden.test(line))).toEqual([]);
  await asOwner(database, async (client) => {
    for (const table of [...tables, 'audit_entry', 'event', 'happening', 'idempotency', 'expected_visit']) {
      const { rows } = await client.query<{ text: string }>(`select to_jsonb(t)::text as text from ${table} t`);
      expect([table, rows.filter(({ text }) => hidden.test(text))]).toEqual([table, []]);
    }
  });
}

test('who is in the way of a block, or must be moved, is named without how they are reached', async () => {
  const matterId = await aKnownMatter();
  const { id } = await booked(matterId, '2027-03-09T08:00:00Z');
  await restrict(matterId);
  const { rows } = await sql<{
    id: string;
  }>`select resource_id as id from appointment_resource where appointment_id = ${id}::uuid and live`.execute(db);
  const whose = rows[0]?.id as string;
  const block = await clean<{ id: string }>(aino, 'POST', `/api/booking/resources/${whose}/blocks`, {
    ...{ startsAt: '2027-03-09T07:00:00Z', endsAt: '2027-03-09T10:00:00Z', reason: 'away' },
  });
  const { touched } = await clean<{ touched: { appointmentId: string; byEmail: boolean; version: number }[] }>(
    aino,
    'GET',
    `/api/booking/blocks/${block.id}`,
  );
  expect(touched).toMatchObject([{ appointmentId: id, byEmail: false }]);
  const conflicts = await clean<{ conflicts: { appointmentId: string }[] }>(admin, 'GET', '/api/booking/conflicts');
  expect(conflicts.conflicts).toMatchObject([{ appointmentId: id }]);
  expect(await clean(admin, 'GET', `/api/booking/appointments/${id}/other-times`)).toMatchObject({ told: 'nobody' });
  await clean(aino, 'GET', `/api/booking/appointments/${id}/other-places`);
  expect(await clean(aino, 'GET', `/api/booking/appointments/${id}/customer`)).toEqual({
    name: 'Elli Esimerkki',
    email: null,
    phone: null,
  });
  const calendar = await clean<{ calendars: { taken: { booked: { byEmail: boolean } | null }[] }[] }>(
    ...([aino, 'GET', `/api/booking/calendar?resource=${whose}&from=2027-03-09&until=2027-03-09`] as const),
  );
  expect(calendar.calendars[0]?.taken).toMatchObject([{ booked: { byEmail: false } }]);
  await clean(aino, 'GET', `/api/booking/points/${town.point}/days/2027-03-09`);
  await clean(aino, 'PUT', `/api/booking/blocks/${block.id}/settled`, { appointmentId: id, kind: 'ask' });
  await writtenNowhere();
});

test('refusals and errors say nothing of it either', async () => {
  const matterId = await aKnownMatter();
  const { id } = await booked(matterId, '2027-03-10T08:00:00Z');
  await restrict(matterId);
  const customer = { name: 'Elli Esimerkki', email: KNOWN.email, phone: KNOWN.phone };
  const body = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: '2027-03-10T09:00:00Z', matterId, customer };
  const answers = [
    await aino.call('POST', '/api/booking/appointments', body, once()),
    await aino.call('POST', '/api/booking/appointments', { ...body, customer: { ...customer, extra: 1 } }, once()),
    await aino.call('PATCH', `/api/booking/appointments/${id}`, { startsAt: '2027-03-10T08:00:30Z' }),
    await aino.call('PUT', `/api/booking/appointments/${id}/place`, {
      version: 99,
      startsAt: '2027-03-11T08:00:00Z',
      to: null,
      instead: null,
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([409, 422, 422, 409]);
  for (const { text } of answers) expect(text).not.toMatch(hidden);
  await writtenNowhere();
});

test('with their time they wait for no earlier one: what becomes free could not be told to them', async () => {
  const matterId = await aKnownMatter();
  const { id, page } = await booked(matterId, '2027-03-11T08:00:00Z');
  const phone = await opened(page);
  expect((await phone.get('/b/times')).text).toContain('href="/b/earlier"');
  await phone.get('/b/earlier');
  await restrict(matterId);
  const when: [string, string][] = [
    ['weekdays', '1'],
    ['weekdays', '2'],
    ['hours', 'any'],
    ['email', ''],
  ];
  expect(await phone.post('/b/earlier', when)).toMatchObject({ status: 303, to: '/b' });
  expect(await phone.get('/b/earlier')).toMatchObject({ status: 303, to: '/b' });
  const times = (await phone.get('/b/times')).text;
  expect([times.includes('name="at"'), times.includes('href="/b/earlier"'), hidden.test(times)]).toEqual([true, false, false]);
  expect((await sql`select from waiting where appointment_id = ${id}::uuid`.execute(db)).rows).toEqual([]);
  for (const path of ['/b', '/b/before', '/b/cancellation', '/b/calendar.ics'])
    expect([path, (await phone.get(path)).text]).toEqual([path, expect.not.stringMatching(hidden)]);
  await writtenNowhere();
});

test('who stood in line with their time before is offered nothing and written nothing to', async () => {
  const matterId = await aKnownMatter();
  const { id, page } = await booked(matterId, '2027-03-12T08:00:00Z');
  const phone = await opened(page);
  await phone.get('/b/earlier');
  await restrict(matterId);
  await sql`update customer set restricted = false where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);
  // Sundays: nothing is offered at once by the service's own watch.
  expect(
    (
      await phone.post('/b/earlier', [
        ['weekdays', '7'],
        ['hours', 'any'],
        ['email', ''],
      ])
    ).to,
  ).toBe('/book/waiting/joined');
  expect((await letters()).map(({ email }) => email)).toContain(KNOWN.email);
  await restrict(matterId);
  await sql`update waiting set weekdays = '{1,2,3,4,5}' where appointment_id = ${id}::uuid`.execute(db);
  await sql`update booking_letter set state = 'waiting', not_before = ${NOW}::timestamptz - interval '1 minute'
    where subject_id = (select id from waiting where appointment_id = ${id}::uuid)`.execute(db);
  const offering = { ...service.polku.desk, keys: service.keys, capacities: createCapacities(db), quietHours: null } as unknown as Offering;
  await offerFreeTimes(offering, bookable);
  const offers = await sql`select from waiting_offer o join waiting w on w.id = o.waiting_id where w.appointment_id = ${id}::uuid`.execute(
    db,
  );
  expect(offers.rows).toEqual([]);
  const again = bookingLetters({ db, clock, keys: service.keys, publicUrl: 'https://polku.example' });
  expect((await again()).map(({ email }) => email)).not.toContain(KNOWN.email);
});

test('invited, before or after: no letter leaves, and the time that is booked has no address', async () => {
  const [before, after] = [await aKnownMatter(), await aKnownMatter()];
  const body = { serviceId: bookable, way: 'point', placeIds: [town.point], until: '2027-03-20', language: 'fi', message: 'Tervetuloa.' };
  const invite = (matter: string) =>
    clean<{ id: string; byEmail: boolean }>(aino, 'POST', `/api/booking/matters/${matter}/invitations`, body);
  const first = await invite(before);
  expect(first.byEmail).toBe(true);
  await restrict(before);
  await restrict(after);
  const second = await invite(after);
  expect(second.byEmail).toBe(false);
  const { rows } = await sql<{ content: string }>`select content from invitation where id = ${second.id}::uuid`.execute(db);
  expect(openInvited(service.keys, second.id, rows[0]?.content as string)).toMatchObject({
    name: 'Elli Esimerkki',
    email: null,
    phone: null,
  });
  // Those that are due by then, the reminder too.
  const due = bookingLetters({ db, clock: fixedClock('2027-03-19T07:00:00Z'), keys: service.keys, publicUrl: 'https://polku.example' });
  expect((await due()).filter(({ text }) => text.includes('/b/i/'))).toEqual([]);
  for (const [matter, { id }] of [
    [before, first],
    [after, second],
  ] as const) {
    await clean(aino, 'GET', `/api/booking/matters/${matter}/invitations`);
    await clean(aino, 'GET', `/api/booking/matters/${matter}/invitable`);
    const paper = await clean<{ code: string }>(aino, 'GET', `/api/booking/invitations/${id}/paper`);
    const phone = formBrowser(service.app);
    await phone.get(`/b/i/${paper.code}`);
    expect((await phone.get('/b/invitation')).text).not.toMatch(hidden);
    const [time] = phone.times();
    expect((await phone.post('/b/invitation', [['at', time as string]])).to).toBe('/b?done=booked');
    const { appointments } = await clean<{ appointments: { id: string; customer: object }[] }>(
      aino,
      'GET',
      `/api/booking/matters/${matter}/appointments`,
    );
    expect(appointments).toMatchObject([{ customer: { name: 'Elli Esimerkki', email: null, phone: null } }]);
    // Not hidden alone: it was not kept.
    await sql`update customer set restricted = false where id = (select customer_id from matter where id = ${matter}::uuid)`.execute(db);
    expect(await fine(aino, 'GET', `/api/booking/appointments/${appointments[0]?.id}/customer`)).toEqual({
      name: 'Elli Esimerkki',
      email: null,
      phone: null,
    });
  }
  await writtenNowhere();
});
