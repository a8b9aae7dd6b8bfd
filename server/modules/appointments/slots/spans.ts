/** Stretches of time as pairs of epoch milliseconds, `[from, until)`: sorted, never overlapping, never empty. Pure. */
export type Span = { from: number; until: number };

/** Any spans, sorted and joined where they overlap. What only meets stays two: openings of two days are two, though the doors never close. */
export function joined(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ from, until }) => until > from).sort((a, b) => a.from - b.from);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span.from < last.until) last.until = Math.max(last.until, span.until);
    else out.push({ ...span });
  }
  return out;
}

/** What both hold. */
export function common(a: readonly Span[], b: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] as Span, b[j] as Span];
    const [from, until] = [Math.max(left.from, right.from), Math.min(left.until, right.until)];
    if (until > from) out.push({ from, until });
    if (left.until < right.until) i += 1;
    else j += 1;
  }
  return out;
}

/** What the first holds and the second does not. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const out: Span[] = [];
  let next = 0;
  for (const { from, until } of spans) {
    let begins = from;
    while (next < taken.length && (taken[next] as Span).until <= begins) next += 1;
    for (let at = next; at < taken.length && (taken[at] as Span).from < until; at += 1) {
      const hole = taken[at] as Span;
      if (hole.from > begins) out.push({ from: begins, until: hole.from });
      begins = Math.max(begins, hole.until);
    }
    if (begins < until) out.push({ from: begins, until });
  }
  return out;
}

/** Whether one of the sorted spans reaches into `[from, until)`; found by halving. */
export function meets(spans: readonly Span[], from: number, until: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).until <= from) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && (spans[low] as Span).from < until;
}

/** Whether one of the sorted spans holds the whole of `[from, until)`. */
export function holds(spans: readonly Span[], from: number, until: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).until < until) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && (spans[low] as Span).from <= from;
}
