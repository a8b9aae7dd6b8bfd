import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES } from '../server/platform/i18n/locale.ts';
import { hasText } from '../server/platform/i18n/translator.ts';

const home = join(import.meta.dirname, '..');
const THROWN =
  /\b(?:new (?:BadRequest|Unauthenticated|Forbidden|NotFound|Conflict|Invalid|Unavailable)|super)\((?:[^;'()]*'[a-z-]+' \?)?\s*'([a-z][a-z-]+)'(?: : '([a-z][a-z-]+)')?|\(code = '([a-z][a-z-]+)'[,)]/g;

/** Between the sender and its channel only: nobody is shown it. */
const INWARD = new Set(['undeliverable']);

/** A condition may choose between two. */
function codesIn(source: string): string[] {
  return [...source.matchAll(THROWN)].flatMap((match) => match.slice(1).filter((code) => code !== undefined));
}

test('every refusal says in each language what happened', () => {
  const files = globSync(['server/platform/**/*.ts', 'server/modules/**/*.ts'], { cwd: home, exclude: ['**/*.test.ts'] });
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
      'matter-closed',
      'matter-merged',
      'customer-not-found',
    ]),
  );
  const missing = [...codes]
    .filter((code) => !INWARD.has(code))
    .flatMap((code) =>
      LOCALES.flatMap((locale) =>
        ['title', 'detail'].filter((part) => !hasText(locale, 'problem', `${code}.${part}`)).map((part) => `${locale} ${code}.${part}`),
      ),
    );
  expect(missing).toEqual([]);
});

test('the guard reads the ways in which codes are written', () => {
  expect(
    codesIn(
      `throw new Conflict('a-b', { x: 1 }); super('c-d'); constructor(code = 'e-f') {}; new Error('not one'); new Conflict(x === 'closed' ? 'g-h' : 'i-j')`,
    ),
  ).toEqual(['a-b', 'c-d', 'e-f', 'g-h', 'i-j']);
});
