import { basename } from 'node:path';
import { type Edge, isTest } from './imports.ts';

/** A module imports only from rows below its own. ARCHITECTURE.md draws them. */
const ROWS: readonly (readonly string[])[] = [
  ['audit'],
  ['identity'],
  ['directory'],
  ['people', 'notifications', 'site', 'operations'],
  ['customers', 'knowledge'],
  ['matters'],
  ['queue'],
  ['appointments', 'forms'],
  [
    'channels/email',
    'channels/webform',
    'channels/phone',
    'channels/chat',
    'channels/sms',
    'channels/video',
    'channels/paper',
    'channels/suomifi',
  ],
  ['feedback'],
  ['statistics'],
  ['management'],
];

/** What others may use of a module. */
const OPEN_FILES = new Set(['service.ts', 'events.ts', 'types.ts', 'schema.ts']);

/** What is wrong with an import, or undefined. Tests may reach anywhere: they drive the whole service. */
export function importFault(edge: Edge): string | undefined {
  if (isTest(edge.from)) return undefined;
  const reason = moduleFault(edge) ?? layerFault(edge);
  return reason && `${edge.from} -> ${edge.to}: ${reason}`;
}

/** Modules that are in no row. */
export const unknownModules = (paths: readonly string[]): string[] =>
  [...new Set(paths.map(moduleOf).filter((name) => name !== undefined && rowOf(name) < 0))] as string[];

export function moduleOf(path: string): string | undefined {
  const match = /^server\/modules\/(channels\/[^/]+|[^/]+)\//.exec(path);
  return match?.[1];
}

function moduleFault(edge: Edge): string | undefined {
  const [from, to] = [moduleOf(edge.from), moduleOf(edge.to)];
  if (!from || !to || from === to) return undefined;
  if (rowOf(to) > rowOf(from)) return `${from} stands below ${to} and hears of it by events only`;
  if (rowOf(to) === rowOf(from)) return `${from} and ${to} stand in one row`;
  return OPEN_FILES.has(basename(edge.to)) ? undefined : `of another module only ${[...OPEN_FILES].join(', ')} are open`;
}

const rowOf = (name: string) => ROWS.findIndex((row) => row.includes(name));

function layerFault({ from, to, typeOnly }: Edge): string | undefined {
  if (isTest(to)) return 'only tests use what is for tests';
  if (from.startsWith('server/platform/') && !to.startsWith('server/platform/')) return 'platform knows nothing above itself';
  if (from.startsWith('server/modules/') && !/^server\/(modules|platform)\//.test(to)) return 'modules use modules and the platform only';
  if (from.startsWith('server/') && to.startsWith('web/')) return 'the server does not know the browser';
  if (from.startsWith('web/') && to.startsWith('server/') && !typeOnly) return 'browsers get types of the server, no code';
  return webFault(from, to);
}

/** Apps share through web/shared only, so that each can be loaded and changed alone. */
function webFault(from: string, to: string): string | undefined {
  const [ours, theirs] = [/^web\/([^/]+)\//.exec(from)?.[1], /^web\/([^/]+)\//.exec(to)?.[1]];
  if (!ours || !theirs || ours === theirs || theirs === 'shared' || theirs === 'i18n') return undefined;
  return `${ours} and ${theirs} are apps of their own`;
}
