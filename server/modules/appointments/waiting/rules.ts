import { afterQuiet, type QuietHours } from '../../matters/noticing/service.ts';
import type { WaitingWish } from './types.ts';

/** An answer is needed so long before the start, in minutes, that the time can still be given to another. */
const ANSWER_BEFORE_START = 120;
/** Less than this to answer is no offer, in minutes: nobody reads their mail every hour. */
const LEAST_TO_ANSWER = 60;
/**
 * So long after the time to answer the hold still stands, in minutes: whoever is next gets it, and not whoever looks at that moment. Where
 * nothing passes it on, it is free for all after that.
 */
export const KEPT_AFTER = 15;

export type Asked = { now: Temporal.Instant; startsAt: Temporal.Instant; answerMinutes: number; quiet: QuietHours | null };

/** When an offer is told and until when it is kept; null when there is no time to answer it. Pure. */
export function answerTimes({
  now,
  startsAt,
  answerMinutes,
  quiet,
}: Asked): { toldAt: Temporal.Instant; answerBy: Temporal.Instant } | null {
  const toldAt = afterQuiet(now, quiet);
  const [full, latest] = [toldAt.add({ minutes: answerMinutes }), startsAt.subtract({ minutes: ANSWER_BEFORE_START })];
  const answerBy = Temporal.Instant.compare(full, latest) <= 0 ? full : latest;
  return toldAt.until(answerBy).total('minutes') >= LEAST_TO_ANSWER ? { toldAt, answerBy } : null;
}

type Time = { from: number; until: number };

/** Whether a time is one of those that suit. Pure. */
export function suits({ weekdays, fromHour, untilHour, fromDay, untilDay }: WaitingWish, { from, until }: Time, zone: string): boolean {
  const [begins, ends] = [from, until].map((moment) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ];
  const day = begins.toPlainDate();
  const endHour = ends.toPlainDate().equals(day) ? ends.hour + ends.minute / 60 : 24;
  return (
    weekdays.includes(begins.dayOfWeek) &&
    begins.hour >= fromHour &&
    endHour <= untilHour &&
    (!fromDay || Temporal.PlainDate.compare(day, fromDay) >= 0) &&
    (!untilDay || Temporal.PlainDate.compare(day, untilDay) <= 0)
  );
}
