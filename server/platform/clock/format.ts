/**
 * Dates and times as people read them, with non-breaking spaces so that a line never ends between "klo" and "9.30".
 * Server only: older phones lack Temporal, so the web formats by Intl on its own.
 */
import { DEFAULT_ZONE, dayOf } from './day.ts';

export type FormatLocale = 'fi' | 'sv' | 'en';

const NBSP = '\u00a0';
const HOUR_MS = 3_600_000;

/** For lists: relative under an hour, then clock time on the same day, then the date (with the year when it is another). */
export function formatMoment(instant: Temporal.Instant, locale: FormatLocale, now: Temporal.Instant, zone: string = DEFAULT_ZONE): string {
  const ahead = instant.epochMilliseconds - now.epochMilliseconds;
  if (Math.abs(ahead) < HOUR_MS) return formatRelative(ahead, locale);
  if (dayOf(instant, zone).equals(dayOf(now, zone))) return formatTime(instant, locale, zone);
  return formatDate(dayOf(instant, zone), locale, dayOf(now, zone));
}

/** For promises and letters: "pe 27.11. klo 9.30", "fre 27.11 kl. 9.30", "Fri 27 Nov, 9:30"; the year when it is not the reader's. */
export function formatDateTime(
  instant: Temporal.Instant,
  locale: FormatLocale,
  now: Temporal.Instant,
  zone: string = DEFAULT_ZONE,
): string {
  const date = formatDate(dayOf(instant, zone), locale, dayOf(now, zone));
  const time = formatTime(instant, locale, zone);
  return locale === 'en' ? `${date},${NBSP}${time}` : `${date}${NBSP}${time}`;
}

/** "pe 27.11.", "fre 27.11", "Fri 27 Nov". */
export function formatDate(day: Temporal.PlainDate, locale: FormatLocale, today: Temporal.PlainDate): string {
  const weekday = WEEKDAYS[locale].format(day);
  const year = day.year === today.year ? '' : String(day.year);
  if (locale === 'fi') return `${weekday}${NBSP}${day.day}.${day.month}.${year}`;
  if (locale === 'sv') return `${weekday}${NBSP}${day.day}.${day.month}${year && `.${year}`}`;
  return `${weekday}${NBSP}${day.day}${NBSP}${MONTHS.format(day)}${year && NBSP + year}`;
}

/** "klo 9.30", "kl. 9.30", "9:30"; of the hour that comes twice when the clocks are put back, with which of the two it is. */
export function formatTime(instant: Temporal.Instant, locale: FormatLocale, zone: string = DEFAULT_ZONE): string {
  const at = instant.toZonedDateTimeISO(zone);
  const { hour, minute } = at;
  const clock = `${hour}${locale === 'en' ? ':' : '.'}${String(minute).padStart(2, '0')}${twiceAs(at, locale)}`;
  if (locale === 'en') return clock;
  return `${locale === 'fi' ? 'klo' : 'kl.'}${NBSP}${clock}`;
}

/** Clocks are put back at night: by day nothing is worked out. */
const LAST_HOUR_OF_NIGHT = 4;

function twiceAs(at: Temporal.ZonedDateTime, locale: FormatLocale): string {
  if (at.hour > LAST_HOUR_OF_NIGHT) return '';
  const wall = at.toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map(
    (disambiguation) => wall.toZonedDateTime(at.timeZoneId, { disambiguation }).offset,
  );
  if (first === second) return '';
  return `${NBSP}(${TWICE[locale][at.offset === first ? 'first' : 'second'].replaceAll(' ', NBSP)})`;
}

function formatRelative(aheadMs: number, locale: FormatLocale): string {
  const minutes = Math.trunc(aheadMs / 60_000);
  const words = minutes === 0 ? WORDS[locale].now : minutes < 0 ? WORDS[locale].ago(-minutes) : WORDS[locale].ahead(minutes);
  return words.replaceAll(' ', NBSP);
}

const WEEKDAYS = {
  fi: new Intl.DateTimeFormat('fi-FI', { weekday: 'short' }),
  sv: new Intl.DateTimeFormat('sv-FI', { weekday: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short' }),
};
const MONTHS = new Intl.DateTimeFormat('en-GB', { month: 'short' });

const TWICE = {
  fi: { first: 'kesäaikaa', second: 'talviaikaa' },
  sv: { first: 'sommartid', second: 'vintertid' },
  en: { first: 'summer time', second: 'winter time' },
};

/** Own words: Intl's short Swedish is colloquial ("för 5 min sen"). */
const WORDS = {
  fi: { now: 'nyt', ago: (n: number) => `${n} min sitten`, ahead: (n: number) => `${n} min päästä` },
  sv: { now: 'nu', ago: (n: number) => `för ${n} min sedan`, ahead: (n: number) => `om ${n} min` },
  en: { now: 'now', ago: (n: number) => `${n} min ago`, ahead: (n: number) => `in ${n} min` },
};
