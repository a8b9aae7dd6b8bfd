import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { follow } from '../../../platform/live/testing/follow.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aDevice } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { Computer, ComputerAnswers, HelpCalls } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let tiina: Caller;
let device: Caller;
let deviceId: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  [aino, tiina] = [await service.signIn(town.aino), await service.signIn(town.tiina)];
});

beforeEach(async () => {
  const made = await aDevice(db, town, 'computer');
  deviceId = made.id;
  device = service.caller(made.cookie);
});

const self = async () => (await device.call<Computer>('GET', '/api/device/computer')).body;
const put = (rest: string, body?: unknown) => device.call('PUT', `/api/device/computer/${rest}`, body);
const calls = async (by: Caller) => (await by.call<HelpCalls>('GET', `/api/queue/points/${town.point}/help-calls`)).body.calls;
const finish = (by: Caller, id: string) => by.call<{ code: string }>('PUT', `/api/queue/help-calls/${id}/end`);
const take = (by: Caller, id: string) => by.call<{ code: string }>('PUT', `/api/queue/help-calls/${id}/taker`);

test('a call for help is heard by staff at once and taken by one of two', async () => {
  const stream = await follow(`${await service.listen()}/api/live`, { headers: { cookie: aino.cookie } });
  await stream.untilBeat(1);
  await put('help');
  await put('help');
  await stream.until((heard) => heard.some(({ data }) => (data as { topic: string }).topic === 'help:all'));
  stream.drop();
  const [call, ...more] = await calls(aino);
  expect([call?.name, more]).toEqual(['Aula', []]);
  expect((await self()).help).toBe('asked');
  const answers = await Promise.all([take(aino, call?.id as string), take(tiina, call?.id as string)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('help-taken');
  expect((await self()).help).toBe('coming');
  const [goes, stays] = answers[0]?.status === 204 ? [aino, tiina] : [tiina, aino];
  expect([await calls(goes), await calls(stays)]).toMatchObject([[{ name: 'Aula', isMine: true }], []]);
  expect((await finish(stays, call?.id as string)).body.code).toBe('help-taken');
  expect((await finish(goes, call?.id as string)).status).toBe(204);
  expect([await calls(goes), (await self()).help]).toEqual([[], null]);
});

test('asked anew after somebody has been there, it is a new call; taken back, it is none', async () => {
  await put('help');
  const [first] = await calls(aino);
  await take(aino, first?.id as string);
  await put('help');
  const [second] = await calls(aino);
  expect(second?.id).not.toBe(first?.id);
  expect((await device.call('DELETE', '/api/device/computer/help')).status).toBe(204);
  expect(await calls(aino)).toEqual([]);
  expect((await take(tiina, second?.id as string)).body.code).toBe('help-ended');
});

test('a sitting begins once and ends with an answer, or without, and with it the call', async () => {
  await put('session');
  clock.advance('PT5M');
  await put('session');
  expect((await self()).startedAt).toBe('2026-11-23T08:00:00Z');
  await put('help');
  expect((await put('session/end', { gotDone: 'maybe' })).status).toBe(422);
  expect((await put('session/end', { gotDone: 'partly' })).status).toBe(204);
  expect(await self()).toMatchObject({ startedAt: null, help: null });
  expect(await calls(aino)).toEqual([]);
  const kept = await db.selectFrom('computer_session').selectAll().where('device_id', '=', deviceId).execute();
  expect(kept).toMatchObject([{ got_done: 'partly' }]);
});

test('words that name somebody are not kept; the browser keeps of this origin only what makes it the computer', async () => {
  await put('session');
  const browser = service.caller(`${device.cookie}; __Host-polku-my=${'x'.repeat(43)}; polku-locale=sv`);
  const answer = await browser.call('PUT', '/api/device/computer/session/end', { gotDone: 'no', words: 'Olen 131052-308T ja jonotin.' });
  expect(answer.status).toBe(204);
  expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
  const cleared = [answer.headers['set-cookie']]
    .flat()
    .map((one) => [/^[^=]+/.exec(String(one))?.[0], /Path=([^;]+)/.exec(String(one))?.[1]]);
  expect(Object.fromEntries(cleared)).toMatchObject({
    '__Host-polku-my': '/',
    'polku-locale': '/',
    '__Secure-polku-link': '/a',
    '__Secure-polku-visit': '/q',
  });
  expect([answer.headers['set-cookie']].flat().every((one) => /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(String(one)))).toBe(true);
  expect(JSON.stringify(answer.headers['set-cookie'])).not.toContain('polku-device');
  expect((await self()).startedAt).toBeNull();
  const kept = await db.selectFrom('computer_session').select('words').where('device_id', '=', deviceId).execute();
  expect(kept).toEqual([{ words: '' }]);
});

test('how sittings ended is told of the point, and of no few', async () => {
  const other = await aTown(db, clock);
  const keeper = await service.signIn(other.admin);
  const sitter = service.caller((await aDevice(db, other, 'computer')).cookie);
  const sit = async (gotDone: string | null, words = '') => {
    await sitter.call('PUT', '/api/device/computer/session');
    await sitter.call('PUT', '/api/device/computer/session/end', { gotDone, words });
  };
  const told = async () => (await keeper.call<ComputerAnswers>('GET', `/api/queue/points/${other.point}/computer-answers`)).body;
  expect(await told()).toEqual({ sittings: 0, helped: 0, answers: null, words: [] });
  for (const answer of ['yes', 'yes', 'no', null]) await sit(answer, answer === 'no' ? 'Pankki ei auennut.' : '');
  expect(await told()).toEqual({ sittings: null, helped: null, answers: null, words: [] });
  await sit('partly');
  expect(await told()).toEqual({ sittings: 5, helped: 0, answers: null, words: [] });
  await sit('yes');
  expect(await told()).toEqual({ sittings: 6, helped: 0, answers: { yes: 3, partly: 1, no: 1 }, words: ['Pankki ei auennut.'] });
  expect((await aino.call('GET', `/api/queue/points/${town.point}/computer-answers`)).status).toBe(403);
  expect((await keeper.call('GET', `/api/queue/points/${town.point}/computer-answers`)).status).toBe(404);
});

test('offers one’s own pages, the state’s services and the e-services of whose point it is', async () => {
  await sql`with o as (insert into ptv_organisation (names, organisation_id) values ('{}', ${town.organisations.city}::uuid) returning id)
    insert into service_channel (kind, responsible_id, texts, links) select 'e-service', id, '{"fi":{"name":"Kaupungin asiointi"}}'::jsonb,
      jsonb_build_object('fi', jsonb_build_array(jsonb_build_object('name', '', 'url', url)))
      from o, unnest(array['https://asiointi.city.example', 'javascript:alert(1)']) as url`.execute(db);
  const { links } = await self();
  expect(links.map(({ name }) => name.fi)).toEqual(
    expect.arrayContaining(['Omat asiat', 'Suomi.fi', 'Kela', 'Poliisi', 'Maahanmuuttovirasto', 'Verohallinto', 'Kaupungin asiointi']),
  );
  expect(links.flatMap(({ url }) => Object.values(url)).filter((url) => !/^(https:\/\/|\/)/.test(url))).toEqual([]);
});

test('is for computers, and calls are for those who work there', async () => {
  const kiosk = service.caller((await aDevice(db, town, 'kiosk')).cookie);
  expect((await kiosk.call('GET', '/api/device/computer')).status).toBe(401);
  expect((await kiosk.call('PUT', '/api/device/computer/help')).status).toBe(401);
  expect((await aino.call('PUT', '/api/device/computer/help')).status).toBe(401);
  await put('help');
  const [call] = await calls(aino);
  const nelli = await service.signIn(town.nelli);
  expect((await nelli.call('GET', `/api/queue/points/${town.point}/help-calls`)).status).toBe(404);
  expect((await take(nelli, call?.id as string)).status).toBe(404);
});
