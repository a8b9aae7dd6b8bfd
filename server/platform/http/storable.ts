/** Deeper than any form of ours; a thousand levels would end in a stack overflow wherever the value is written out. */
const DEEPEST = 20;

/**
 * Where a value holds what PostgreSQL keeps neither as text nor as jsonb (a zero character, half a surrogate pair), or nests without
 * measure, as a dotted path; undefined when all of it can be stored. No person writes either.
 */
export function unstorableIn(value: unknown, path: string[] = []): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path.join('.');
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length >= DEEPEST) return path.join('.');
  for (const [key, inner] of Object.entries(value)) {
    const found = isStorable(key) ? unstorableIn(inner, [...path, key]) : path.join('.');
    if (found !== undefined) return found;
  }
  return undefined;
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
