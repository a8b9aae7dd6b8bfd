/**
 * Dates and times as people read them: "pe 27.11. klo 9.30", "fre 27.11 kl. 9.30", "Fri 27 Nov, 9:30", with non-breaking spaces so
 * that a line never ends inside one. By Intl: older browsers lack Temporal. The same rules as server/platform/clock/format.ts.
 */
import { type Locale, regional } from '../i18n/locale.ts';

const zone = 'Europe/Helsinki';
const nbsp = '\u00a0';
const hourMs = 3_600_000;

export type Moment = { kind: 'ago' | 'ahead'; minutes: number } | { kind: 'now' | 'time' | 'date' };

/** How near a moment is, for lists: minutes under an hour, then the clock, then the date. `now` in milliseconds of the epoch. */
export function momentOf(iso: string, now: number): Moment {
  const ahead = Date.parse(iso) - now;
  if (Math.abs(ahead) < hourMs) {
    const minutes = Math.trunc(ahead / 60_000);
    if (minutes === 0) return { kind: 'now' };
    return minutes < 0 ? { kind: 'ago', minutes: -minutes } : { kind: 'ahead', minutes };
  }
  return { kind: dayKey(Date.parse(iso)) === dayKey(now) ? 'time' : 'date' };
}

/** "klo 9.30", "kl. 9.30", "9:30". */
export function formatTime(iso: string, locale: Locale): string {
  const { hour, minute } = partsOf(Date.parse(iso));
  if (locale === 'en') return `${hour}:${minute}`;
  return `${locale === 'fi' ? 'klo' : 'kl.'}${nbsp}${hour}.${minute}`;
}

/** "pe 27.11.", "fre 27.11", "Fri 27 Nov"; the year when it is not the reader's. */
export function formatDate(iso: string, locale: Locale, now: number): string {
  const { day, month, year } = partsOf(Date.parse(iso));
  const otherYear = year === partsOf(now).year ? '' : year;
  const weekday = weekdays[locale].format(Date.parse(iso));
  if (locale === 'fi') return `${weekday}${nbsp}${day}.${month}.${otherYear}`;
  if (locale === 'sv') return `${weekday}${nbsp}${day}.${month}${otherYear && `.${otherYear}`}`;
  return `${weekday}${nbsp}${day}${nbsp}${months.format(Date.parse(iso))}${otherYear && nbsp + otherYear}`;
}

export function formatDateTime(iso: string, locale: Locale, now: number): string {
  const comma = locale === 'en' ? ',' : '';
  return `${formatDate(iso, locale, now)}${comma}${nbsp}${formatTime(iso, locale)}`;
}

/** The same local day. */
export function sameDay(iso: string, other: string | number): boolean {
  return dayKey(Date.parse(iso)) === dayKey(typeof other === 'number' ? other : Date.parse(other));
}

export function minutesBetween(from: string | number, to: string | number): number {
  return Math.max(0, Math.floor((epochOf(to) - epochOf(from)) / 60_000));
}

export function epochOf(moment: string | number): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}

function dayKey(epoch: number): string {
  const { day, month, year } = partsOf(epoch);
  return `${year}-${month}-${day}`;
}

function partsOf(epoch: number): Record<'hour' | 'minute' | 'day' | 'month' | 'year', string> {
  const parts = Object.fromEntries(clock.formatToParts(epoch).map((part) => [part.type, part.value]));
  return {
    hour: String(Number(parts.hour)),
    minute: parts.minute ?? '',
    day: String(Number(parts.day)),
    month: String(Number(parts.month)),
    year: parts.year ?? '',
  };
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekdays = {
  fi: new Intl.DateTimeFormat(regional.fi, { weekday: 'short', timeZone: zone }),
  sv: new Intl.DateTimeFormat(regional.sv, { weekday: 'short', timeZone: zone }),
  en: new Intl.DateTimeFormat(regional.en, { weekday: 'short', timeZone: zone }),
};
const months = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: zone });

/** This moment, as it goes over the wire. */
/** That many minutes after a moment. */
export function isoAfter(iso: string, minutes: number): string {
  return new Date(epochOf(iso) + minutes * 60_000).toISOString();
}

export function isoNow(): string {
  return new Date().toISOString();
}
