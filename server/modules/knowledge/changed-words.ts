/** A stretch that stayed, went or came. */
export type Part = { kind: 'same' | 'gone' | 'come'; text: string };

/** Longer texts are compared by lines: word by word costs their product in time and memory. */
const MOST_WORDS = 600;

/** What a later text says otherwise than an earlier one, word by word in reading order. */
export function partsOf(before: string, after: string): Part[] {
  const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];
  const [was, is] = [words(before), words(after)];
  if (Math.max(was.length, is.length) <= MOST_WORDS) return compared(was, is);
  const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const [wasLines, isLines] = [lines(before), lines(after)];
  if (Math.max(wasLines.length, isLines.length) <= MOST_WORDS) return compared(wasLines, isLines);
  return [gone(before), come(after)];
}

const gone = (text: string): Part => ({ kind: 'gone', text });
const come = (text: string): Part => ({ kind: 'come', text });

/** Along the longest common subsequence. */
function compared(was: string[], is: string[]): Part[] {
  const common = lengthsOf(was, is);
  const parts: Part[] = [];
  let [at, to] = [0, 0];
  while (at < was.length || to < is.length) {
    if (at < was.length && to < is.length && was[at] === is[to]) {
      push(parts, { kind: 'same', text: was[at] as string });
      at += 1;
      to += 1;
    } else if (at < was.length && (to >= is.length || lengthAt(common, at + 1, to) >= lengthAt(common, at, to + 1))) {
      push(parts, gone(was[at] as string));
      at += 1;
    } else {
      push(parts, come(is[to] as string));
      to += 1;
    }
  }
  return parts;
}

const lengthAt = (table: Uint16Array[], at: number, to: number) => table[at]?.[to] ?? 0;

/** `[at][to]`: how long a common subsequence the rests from there have. */
function lengthsOf(was: string[], is: string[]): Uint16Array[] {
  const table = Array.from({ length: was.length + 1 }, () => new Uint16Array(is.length + 1));
  for (let at = was.length - 1; at >= 0; at -= 1) {
    const row = table[at] as Uint16Array;
    for (let to = is.length - 1; to >= 0; to -= 1) {
      row[to] =
        was[at] === is[to] ? lengthAt(table, at + 1, to + 1) + 1 : Math.max(lengthAt(table, at + 1, to), lengthAt(table, at, to + 1));
    }
  }
  return table;
}

function push(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (last?.kind === part.kind) last.text += part.text;
  else parts.push({ ...part });
}
