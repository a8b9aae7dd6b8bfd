import { useTranslation } from 'react-i18next';
import type { BusStop } from '../../../../shared/api/bus.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { weekdayName } from '../../../../shared/ui/days.ts';
import { clockIn } from '../../fields/amounts.ts';

type Hours = BusStop['hours'][number];

/** "ti 9.30–11, joka toinen viikko" */
export function useStopHours(): (hours: Hours) => string {
  const { t } = useTranslation('bus');
  const locale = useLocale();
  return ({ weekdays, opens, closes, everyWeeks = 1 }) => {
    const days = weekdays.map((day) => weekdayName(day, locale, 'short')).join(', ');
    const times = `${days} ${clockIn(opens, locale, 'short')}–${clockIn(closes, locale, 'short')}`;
    return everyWeeks === 1 ? times : t('keep.everyWeeks', { times, weeks: String(everyWeeks) });
  };
}
