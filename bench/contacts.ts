import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type pg from 'pg';
import { startEmbedded } from '../server/platform/db/embedded.ts';
import { migrate } from '../server/platform/db/migrate.ts';
import { hashSecret, newSecret } from '../server/platform/keys/keys.ts';
import { createLog } from '../server/platform/log/log.ts';
import { withClient, withClients } from './contacts/client.ts';
import { fill } from './contacts/fill.ts';
import { inTurns, round, sender, summary, underLoad } from './contacts/load.ts';
import { type Ids, insertMatter } from './contacts/plain-sql.ts';

/**
 * `npm run bench:contacts [-- --matters 100000 --seconds 8]`: matters opened per second through the HTTP API against the same rows by plain
 * prepared SQL in the same run, the matter page and search at a city's size. Prints one JSON object.
 */
const matters = Number(argument('--matters') ?? 100_000);
const seconds = Number(argument('--seconds') ?? 8);
const log = createLog('error');
const dataDir = await mkdtemp(join('/var/tmp', 'polku-bench-'));
// The database runs as an account of its own, which must reach its folder.
await chmod(dataDir, 0o711);
const database = await startEmbedded({ dataDir, log, settings: { max_connections: '120' } });
try {
  await migrate(database.url, { log });
  const port = await freePort();
  const server = await startServer(port);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    const { ids, cookie } = await signedInAdvisor();
    const send = sender({ origin: `http://127.0.0.1:${port}`, cookie });
    process.stdout.write(`${JSON.stringify(await measure(ids, send), null, 2)}\n`);
  } finally {
    server.send('stop');
    await ended;
  }
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(ids: Ids, send: ReturnType<typeof sender>) {
  const open = async () => (await send('POST', '/api/matters', newMatter(ids))).status === 201;
  await underLoad(8, 3, open);
  const opening = {
    clients1: await againstPlainSql(1, ids, open),
    clients8: await againstPlainSql(8, ids, open),
    clients32: await againstPlainSql(32, ids, open),
  };
  const reactions = { secondsBehind: await withClient(database.url, untilReacted) };
  await withClient(database.url, (client) => fill(client, ids, matters));
  const page = await timed(400, (n) => send('GET', `/api/matters/${pageId(n)}`));
  const words = [
    'Lahdensuo',
    'muutto',
    'vuokrasopimuksen',
    'asumistuki',
    'asukas1234@posti.example',
    'tapaus 4321',
    'Aino Koskela',
    'hakemuksesta numero 777',
    'lahdensu',
    'passi',
  ];
  const search = await timed(300, (n) => send('POST', '/api/search', { words: words[n % words.length] }));
  const list = await timed(200, () => send('GET', '/api/matters?view=unit'));
  return {
    matters,
    opening,
    reactions,
    matterPage: page,
    search,
    list,
    targets: { ratioAt8: 0.25, openedPerSecondAt8: 400, openP95At8: 40, matterPageP95: 20, searchP95: 50 },
  };
}

/** Matters opened through the HTTP API and the same rows by plain SQL, second by second in turns. */
async function againstPlainSql(clients: number, ids: Ids, open: () => Promise<boolean>) {
  return withClients(database.appUrl, clients, async (connections) => {
    const insert = (index: number) => insertMatter(connections[index] as (typeof connections)[number], ids);
    const [http, plainSql] = await inTurns(
      seconds,
      () => underLoad(clients, 1, open),
      () => underLoad(clients, 1, insert),
    );
    return { http, plainSql, ratio: round(http.perSecond / plainSql.perSecond) };
  });
}

/** Reading is measured apart from writing: what reacts to the matters just opened is done first. @returns seconds it was behind */
async function untilReacted(client: pg.Client): Promise<number> {
  const begun = performance.now();
  const behind = 'select exists (select from event e join event_cursor c on not pg_visible_in_snapshot(e.xid, c.seen)) as behind';
  while ((await client.query<{ behind: boolean }>(behind)).rows[0]?.behind) await new Promise((resolve) => setTimeout(resolve, 250));
  return round((performance.now() - begun) / 1000);
}

async function timed(count: number, once: (n: number) => Promise<{ status: number; text: string }>) {
  const times: number[] = [];
  const begun = performance.now();
  for (let n = 0; n < count; n++) {
    const started = performance.now();
    const { status, text } = await once(n);
    if (status !== 200) throw new Error(`unexpected answer ${status}: ${text.slice(0, 200)}`);
    if (n >= 20) times.push(performance.now() - started);
  }
  return summary([{ times, seconds: (performance.now() - begun) / 1000, failed: 0 }]);
}

/** The id that `fill` gave the nth of some matters spread over all of them; every other is an open one (`fill` opens each 20th), as they are what a desk reads. */
function pageId(n: number): string {
  const spread = n % 2 === 0 ? 20 + 20 * ((n * 97) % (matters / 20)) : 1 + ((n * 97) % matters);
  const hash = createHash('md5').update(`matter${spread}`).digest('hex');
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

function newMatter(ids: Ids) {
  return {
    title: 'Muutto ja asumisen kulut',
    customer: { givenName: 'Veikko', familyName: 'Lahdensuo', phone: '050 000 1234' },
    contact: { channel: 'phone', identification: 'claimed', summary: 'Soitti muutosta' },
    needs: [{ organisationId: ids.kela, serviceName: 'Asumistuki', ownWords: 'Vuokra nousi, saanko tukea?' }],
  };
}

/** Aino of the demo, with a session as sign-in makes it. */
async function signedInAdvisor(): Promise<{ ids: Ids; cookie: string }> {
  return withClient(database.url, async (client) => {
    const token = newSecret(256);
    const { rows } = await client.query<Ids>(
      `select p.id as "personId", g.organisation_id as "ownerOrg", u.id as "unitId", (select id from organisation where key = 'kela') as kela
        from person p join person_grant g on g.person_id = p.id and g.role = 'service-advisor' join unit_member m on m.person_id = p.id
        join unit u on u.id = m.unit_id and u.organisation_id = g.organisation_id and u.tier = 1 order by p.name limit 1`,
    );
    const ids = rows[0] as Ids;
    await client.query(`insert into staff_session (token_hash, person_id, expires_at) values ($1, $2, now() + interval '12 hours')`, [
      hashSecret(token),
      ids.personId,
    ]);
    return { ids, cookie: `polku=${token}` };
  });
}

async function startServer(port: number) {
  const env = { ...process.env, PORT: String(port), POLKU_DATA_DIR: dataDir, BENCH_DATABASE: database.appUrl };
  const server = fork(new URL('./contacts/server.ts', import.meta.url), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', () => reject(new Error('the server ended')));
  });
  return server;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
