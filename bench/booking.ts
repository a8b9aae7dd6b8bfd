import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { flushesAtPace } from './booking/disk.ts';
import { holdAndConfirm } from './booking/plain-sql.ts';
import { fillRegion, type Place, type Region } from './booking/town.ts';
import { withClient, withClients } from './contacts/client.ts';
import { inTurns, round, summary, underLoad } from './contacts/load.ts';
import { argument } from './running/argument.ts';
import { openDatabase } from './running/database.ts';
import { type Answer, caller } from './running/http.ts';
import { startServer, stopServer } from './running/server.ts';

/**
 * `npm run bench:booking [-- --seconds 20 --rate 200 --points 200 --folder /var/tmp]`: free times, first free times, bookings at a steady rate
 * with a rush of 500 on one time in their midst, through the HTTP API; before and after them, what the disk of the folder does alone at as
 * many flushes. Prints one JSON object. Below `--folder /dev/shm` (memory) nobody waits for a disk.
 */
const seconds = Number(argument('--seconds') ?? 20);
const rate = Number(argument('--rate') ?? 200);
const points = Number(argument('--points') ?? 200);
const folder = argument('--folder') ?? '/var/tmp';
const RUSH = 500;
/** A hold and a confirmation. */
const COMMITS = 2;
/** A service that has just been started compiles what it is asked for the first time: nobody measures a rush in its first seconds. */
const WARM_UP: Load = { seconds: 8, rate: 100 };

let next = 0;
let residents = 0;

const database = await openDatabase(folder);
try {
  // Residents book from addresses of their own, as a proxy in front tells them: the limits for one address are those of the product.
  const running = await startServer('contacts/server.ts', database, { env: { TRUSTED_PROXIES: '127.0.0.1' } });
  try {
    const region = await withClient(database.url, (client) => fillRegion(client, points));
    process.stdout.write(`${JSON.stringify(await measure(running.origin, region), null, 2)}\n`);
  } finally {
    await stopServer(running);
  }
} finally {
  await database.close();
}

async function measure(origin: string, region: Region) {
  const send = sender(origin);
  // Who waits for nine o'clock has the page open, each on a connection of their own.
  const crowd = sender(origin);
  await together(RUSH, () => crowd('GET', '/api/v1/booking/services'));
  const week = days();
  const bare = await repeated(300, () => send('GET', '/api/health'));
  const freeTimes = await repeated(300, () =>
    send(
      'GET',
      `/api/v1/booking/free-times?service=${region.big.bookableId}&place=${region.big.pointId}&from=${week.from}&until=${week.until}`,
    ),
  );
  const firstFree = await repeated(60, () => send('GET', `/api/v1/booking/first-free-times?service=${region.points[0]?.bookableId}`));
  const slots = slotsOf(region);
  await atRate(send, slots, WARM_UP);
  const before = await flushesAtPace(folder, COMMITS * rate, seconds / 2);
  const steady = { warmedUpFor: WARM_UP, ...(await atRate(send, slots, { seconds, rate, rush: () => rushOn(crowd, region.big, slots) })) };
  const disk = { before, after: await flushesAtPace(folder, COMMITS * rate, seconds / 2) };
  const limit = await againstPlainSql(send, slots);
  return {
    freeTimesOfAWeekOver30: freeTimes,
    firstFreeOverPoints: { points, ...firstFree },
    bareRoute: bare,
    ...steady,
    disk: { folder, ...disk },
    machine: await bareUnderLoad(),
    holdAndConfirm: limit,
    targets: { freeTimesP95: 20, firstFreeP95: 150, perSecond: rate, bookingP95: 40, rushSeconds: 1, ratio: 0.25 },
  };
}

/** The free week, four weeks from now. */
function days() {
  const from = Temporal.Now.plainDateISO('Europe/Helsinki').add({ days: 28 });
  return { from: from.toString(), until: from.add({ days: 6 }).toString(), first: from };
}

type Slot = { place: Place; at: string; resourceId: string };

/** Every half hour of everyone in the free week, in an order that a fixed step shuffles. */
function slotsOf({ points: places }: Region): Slot[] {
  const workdays = Array.from({ length: 7 }, (_, n) => days().first.add({ days: n })).filter(({ dayOfWeek }) => dayOfWeek < 6);
  const all = places.flatMap((place) =>
    place.resourceIds.flatMap((resourceId) =>
      workdays.flatMap((day) =>
        Array.from({ length: 16 }, (_, n) => {
          const plainTime = Temporal.PlainTime.from({ hour: 8 + Math.floor(n / 2), minute: (n % 2) * 30 });
          return { place, resourceId, at: day.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime }).toInstant().toString() };
        }),
      ),
    ),
  );
  return Array.from({ length: all.length }, (_, n) => all[(n * 7919) % all.length] as Slot);
}

function take(slots: Slot[]): Slot {
  next += 1;
  return slots[next % slots.length] as Slot;
}

type Send = ReturnType<typeof sender>;

type Load = { seconds: number; rate: number };
type Rush = { bookers: number; won: number; late: number; others: number; seconds: number };

/** One begins after another at the rate, whether or not earlier ones are done; in the middle everybody wants one time. @returns the seconds it took */
async function atPace({ seconds, rate }: Load, one: () => Promise<void>, inTheMiddle: () => void): Promise<number> {
  const begun = performance.now();
  const running: Promise<void>[] = [];
  for (let n = 0; n < seconds * rate; n += 1) {
    await pause(Math.max(0, begun + (n * 1000) / rate - performance.now()));
    running.push(one());
    if (n === Math.floor((seconds * rate) / 2)) inTheMiddle();
  }
  await Promise.all(running);
  return (performance.now() - begun) / 1000;
}

async function atRate(send: Send, slots: Slot[], { rush, ...load }: Load & { rush?: () => Promise<Rush> }) {
  const [holds, confirmations, bookings]: number[][] = [[], [], []];
  let [taken, refused, serverErrors] = [0, 0, 0];
  const note = ({ status }: Answer) => {
    if (status === 409) taken += 1;
    else if (status >= 500) serverErrors += 1;
    else if (status >= 400) refused += 1;
  };
  const one = async () => {
    const started = performance.now();
    const held = await hold(send, take(slots));
    holds?.push(performance.now() - started);
    note(held);
    if (held.status !== 201) return;
    const middle = performance.now();
    note(await confirm(send, held));
    confirmations?.push(performance.now() - middle);
    bookings?.push(performance.now() - started);
  };
  let rushed: Promise<Rush> | undefined;
  const seconds = await atPace(load, one, () => {
    rushed = rush?.();
  });
  const p = (times: number[] = []) => summary([{ times, seconds, failed: 0 }]);
  return {
    booking: p(bookings),
    hold: p(holds),
    confirm: p(confirmations),
    takenAlready: taken,
    refused,
    serverErrors,
    rush: await rushed,
  };
}

/** More than can be served want the same time; of thirty who serve, thirty are got. */
async function rushOn(crowd: Send, place: Place, slots: Slot[]): Promise<Rush> {
  const begun = performance.now();
  const answers = await together(RUSH, () => hold(crowd, { place, at: (slots[0] as Slot).at, resourceId: '' }));
  const won = answers.filter(({ status }) => status === 201).length;
  const late = answers.filter(({ status }) => status === 409).length;
  return { bookers: RUSH, won, late, others: RUSH - won - late, seconds: round((performance.now() - begun) / 1000) };
}

function together<T>(count: number, one: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, one));
}

/** The same load on a route that does nothing: two calls where a booking has two, and a rush of as many. */
async function bareUnderLoad() {
  const running = await startServer('booking/bare.ts', database);
  try {
    const [send, crowd] = [sender(running.origin), sender(running.origin)];
    const call = (by: Send) => by('POST', '/', {});
    await together(RUSH, () => call(crowd));
    const times: number[] = [];
    const one = async () => {
      const started = performance.now();
      await call(send);
      await call(send);
      times.push(performance.now() - started);
    };
    let rushed: Promise<number> | undefined;
    const rush = async () => {
      const begun = performance.now();
      await together(RUSH, () => call(crowd));
      return round((performance.now() - begun) / 1000);
    };
    const took = await atPace({ seconds, rate }, one, () => {
      rushed = rush();
    });
    return { bareRouteAtTheSameLoad: summary([{ times, seconds: took, failed: 0 }]), rushSeconds: await rushed };
  } finally {
    await stopServer(running);
  }
}

function hold(send: Send, { place, at }: Slot): Promise<Answer> {
  return send('POST', '/api/v1/booking/holds', { serviceId: place.bookableId, placeId: place.pointId, way: 'point', startsAt: at });
}

function confirm(send: Send, { text }: Answer): Promise<Answer> {
  const { id, secret } = JSON.parse(text) as { id: string; secret: string };
  const contact = { name: 'Elli Esimerkki', email: `${id}@posti.example` };
  return send('POST', `/api/v1/booking/appointments/${id}/confirmation`, contact, secret);
}

async function repeated(count: number, once: () => Promise<Answer>) {
  const times: number[] = [];
  let failed = 0;
  const begun = performance.now();
  for (let n = 0; n < count; n += 1) {
    const started = performance.now();
    if ((await once()).status === 200) times.push(performance.now() - started);
    else failed += 1;
  }
  return summary([{ times, seconds: (performance.now() - begun) / 1000, failed }]);
}

/** Holding and confirming through the API against the same rows by plain SQL, second by second in turns, eight at once. */
async function againstPlainSql(send: Send, slots: Slot[]) {
  const organisation = await withClient(
    database.url,
    async (client) => (await client.query('select id from organisation limit 1')).rows[0].id as string,
  );
  return withClients(database.appUrl, 8, async (connections) => {
    const throughApi = async () => {
      const held = await hold(send, take(slots));
      return held.status === 201 && (await confirm(send, held)).status === 201;
    };
    const plainly = (n: number) => {
      const { place, resourceId, at } = take(slots);
      return holdAndConfirm(connections[n] as pg.Client, place, resourceId, organisation, at);
    };
    const rowsOfOne = { http: await rowsWritten(throughApi), plainSql: await rowsWritten(() => plainly(0)) };
    const [http, plainSql] = await inTurns(
      5,
      () => underLoad(8, 1, throughApi),
      () => underLoad(8, 1, plainly),
    );
    return { rowsOfOne, http, plainSql, ratio: round(http.perSecond / plainSql.perSecond) };
  });
}

/** What one booking adds, so that like is compared with like. */
async function rowsWritten(book: () => Promise<boolean>): Promise<number> {
  const tables = ['appointment', 'appointment_resource', 'appointment_letter', 'idempotency', 'event'];
  return withClient(database.url, async (client) => {
    const rows = async () =>
      Number((await client.query(`select ${tables.map((table) => `(select count(*) from ${table})`).join(' + ')} as rows`)).rows[0].rows);
    const before = await rows();
    if (!(await book())) throw new Error('nothing was booked');
    return (await rows()) - before;
  });
}

/** As many residents’ browsers would: each call with its own key, and none waits for a connection that others have. */
function sender(origin: string) {
  const call = caller(origin);
  return (method: string, path: string, body?: unknown, secret?: string): Promise<Answer> => {
    const headers = {
      'x-forwarded-for': anAddress(),
      ...(secret ? { authorization: `Bearer ${secret}` } : {}),
      ...(body === undefined ? {} : { 'idempotency-key': randomUUID() }),
    };
    return call({ method, path, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  };
}

/** Another for each call: 16 million stand in 10.0.0.0/8. */
function anAddress(): string {
  residents += 1;
  return `10.${(residents >> 16) & 255}.${(residents >> 8) & 255}.${residents & 255}`;
}
