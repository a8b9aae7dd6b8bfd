import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { aFile, anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aDevice, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { RecordingList } from './schema.ts';
import { numberWords, piecesOf, placeWords } from './speech.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let [admin, display, elsewhere]: Caller[] = [];
let deviceId: string;
let counter: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  const neighbour = await aTown(db, clock);
  service.polku.desk.directory.forget();
  admin = await service.signIn(town.admin);
  const device = await aDevice(db, town, 'display');
  deviceId = device.id;
  display = service.caller(device.cookie);
  elsewhere = service.caller((await aDevice(db, neighbour, 'display')).cookie);
  counter = await aCounter(db, town, [await aQueue(db, town)], 'Tiski 3');
});

/** The beginning of a sound file is what it is known by; the rest is told apart by its words. */
const wav = (said: string) => Buffer.from(`RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0${said}`, 'latin1');
const address = (language: string, piece: string) => `/api/queue/points/${town.point}/recordings/${language}/${piece}`;
const record = (language: string, piece: string, bytes: Buffer = wav(piece)) => {
  const { body, headers } = aFile('oma.wav', bytes);
  return (admin as Caller).call<{ code: string }>('PUT', address(language, piece), body, headers);
};
const soundsOf = async (code: string, language = 'fi', by = display) =>
  (await (by as Caller).call<{ sounds: string[] }>('GET', `/api/device/speech/${language}/${code}/${counter}`)).body.sounds;
const heard = async (sound: string, by = display) => (await (by as Caller).call('GET', sound)).text;

test.each([
  ['fi', ['Numero A,', '7.'], 'Tiski 3, vasemmalle, 2. ovi.'],
  ['sv', ['Nummer A,', '7.'], 'Disk 3, till vänster, 2:a dörren.'],
  ['en', ['Number A,', '7.'], 'Desk 3, to the left, 2nd door.'],
] as const)('a call is said in words in %s', (language, number, place) => {
  const [name, words] = [
    { fi: 'Tiski 3', sv: 'Disk 3', en: 'Desk 3' },
    { fi: '2. ovi', sv: '2:a dörren', en: '2nd door' },
  ];
  expect([numberWords(language, 'A007'), placeWords(language, name, { direction: 'left', words })]).toEqual([number, place]);
  expect(piecesOf('A007')).toEqual(['letter-A', 'digit-7']);
});

test('the machine says what is not recorded, under another address when the words change', async () => {
  const [letter, number, place] = await soundsOf('A012');
  expect((await heard(number as string)).slice(0, 4)).toBe('RIFF');
  await sql`update counter set name = '{"fi": "Huone 9", "sv": "Rum 9", "en": "Room 9"}'::jsonb where id = ${counter}::uuid`.execute(db);
  const renamed = await soundsOf('A012');
  expect(renamed.slice(0, 2)).toEqual([letter, number]);
  expect(renamed[2]).not.toBe(place);
  const ways = [{ counterId: counter, direction: 'right', words: { fi: '2. ovi', sv: '2:a dörren', en: '2nd door' } }];
  await sql`update queue_device set settings = ${JSON.stringify({ ways })}::jsonb where id = ${deviceId}::uuid`.execute(db);
  expect((await soundsOf('A012'))[2]).not.toBe(renamed[2]);
});

test('a recorded counter is heard in the point’s own voice, a number once all its signs are', async () => {
  expect((await record('fi', `counter-${counter}`)).status).toBe(204);
  const [, , place] = await soundsOf('A012');
  expect(await heard(place as string)).toContain(`counter-${counter}`);
  for (const piece of ['letter-A', 'digit-1']) expect((await record('fi', piece)).status).toBe(204);
  expect(await soundsOf('A012')).toHaveLength(3);
  await record('fi', 'digit-2');
  const sounds = await soundsOf('A012');
  expect(await Promise.all(sounds.slice(0, 3).map((sound) => heard(sound).then((text) => text.slice(-8))))).toEqual(
    ['letter-A', '\0digit-1', '\0digit-2'].map((text) => text.slice(-8)),
  );
  expect(await soundsOf('A012', 'sv')).toHaveLength(3);
  await record('fi', 'digit-2', wav('another'));
  expect((await soundsOf('A012'))[2]).not.toBe(sounds[2]);
  expect((await (display as Caller).call('GET', sounds[2] as string)).status).toBe(404);
});

test('another point hears nothing of it, and a kiosk nothing at all', async () => {
  const [first] = await soundsOf('A012');
  expect((await (elsewhere as Caller).call('GET', first as string)).status).toBe(404);
  expect((await (elsewhere as Caller).call('GET', `/api/device/speech/fi/A012/${counter}`)).status).toBe(404);
  const kiosk = service.caller((await aDevice(db, town, 'kiosk')).cookie);
  expect((await kiosk.call('GET', first as string)).status).toBe(401);
  expect((await (display as Caller).call('GET', '/api/device/sounds/..%2f..%2fetc%2fpasswd')).status).toBeGreaterThanOrEqual(400);
});

test('only what is sound by its bytes, small, and a piece of this point is taken', async () => {
  expect((await record('fi', 'digit-3', Buffer.from('<script>alert(1)</script>'))).status).toBe(415);
  expect((await record('fi', 'digit-3', Buffer.alloc(0))).body.code).toBe('file-missing');
  expect((await record('fi', 'digit-3', Buffer.concat([wav('x'), Buffer.alloc(2 * 1024 * 1024)]))).status).toBe(413);
  expect((await record('fi', 'letter-Q')).status).toBe(404);
  expect((await record('fi', 'counter-00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

test('those who keep the point see and hear each piece, and take a recording away', async () => {
  const { pieces } = (await (admin as Caller).call<RecordingList>('GET', `/api/queue/points/${town.point}/recordings`)).body;
  expect(pieces.filter(({ language }) => language === 'fi').map(({ piece }) => piece)).toEqual([
    `counter-${counter}`,
    'letter-A',
    ...Array.from({ length: 10 }, (_, digit) => `digit-${digit}`),
  ]);
  expect(pieces.find(({ language, piece }) => language === 'fi' && piece === 'digit-1')?.size).toBe(wav('digit-1').length);
  expect((await (admin as Caller).call('GET', address('fi', 'digit-1'))).text).toContain('digit-1');
  expect((await (admin as Caller).call('DELETE', address('fi', 'digit-1'))).status).toBe(204);
  expect((await (admin as Caller).call('GET', address('fi', 'digit-1'))).text).not.toContain('digit-1');
  expect((await (await service.signIn(town.aino)).call('GET', address('fi', 'digit-1'))).status).toBe(403);
  expect(await soundsOf('A012')).toHaveLength(3);
});
