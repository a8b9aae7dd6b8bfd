import { expect, test } from 'vitest';
import { edgesOf, isTest, type SourceFile, sourceFiles, withoutComments } from './imports.ts';
import { importFault, moduleOf, unknownModules } from './rows.ts';

const code = sourceFiles(['server', 'web', 'demo', 'tests', 'bin'], ['.ts', '.tsx']);
const styled = sourceFiles(['web', 'demo', 'server'], ['.css', '.ts', '.tsx']);
const edges = code.flatMap(edgesOf);

const MAX_LINES = 300;
const MAX_TEST_LINES = 500;
/** Made by a program, not read by people. */
const GENERATED = new Set(['server/platform/db/tables.ts']);

test('the check reads the code: files, imports and modules', () => {
  expect(code.length).toBeGreaterThan(150);
  expect(edges.length).toBeGreaterThan(300);
  expect(edges.filter(({ from, to }) => moduleOf(from) && moduleOf(to) && moduleOf(from) !== moduleOf(to)).length).toBeGreaterThan(10);
  const known = new Set(code.map(({ path }) => path));
  const lost = edges.filter(({ from, to }) => !isTest(from) && /\.tsx?$/.test(to) && !known.has(to) && to !== 'vite.config.ts');
  expect(lost).toEqual([]);
});

test('every module stands in a row', () => {
  expect(unknownModules(code.map(({ path }) => path))).toEqual([]);
});

test('imports go downwards and through open files only', () => {
  expect(edges.map(importFault).filter(Boolean)).toEqual([]);
});

test('files are short', () => {
  expect(code.map(lengthFault).filter(Boolean)).toEqual([]);
});

test('Date is used in the platform only', () => {
  expect(code.map(dateFault).filter(Boolean)).toEqual([]);
});

test('colours are named in tokens.css only', () => {
  expect(styled.some(({ path }) => path.endsWith('tokens.css'))).toBe(true);
  expect(styled.flatMap(colourFaults)).toEqual([]);
});

test('platform has no word of the field in its names', () => {
  expect(
    code.map(({ path }) => path).filter((path) => /^server\/platform\/.*(matter|customer|queue-ticket|appointment)/.test(path)),
  ).toEqual([]);
});

/** Browsers have no Temporal yet; web/shared turns the server's texts into what people read. */
function dateFault({ path, text }: SourceFile): string | undefined {
  if (/^(server\/platform|web\/shared|tests)\//.test(path)) return undefined;
  return /\bnew Date\b|\bDate\.(now|parse|UTC)\b/.test(withoutComments(text)) ? `${path} uses Date` : undefined;
}

function lengthFault({ path, text }: SourceFile): string | undefined {
  const lines = text.trimEnd().split('\n').length;
  const most = isTest(path) ? MAX_TEST_LINES : MAX_LINES;
  return lines > most && !GENERATED.has(path) ? `${path} has ${lines} lines, ${most} are the limit` : undefined;
}

function colourFaults({ path, text }: SourceFile): string[] {
  if (path.endsWith('tokens.css') || isTest(path)) return [];
  const inStyles = path.endsWith('.css') ? text.replace(/\/\*[\s\S]*?\*\//g, '') : withoutComments(text);
  const pattern = path.endsWith('.css')
    ? /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|hwb)a?\(/gi
    : /['"`\s:]#(?:[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|oklch)a?\(\s*\d/gi;
  return [...inStyles.matchAll(pattern)].map(([colour]) => `${path} has the colour ${colour.trim()}`);
}

const edge = (from: string, to: string) => importFault({ from: `server/${from}`, to: `server/${to}`, typeOnly: false });

test('a wrong import is seen, and the same right one is not', () => {
  expect(edge('modules/directory/service.ts', 'modules/matters/service.ts')).toContain('directory stands below matters');
  expect(edge('modules/matters/service.ts', 'modules/directory/service.ts')).toBeUndefined();
  expect(edge('modules/people/service.ts', 'modules/notifications/service.ts')).toContain('one row');
  expect(edge('modules/channels/email/service.ts', 'modules/channels/sms/service.ts')).toContain('one row');
  expect(edge('modules/matters/service.ts', 'modules/customers/queries.ts')).toContain('only service.ts');
  expect(edge('modules/matters/service.ts', 'modules/customers/schema.ts')).toBeUndefined();
  expect(edge('platform/http/app.ts', 'modules/audit/service.ts')).toContain('platform knows nothing');
  expect(edge('modules/audit/service.ts', 'polku.ts')).toContain('modules and the platform only');
  expect(edge('modules/audit/service.ts', 'testing/town.ts')).toContain('only tests');
  expect(importFault({ from: 'web/desk/main.tsx', to: 'server/modules/matters/schema.ts', typeOnly: false })).toContain('no code');
  expect(importFault({ from: 'web/desk/main.tsx', to: 'web/kiosk/ticket.tsx', typeOnly: false })).toContain('apps of their own');
  expect(unknownModules(['server/modules/helpers/x.ts', 'server/modules/matters/x.ts'])).toEqual(['helpers']);
});

test('every way of importing is read', () => {
  const text = `import { a } from './a.ts';
    import type { B } from '../b.ts';
    import { type C, type D } from './c.ts';
    import { type E, e } from './e.ts';
    export { f } from './f.ts';
    import './g.css';
    // import { no } from './no.ts';
    const h = await import('./h.ts');
    import {
      i,
      j,
    } from './i.ts';
    import z from 'zod';`;
  const found = edgesOf({ path: 'server/x/y.ts', text }).map(({ to, typeOnly }) => `${to}${typeOnly ? ' (type)' : ''}`);
  expect(found.sort()).toEqual(
    [
      'server/b.ts (type)',
      'server/x/a.ts',
      'server/x/c.ts (type)',
      'server/x/e.ts',
      'server/x/f.ts',
      'server/x/g.css',
      'server/x/h.ts',
      'server/x/i.ts',
    ].sort(),
  );
});

test('long files, dates and raw colours are seen', () => {
  expect(lengthFault({ path: 'server/modules/a/b.ts', text: 'x\n'.repeat(301) })).toContain('301 lines');
  expect(lengthFault({ path: 'server/modules/a/b.test.ts', text: 'x\n'.repeat(301) })).toBeUndefined();
  expect(dateFault({ path: 'server/modules/a/b.ts', text: 'const now = Date.now();' })).toContain('uses Date');
  expect(dateFault({ path: 'server/modules/a/b.ts', text: '// new Date is banned\nPlainDate.from(x)' })).toBeUndefined();
  expect(colourFaults({ path: 'web/desk/x.css', text: 'a { color: #fff; background: rgb(0 0 0) }' })).toHaveLength(2);
  expect(colourFaults({ path: 'web/desk/x.css', text: 'a { color: var(--ink) } #root { } /* #fff */' }).length).toBe(0);
  expect(colourFaults({ path: 'web/desk/x.tsx', text: "style={{ color: '#a1b2c3' }}" })).toHaveLength(1);
});
