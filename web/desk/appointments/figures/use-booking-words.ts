import { useTranslation } from 'react-i18next';
import { regional } from '../../../shared/i18n/locale.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';

const UNTOLD = '–';

/** Figures as they are read; what is not told is a dash. */
export function useBookingWords() {
  const { t } = useTranslation('booking-figures');
  const locale = useLocale();
  const percent = new Intl.NumberFormat(regional[locale], { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(regional[locale], { maximumFractionDigits: 1 });
  const monthName = new Intl.DateTimeFormat(regional[locale], { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return {
    count: (value: number | null): string => (value === null ? t('few') : number.format(value)),
    number: (value: number | null): string => (value === null ? UNTOLD : number.format(value)),
    days: (distance: { days: number | null } | undefined): string =>
      !distance ? UNTOLD : distance.days === null ? t('none') : t('days', { n: number.format(distance.days) }),
    hours: (distance: { hours: number | null } | undefined): string =>
      distance?.hours == null ? '' : t('hours', { n: number.format(Math.round(distance.hours)) }),
    minutes: (value: number | null): string => (value === null ? UNTOLD : t('minutes', { n: number.format(value) })),
    share: (value: number | null | undefined): string => (value == null ? UNTOLD : percent.format(value)),
    month: (month: string): string => monthName.format(Temporal.PlainDate.from(`${month}-01`).toZonedDateTime('UTC').epochMilliseconds),
  };
}
