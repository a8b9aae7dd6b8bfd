import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => ({ file, path: join(root, file) }));
/** Set by the components' library on what it opens. */
const GIVEN = new Set(['--trigger-width']);

test('every custom property that a style uses is set somewhere: a name nobody sets takes its whole rule away unseen', async () => {
  const styles = await Promise.all(
    [...files('web/**/*.css'), ...files('demo/*.css')].map(async ({ file, path }) => ({ file, text: await readFile(path, 'utf8') })),
  );
  const code = await Promise.all(files('{web,server,demo}/**/*.{ts,tsx}').map(({ path }) => readFile(path, 'utf8')));
  const set = new Set([...styles.map(({ text }) => text), ...code].flatMap((text) => text.match(/--[\w-]+(?=['"]?\s*[:,\]])/g) ?? []));
  const unknown = styles.flatMap(({ file, text }) =>
    [...text.matchAll(/var\((--[\w-]+)/g)]
      .map(([, name]) => name as string)
      .filter((name) => !set.has(name) && !GIVEN.has(name))
      .map((name) => `${name} in ${file}`),
  );
  expect([...new Set(unknown)]).toEqual([]);
  expect(set.size).toBeGreaterThan(50);
});
