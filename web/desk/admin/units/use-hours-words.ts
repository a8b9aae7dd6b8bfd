import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { hoursOf } from '../fields/amounts.ts';

/** "14 t", "2,5 h": open minutes in hours. */
export function useHoursWords(): (minutes: number) => string {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  return (minutes) => t('units.hours', { hours: hoursOf(minutes, locale) });
}
