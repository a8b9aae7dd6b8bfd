import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { NOBODY } from './embedded/account.ts';
import { findPostmaster } from './embedded/postmaster-file.ts';
import { joinEmbedded } from './embedded.ts';

const isRoot = process.getuid?.() === 0;
const program = fileURLToPath(new URL('../../testing/embedded-host.ts', import.meta.url));

// Each starts PostgreSQL from nothing, several times, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
const hosts: ChildProcess[] = [];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'polku-embedded-')));
});

afterEach(async () => {
  for (const host of hosts.splice(0)) if (host.exitCode === null && host.signalCode === null) host.kill('SIGKILL');
  for (const pid of await processesIn(folder)) process.kill(pid, 'SIGKILL');
  await vi.waitFor(async () => expect(await processesIn(folder)).toEqual([]), 5_000);
  await rm(folder, { recursive: true, force: true });
});

type Host = { process: ChildProcess; url: string; appUrl: string; ms: number; output: () => string; ended: Promise<number | string> };

/** A process with the database of `folder`; a group of its own stands for a terminal's. */
async function start(options: { uid?: number; gid?: number; folder?: string } = {}): Promise<Host> {
  const child = spawn(process.execPath, [program, options.folder ?? folder], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  hosts.push(child);
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const ready = once(createInterface(child.stdout), 'line').then(([line]) => JSON.parse(line));
  const first = await Promise.race([ready, ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${output}`)))]);
  return { process: child, ...first, output: () => output, ended };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  return work(client).finally(() => client.end().catch(() => {}));
}

const query = (url: string, text: string) => withClient(url, async (client) => (await client.query(text)).rows);

/** Processes that work in this folder, which is how a postmaster and its children are known. */
async function processesIn(place: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return pids.filter((_, index) => places[index]?.startsWith(`${place}/`)).map(Number);
}

const postmaster = () => findPostmaster(join(folder, 'postgresql'))?.pid;

test('a first start makes the database for its account alone; a second start is quick; Ctrl-C leaves no process', async () => {
  const first = await start();
  expect(await query(first.url, `select current_user, current_database(), current_setting('synchronous_commit') as sync`)).toEqual([
    { current_user: 'polku', current_database: 'polku', sync: 'on' },
  ]);
  expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  const cluster = await stat(join(folder, 'postgresql'));
  expect(cluster.mode & 0o777).toBe(0o700);
  expect(cluster.uid).toBe(isRoot ? NOBODY : process.getuid?.());
  const passwords = await stat(join(folder, 'postgresql.json'));
  expect([passwords.mode & 0o777, passwords.uid]).toEqual([0o600, process.getuid?.()]);
  await query(first.url, 'create table kept (n int)');

  process.kill(-(first.process.pid ?? 0), 'SIGINT');
  expect(await first.ended).toBe(0);
  expect(await processesIn(folder)).toEqual([]);

  const second = await start();
  expect(await query(second.url, 'select * from kept')).toEqual([]);
  console.log(`embedded PostgreSQL: first start ${first.ms} ms, second start ${second.ms} ms`);
  expect(second.ms).toBeLessThan(5_000);
  second.process.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(await processesIn(folder)).toEqual([]);
});

test('it sorts as Finnish does, takes ä for a letter, and lets nobody in without the password', async () => {
  const { url, appUrl } = await start();
  const sorted = await query(
    url,
    `select string_agg(w, ' ' order by w) as words from unnest(array['öljy', 'zeppelin', 'äiti', 'auto', 'åbo']) as w`,
  );
  expect(sorted).toEqual([{ words: 'auto zeppelin åbo äiti öljy' }]);
  await query(url, 'create extension pg_trgm');
  expect(await query(url, `select 'äiti' = any(show_trgm('x')) as x, array_length(show_trgm('äö'), 1) as trigrams`)).toEqual([
    { x: false, trigrams: 3 },
  ]);
  const wrong = url.replace(/:[^:@]+@/, ':wrong@');
  await expect(query(wrong, 'select 1')).rejects.toThrow('password authentication failed');
  await expect(query(appUrl, 'create table mine ()')).rejects.toThrow('permission denied');
});

test('a second process on the same folder refuses and says why; the first is not disturbed', async () => {
  const first = await start();
  const refused = await start().catch((error: unknown) => String(error));
  expect(refused).toMatch(/ended with 1:[\s\S]*Another Polku is running on the data folder .*POLKU_DATA_DIR/);
  expect(refused, 'a sentence to a person needs no stack').not.toContain('fatal error');
  expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('beside a running process another may work on its database, and none is found where none runs', async () => {
  expect(await joinEmbedded(folder)).toBeUndefined();
  const running = await start();
  const joined = await joinEmbedded(folder);
  expect(joined).toEqual({ appUrl: running.appUrl });
  expect(await query(joined?.appUrl ?? '', 'select current_user')).toEqual([{ current_user: 'polku_app' }]);
  running.process.kill('SIGKILL');
  await running.ended;
  expect(await joinEmbedded(folder)).toBeUndefined();
});

test('after kill -9 of the process the next one takes over the live database, and its rows', async () => {
  const first = await start();
  await query(first.url, 'create table kept as select generate_series(1, 1000) as n');
  const before = postmaster();
  first.process.kill('SIGKILL');
  await first.ended;
  expect(postmaster()).toBe(before);
  const second = await start();
  expect(postmaster()).toBe(before);
  expect(second.output()).toContain('earlier run still at work');
  expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);

  process.kill(before ?? 0, 'SIGKILL');
  await vi.waitFor(async () => expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]), 10_000);
  expect(postmaster()).not.toBe(before);
  second.process.kill('SIGINT');
  expect(await second.ended).toBe(0);
  expect(await processesIn(folder)).toEqual([]);
});

test('kill -9 of the database in the middle of inserts: it comes back by itself with every acknowledged row', async () => {
  const { url, output } = await start();
  await query(url, 'create table booking (n int primary key)');
  const acknowledged: number[] = [];
  const outages: number[] = [];
  let next = 0;
  const insertUntilCut = () =>
    withClient(url, async (client) => {
      for (;;) {
        const n = next++;
        await client.query('insert into booking values ($1)', [n]);
        acknowledged.push(n);
      }
    }).catch(() => {});
  for (let round = 1; round <= 3; round++) {
    const writers = [insertUntilCut(), insertUntilCut(), insertUntilCut()];
    const enough = acknowledged.length + 100;
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(enough), { timeout: 10_000, interval: 2 });
    const killed = performance.now();
    process.kill(postmaster() ?? 0, 'SIGKILL');
    await Promise.all(writers);
    await vi.waitFor(() => query(url, 'select 1'), 15_000);
    outages.push(Math.round(performance.now() - killed));
  }
  const kept = new Set((await query(url, 'select n from booking')).map(({ n }) => n));
  const lost = acknowledged.filter((n) => !kept.has(n));
  console.log(`killed 3 times: ${acknowledged.length} rows acknowledged, ${lost.length} lost; away for ${outages.join(', ')} ms`);
  expect(lost).toEqual([]);
  expect(output()).toContain('the database server ended and is started again');
});

test('kill -9 of both at once is recovered from at the next start', async () => {
  const first = await start();
  await query(first.url, 'create table kept (n int); insert into kept values (7)');
  const pid = postmaster() ?? 0;
  first.process.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await first.ended;
  const second = await start();
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test("stale lock files do not hinder, nor those whose number now is another program's", async () => {
  const first = await start();
  first.process.kill('SIGINT');
  await first.ended;
  const account = await stat(join(folder, 'postgresql'));
  const stranger = spawn('sleep', ['60'], isRoot ? { uid: account.uid, gid: account.gid } : {});
  onTestFinished(() => void stranger.kill());
  const gone = spawnSync('true').pid;
  for (const pid of [gone, stranger.pid]) {
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      const file = join(folder, 'postgresql', name);
      await writeFile(file, `${pid}\n${folder}/postgresql\n1\n5432\n\n\n`);
      await chown(file, account.uid, account.gid);
    }
    const host = await start();
    expect(await query(host.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(postmaster()).not.toBe(pid);
    host.process.kill('SIGINT');
    expect(await host.ended).toBe(0);
  }
  expect(stranger.exitCode).toBe(null);
});

test('a start that was killed while making the files begins anew', async () => {
  await mkdir(join(folder, 'postgresql.new', 'base'), { recursive: true });
  await mkdir(join(folder, 'postgresql-18.4.0-beta.17.unfinished', 'native'), { recursive: true });
  const { url } = await start();
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await expect(lstat(join(folder, 'postgresql.new'))).rejects.toThrow('ENOENT');
});

test.each([
  ['the files are being made', 'postgresql.new'],
  ['the server is coming up', 'postgresql/postmaster.pid'],
])('Ctrl-C while %s leaves no process, and the next start works', async (_, sign) => {
  const child = spawn(process.execPath, [program, folder], { stdio: 'ignore', detached: true });
  hosts.push(child);
  await vi.waitFor(() => lstat(join(folder, sign)), { timeout: 10_000, interval: 5 });
  process.kill(-(child.pid ?? 0), 'SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(await processesIn(folder)).toEqual([]);
  expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a database that cannot start says why instead of trying for ever', async () => {
  const first = await start();
  first.process.kill('SIGINT');
  await first.ended;
  await writeFile(join(folder, 'postgresql', 'postgresql.conf'), 'no_such_setting = 1\n');
  await expect(start()).rejects.toThrow(/The database does not start\.[\s\S]*no_such_setting/);
  expect(await processesIn(folder)).toEqual([]);
});

test('where the path is too long for a socket it listens on loopback only, and comes back on the same port', async () => {
  const long = join(folder, 'a-rather-long-folder-name'.repeat(5));
  await mkdir(long);
  await chmod(folder, 0o711);
  const { url } = await start({ folder: long });
  expect(new URL(url).searchParams.get('host')).toBe(null);
  expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  process.kill(findPostmaster(join(long, 'postgresql'))?.pid ?? 0, 'SIGKILL');
  await vi.waitFor(() => query(url, 'select 1'), 10_000);
});

test.runIf(isRoot)('without root it runs as oneself; root then goes on under the same account', async () => {
  await chown(folder, 1, 1);
  const first = await start({ uid: 1, gid: 1 });
  await query(first.url, 'create table kept (n int)');
  first.process.kill('SIGINT');
  expect(await first.ended).toBe(0);
  const second = await start();
  expect((await stat(join(folder, 'postgresql'))).uid).toBe(1);
  expect(await query(second.url, 'select * from kept')).toEqual([]);
});

test("the server's own log holds neither statements nor values", async () => {
  const { url } = await start();
  await query(url, 'create table person (email text primary key)');
  const twice = `insert into person values ('maija@posti.example'), ('maija@posti.example')`;
  await expect(query(url, twice)).rejects.toThrow('duplicate key');
  const text = await readFile(join(folder, 'postgresql.log'), 'utf8');
  expect(text).toContain('duplicate key');
  expect(text).not.toContain('maija');
});
