/** The only source of "now". Passed in as a value, so that deadlines and retention can be tested without waiting. */
export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

export type FixedClock = Clock & {
  advance(duration: Temporal.DurationLike | string): void;
  set(iso: string): void;
};

/**
 * A clock for tests that moves only when told. Durations are real elapsed time ("24 h" is not "tomorrow" on a day of 23 hours),
 * so days and longer are refused with a RangeError: move to a date with `set`.
 */
export function fixedClock(iso: string): FixedClock {
  let now = Temporal.Instant.from(iso);
  return {
    now: () => now,
    advance: (duration) => {
      now = now.add(duration);
    },
    set: (moment) => {
      now = Temporal.Instant.from(moment);
    },
  };
}
