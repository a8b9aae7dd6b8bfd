/** So many bookers of one time are let to the database at once. */
const WIDTH = 4;

/** `full`: who wanted this found nothing left, and when (milliseconds of `performance.now`) they began to look. */
export type Line = { running: number; waiting: (() => void)[]; full: Map<string, number> };
const lines = new Map<string, Line>();

/**
 * Bookers of one time take turns in this process, first come first served. Hundreds who press at nine o'clock sharp would otherwise hold
 * every connection to the database while they wait for the same lock, and those who book other times would wait for a connection.
 */
export async function inTurn<T>(key: string, work: (line: Line) => Promise<T>): Promise<T> {
  const line: Line = lines.get(key) ?? { running: 0, waiting: [], full: new Map() };
  lines.set(key, line);
  if (line.running >= WIDTH) await new Promise<void>((resolve) => line.waiting.push(resolve));
  else line.running += 1;
  try {
    return await work(line);
  } finally {
    const next = line.waiting.shift();
    // The place goes on to the next, so nobody who comes now slips in between.
    if (next) next();
    else {
      line.running -= 1;
      if (line.running === 0) lines.delete(key);
    }
  }
}
