import { DEFAULT_ZONE, dayOf } from '../../platform/clock/day.ts';
import { formatDate } from '../../platform/clock/format.ts';
import { clockTime } from './hours.ts';
import type { View } from './view.ts';

/** "pe 27.11." of a moment on the wire (ISO 8601). */
export function dayWords({ locale, now }: View, at: string): string {
  return formatDate(dayOf(Temporal.Instant.from(at)), locale, dayOf(now));
}

/** "pe 27.11.2026": a paper is read years later too. */
export function paperDay({ locale, now }: View, at: string): string {
  return formatDate(dayOf(Temporal.Instant.from(at)), locale, dayOf(now).subtract({ years: 1 }));
}

/** "pe 27.11. klo 16"; a day without its time where midnight only stands for the whole day. */
export function momentWords(view: View, at: string): string {
  const moment = Temporal.Instant.from(at);
  const day = dayWords(view, at);
  const { hour, minute } = moment.toZonedDateTimeISO(DEFAULT_ZONE);
  if ((hour === 0 && minute === 0) || (hour === 23 && minute === 59)) return day;
  return `${day}${view.locale === 'en' ? ', ' : '\u00a0'}${clockTime(moment, view.locale)}`;
}

/** Ends a sentence after words that may have a dot of their own. */
export const fullStop = (words: string): string => (words.endsWith('.') ? '' : '.');
