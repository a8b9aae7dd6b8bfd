import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { fixedClock, systemClock } from '../../../platform/clock/clock.ts';
import { createLog } from '../../../platform/log/log.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aDevice, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { speechJobs, tendSpeech } from './making.ts';
import { countersAt } from './queries.ts';
import { LANGUAGES, type RecordingList } from './schema.ts';
import { soundsOfCall } from './speech.ts';
import { sumOf } from './voice.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const folder = await mkdtemp(join(tmpdir(), 'polku-speech-'));
const service = await anApp(await testDatabase(), { clock, env: { POLKU_DATA_DIR: folder } });
const { db } = service.polku.desk;
const speech = join(folder, 'speech');
const lines: string[] = [];
const voice = { folder: speech, log: createLog('warn', (line) => lines.push(line)) };
let town: Town;
let admin: Caller;
let queue: string;
let display: string;
let version = 1;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  admin = await service.signIn(town.admin);
  queue = await aQueue(db, town);
  await aCounter(db, town, [queue], 'Tiski 3');
  display = (await aDevice(db, town, 'display')).id;
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(folder, { recursive: true, force: true }));

const made = () => readdir(speech).catch(() => []);
/** What the service has said once it has done all it was given to do. */
const said = async () => {
  const undone = () => sql`select from graphile_worker.jobs where task_identifier = 'speak-calls'`.execute(db);
  await vi.waitFor(async () => expect((await undone()).rows).toHaveLength(0), { timeout: 60_000, interval: 100 });
  return made();
};
const send = async (method: 'POST' | 'PATCH', url: string, body: object) => {
  const answer = await admin.call<{ id: string }>(method, url, body, { 'idempotency-key': randomUUID() });
  expect(answer.status).toBeLessThan(300);
  return answer.body?.id;
};
const setDisplay = async (settings: object) => {
  await send('PATCH', `/api/queue/devices/${display}`, { settings, version });
  version += 1;
};
const aCounterMore = (name: string) => {
  const input = { kind: 'desk', direction: 'left', queueIds: [], name: { fi: name, sv: name, en: name } };
  return send('POST', `/api/queue/points/${town.point}/counters`, input);
};
const change = (fields: object, was: number) => send('PATCH', `/api/queue/queues/${queue}`, { ...fields, version: was });

test('nothing is said beforehand where no display speaks', async () => {
  await setDisplay({ speaks: false });
  await aCounterMore('Huone 1');
  expect(await said()).toEqual([]);
});

test('any call of the point’s letters is put together of what was made at set-up, in each language', { timeout: 90_000 }, async () => {
  await setDisplay({});
  const files = await said();
  const [counter] = await countersAt(db, town.point);
  if (!counter) throw new Error('no counter');
  for (const language of LANGUAGES)
    for (const code of ['A000', 'A007', 'A012', 'A100', 'A345', 'A999', 'A1000', 'A1005', 'A2300', 'A9999']) {
      const sums = await soundsOfCall({ db, files: {} as never, voice }, language, town.point, code, counter, { ...counter, words: null });
      expect(files).toEqual(expect.arrayContaining(sums.map((sum) => `${sum}.wav`)));
    }
  expect(await made()).toHaveLength(files.length);
});

test('another letter, a new counter and another way are said as soon as they are set up, and nothing for what is not heard', async () => {
  const before = (await made()).length;
  const counterId = await aCounterMore('Huone 2');
  expect(await said()).toHaveLength(before + 3);
  await setDisplay({ ways: [{ counterId, direction: 'back', words: null }] });
  expect(await said()).toHaveLength(before + 6);
  await change({ position: 3 }, 1);
  expect(await said()).toHaveLength(before + 6);
  await change({ prefix: 'X' }, 2);
  expect(await said()).toHaveLength(before + 9);
});

test('each night what is missing is made, and what no call needs is removed a day after it was made', async () => {
  const old = (await made()).length;
  await setDisplay({});
  await said();
  await writeFile(join(speech, 'begun.wav.part'), '');
  const sinceNow = systemClock.now();
  const tend = () => tendSpeech({ db, clock: { now: () => sinceNow } }, voice);
  await tend();
  expect(await made()).toHaveLength(old + 1);
  const long = sinceNow.subtract({ hours: 25 }).epochMilliseconds / 1000;
  for (const name of await made()) await utimes(join(speech, name), long, long);
  await rm(join(speech, `${sumOf('sv', 'Nummer X,')}.wav`));
  await tend();
  // The letter A of before, and the way of that display, in three languages each; the missing one is there again.
  expect(await made()).toHaveLength(old - 6);
  expect(await made()).toContain(`${sumOf('sv', 'Nummer X,')}.wav`);
});

test('a service that stops does not wait for hundreds of sounds: the job is left for later', async () => {
  const before = await made();
  await rm(join(speech, before[0] as string));
  const stopping = { signal: AbortSignal.abort() } as never;
  await expect(speechJobs(db, voice)['speak-calls']?.({ pointId: town.point }, stopping)).rejects.toThrow('aborted');
  expect(await made()).toHaveLength(before.length - 1);
  await speechJobs(db, voice)['speak-calls']?.({ pointId: town.point }, {} as never);
  expect(await made()).toHaveLength(before.length);
});

test('a server without the speech program says so, once', async () => {
  const list = async () => (await admin.call<RecordingList>('GET', `/api/queue/points/${town.point}/recordings`)).body;
  expect((await list()).machineSpeaks).toBe(true);
  vi.stubEnv('PATH', speech);
  expect((await list()).machineSpeaks).toBe(false);
  lines.length = 0;
  await speechJobs(db, voice)['speak-calls']?.({ pointId: town.point }, {} as never);
  expect(lines.map((line) => JSON.parse(line).message)).toEqual(['calls cannot be spoken: espeak-ng is not installed']);
});
