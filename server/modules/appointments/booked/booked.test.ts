import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { hasText } from '../../../platform/i18n/translator.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { aResident } from '../../../testing/resident.ts';
import { aMatter, aPerson, aTown } from '../../../testing/town.ts';
import type { DataRequest } from '../../matters/data-requests/schema.ts';
import type { Booking } from '../types.ts';
import { joinLine } from '../waiting/service.ts';

const NOW = '2027-03-01T05:00:00Z';
const clock = fixedClock(NOW);
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const origin = await service.listen();
const town = await aTown(db, clock);
service.polku.desk.directory.forget();
const queueId = await aQueue(db, town);
const once = () => ({ 'idempotency-key': randomUUID() });
const booking = { ...service.polku.desk, keys: service.keys } as unknown as Booking;

beforeEach(() => clock.set(NOW));

/** Somebody with an agreed time, what they told before it, a place in line for a better one and an invitation, all of one matter. */
async function aBooked(by = town.aino) {
  const staff = await service.signIn(by);
  const { id: matterId } = await aMatter(town, by);
  const customer = await signInCustomer(service, { givenName: 'Elli', familyName: 'Esimerkki' });
  await sql`update matter set customer_id = ${customer.customerId}::uuid where id = ${matterId}::uuid`.execute(db);
  await sql`update customer set email = 'zqelli@posti.example' where id = ${customer.customerId}::uuid`.execute(db);
  const serviceId = await aBookable(db, town, { minutes: 60, queueId });
  await aResource(db, town, { skills: [serviceId] });
  const wish = {
    ...{ serviceId, placeId: town.point, way: 'point', startsAt: '2027-03-08T07:00:00Z', matterId, needs: ['wheelchair'] },
    customer: { name: 'Elli Esimerkki', email: 'zqelli@posti.example', phone: '050 000 1234' },
  };
  const booked = await staff.call<{ id: string; page: string }>('POST', '/api/booking/appointments', wish, once());
  expect(booked.status, booked.text).toBe(201);
  const invited = await staff.call<{ id: string }>(
    'POST',
    `/api/booking/matters/${matterId}/invitations`,
    { serviceId, way: 'point', placeIds: [town.point], until: '2027-03-12', language: 'fi', message: 'Zqtervetuloa.' },
    once(),
  );
  expect(invited.status, invited.text).toBe(201);
  const suits = { weekdays: [1, 2], fromHour: 8, untilHour: 16, fromDay: null, untilDay: null };
  const line = { bookableId: serviceId, way: 'point' as const, pointIds: [town.point], language: 'fi', needs: [], ...suits };
  const contact = { name: 'Elli Esimerkki', email: 'zqelli@posti.example', phone: null };
  const { resourceId: waitingId } = await joinLine(booking, undefined, line, contact, { appointmentId: booked.body.id });
  const resident = aResident(origin);
  const [name = '', token = ''] = customer.cookie.split('=');
  resident.browser.setCookie(name, token);
  return { matterId, serviceId, customer, resident, staff, waitingId, appointmentId: booked.body.id, invitationId: invited.body.id };
}
type Made = Awaited<ReturnType<typeof aBooked>>;

async function tell({ appointmentId, staff }: Made) {
  const { page } = (await staff.call<{ page: string }>('GET', `/api/booking/appointments/${appointmentId}`)).body;
  const phone = aResident(origin);
  await phone.open(new URL(page).pathname);
  const { path } = await phone.open('/b/before');
  const told = await phone.send(path, { need: 'Zqasiani', needs: 'wheelchair', language: 'fi', company: 'Zqtytär', papers: '' });
  expect(told.text).not.toContain('role="alert"');
  return { phone, secret: new URL(page).pathname };
}

/** Asked by the customer, read by whoever answers for the city's records. */
async function asked({ resident }: Made, organisation = town.organisations.city) {
  await resident.open('/my/data-requests');
  await resident.send('/my/data-requests', { kind: 'erase', matter: '', words: 'Poistakaa kaikki' });
  const role = { name: 'Tietosuojavastaava', role: 'data-protection-officer' as const, organisationId: organisation, units: [] };
  const person = await aPerson(db, role);
  const { rows } = (await (await service.signIn(person)).call<{ rows: DataRequest[] }>('GET', '/api/data-requests')).body;
  const of = `/api/data-requests/${rows.at(-1)?.id}/answer`;
  return async (erase: string[]) =>
    (await service.signIn(person)).call<{ code: string }>('PUT', of, { outcome: 'partly', reason: 'Asiakirjat säilytetään.', erase });
}
const close = ({ matterId }: Made) => sql`update matter set state = 'closed', closed_at = now() where id = ${matterId}::uuid`.execute(db);

const keptOf = async ({ appointmentId, waitingId, invitationId }: Made) =>
  (
    await sql<
      Record<string, unknown>
    >`select a.state, a.contact, a.booker_hash as booker, a.matter_id as matter, a.needs, a.starts_at is not null as time,
      (select count(*)::int from appointment_resource r where r.appointment_id = a.id and r.live) as taken,
      (select count(*)::int from previsit v where v.appointment_id = a.id) as told,
      (select count(*)::int from invitation i where i.id = ${invitationId}::uuid) as invited,
      (select w.state from waiting w where w.id = ${waitingId}::uuid) as line,
      (select w.contact from waiting w where w.id = ${waitingId}::uuid) as waits,
      (select count(*)::int from expected_visit e where e.matter_id is not null and e.cancelled_at is null and e.due_at = a.starts_at) as expected
    from appointment a where a.id = ${appointmentId}::uuid`.execute(db)
  ).rows[0];

describe('a granted wish to be erased', () => {
  test('ends what is to come: the time is free, the line moves on, the invitation and the link open nothing, nobody is expected', async () => {
    const made = await aBooked();
    const { secret } = await tell(made);
    const code = (await made.staff.call<{ code: string }>('GET', `/api/booking/invitations/${made.invitationId}/paper`)).body.code;
    const answer = await asked(made);
    expect(await answer(['appointments'])).toMatchObject({ status: 409, body: { code: 'customer-served' } });
    expect(await keptOf(made)).toMatchObject({ state: 'confirmed', taken: 1, told: 1, invited: 1, line: 'waiting', expected: 1 });
    await close(made);
    expect((await answer(['appointments', 'contact-data'])).status).toBe(204);
    expect(await keptOf(made)).toEqual({
      ...{ state: 'cancelled', contact: null, booker: null, matter: null, needs: [], time: true, taken: 0 },
      ...{ told: 0, invited: 0, line: 'left', waits: null, expected: 0 },
    });
    expect((await aResident(origin).open(secret)).text).not.toContain('Elli');
    expect((await aResident(origin).open(`/b/i/${code}`)).text).not.toContain('Zqtervetuloa');
    const free = await service
      .caller()
      .call<{ times: { startsAt: string }[] }>(
        'GET',
        `/api/v1/booking/free-times?service=${made.serviceId}&place=${town.point}&from=2027-03-08&until=2027-03-08`,
      );
    expect(free.body.times.map(({ startsAt }) => startsAt)).toContain('2027-03-08T07:00:00Z');
    expect((await made.resident.open('/my/data-requests')).text).toContain('Peruimme tulevat aikasi');
    const letters = await sql`select from booking_letter where subject_id in (${made.waitingId}::uuid, ${made.invitationId}::uuid)`.execute(
      db,
    );
    expect(letters.rows).toEqual([]);
  });

  test('of contact details alone is not granted while times are to come, for then nobody could be reached about them', async () => {
    const made = await aBooked();
    await close(made);
    const answer = await asked(made);
    expect(await answer(['contact-data'])).toMatchObject({ status: 409, body: { code: 'customer-booked' } });
    expect(await keptOf(made)).toMatchObject({ state: 'confirmed', taken: 1, line: 'waiting', invited: 1 });
    await sql`update waiting set state = 'left', ended_at = now() where id = ${made.waitingId}::uuid`.execute(db);
    clock.set('2027-03-14T08:00:00Z');
    await sql`update appointment set state = 'arrived' where id = ${made.appointmentId}::uuid`.execute(db);
    expect((await answer(['contact-data'])).status).toBe(204);
    expect(await keptOf(made), 'a time that has been says only that there was one').toMatchObject({
      ...{ state: 'arrived', contact: null, booker: null, matter: null, invited: 0, waits: null, time: true },
    });
  });

  test('leaves to another controller what is theirs', async () => {
    const made = await aBooked();
    const theirs = await aMatter(town, town.nelli);
    await sql`update matter set customer_id = ${made.customer.customerId}::uuid, state = 'closed', closed_at = now() where id = ${theirs.id}::uuid`.execute(
      db,
    );
    await close(made);
    const answer = await asked(made, town.organisations.neighbour);
    expect((await answer(['appointments'])).status).toBe(204);
    expect(await keptOf(made)).toMatchObject({ state: 'confirmed', taken: 1, told: 0, invited: 1, line: 'waiting' });
  });
});

describe('one’s own data as a file', () => {
  test('has the times, what was told before them, invitations and places in line, for the person alone', async () => {
    const made = await aBooked();
    await tell(made);
    const { body, text } = await made.customer.call<{ matters: Record<string, object[]>[] }>('GET', '/my/copy/data');
    const [matter] = body.matters;
    expect(matter?.bookedTimes).toEqual([
      expect.objectContaining({
        ...{
          serviceName: 'Neuvonta',
          way: 'point',
          startsAt: '2027-03-08T07:00:00.000Z',
          state: 'confirmed',
          needs: ['wheelchair'],
          people: 1,
        },
        ...{ name: 'Elli Esimerkki', email: 'zqelli@posti.example', phone: '050 000 1234', arrivalCode: expect.stringMatching(/^\w{6}$/) },
        preVisit: expect.objectContaining({ need: 'Zqasiani', company: 'Zqtytär' }),
      }),
    ]);
    expect(matter?.invitations).toEqual([expect.objectContaining({ state: 'sent', text: 'Zqtervetuloa.', email: 'zqelli@posti.example' })]);
    expect(matter?.waitingFor).toEqual([expect.objectContaining({ state: 'waiting', weekdays: [1, 2], email: 'zqelli@posti.example' })]);
    expect(text).not.toMatch(/Aino|secret|hash/);
    const readable = (await made.customer.call('GET', '/my/copy/readable')).text;
    for (const words of ['Varatut ajat', 'Zqasiani', 'Zqtervetuloa.', 'palvelupisteessä', 'maanantai']) expect(readable).toContain(words);
    expect(readable).not.toMatch(/<dd>(confirmed|waiting|wheelchair|point)</);
    for (const locale of ['fi', 'sv', 'en'] as const)
      expect(keysOf(body).filter((key) => !hasText(locale, 'own', `copy.keys.${key}`))).toEqual([]);

    const other = await signInCustomer(service, { givenName: 'Otto', familyName: 'Oksanen' });
    expect((await other.call('GET', '/my/copy/data')).text).not.toMatch(/Zq|zq/);
    await sql`insert into mandate (customer_id, principal_id, kind, roles, until) values (${other.customerId}::uuid, ${made.customer.customerId}::uuid, 'person',
      '{POLKU_DATA_RIGHTS}', now() + interval '400 days')`.execute(db);
    await sql`update customer_session set acting_for_customer_id = ${made.customer.customerId}::uuid,
      mandate_id = (select id from mandate where customer_id = ${other.customerId}::uuid) where customer_id = ${other.customerId}::uuid`.execute(
      db,
    );
    const told = await other.call('GET', '/my/copy/data');
    expect(told.status, told.text).toBe(200);
    expect(told.text).not.toMatch(/Zqasiani|Zqtervetuloa|bookedTimes|wheelchair/);
  });
});

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}
