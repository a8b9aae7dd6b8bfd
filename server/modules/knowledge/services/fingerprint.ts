import { hash } from 'node:crypto';

/** The same for the same content, however its keys are ordered: what tells an unchanged record from a changed one. */
export function fingerprint(content: unknown): string {
  return hash('sha256', JSON.stringify(content, inOrder), 'base64url');
}

function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
