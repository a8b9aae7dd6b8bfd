import { glob, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { imapPassword, sealPassword } from './modules/channels/email/mailboxes/passwords.ts';
import { mailboxById } from './modules/channels/email/mailboxes/queries.ts';
import { createBoards } from './modules/queue/service.ts';
import { fixedClock } from './platform/clock/clock.ts';
import type { FileDriver } from './platform/files/driver.ts';
import { generateKeyring, readKeyring, withFreshKey } from './platform/keys/keyring.ts';
import { createLog } from './platform/log/log.ts';
import { internet } from './platform/reach.ts';
import { encryptedColumns, scheduledJobs } from './scheduled.ts';
import { testDatabase } from './testing/database.ts';
import { aNoticing } from './testing/noticing.ts';
import { aTown } from './testing/town.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const { kysely: db } = (await testDatabase()).db;
const town = await aTown(db, clock);

const oldText = generateKeyring();
const bothText = withFreshKey(oldText);
const SEALED = /\btable: '(\w+)', row\b[^}]{0,40}, column: '(\w+)' }/g;
const onlyFresh = readKeyring(bothText.split(' ')[0] as string);

test('the nightly rotation writes what an older key wrote with the present one, batch by batch, and once', async () => {
  const count = 450;
  for (let number = 0; number < count; number++) await aMailboxOf(number);
  const lines: string[] = [];
  const log = createLog('info', (line) => lines.push(line));
  const { handlers, cron } = scheduledJobs({
    desk: town.desk,
    noticing: aNoticing(town.desk),
    files: {} as FileDriver,
    keys: readKeyring(bothText),
    log,
    asking: { db, clock, log, keys: readKeyring(bothText), testIdentities: true, register: undefined },
    ptv: undefined,
    boards: createBoards(db, clock),
    publicUrl: 'https://polku.example',
    pushReach: internet,
    speechFolder: '',
  });
  expect(cron).toContainEqual({ job: 'rotate-keys', pattern: '45 2 * * *' });
  const job = { id: '1', attempt: 1, signal: new AbortController().signal };
  await handlers['rotate-keys']?.({}, job);
  await handlers['rotate-keys']?.({}, job);
  expect(lines.map((line) => JSON.parse(line).count)).toEqual([count, 0]);
  const { rows } = await sql<{ id: string }>`select id from mailbox`.execute(db);
  for (const { id } of rows) {
    const box = await mailboxById(db, id);
    expect(box && imapPassword(onlyFresh, box)).toBe('s3cret');
  }
});

/** Without it, an older key could be thrown away while a column still needs it. */
test('every encrypted column that is written is rotated', async () => {
  const rotated = encryptedColumns(db, onlyFresh).map(({ table, column }) => `${table}.${column}`);
  const { rows } = await sql<{ name: string; column: string }>`
    select table_name || '.' || column_name as name, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name like '%cipher'`.execute(db);
  expect(rows.length).toBeGreaterThan(2);
  const sources = await allSources();
  const written = rows.filter(({ column }) => sources.some((source) => source.includes(column))).map(({ name }) => name);
  // Where something is encrypted its place is said; a column need not be named for it.
  const said = sources.flatMap((source) => [...source.matchAll(SEALED)].map(([, table, column]) => `${table}.${column}`));
  expect(said.length).toBeGreaterThan(4);
  expect(rotated.toSorted()).toEqual([...new Set([...written, ...said])].toSorted());
});

async function aMailboxOf(number: number): Promise<void> {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const cipher = sealPassword(readKeyring(oldText), id, 'imap_password_cipher', 's3cret');
  await sql`insert into mailbox (id, address, display_name, organisation_id, unit_id, language, imap_password_cipher)
    values (${id}::uuid, ${`box-${number}@city.test`}, '{}', ${town.organisations.city}::uuid, ${town.units.front}::uuid, 'fi', ${cipher})`.execute(
    db,
  );
}

async function allSources(): Promise<string[]> {
  const sources: string[] = [];
  for await (const path of glob('server/modules/**/*.ts')) if (!path.endsWith('.test.ts')) sources.push(await readFile(path, 'utf8'));
  return sources;
}
