import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { aFile, anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aDevice } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { DisplayView } from '../displays/schema.ts';
import type { Slide } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let [admin, display, elsewhere]: Caller[] = [];

beforeAll(async () => {
  town = await aTown(db, clock);
  const neighbour = await aTown(db, clock);
  service.polku.desk.directory.forget();
  admin = await service.signIn(town.admin);
  display = service.caller((await aDevice(db, town, 'display')).cookie);
  elsewhere = service.caller((await aDevice(db, neighbour, 'display')).cookie);
});

type Made = { id: string; code: string };
const words = (text: string) => ({ fi: text, sv: `${text} sv`, en: `${text} en` });
const slides = async () => (await (admin as Caller).call<{ slides: Slide[] }>('GET', `/api/queue/points/${town.point}/slides`)).body.slides;
const shown = async (by = display) => (await (by as Caller).call<DisplayView>('GET', '/api/device/display')).body.slides;
const titles = async () => (await shown()).map(({ title }) => title?.fi ?? 'today');
const add = (rest: object) =>
  (admin as Caller).call<Made>('POST', `/api/queue/points/${town.point}/slides`, rest, { 'idempotency-key': randomUUID() });
const change = (id: string, rest: object) => (admin as Caller).call<Made>('PATCH', `/api/queue/slides/${id}`, rest);
const made = async (title: string, rest: object = {}) => (await add({ kind: 'words', title: words(title), ...rest })).body.id;

/** A picture with words beside it, as the desk sends it. */
function aPicture(bytes: Buffer, alt: Record<string, string> = words('Ovi')) {
  const { body, headers } = aFile('ovi.jpg', bytes);
  const boundary = '----polku-test';
  const fields = Object.entries(alt).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: Buffer.concat([Buffer.from(fields.join('')), body]), headers };
}
const putPicture = (id: string, { body, headers } = aPicture(photo)) =>
  (admin as Caller).call<Made>('PUT', `/api/queue/slides/${id}/picture`, body, headers);
const photo = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#246' } })
  .withExif({ IFD0: { Artist: 'Kuvaaja' } })
  .jpeg()
  .toBuffer();

test('are shown in their order on their days, while in use', async () => {
  const second = await made('Toinen', { position: 2 });
  await made('Ensimmäinen', { position: 1, shownFrom: '2026-11-23', shownUntil: '2026-11-23' });
  await made('Mennyt', { position: 0, shownUntil: '2026-11-22' });
  await made('Tuleva', { position: 0, shownFrom: '2026-11-24' });
  await add({ kind: 'today', position: 3, seconds: 20 });
  expect(await titles()).toEqual(['Ensimmäinen', 'Toinen', 'today']);
  expect((await change(second, { active: false, version: 1 })).status).toBe(204);
  expect((await change(second, { active: true, version: 1 })).body.code).toBe('slide-changed');
  expect(await titles()).toEqual(['Ensimmäinen', 'today']);
  expect((await slides()).length).toBe(5);
  expect(await shown(elsewhere)).toEqual([]);
});

test('say something in every language, or nothing at all', async () => {
  expect((await add({ kind: 'words' })).body.code).toBe('slide-words');
  expect((await add({ kind: 'today', title: words('Tänään') })).body.code).toBe('slide-words');
  expect((await add({ kind: 'words', title: { fi: 'Vain suomeksi' } })).status).toBe(422);
  expect((await add({ kind: 'words', title: words('Rivejä'), body: words('1\n2\n3\n4\n5\n6') })).status).toBe(422);
  expect((await add({ kind: 'words', title: words('A'), shownFrom: '2026-12-02', shownUntil: '2026-12-01' })).body.code).toBe(
    'end-before-start',
  );
});

test('a picture is drawn anew, described, and seen by the displays of its own point', async () => {
  const id = await made('Kuva');
  expect((await putPicture(id, aPicture(photo, { fi: 'Ovi' }))).body.code).toBe('slide-alt');
  expect((await putPicture(id, aPicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))).status).toBe(415);
  expect((await putPicture(id, aPicture(Buffer.from(photo.subarray(0, 2000))))).body.code).toBe('image-unreadable');
  expect((await putPicture(id)).status).toBe(204);
  const address = (await shown()).find((slide) => slide.id === id)?.picture as string;
  const answer = await service.app.inject({ url: address, headers: { host: 'polku.example', cookie: (display as Caller).cookie } });
  expect(answer.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' });
  const { width, exif } = await sharp(answer.rawPayload).metadata();
  expect([width, exif]).toEqual([2160, undefined]);
  expect((await (elsewhere as Caller).call('GET', address)).status).toBe(404);
  expect((await service.caller().call('GET', address)).status).toBe(401);
  expect((await (admin as Caller).call('GET', `/api/queue/slides/${id}/picture`)).status).toBe(200);
  expect((await change(id, { alt: null, version: 2 })).body.code).toBe('slide-alt');
  expect((await (admin as Caller).call('DELETE', `/api/queue/slides/${id}/picture`)).status).toBe(204);
  expect((await (display as Caller).call('GET', address)).status).toBe(404);
});

test('belong to those who keep the point', async () => {
  const id = await made('Oma');
  const aino = await service.signIn(town.aino);
  expect((await aino.call('GET', `/api/queue/points/${town.point}/slides`)).status).toBe(403);
  expect((await aino.call('DELETE', `/api/queue/slides/${id}`)).status).toBe(403);
  expect((await (admin as Caller).call('DELETE', `/api/queue/slides/${id}`)).status).toBe(204);
  expect((await (admin as Caller).call('DELETE', `/api/queue/slides/${id}`)).status).toBe(404);
});
