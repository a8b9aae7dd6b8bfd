import { type SourceFile, withoutComments } from './imports.ts';
import { moduleOf } from './rows.ts';

/** Tables a migration makes, apart from partitions. */
export function tablesOf(migrations: readonly string[]): string[] {
  const made = migrations.flatMap((text) => [...text.matchAll(/^create table (?:if not exists )?(\w+) (?!partition of)/gim)]);
  return made.map(([, name = '']) => name).sort();
}

const WRITES = [
  // The query builder.
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`](\w+)/g,
  // SQL text. `on conflict do update set` and `for update of` write no further table.
  /\binsert\s+into\s+(?:public\.)?(\w+)/gi,
  /\bupdate\s+(?:only\s+)?(?:public\.)?(?!set\b)(\w+)(?:\s+(?:as\s+)?(?!set\b)\w+)?\s+set\b/gi,
  /\bdelete\s+from\s+(?:only\s+)?(?:public\.)?(\w+)/gi,
  /\bmerge\s+into\s+(?:public\.)?(\w+)/gi,
  /\btruncate\s+(?:table\s+)?(?:public\.)?(\w+)/gi,
];

/** The tables a file writes. Names no migration made (the queue's own, a word in a text) are left out. */
export function tablesWrittenBy({ text }: SourceFile, tables: ReadonlySet<string>): string[] {
  const code = withoutComments(text);
  const found = WRITES.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = '']) => name));
  return [...new Set(found)].filter((name) => tables.has(name));
}

/** What a trigger writes is written by the database itself, whoever changes the tables it watches. */
export function tablesWrittenByTriggers(migrations: readonly SourceFile[], tables: ReadonlySet<string>): string[] {
  return migrations.flatMap(({ path, text }) =>
    [...text.matchAll(/returns trigger[^$]*\$\$(.*?)\$\$/gs)].flatMap(([, body = '']) => tablesWrittenBy({ path, text: body }, tables)),
  );
}

/** A module, or the part of the platform, or the folder for what is neither. */
export function ownerOf(path: string): string {
  return moduleOf(path) ?? /^server\/platform\/[^/]+/.exec(path)?.[0] ?? path.split('/').slice(0, -1).join('/');
}

/** Who writes each table. */
export function writersOf(files: readonly SourceFile[], tables: readonly string[]): Map<string, Set<string>> {
  const known = new Set(tables);
  const writers = new Map(tables.map((table) => [table, new Set<string>()]));
  for (const file of files) for (const table of tablesWrittenBy(file, known)) writers.get(table)?.add(ownerOf(file.path));
  return writers;
}
