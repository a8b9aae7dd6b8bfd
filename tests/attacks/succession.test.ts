import { expect, test } from 'vitest';
import { permittedTasks } from '../../server/modules/directory/service.ts';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aPerson } from '../../server/testing/town.ts';
import { aWorld, made } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const { db } = service.polku.desk;
const world = await aWorld(service);
const { city, neighbour, kela, dvv } = world.town.organisations;
const admin = await service.signIn(await aPerson(db, { name: 'Admin', role: 'administrator', organisationId: neighbour, units: [] }));
const names = { fi: 'Keksitty', sv: 'Påhittad', en: 'Made up' };
const ended = { name: names, shortName: names, kind: 'state', validFrom: '2020-01-01', validUntil: '2021-01-01' };
const day = Temporal.PlainDate.from('2026-11-24');

const tasksOfCity = async (principalId: string) =>
  (await permittedTasks(db, { providerIds: [city], principalId, pointId: null, day })).tasks;

test('an administrator names no successor that another keeps, so no agreement reaches that one’s advisors', async () => {
  const before = [await tasksOfCity(kela), await tasksOfCity(dvv)];
  const direct = await admin.call<{ code: string }>('POST', '/api/admin/organisations', { ...ended, key: 'made-up', successorId: city });
  expect([direct.status, direct.body.code]).toEqual([409, 'successor-kept-elsewhere']);
  const own = await made(admin, '/api/admin/organisations', { ...ended, key: 'made-up-own', successorId: neighbour });
  const later = await admin.call<{ code: string }>('PATCH', `/api/admin/organisations/${own.id}`, { successorId: city });
  expect([later.status, later.body.code]).toEqual([409, 'successor-kept-elsewhere']);
  const terms = { tasks: ['inform', 'guide', 'help-fill', 'receive'], wording: {}, validFrom: '2020-01-01', validUntil: '2099-12-31' };
  for (const principalId of [kela, dvv]) await made(admin, '/api/admin/agreements', { principalId, providerId: own.id, ...terms });
  expect([await tasksOfCity(kela), await tasksOfCity(dvv)]).toEqual(before);
  expect((await admin.call('PATCH', `/api/admin/organisations/${own.id}`, { name: names })).status).toBe(200);
});
