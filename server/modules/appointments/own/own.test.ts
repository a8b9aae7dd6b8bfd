import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { aResident } from '../../../testing/resident.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import { createPassingLink, createSecretLink } from '../../identity/service.ts';

const NOW = '2027-03-01T05:00:00Z';
const clock = fixedClock(NOW);
const database = await testDatabase();
const app = await anApp(database, { clock });
const { db } = app.polku.desk;
const origin = await app.listen();
const town = await aTown(db, clock);
app.polku.desk.directory.forget();
const aino = await app.signIn(town.aino);
const queueId = await aQueue(db, town);

/** A matter, and a time that its keeper has booked for its customer. */
async function aBooked() {
  clock.set(NOW);
  const { id: matterId } = await aMatter(town, town.aino, { language: 'en' });
  const serviceId = await aBookable(db, town, { minutes: 60, queueId });
  await aResource(db, town, { skills: [serviceId] });
  const customer = { name: 'Elli Esimerkki', email: null, phone: null };
  const wish = { serviceId, placeId: town.point, way: 'point', startsAt: '2027-03-08T07:00:00Z', customer, matterId };
  const { body, status, text } = await aino.call<{ id: string }>('POST', '/api/booking/appointments', wish, {
    'idempotency-key': randomUUID(),
  });
  expect(status, text).toBe(201);
  return { matterId, id: body.id };
}

const looksAt = async (id: string) => {
  const { rows } = await sql<{ who: string; matter: string; customer: string | null }>`select actor_kind as who, matter_id as matter,
      customer_id as customer from audit_entry where action = 'appointment.own-opened' and subjects = array[${id}::uuid] order by at`.execute(
    db,
  );
  return rows;
};

async function byLink(matterId: string) {
  const resident = aResident(origin);
  const token = await inTransaction(db, (trx) => createSecretLink(trx, matterId, 90, clock.now()));
  return { resident, page: await resident.open(`/a/${token}`) };
}

test('behind the matter’s link the time stands on the path, and opens its own page', async () => {
  const { matterId, id } = await aBooked();
  const { resident, page } = await byLink(matterId);
  expect(page.text).toContain('Your appointment');
  expect(page.text).toContain('Appointment');
  expect(page.text).toContain(`href="/a/appointments/${id}"`);
  const own = await resident.open(`/a/appointments/${id}`);
  expect([own.status, own.path]).toEqual([200, '/b']);
  expect(own.text).not.toContain('Elli Esimerkki');
  expect(own.text).toMatch(/ma.8\.3\..klo.9/);
  const { rows } = await sql<{ id: string }>`select customer_id as id from matter where id = ${matterId}::uuid`.execute(db);
  expect(await looksAt(id)).toEqual([{ who: 'link', matter: matterId, customer: rows[0]?.id }]);
});

test('nobody else’s link opens it, nor none, nor a time that is cancelled or over', async () => {
  const { matterId, id } = await aBooked();
  const other = await byLink((await aMatter(town, town.aino)).id);
  expect(other.page.text).not.toContain('/a/appointments/');
  expect((await other.resident.open(`/a/appointments/${id}`)).status).toBe(404);
  expect((await aResident(origin).open(`/a/appointments/${id}`)).status).toBe(404);
  const { resident } = await byLink(matterId);
  clock.set('2027-03-08T08:00:00Z');
  expect((await resident.open('/a')).text).not.toContain('/a/appointments/');
  expect((await resident.open(`/a/appointments/${id}`)).status).toBe(404);
  clock.set(NOW);
  expect((await aino.call('DELETE', `/api/booking/appointments/${id}`)).status).toBe(204);
  expect((await resident.open('/a')).text).not.toContain('/a/appointments/');
  expect((await resident.open(`/a/appointments/${id}`)).status).toBe(404);
});

test('with a slip, maybe at everybody’s computer, it is not opened', async () => {
  const { matterId, id } = await aBooked();
  const now = clock.now();
  const token = await inTransaction(db, (trx) =>
    createPassingLink(trx, { matterId, originId: randomUUID(), now, expiresAt: now.add({ hours: 1 }) }),
  );
  const resident = aResident(origin);
  const page = await resident.open(`/a/${token}`);
  expect([page.status, page.text.includes('/a/appointments/')]).toEqual([200, false]);
  expect((await resident.open(`/a/appointments/${id}`)).status).toBe(404);
});

test('signed in, the customer opens it from their own matter, and another customer does not', async () => {
  const { matterId, id } = await aBooked();
  const signedIn = async (name: string, familyName: string) => {
    const customer = await signInCustomer(app, { givenName: name, familyName });
    const resident = aResident(origin);
    const [cookie = '', token = ''] = customer.cookie.split('=');
    resident.browser.setCookie(cookie, token);
    return { ...customer, resident };
  };
  const theirs = await signedIn('Elli', 'Esimerkki');
  await sql`update matter set customer_id = ${theirs.customerId}::uuid where id = ${matterId}::uuid`.execute(db);
  expect((await theirs.resident.open(`/my/matters/${matterId}`)).text).toContain(`href="/my/appointments/${id}"`);
  const own = await theirs.resident.open(`/my/appointments/${id}`);
  expect([own.status, own.path]).toEqual([200, '/b']);
  expect(await looksAt(id)).toEqual([{ who: 'customer', matter: matterId, customer: theirs.customerId }]);
  const other = await signedIn('Otto', 'Oksanen');
  expect((await other.resident.open(`/my/appointments/${id}`)).status).toBe(404);
  expect((await aResident(origin).browser.send(`/my/appointments/${id}`)).status).not.toBe(303);
  expect(await looksAt(id)).toHaveLength(1);
});

test('reception reads by who is expected what the customer told, and another authority does not', async () => {
  const { id } = await aBooked();
  const found = await sql<{ expected: string }>`select expected_id as expected from appointment where id = ${id}::uuid`.execute(db);
  const url = `/api/booking/expected/${found.rows[0]?.expected}/appointment`;
  expect(await aino.call('GET', url)).toMatchObject({ status: 200, body: { id } });
  expect((await (await app.signIn(town.mika)).call('GET', url)).status).toBe(404);
});
