import { useTranslation } from 'react-i18next';
import { regional } from '../../shared/i18n/locale.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { useTimes } from '../../shared/ui/use-times.ts';

const UNTOLD = '–';

/** Figures as they are read; what is not told is a dash. */
export function useFigureWords() {
  const { t } = useTranslation('figures');
  const locale = useLocale();
  const { duration } = useTimes();
  const percent = new Intl.NumberFormat(regional[locale], { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(regional[locale], { maximumFractionDigits: 1 });
  return {
    count: (visits: number | null): string => (visits === null ? t('few') : number.format(visits)),
    seconds: (seconds: number | undefined): string => (seconds === undefined ? UNTOLD : duration(Math.round(seconds / 60))),
    minutes: (minutes: number | null): string => (minutes === null ? UNTOLD : t('minutes', { n: number.format(minutes) })),
    share: (share: number | null): string => (share === null ? UNTOLD : percent.format(share)),
    number: (value: number | null): string => (value === null ? UNTOLD : number.format(value)),
  };
}
