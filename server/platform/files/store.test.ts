import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { asOwner, testDatabase } from '../../testing/database.ts';
import { fixedClock } from '../clock/clock.ts';
import { inTransaction } from '../db/transaction.ts';
import { openDisk } from './disk.ts';
import type { FileDriver } from './driver.ts';
import { MAIL_FILES, PUBLIC_FILES } from './kinds.ts';
import { samples } from './samples.ts';
import { claimFiles, readFile, receiveFile, recordFile, releaseFiles, storeFile } from './store.ts';
import { sweepOrphans } from './sweep.ts';

const database = await testDatabase();
const db = database.db.kysely;
const home = await mkdtemp(join(tmpdir(), 'polku-files-'));
const said = { name: '../Päätös.pdf.exe', declaredType: 'text/html' };
const nothing = { unclaimed: 0, orphans: 0, drafts: 0 };

let folder: string;
let driver: FileDriver;
beforeEach(async () => {
  await driver?.close();
  await db.deleteFrom('file').execute();
  folder = await mkdtemp(join(home, 'disk-'));
  driver = await openDisk(folder);
});
afterAll(async () => {
  await driver.close();
  await rm(home, { recursive: true });
});

/** Names of the files kept and of those on their way. */
async function onDisk(): Promise<{ kept: string[]; drafts: string[] }> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile() && /^[0-9a-f]{32}$/.test(entry.name));
  const drafts = files.filter((entry) => entry.parentPath.endsWith('drafts'));
  return { kept: files.filter((entry) => !drafts.includes(entry)).map((entry) => entry.name), drafts: drafts.map((entry) => entry.name) };
}

const clockIn = (hours: number) => {
  const clock = fixedClock(Temporal.Now.instant().toString());
  clock.advance({ hours });
  return clock;
};
const store = (content = samples.pdf) => inTransaction(db, (trx) => storeFile(trx, driver, content, { ...said, limits: PUBLIC_FILES }));
const upload = async () => {
  const received = await receiveFile(driver, samples.pdf, said, PUBLIC_FILES);
  return inTransaction(db, (trx) => recordFile(trx, received, 'waiting'));
};

describe('storing', () => {
  test('keeps the bytes, and knows their size, hash, type and a safe name', async () => {
    const file = await store();
    const row = await db.selectFrom('file').selectAll().where('id', '=', file.id).executeTakeFirstOrThrow();
    const sha256 = createHash('sha256').update(samples.pdf).digest('hex');
    expect(file).toEqual({ id: row.id, size: samples.pdf.length, sha256, type: 'application/pdf', name: 'Päätös.pdf' });
    expect(row).toMatchObject({ size: samples.pdf.length, sha256, type: 'application/pdf', claimed: true });
    expect(await buffer(await readFile(driver, row))).toEqual(samples.pdf);
  });

  test('by random names in two levels of folders, readable by us alone; equal files stay two', async () => {
    await store();
    await store();
    const { kept, drafts } = await onDisk();
    expect([new Set(kept).size, drafts.length]).toEqual([2, 0]);
    const [name = ''] = kept;
    expect((await stat(join(folder, name.slice(0, 2), name.slice(2, 4), name))).mode & 0o777).toBe(0o600);
  });

  test('a stream of many chunks', async () => {
    const chunk = Buffer.alloc(100_000, 'Hyvää päivää. ');
    const received = await receiveFile(
      driver,
      Readable.from(Array.from({ length: 100 }, () => chunk)),
      { name: 'x', declaredType: '' },
      PUBLIC_FILES,
    );
    expect(received).toMatchObject({ size: 10_000_000, type: 'text/plain', name: 'x.txt' });
  });

  test.each([
    ['a file outside our folders', '../../etc/passwd'],
    ['a draft', 'drafts/0123456789abcdef0123456789abcdef'],
    ['a missing file', '0123456789abcdef0123456789abcdef'],
  ])('%s does not open', async (_, stored_as) => {
    await expect(readFile(driver, { stored_as })).rejects.toThrow();
  });
});

describe('refusing leaves nothing behind:', () => {
  test('what is too large is not read to its end', async () => {
    let sent = 0;
    const endless = async function* () {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1000, 'a');
      }
    };
    await expect(receiveFile(driver, endless(), said, { ...PUBLIC_FILES, maxBytes: 10_500 })).rejects.toMatchObject({
      status: 413,
      code: 'payload-too-large',
      details: { maxBytes: 10_500 },
    });
    expect(sent).toBe(11);
    expect(await onDisk()).toEqual({ kept: [], drafts: [] });
  });

  test('exactly the limit is taken, one byte more is not', async () => {
    const limits = { ...PUBLIC_FILES, maxBytes: samples.pdf.length };
    expect((await receiveFile(driver, samples.pdf, said, limits)).size).toBe(samples.pdf.length);
    await expect(receiveFile(driver, Buffer.concat([samples.pdf, Buffer.from('x')]), said, limits)).rejects.toMatchObject({ status: 413 });
  });

  test('an upload cut short by its sender or by the parser’s own limit', async () => {
    const broken = new Readable({
      read() {
        this.push(samples.pdf);
        this.destroy(new Error('connection lost'));
      },
    });
    await expect(receiveFile(driver, broken, said, PUBLIC_FILES)).rejects.toThrow('connection lost');
    const truncated = Object.assign(Readable.from([samples.pdf]), { truncated: true });
    await expect(receiveFile(driver, truncated, said, PUBLIC_FILES)).rejects.toMatchObject({ status: 413 });
    expect(await onDisk()).toEqual({ kept: [], drafts: [] });
  });

  test('a page, a program and an archive from the public; a mail keeps them as unknown bytes', async () => {
    for (const content of [Buffer.from('<html><script>'), samples.exe, samples.zip]) {
      await expect(receiveFile(driver, content, said, PUBLIC_FILES)).rejects.toMatchObject({ status: 415, code: 'unsupported-media-type' });
    }
    expect(await onDisk()).toEqual({ kept: [], drafts: [] });
    const kept = [
      await receiveFile(driver, Buffer.from('<html><script>'), { name: 'x.html', declaredType: 'text/html' }, MAIL_FILES),
      await receiveFile(driver, samples.zip, { name: 'x.zip', declaredType: '' }, MAIL_FILES),
    ];
    expect(kept.map(({ type, name }) => [type, name])).toEqual([
      ['application/octet-stream', 'x.bin'],
      ['application/zip', 'x.zip'],
    ]);
  });
});

describe('claiming', () => {
  test('once only; a lost or taken file is a conflict', async () => {
    const { id } = await upload();
    const claim = () => inTransaction(db, (trx) => claimFiles(trx, [id]));
    const results = await Promise.allSettled([claim(), claim(), claim()]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    await expect(claim()).rejects.toMatchObject({ status: 409, code: 'file-gone' });
  });

  test('all or none', async () => {
    const [a, b] = [await upload(), await upload()];
    await inTransaction(db, (trx) => claimFiles(trx, [a.id]));
    await expect(inTransaction(db, (trx) => claimFiles(trx, [a.id, b.id]))).rejects.toMatchObject({ status: 409 });
    expect(await db.selectFrom('file').select('claimed').where('id', '=', b.id).execute()).toEqual([{ claimed: false }]);
    await inTransaction(db, (trx) => claimFiles(trx, []));
  });
});

describe('sweeping', () => {
  test('a file whose transaction failed goes after a day, and no sooner', async () => {
    await expect(
      inTransaction(db, async (trx) => {
        await storeFile(trx, driver, samples.pdf, { ...said, limits: PUBLIC_FILES });
        throw new Error('the process ended here');
      }),
    ).rejects.toThrow('ended here');
    const { id } = await store();
    expect((await onDisk()).kept).toHaveLength(2);
    expect(await sweepOrphans(db, driver, clockIn(23))).toEqual(nothing);
    expect(await sweepOrphans(db, driver, clockIn(25))).toEqual({ ...nothing, orphans: 1 });
    expect(await sweepOrphans(db, driver, clockIn(25))).toEqual(nothing);
    const row = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect((await onDisk()).kept).toEqual([row.stored_as]);
  });

  test('what a killed process left goes too, and its folder is free at once', async () => {
    await driver.close();
    const script = `
      import { openDisk } from ${JSON.stringify(join(import.meta.dirname, 'disk.ts'))};
      const driver = await openDisk(${JSON.stringify(folder)});
      const draft = await driver.begin();
      await draft.write(Buffer.from('half'));
      const kept = await driver.begin();
      await kept.write(Buffer.from('whole'));
      await kept.keep();
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    driver = await openDisk(folder);
    expect(await onDisk()).toMatchObject({ kept: [expect.any(String)], drafts: [expect.any(String)] });
    expect(await sweepOrphans(db, driver, clockIn(25))).toEqual({ ...nothing, orphans: 1, drafts: 1 });
    expect(await onDisk()).toEqual({ kept: [], drafts: [] });
  });

  test('uploads that no one claimed go with their rows; claimed ones stay; released ones go', async () => {
    const [waiting, claimed, released] = [await upload(), await upload(), await upload()];
    await inTransaction(db, (trx) => claimFiles(trx, [claimed.id, released.id]));
    await inTransaction(db, (trx) => releaseFiles(trx, [released.id]));
    expect(await sweepOrphans(db, driver, clockIn(23))).toEqual(nothing);
    expect(await sweepOrphans(db, driver, clockIn(25))).toEqual({ ...nothing, unclaimed: 2 });
    expect((await db.selectFrom('file').select('id').execute()).map((row) => row.id)).toEqual([claimed.id]);
    expect((await onDisk()).kept).toHaveLength(1);
    expect(waiting.id).not.toBe(claimed.id);
  });

  test('a file that is referred to stays, though nobody said so', async () => {
    const { id } = await upload();
    await asOwner(database, (client) =>
      client.query(`create table refers (file_id uuid references file (id)); insert into refers values ('${id}')`),
    );
    expect(await sweepOrphans(db, driver, clockIn(25))).toEqual(nothing);
    expect(await db.selectFrom('file').select('claimed').execute()).toEqual([{ claimed: true }]);
    await asOwner(database, (client) => client.query('drop table refers'));
  });

  test('a claim that is being made wins over the sweep', async () => {
    const { id } = await upload();
    let sweeping: Promise<unknown> = Promise.resolve();
    await inTransaction(db, async (trx) => {
      await claimFiles(trx, [id]);
      sweeping = sweepOrphans(db, driver, clockIn(25));
      await vi.waitUntil(
        async () =>
          (await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`.execute(db)).rows
            .length > 0,
        { timeout: 5000 },
      );
    });
    expect(await sweeping).toEqual(nothing);
    expect((await onDisk()).kept).toHaveLength(1);
  });

  test('with another database nothing is removed', async () => {
    for (let index = 0; index < 101; index += 1) {
      const name = index.toString(16).padStart(32, '0');
      await mkdir(join(folder, '00', '00'), { recursive: true });
      await writeFile(join(folder, '00', '00', name), 'x');
    }
    await expect(sweepOrphans(db, driver, clockIn(25))).rejects.toThrow('knows nothing of 101 of 101 stored files');
    expect((await onDisk()).kept).toHaveLength(101);
    expect(await sweepOrphans(db, driver, clockIn(1))).toEqual(nothing);
  });
});

test('a second node on the same folder is refused, and may come when the first has gone', async () => {
  await expect(openDisk(folder)).rejects.toThrow('Another Polku is running');
  await driver.close();
  driver = await openDisk(folder);
});
