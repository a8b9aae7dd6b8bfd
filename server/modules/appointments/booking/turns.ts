/** So many bookers of one time are let to the database at once. */
const WIDTH = 4;

/** `joined`: milliseconds of `performance.now`. */
type Waiting = { wish: string | undefined; joined: number; go: (how: 'turn' | 'full') => void };
type Line = { running: number; waiting: Waiting[] };
const lines = new Map<string, Line>();

/** Says that whoever wants this found nothing left, having begun to look then. */
export type Tell = (wish: string, began: number) => void;

/** What somebody wants, and what they do instead of looking once it is told that nothing of it was left after they had joined. */
export type Told<T> = { wish: string; full: () => Promise<T> };

/**
 * Bookers of one time take turns in this process, first come first served. Hundreds who press at nine o'clock sharp would otherwise hold
 * every connection to the database while they wait for the same lock, and those who book other times would wait for a connection. Whoever
 * stands in line when the very same is found taken is told so at once, and leaves it.
 */
export async function inTurn<T>(key: string, work: (tell: Tell) => Promise<T>, told?: Told<T>): Promise<T> {
  const line: Line = lines.get(key) ?? { running: 0, waiting: [] };
  lines.set(key, line);
  if (line.running >= WIDTH) {
    const joined = performance.now();
    const how = await new Promise<'turn' | 'full'>((go) => line.waiting.push({ wish: told?.wish, joined, go }));
    if (told && how === 'full') return told.full();
  } else line.running += 1;
  try {
    return await work((wish, began) => tellAll(line, wish, began));
  } finally {
    const next = line.waiting.shift();
    // The place goes on to the next, so nobody who comes now slips in between.
    if (next) next.go('turn');
    else {
      line.running -= 1;
      if (line.running === 0) lines.delete(key);
    }
  }
}

/** Whoever joined while it was being looked at must look for themselves: something may have come free meanwhile. */
function tellAll(line: Line, wish: string, began: number): void {
  const { those = [], others = [] } = Object.groupBy(line.waiting, (one) => (one.wish === wish && one.joined < began ? 'those' : 'others'));
  line.waiting = others;
  for (const { go } of those) go('full');
}
