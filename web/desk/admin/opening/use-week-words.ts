import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { weekdayName } from '../../../shared/ui/days.ts';
import type { OpeningHours } from '../api.ts';
import { clockIn } from '../fields/amounts.ts';
import { runsOf } from './week.ts';

/** "ma–to 9–16, pe 9–15". */
export function useWeekWords(): (hours: OpeningHours) => string {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const day = (weekday: number) => weekdayName(weekday, locale, 'short');
  return (hours) => {
    const runs = runsOf(hours).map(({ from, to, slots }) => {
      const days = from === to ? day(from) : `${day(from)}–${day(to)}`;
      const times = slots.map(({ opens, closes }) => `${clockIn(opens, locale, 'short')}–${clockIn(closes, locale, 'short')}`);
      return `${days} ${times.join(' + ')}`;
    });
    return runs.join(', ') || t('opening.never');
  };
}
