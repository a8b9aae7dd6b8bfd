import { describeError } from './error.ts';

/** One JSON line an entry, on standard error. No personal data: only the fields named below are written, whatever a caller passes. */

export const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type Level = (typeof levels)[number];

/** Names of things and counts, never what a person wrote or is. A new name here is a privacy decision: see docs/privacy.md. */
const allowed = new Set(
  `reqId method route status ms module event kind count code job jobId attempt port host url pid version level state node cursor topic
  mailboxId migration seconds bytes folder signal total failed reason`.split(/\s+/),
);

const MAX_TEXT = 200;

export type Fields = { error?: unknown; [name: string]: unknown };

export type Log = {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
  /** A log whose every entry carries these fields too. */
  child(fields: Fields): Log;
};

/** `message` is a constant sentence of the program's own; anything variable goes in `fields`. */
export function createLog(level: Level, write: (line: string) => void = writeToStandardError): Log {
  return logWith({}, level, write);
}

function logWith(bound: Fields, level: Level, write: (line: string) => void): Log {
  const entry =
    (at: Level) =>
    (message: string, fields: Fields = {}) => {
      if (levels.indexOf(at) < levels.indexOf(level)) return;
      write(`${JSON.stringify({ time: new Date().toISOString(), level: at, message, ...safe({ ...bound, ...fields }) })}\n`);
    };
  return {
    debug: entry('debug'),
    info: entry('info'),
    warn: entry('warn'),
    error: entry('error'),
    child: (fields) => logWith({ ...bound, ...fields }, level, write),
  };
}

function safe({ error, ...fields }: Fields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (allowed.has(name) && isPlain(value)) kept[name] = typeof value === 'string' ? shorten(name, value) : value;
  }
  if (error !== undefined) kept.error = describeError(error);
  return kept;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A query string may hold what a person searched for or a secret link's key. */
function shorten(name: string, text: string): string {
  const bare = name === 'url' || name === 'route' ? (text.split(/[?#]/)[0] ?? '') : text;
  return bare.slice(0, MAX_TEXT);
}

function writeToStandardError(line: string): void {
  process.stderr.write(line);
}
