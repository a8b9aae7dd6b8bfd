import { dayOf } from '../../platform/clock/day.ts';
import { formatDate, formatTime } from '../../platform/clock/format.ts';
import { nextOpening, type OpeningHours, openUntil } from '../../platform/clock/opening.ts';
import type { Locale } from '../../platform/i18n/locale.ts';
import type { Translate } from '../../platform/i18n/translator.ts';

export type Today = { state: 'open' | 'closed'; words: string };

type Reading = { t: Translate; locale: Locale; now: Temporal.Instant };

/** "Auki, sulkeutuu klo 16", "Suljettu, avautuu ti 24.11. klo 9". */
export function todayAt(opening: OpeningHours, { t, locale, now }: Reading): Today {
  const closes = openUntil(opening, now);
  if (closes) return { state: 'open', words: t('hours.open', { time: closingTime(closes, locale, opening.zone) }) };
  const opens = nextOpening(opening, now);
  if (!opens) return { state: 'closed', words: t('hours.closedForNow') };
  const [today, day] = [dayOf(now, opening.zone), dayOf(opens, opening.zone)];
  const time = clockTime(opens, locale, opening.zone);
  if (day.equals(today)) return { state: 'closed', words: t('hours.opensToday', { time }) };
  if (day.equals(today.add({ days: 1 }))) return { state: 'closed', words: t('hours.opensTomorrow', { time }) };
  return { state: 'closed', words: t('hours.opensOn', { day: formatDate(day, locale, today), time }) };
}

/** The usual week in one line: "ma–to klo 9–16, pe klo 9–15". Holidays and exceptions show in `todayAt`. */
export function weekOf({ weekly }: OpeningHours, { t, locale }: Pick<Reading, 't' | 'locale'>): string {
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, times: timesOn(weekly, weekday, locale) }));
  const spans: { from: number; to: number; times: string }[] = [];
  for (const { weekday, times } of days) {
    const last = spans.at(-1);
    if (last && last.times === times && last.to === weekday - 1) last.to = weekday;
    else spans.push({ from: weekday, to: weekday, times });
  }
  return spans
    .filter(({ times }) => times !== '')
    .map(({ from, to, times }) => t('hours.span', { days: daysIn(from, to, locale), times }))
    .join(', ');
}

/** "klo 16" for a whole hour, as it is said; "klo 9.30" else. */
export function clockTime(at: Temporal.Instant, locale: Locale, zone?: string): string {
  const time = formatTime(at, locale, zone);
  return locale === 'en' ? time : time.replace(/\.00(?=$|\s\()/u, '');
}

/** A day that goes on to midnight closes at 24, not at 0. */
export const closingTime = (at: Temporal.Instant, locale: Locale, zone?: string): string =>
  clockTime(at, locale, zone).replace(/(?<![\d.:])0?0(?=$|[.:]00$)/, '24');

function timesOn(weekly: OpeningHours['weekly'], weekday: number, locale: Locale): string {
  return weekly
    .filter((entry) => entry.weekday === weekday)
    .map(({ opens, closes }) => `${shortTime(opens, locale)}${DASH}${shortTime(closes, locale)}`)
    .join(', ');
}

/** A dash that no line ends at. */
const DASH = '\u2060–\u2060';

function shortTime(time: string, locale: Locale): string {
  const [hour = '', minute = ''] = time.split(':');
  if (locale === 'en') return `${Number(hour)}:${minute}`;
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}`;
}

function daysIn(from: number, to: number, locale: Locale): string {
  if (from === to) return weekday(from, locale);
  return `${weekday(from, locale)}${DASH}${weekday(to, locale)}`;
}

/** 1 January 2024 was a Monday. */
const weekday = (number: number, locale: Locale): string =>
  Temporal.PlainDate.from({ year: 2024, month: 1, day: number }).toLocaleString(locale === 'en' ? 'en-GB' : `${locale}-FI`, {
    weekday: 'short',
  });
