import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue, atPoint } from '../../../testing/floor.ts';
import { aMatter, aPerson, aTown, type Town } from '../../../testing/town.ts';
import type { Me } from '../../people/me/schema.ts';
import type { ArrivedAnswer, VisitPage } from './schema.ts';

const clock = fixedClock('2026-11-23T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let mika: Caller;
let tuula: Caller;
let advice: string;
let kela: string;
let other: string;
let counters: [string, string];

beforeAll(async () => {
  town = await aTown(db, clock);
  const { city, kela: authority, dvv } = town.organisations;
  advice = await aQueue(db, town, { organisationId: city });
  kela = await aQueue(db, town, { organisationId: authority as string, prefix: 'B' });
  other = await aQueue(db, town, { organisationId: dvv as string, prefix: 'C' });
  aino = await service.signIn(town.aino);
  mika = await service.signIn(await atPoint(db, town, 'authority-specialist', authority));
  tuula = await service.signIn(await atPoint(db, town, 'authority-specialist', dvv));
  counters = [await aCounter(db, town, [advice]), await aCounter(db, town, [kela], 'Huone 2')];
  await aino.call('PUT', `/api/queue/counters/${counters[0]}/state`, { state: 'open' });
  await mika.call('PUT', `/api/queue/counters/${counters[1]}/state`, { state: 'open' });
});

const once = () => ({ 'idempotency-key': randomUUID() });
const greet = async () => {
  const body = { pointId: town.point, queueId: advice, needs: ['wheelchair'] };
  return (await aino.call<ArrivedAnswer>('POST', '/api/queue/visits', body, once())).body.visitId;
};
const deed = (by: Caller, visitId: string, body: object) => by.call('POST', `/api/queue/visits/${visitId}/deeds`, body);
const read = (by: Caller, visitId: string) => by.call<VisitPage>('GET', `/api/queue/visits/${visitId}`);

test('a visit tells its way; of an authority’s part the next authority learns nothing', async () => {
  const visitId = await greet();
  await aino.call('POST', `/api/queue/counters/${counters[0]}/calls`, {}, once());
  await deed(aino, visitId, { deed: 'continued', queueId: kela });
  expect((await read(mika, visitId)).body.needs, 'the next counter sees the needs before they arrive').toEqual(['wheelchair']);
  expect((await read(tuula, visitId)).body.needs).toBeNull();
  await deed(aino, visitId, { deed: 'finished' });
  await mika.call('POST', `/api/queue/counters/${counters[1]}/calls`, {}, once());
  await deed(mika, visitId, { deed: 'moved', queueId: other });
  const steps = async (by: Caller) => (await read(by, visitId)).body.steps.map(({ queueId, state }) => [queueId, state]);
  expect(await steps(aino)).toEqual([
    [advice, 'finished'],
    [kela, 'moved'],
    [other, 'waiting'],
  ]);
  expect(await steps(tuula)).toEqual([
    [null, 'finished'],
    [null, 'moved'],
    [other, 'waiting'],
  ]);
  expect((await read(tuula, visitId)).body.steps[1]?.counter).toBeNull();
  await deed(aino, visitId, { deed: 'left' });
  expect((await read(aino, visitId)).status).toBe(200);
});

test('those who do not work at the point find no visit', async () => {
  const visitId = await greet();
  expect((await read(await service.signIn(town.nelli), visitId)).status).toBe(404);
  await deed(aino, visitId, { deed: 'left' });
});

test('the matter is told to those who see it, and a contact noted already is the visit’s own', async () => {
  const visitId = await greet();
  await aino.call('POST', `/api/queue/counters/${counters[0]}/calls`, {}, once());
  const { id: matterId } = await aMatter(town, town.aino);
  const noted = await aino.call<{ id: string }>('POST', `/api/matters/${matterId}/contacts`, { channel: 'counter', summary: 'Muuttaa' });
  expect(noted.status, noted.text).toBe(201);
  const contactId = noted.body.id;
  const join = (body: object) => aino.call<{ contactId: string }>('PUT', `/api/queue/visits/${visitId}/matter`, body);
  const elsewhere = await aMatter(town, town.aino);
  expect((await join({ matterId: elsewhere.id, contactId })).status).toBe(404);
  expect((await join({ matterId, contactId })).body).toEqual({ contactId });
  const page = (await read(aino, visitId)).body;
  expect(page.matter).toMatchObject({ id: matterId });
  expect(page.steps[0]?.contactId).toBe(contactId);
  expect((await read(mika, visitId)).body).toMatchObject({ matter: null, needs: null });
  expect((await read(mika, visitId)).body.steps[0]?.contactId).toBeNull();
});

test('of a matter that was merged the one that goes on is told', async () => {
  const visitId = await greet();
  const [gone, goesOn] = [await aMatter(town, town.aino), await aMatter(town, town.aino)];
  await aino.call('PUT', `/api/queue/visits/${visitId}/matter`, { matterId: gone.id });
  const merged = await aino.call('POST', `/api/matters/${goesOn.id}/merges`, { otherId: gone.id });
  expect(merged.status, merged.text).toBeLessThan(300);
  expect((await read(aino, visitId)).body.matter?.id).toBe(goesOn.id);
  await deed(aino, visitId, { deed: 'left' });
});

test('a specialist may sit where their authority has a queue', async () => {
  const person = await aPerson(db, {
    name: 'Sari',
    role: 'authority-specialist',
    organisationId: town.organisations.kela,
    units: [],
    pointId: null,
  });
  const sari = await service.signIn(person);
  expect((await sari.call<Me>('GET', '/api/me')).body.points.map(({ id }) => id)).toEqual([town.point]);
  expect((await sari.call<Me>('PATCH', '/api/me', { pointId: town.point })).body.pointId).toBe(town.point);
});

test('a visit of an earlier day is not looked at any more', async () => {
  const visitId = await greet();
  await deed(aino, visitId, { deed: 'left' });
  clock.advance('PT13H');
  const nextDay = await service.signIn(town.aino);
  expect((await read(nextDay, visitId)).status).toBe(404);
});
