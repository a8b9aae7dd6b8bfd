/** Hours in which nobody is disturbed, in the customer's own zone: pure. */

/** Local times; `until` at or before `from` is the next morning's. */
export type QuietHours = { from: Temporal.PlainTime; until: Temporal.PlainTime; zone: string };

/** `21:00-08:00`. @throws RangeError */
export function readQuietHours(text: string, zone: string): QuietHours {
  const [from = '', until = '', more] = text.split('-');
  if (more !== undefined) throw new RangeError('two times are expected');
  return { from: Temporal.PlainTime.from(from), until: Temporal.PlainTime.from(until), zone };
}

/**
 * The first moment from `at` on that is not quiet: by the wall clock, so that eight o'clock is eight also in the nights of 23 and 25 hours.
 * An end in the hour that spring skips is as much later; one that autumn repeats is the first.
 */
export function afterQuiet(at: Temporal.Instant, hours: QuietHours | null): Temporal.Instant {
  if (!hours) return at;
  const local = at.toZonedDateTimeISO(hours.zone);
  const time = local.toPlainTime();
  if (!isQuiet(time, hours)) return at;
  const endsToday = Temporal.PlainTime.compare(time, hours.until) < 0;
  const day = endsToday ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  const end = day.toZonedDateTime({ timeZone: hours.zone, plainTime: hours.until }).toInstant();
  // In the hour that autumn repeats, the end may lie behind.
  return Temporal.Instant.compare(end, at) < 0 ? at : end;
}

function isQuiet(time: Temporal.PlainTime, { from, until }: QuietHours): boolean {
  const [afterFrom, beforeUntil] = [Temporal.PlainTime.compare(time, from) >= 0, Temporal.PlainTime.compare(time, until) < 0];
  if (from.equals(until)) return false;
  return Temporal.PlainTime.compare(from, until) < 0 ? afterFrom && beforeUntil : afterFrom || beforeUntil;
}
