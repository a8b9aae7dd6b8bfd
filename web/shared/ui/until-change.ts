/** The server's clock may be a little behind ours: asked too early, it would tell the same again (milliseconds). */
const AFTER = 1_000;
/** Timers of a browser do not count far (milliseconds). */
const LONGEST = 3_600_000;

/** Milliseconds until what stands is worth asking anew; false when the clock will not change it. */
export function untilChange(at: string | null | undefined, now: number = Date.now()): number | false {
  if (!at) return false;
  return Math.min(Math.max(Date.parse(at) - now + AFTER, AFTER), LONGEST);
}
