import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES } from '../server/platform/i18n/locale.ts';
import { hasText } from '../server/platform/i18n/translator.ts';

const home = join(import.meta.dirname, '..');
const THROWN =
  /\b(?:new (?:BadRequest|Unauthenticated|Forbidden|NotFound|Conflict|Invalid|Unavailable)|super)\(\s*'([a-z][a-z-]+)'|\(code = '([a-z][a-z-]+)'[,)]/g;

function codesIn(source: string): string[] {
  return [...source.matchAll(THROWN)].map((match) => match[1] ?? match[2] ?? '');
}

test('every refusal of the platform says in each language what happened', () => {
  const files = globSync('server/platform/**/*.ts', { cwd: home, exclude: ['**/*.test.ts'] });
  const codes = new Set(files.flatMap((file) => codesIn(readFileSync(join(home, file), 'utf8'))));
  expect(files.length).toBeGreaterThan(30);
  expect([...codes]).toEqual(
    expect.arrayContaining([
      'not-found',
      'forbidden',
      'unauthenticated',
      'unavailable',
      'too-many-requests',
      'payload-too-large',
      'file-gone',
    ]),
  );
  const missing = [...codes].flatMap((code) =>
    LOCALES.flatMap((locale) =>
      ['title', 'detail'].filter((part) => !hasText(locale, 'problem', `${code}.${part}`)).map((part) => `${locale} ${code}.${part}`),
    ),
  );
  expect(missing).toEqual([]);
});

test('the guard reads the ways in which codes are written', () => {
  expect(codesIn(`throw new Conflict('a-b', { x: 1 }); super('c-d'); constructor(code = 'e-f') {}; new Error('not one')`)).toEqual([
    'a-b',
    'c-d',
    'e-f',
  ]);
});
