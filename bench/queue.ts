import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient, withClients } from './contacts/client.ts';
import { inTurns, round, sender, summary, underLoad } from './contacts/load.ts';
import { fillHall, type Hall } from './queue/hall.ts';
import { callAndFinish } from './queue/plain-sql.ts';
import { openStream, type Stream } from './queue/stream.ts';
import { argument } from './running/argument.ts';
import { openDatabase } from './running/database.ts';
import { startServer, stopServer } from './running/server.ts';

/**
 * `npm run bench:queue [-- --minutes 10 --visitors 3000 --counters 60 --displays 20 --phones 1000]`: a day of visitors at one point replayed
 * through the HTTP API, with displays and phones following. Prints one JSON object.
 */
const minutes = Number(argument('--minutes') ?? 10);
const visitors = Number(argument('--visitors') ?? 3_000);
const counterCount = Number(argument('--counters') ?? 60);
const displayCount = Number(argument('--displays') ?? 20);
const phoneCount = Number(argument('--phones') ?? 1_000);
/** The share of the day in which half of its visitors come. */
const RUSH = 1 / 9;
/** Visitors put in line besides the day's own. */
let given = 0;
const database = await openDatabase();
try {
  const running = await startServer('contacts/server.ts', database);
  try {
    const hall = await withClient(database.url, (client) => fillHall(client, counterCount, displayCount));
    process.stdout.write(`${JSON.stringify(await measure(running.origin, hall, running.server.pid as number), null, 2)}\n`);
  } finally {
    await stopServer(running);
  }
} finally {
  await database.close();
}

type Times = { calls: number[]; arrivals: number[]; shown: number[]; failed: number; serverErrors: number; told: number };

async function measure(origin: string, hall: Hall, pid: number) {
  const atRest = await residentMb(pid);
  const times: Times = { calls: [], arrivals: [], shown: [], failed: 0, serverErrors: 0, told: 0 };
  const seen = await watchDisplays(origin, hall, times);
  const phones = new Map<string, Stream>();
  const followers = { before: atRest, with: 0, count: 0 };
  const until = performance.now() + minutes * 60_000;
  let arrived = 0;
  const arriving = (async () => {
    const kiosk = sender({ origin, cookie: hall.kiosk });
    for (; arrived < visitors; arrived += 1) {
      await pause(Math.max(0, until - minutes * 60_000 + arrivalAt(arrived) - performance.now()));
      const begun = performance.now();
      const answer = await kiosk('POST', '/api/device/visits', { queueId: hall.queues[arrived % hall.queues.length], language: 'fi' });
      note(answer, times);
      if (answer.status !== 201) continue;
      times.arrivals.push(performance.now() - begun);
      const { code, page } = JSON.parse(answer.text) as { code: string; page: string };
      if (phones.size < phoneCount)
        phones.set(
          code,
          openStream(`${origin}/q/live`, `polku-visit=${page.split('/').at(-1)}`, () => (times.told += 1)),
        );
      if (phones.size > followers.count) Object.assign(followers, { count: phones.size, with: await residentMb(pid) });
    }
  })();
  const serving = hall.counters.map((counter, n) =>
    serve(origin, counter, n, { times, seen, phones, isOver: () => arrived >= visitors && performance.now() > until - 2_000 }),
  );
  await Promise.all([arriving, ...serving]);
  for (const phone of phones.values()) phone.close();
  const limit = await againstPlainSql(origin, hall);
  const p = (list: number[]) => summary([{ times: list, seconds: minutes * 60, failed: 0 }]);
  return {
    visitors: arrived,
    minutes,
    callNext: p(times.calls),
    arrival: p(times.arrivals),
    callToEveryDisplay: p(times.shown),
    shownOfCalled: round(times.shown.length / Math.max(1, times.calls.length)),
    toldToPhones: times.told,
    refused: times.failed,
    serverErrors: times.serverErrors,
    followers: { most: followers.count, kilobytesEach: round(((followers.with - followers.before) * 1024) / Math.max(1, followers.count)) },
    callAndFinish: limit,
    targets: { callNextP95: 25, callToEveryDisplayP95: 300, serverErrors: 0 },
  };
}

/** Half of the day comes in its first ninth, so that a thousand stand in line at once; milliseconds from the beginning. */
function arrivalAt(n: number): number {
  const share = n / visitors;
  const day = minutes * 60_000 * 0.9;
  return share < 0.5 ? share * 2 * RUSH * day : (RUSH + (share - 0.5) * 2 * (1 - RUSH)) * day;
}

type Work = { times: Times; seen: Map<string, { since: number; left: number }>; phones: Map<string, Stream>; isOver: () => boolean };

/** Calls, serves and finishes, one visitor after another, as fast as the day asks. */
async function serve(origin: string, { id, cookie }: Hall['counters'][number], n: number, work: Work): Promise<void> {
  const send = sender({ origin, cookie });
  const lasts = (minutes * 60_000 * counterCount * 0.8) / visitors;
  for (;;) {
    const begun = performance.now();
    const answer = await send('POST', `/api/queue/counters/${id}/calls`, {});
    note(answer, work.times);
    const called = answer.status === 200 ? (JSON.parse(answer.text) as { called: { visitId: string; code: string } | null }).called : null;
    if (!called) {
      if (work.isOver()) return;
      await pause(300 + n);
      continue;
    }
    work.times.calls.push(performance.now() - begun);
    expectShown(work, called.code, begun);
    // Seeded by the counter and the count, so that two runs serve alike.
    await pause(lasts * (0.5 + ((n * 7 + work.times.calls.length * 13) % 100) / 100));
    note(await send('POST', `/api/queue/visits/${called.visitId}/deeds`, { deed: 'finished' }), work.times);
    work.phones.get(called.code)?.close();
    work.phones.delete(called.code);
  }
}

/** A display may hear of a call before its counter has the answer. */
function expectShown({ seen, times }: Work, code: string, since: number): void {
  const early = seen.get(code);
  if (!early) seen.set(code, { since, left: displayCount });
  else if (early.left === 0) times.shown.push(early.since - since);
  else early.since = since;
}

async function watchDisplays(origin: string, hall: Hall, times: Times): Promise<Work['seen']> {
  const seen: Work['seen'] = new Map();
  const streams = hall.displays.map((cookie) =>
    openStream(`${origin}/api/device/live`, cookie, (text) => {
      const { payload } = JSON.parse(text) as { payload?: { deed: string; code: string } };
      if (payload?.deed !== 'called') return;
      const now = performance.now();
      const waiting = seen.get(payload.code) ?? { since: Number.NaN, left: displayCount };
      seen.set(payload.code, waiting);
      waiting.left -= 1;
      if (waiting.left > 0) return;
      if (Number.isNaN(waiting.since)) waiting.since = now;
      else times.shown.push(now - waiting.since);
    }),
  );
  await Promise.all(streams.map(({ opened }) => opened));
  return seen;
}

function note({ status }: { status: number }, times: Times): void {
  if (status >= 500) times.serverErrors += 1;
  else if (status >= 400) times.failed += 1;
}

/** Calling and finishing through the API against the same rows by plain SQL, second by second in turns, eight at once. */
async function againstPlainSql(origin: string, hall: Hall) {
  const seats = hall.counters.slice(0, 8);
  return withClients(database.appUrl, seats.length, async (connections) => {
    const senders = seats.map(({ cookie }) => sender({ origin, cookie }));
    const [http, plainSql] = await inTurns(
      5,
      async () => {
        await putInLine(hall, 400);
        return underLoad(seats.length, 1, async (n) => {
          const answer = await (senders[n] as ReturnType<typeof sender>)('POST', `/api/queue/counters/${seats[n]?.id}/calls`, {});
          const called = (JSON.parse(answer.text) as { called: { visitId: string } | null }).called;
          return (
            called !== null &&
            (await (senders[n] as ReturnType<typeof sender>)('POST', `/api/queue/visits/${called.visitId}/deeds`, { deed: 'finished' }))
              .status === 204
          );
        });
      },
      async () => {
        await putInLine(hall, 2_000);
        return underLoad(seats.length, 1, (n) => callAndFinish(connections[n] as (typeof connections)[number], seats[n]?.id as string));
      },
    );
    return { http, plainSql, ratio: round(http.perSecond / plainSql.perSecond) };
  });
}

/** Fresh visitors, so that the line is as long in each turn as a day's worst. */
async function putInLine({ point, queues }: Hall, count: number): Promise<void> {
  const text = `with old as (update visit_step set state = 'dropped' where state = 'waiting'),
    v as (insert into visit (point_id, day, code, came_by, arrived_at, language)
      select $1, current_date, 'Z' || ($3::int + n), 'kiosk', now(), 'fi' from generate_series(1, $4::int) n returning id, point_id, arrived_at)
    insert into visit_step (visit_id, point_id, queue_id, state, waits_from, joined_at)
    select id, point_id, ($2::uuid[])[1 + (row_number() over ())::int % 10], 'waiting', arrived_at, arrived_at from v`;
  await withClient(database.url, (client) => client.query(text, [point, queues, given, count]));
  given += count;
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
