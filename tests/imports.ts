import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface SourceFile {
  /** From the repository's root, e.g. `server/modules/matters/service.ts`. */
  path: string;
  text: string;
}

/** One import line, resolved to a file of ours. */
export interface Edge {
  from: string;
  to: string;
  /** Nothing of it is there at run time. */
  typeOnly: boolean;
}

/** All files of the given folders with one of the endings, without what is built or installed. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap(filesIn)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith('tests/') || path.startsWith('server/testing/') || path.includes('/testing/');

/** Static and dynamic imports and re-exports of relative paths; packages are left out. */
export function edgesOf({ path, text }: SourceFile): Edge[] {
  const code = withoutComments(text);
  const statements = [...code.matchAll(/\b(?:import|export)\s+(type\s+)?([^'"`;()]*?)\bfrom\s*['"]([^'"]+)['"]/g)];
  const bare = [...code.matchAll(/\bimport\s*\(?\s*['"]([^'"]+)['"]/g)];
  return [
    ...statements.map(([, type, names = '', target = '']) => ({ target, typeOnly: type !== undefined || onlyTypes(names) })),
    ...bare.map(([, target = '']) => ({ target, typeOnly: false })),
  ]
    .filter(({ target }) => target.startsWith('.'))
    .map(({ target, typeOnly }) => ({ from: path, to: join(dirname(path), target), typeOnly }));
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function onlyTypes(names: string): boolean {
  const listed = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  const each = (listed ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path));
}
