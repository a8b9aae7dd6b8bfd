import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aDevice, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { aPlace, aService, ours, someProviders } from '../../knowledge/search/testing/directory.ts';
import { seedClassifications } from '../../knowledge/services/classifications/seeding.ts';
import type { ServiceHere } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let kiosk: Caller;
let far: string;
let near: string;
let reception: string;
let authority: string;

beforeAll(async () => {
  await inTransaction(db, seedClassifications);
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  kiosk = service.caller((await aDevice(db, town, 'kiosk')).cookie);
  [far, near] = (await someProviders(db, ['Kaukala', 'Laitos'])) as [string, string];
  await ours(db, near, town.organisations.kela);
  reception = await aQueue(db, town, { kind: 'reception', prefix: 'R' });
  authority = await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' });
});

const textOf = async (serviceId: string) => {
  const { rows } = await sql<{ id: string }>`select text_id::text as id from service where id = ${serviceId}::uuid`.execute(db);
  return (rows[0] as { id: string }).id;
};
const aText = async (name: string, providers: string[], more: { placeIds?: string[]; lifeEvents?: string[] } = {}) => {
  const [id] = (await aService(db, { fi: { name, summary: `${name}.` } }, providers, more)) as [string];
  return { serviceId: id, text: await textOf(id) };
};
const lead = (text: string, by = kiosk) => by.call<ServiceHere>('GET', `/api/device/services/${text}?language=fi`);

test('a service’s own queue goes before its authority’s', async () => {
  const [usual, special] = [await aText('Asumistuki', [near]), await aText('Kuntoutus', [near])];
  const own = await aQueue(db, town, { kind: 'service', prefix: 'C' });
  await sql`update queue set service_id = ${special.serviceId}::uuid where id = ${own}::uuid`.execute(db);
  expect((await lead(usual.text)).body).toMatchObject({ queueId: authority, by: 'authority', isServed: true, serviceId: usual.serviceId });
  expect((await lead(special.text)).body).toMatchObject({ queueId: own, by: 'service', serviceId: special.serviceId });
});

test('what nobody here gives leads to reception, and tells where it is given', async () => {
  const place = await aPlace(db, 'Kaukalan virastotalo');
  const { text } = await aText('Venepaikka', [far], { placeIds: [place] });
  expect((await lead(text)).body).toMatchObject({
    queueId: reception,
    by: 'reception',
    isServed: false,
    places: [{ name: 'Kaukalan virastotalo', address: 'Rantatie 4, Mallila' }],
  });
});

test('what is given at this point is served here, and the point is not told as another place', async () => {
  const place = await aPlace(db, 'Piste');
  await sql`update service_channel set point_id = ${town.point}::uuid where id = ${place}::uuid`.execute(db);
  const { text } = await aText('Matkakortti', [far], { placeIds: [place] });
  expect((await lead(text)).body).toMatchObject({ queueId: reception, by: 'reception', isServed: true, places: [] });
});

test('only a kiosk asks, and only of what is there', async () => {
  expect((await lead('999999')).status).toBe(404);
  expect((await lead('x')).status).toBe(404);
  expect((await lead('1', service.caller())).status).toBe(401);
  expect((await lead('1', service.caller((await aDevice(db, town, 'display')).cookie))).status).toBe(401);
});
