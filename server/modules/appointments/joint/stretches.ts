/** With a longer wait one goes elsewhere in between: it is another entry of one's calendar. */
const MOST_MINUTES = 60;

type Part = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/** The parts in their order, those together that one stays for. Pure. */
export function stretchesOf<P extends Part>(parts: readonly P[]): P[][] {
  const stretches: P[][] = [];
  for (const part of parts) {
    const before = stretches.at(-1);
    const last = before?.at(-1);
    if (before && last && part.startsAt.since(last.endsAt).total('minutes') < MOST_MINUTES) before.push(part);
    else stretches.push([part]);
  }
  return stretches;
}
