/** The name that takes the fewest changed letters to reach. */
export function closestTo(name: string, names: readonly string[]): string {
  return names.map((known) => ({ known, changes: changesBetween(name, known) })).sort((a, b) => a.changes - b.changes)[0]?.known ?? '';
}

/** Levenshtein's distance, row by row. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      next.push(Math.min((next[j] as number) + 1, (row[j + 1] as number) + 1, (row[j] as number) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] as number;
}
