import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';

export type Migration = { number: number; name: string; sql: string; checksum: string };
export type Applied = { number: number; name: string; checksum: string };

/** The folder's `0001_what.sql` files in order. @throws when a number is missing, doubled or a file is named otherwise. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)));
  migrations.forEach(({ number, name }, index) => {
    if (number !== index + 1) throw new StartError(`Migration ${name} is out of order: number ${index + 1} was expected`);
  });
  return migrations;
}

/** What is still to run. @throws when a file already applied here has been changed, renamed or is not known to this version. */
export function pendingMigrations(migrations: Migration[], applied: Applied[]): Migration[] {
  for (const { number, name, checksum } of applied) {
    const file = migrations[number - 1];
    if (!file)
      throw new StartError(`The database has migration ${name}, which this version of Polku does not know: start the newer version`);
    if (file.name !== name || file.checksum !== checksum) {
      throw new StartError(
        `Migration ${file.name} has been changed after it was applied to this database (then ${name}): write a new one instead`,
      );
    }
  }
  return migrations.slice(applied.length);
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
  if (!number) throw new StartError(`Migration ${name} is not named like 0001_what_it_does.sql`);
  const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
