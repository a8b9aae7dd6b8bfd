import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../testing/database.ts';
import { type MailServer, startMailServer } from '../../../../testing/mail-server.ts';
import { aMailbox, mailsIn, mattersOf, rawMail, take } from '../../../../testing/mail-town.ts';
import { addresses, aServedTown, asReader, atWork, inboxOf, post, putInto } from '../../../../testing/post.ts';
import { tryImap, trySmtp } from '../mailboxes/checking.ts';
import type { Breakpoint } from '../types.ts';

const {
  db: { kysely: db },
  appUrl,
} = await testDatabase();
const boxes = addresses(14, 'mallila.example', 'asiointi');
const within = { timeout: 30_000, interval: 100 };
let server: MailServer;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await startMailServer(boxes);
});
afterAll(async () => {
  for (const stop of stops.splice(0)) await stop();
  await server.stop();
});

/** The mailboxes of earlier tests have keys of their own, and what watched them would watch the new one too. */
async function aTown(parts = {}) {
  for (const stop of stops.splice(0)) await stop();
  await sql`update mailbox set active = false`.execute(db);
  const address = boxes.pop() as string;
  const place = await aServedTown(db, server, address, parts);
  const city = () => mattersOf(db, place.town.organisations.city);
  const start = () => {
    const working = atWork(place);
    stops.push(working.stop);
    return working;
  };
  return { ...place, address, city, start, titles: async () => (await city()).map(({ title }) => title) };
}

const mailFrom = (subject: string, parts = {}) => rawMail({ subject, messageId: `<${crypto.randomUUID()}@posti.example>`, ...parts });

describe('killed in the middle, each mail is taken once', () => {
  /** A process that fetches, and the point it says it stands at. */
  function aFetcher(place: Awaited<ReturnType<typeof aTown>>, point: Breakpoint | 'none'): ChildProcess {
    const settings = { url: appUrl, files: place.folder, keys: place.keyring, point };
    const host = new URL('../../../../testing/mail-fetcher.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [host, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] });
    stops.push(() => killed(child));
    return child;
  }

  async function killed(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  test.each(['fetched', 'written', 'committed', 'flagged'] as const)('%s', async (point) => {
    const place = await aTown();
    // The folder belongs to the process that fetches.
    await place.deps.files.close();
    const attachments = [{ filename: 'liite.txt', content: 'Sisältö' }];
    const raws = [await mailFrom('Yksi', { attachments }), await mailFrom('Kaksi'), await mailFrom('Kolme', { attachments })];
    await putInto(
      server,
      place.address,
      raws.map((raw) => ({ raw })),
    );

    const first = aFetcher(place, point);
    const [said] = (await once(createInterface({ input: first.stdout as NonNullable<ChildProcess['stdout']> }), 'line')) as [string];
    expect(said).toBe(point);
    const before = await place.titles();
    await killed(first);
    expect(before).toHaveLength(point === 'fetched' || point === 'written' ? 0 : 3);

    const second = aFetcher(place, 'none');
    await expect.poll(async () => (await inboxOf(server, place.address)).filter(({ seen }) => seen).length, within).toBe(3);
    await expect.poll(async () => (await mailsIn(db, place.box.id)).length, within).toBe(3);
    await putInto(server, place.address, [{ raw: await mailFrom('Neljä') }]);
    await expect.poll(async () => (await place.titles()).length, within).toBe(4);
    await killed(second);
    expect((await place.titles()).sort()).toEqual(['Kaksi', 'Kolme', 'Neljä', 'Yksi']);
    expect((await place.city()).map(({ messages }) => messages.length)).toEqual([1, 1, 1, 1]);
    const files = await sql<{
      claimed: boolean;
    }>`select f.claimed from file f join message_file g on g.file_id = f.id join message r on r.id = g.message_id
      where r.owner_org = ${place.town.organisations.city}::uuid`.execute(db);
    expect(files.rows).toEqual([{ claimed: true }, { claimed: true }]);
  });
});

test('300 mails at once and one that is none: all the others are taken', async () => {
  const place = await aTown();
  const raws = await Promise.all(Array.from({ length: 300 }, (_, n) => mailFrom(`Asia ${n}`)));
  raws[120] = Buffer.from('%%% rikki %%%');
  await putInto(
    server,
    place.address,
    raws.map((raw) => ({ raw })),
  );
  const started = performance.now();
  place.start();
  await expect.poll(async () => (await mailsIn(db, place.box.id)).length, within).toBe(300);
  const seconds = (performance.now() - started) / 1000;
  console.log(`300 mails in ${seconds.toFixed(1)} s`);
  const mails = await mailsIn(db, place.box.id);
  expect(mails.filter(({ state }) => state === 'quarantined')).toMatchObject([{ reason: 'malformed' }]);
  expect(new Set(await place.titles()).size).toBe(299);
}, 120_000);

test('two nodes that fetch the same mailbox take each mail once between them', async () => {
  const place = await aTown();
  const raws = await Promise.all(Array.from({ length: 60 }, (_, n) => mailFrom(`Asia ${n}`)));
  await putInto(
    server,
    place.address,
    raws.map((raw) => ({ raw })),
  );
  for (const _ of ['one', 'two']) place.start();
  await expect.poll(async () => (await inboxOf(server, place.address)).filter(({ seen }) => seen).length, within).toBe(60);
  expect((await place.titles()).sort()).toEqual(Array.from({ length: 60 }, (_, n) => `Asia ${n}`).sort());
  expect((await place.city()).every(({ messages }) => messages.length === 1)).toBe(true);
});

test('new mail is heard of at once, not at the next look', async () => {
  const place = await aTown();
  place.start();
  for (const subject of ['Yksi', 'Kaksi', 'Kolme']) {
    const started = performance.now();
    await post(server, { from: 'oona@posti.example', to: place.address, subject });
    await expect.poll(place.titles, within).toContain(subject);
    expect(performance.now() - started).toBeLessThan(10_000);
  }
});

test('a lost connection is made anew, and what came meanwhile is taken', async () => {
  const place = await aTown();
  place.start();
  await post(server, { from: 'oona@posti.example', to: place.address, subject: 'Ennen' });
  await expect.poll(place.titles, within).toEqual(['Ennen']);
  await server.doveadm(['kick', place.address]);
  await post(server, { from: 'oona@posti.example', to: place.address, subject: 'Jälkeen' });
  await expect.poll(place.titles, within).toEqual(['Ennen', 'Jälkeen']);
  await expect
    .poll(async () => (await db.selectFrom('mailbox').select('trouble').where('id', '=', place.box.id).executeTakeFirst())?.trouble, within)
    .toBeNull();
});

test('a folder numbered anew brings nothing twice, and loses nothing', async () => {
  const place = await aTown();
  const working = place.start();
  await post(server, { from: 'oona@posti.example', to: place.address, subject: 'Vanha' });
  await expect.poll(place.titles, within).toEqual(['Vanha']);
  await expect.poll(async () => (await inboxOf(server, place.address)).every(({ seen }) => seen), within).toBe(true);
  await working.stop();
  await server.doveadm(['mailbox', 'update', '-u', place.address, '--uid-validity', '4711', 'INBOX']);
  await putInto(server, place.address, [{ raw: await mailFrom('Avattu muualla'), flags: ['\\Seen'] }, { raw: await mailFrom('Uusi') }]);
  place.start();
  await expect.poll(async () => (await place.titles()).sort(), within).toEqual(['Avattu muualla', 'Uusi', 'Vanha']);
  const kept = await db.selectFrom('mailbox').select(['uid_validity', 'last_uid']).where('id', '=', place.box.id).executeTakeFirstOrThrow();
  expect(kept).toEqual({ uid_validity: 4711, last_uid: 3 });
  expect((await mailsIn(db, place.box.id)).length).toBe(3);
});

test('a new mailbox begins with its unread mail; later on, also what somebody has opened elsewhere is taken', async () => {
  const place = await aTown();
  await putInto(server, place.address, [
    { raw: await mailFrom('Hoidettu ennen'), flags: ['\\Seen'] },
    { raw: await mailFrom('Lukematon') },
  ]);
  place.start();
  await expect.poll(place.titles, within).toEqual(['Lukematon']);
  await asReader(server, place.address, async (client) => {
    await client.append('INBOX', await mailFrom('Avattu'), ['\\Seen']);
  });
  await expect.poll(place.titles, within).toEqual(['Lukematon', 'Avattu']);
});

test('one mailbox that cannot be read does not hold up another, and is told by a code', async () => {
  const place = await aTown();
  const imap = { ...(place.box.imap as NonNullable<typeof place.box.imap>) };
  const broken = await aMailbox(place.deps, place.town, { imap, password: 'väärä' });
  place.start();
  await post(server, { from: 'oona@posti.example', to: place.address, subject: 'Perille' });
  await expect.poll(place.titles, within).toEqual(['Perille']);
  const trouble = async (id: string) => (await db.selectFrom('mailbox').select('trouble').where('id', '=', id).executeTakeFirst())?.trouble;
  await expect.poll(() => trouble(broken.id), within).toBe('login');
  expect(await trouble(place.box.id)).toBeNull();
});

test('trying the connection: ok, a wrong password, a folder that is not there, nobody listening', async () => {
  const place = await aTown();
  const { deps } = place;
  const imap = { ...(place.box.imap as NonNullable<typeof place.box.imap>) };
  expect([await tryImap(deps, place.box), await trySmtp(deps, place.box)]).toEqual(['ok', 'ok']);
  expect(await tryImap(deps, await aMailbox(place.deps, place.town, { imap, password: 'väärä' }))).toBe('login');
  const folder = await aMailbox(place.deps, place.town, { imap: { ...imap, folder: 'Puuttuu' }, password: server.password });
  expect(await tryImap(deps, folder)).toBe('folder');
  const wrong = await aMailbox(place.deps, place.town, {
    imap: { ...imap, port: 1 },
    smtp: { host: '127.0.0.1', port: 1, security: 'none', user: '' },
    password: 'x',
  });
  expect([await tryImap(deps, wrong), await trySmtp(deps, wrong)]).toEqual(['connection', 'connection']);
  const tls = await aMailbox(place.deps, place.town, { imap: { ...imap, security: 'starttls' }, password: server.password });
  expect(await tryImap(deps, tls)).toBe('tls');
  expect(await take(place, { subject: 'Silti toimii' })).toBe('taken');
});
