import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/use-locale.ts';
import { formatDate, formatDateTime, formatTime, momentOf } from './time-format.ts';
import { useNow } from './use-now.ts';

/** Times in the reader's language, counted from the present. */
export function useTimes() {
  const { t } = useTranslation('ui');
  const locale = useLocale();
  const now = useNow();
  const moment = (iso: string): string => {
    const near = momentOf(iso, now);
    if (near.kind === 'ago') return t('time.ago', { n: near.minutes });
    if (near.kind === 'ahead') return t('time.ahead', { n: near.minutes });
    if (near.kind === 'now') return t('time.now');
    return near.kind === 'time' ? formatTime(iso, locale) : formatDate(iso, locale, now);
  };
  return {
    now,
    moment,
    time: (iso: string) => formatTime(iso, locale),
    date: (iso: string) => formatDate(iso, locale, now),
    dateTime: (iso: string) => formatDateTime(iso, locale, now),
    /** "6 min", "1 t 18 min", "2 pv": the two largest units at most. */
    duration: (minutes: number): string => {
      if (minutes < 60) return t('time.minutes', { n: minutes });
      if (minutes >= 24 * 60) return t('time.days', { n: Math.floor(minutes / (24 * 60)) });
      const hours = t('time.hours', { n: Math.floor(minutes / 60) });
      return minutes % 60 === 0 ? hours : `${hours} ${t('time.minutes', { n: minutes % 60 })}`;
    },
    /** For narrow columns: one unit. */
    age: (minutes: number): string => {
      if (minutes < 60) return t('time.minutes', { n: minutes });
      if (minutes < 24 * 60) return t('time.hours', { n: Math.floor(minutes / 60) });
      return t('time.days', { n: Math.floor(minutes / (24 * 60)) });
    },
  };
}
