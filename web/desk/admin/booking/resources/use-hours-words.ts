import { useTranslation } from 'react-i18next';
import type { ResourceHours } from '../../../../shared/api/booking-setup.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { weekdayName } from '../../../../shared/ui/days.ts';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { useLanguageWords } from '../../../knowledge/specialists/use-specialist-words.ts';
import { useNames } from '../../../session.tsx';
import { clockIn } from '../../fields/amounts.ts';
import { runsOfDays } from './hours.ts';

/** "ma–to 9–12, joka 2. viikko, Mallila, vain: ruotsi". */
export function useHoursWords(): (hours: ResourceHours) => string {
  const { t } = useTranslation('booking-setup');
  const locale = useLocale();
  const names = useNames();
  const language = useLanguageWords();
  const { date } = useTimes();
  const day = (weekday: number) => weekdayName(weekday, locale, 'short');
  return ({ weekdays, opens, closes, everyWeeks = 1, pointId, languages, validFrom, validUntil, onHolidays }) => {
    const days = runsOfDays(weekdays).map(({ from, to }) => (from === to ? day(from) : `${day(from)}–${day(to)}`));
    const clock = `${clockIn(opens, locale, 'short')}–${clockIn(closes, locale, 'short')}`;
    return [
      `${days.join(', ') || t('hours.noDays')} ${clock}`,
      ...(everyWeeks > 1 ? [t('hours.every', { count: everyWeeks })] : []),
      ...(pointId ? [names.point(pointId)] : []),
      ...(languages ? [t('hours.only', { languages: languages.map(language.word).join(', ') })] : []),
      ...(validFrom ? [t('hours.from', { day: date(validFrom) })] : []),
      ...(validUntil ? [t('hours.until', { day: date(validUntil) })] : []),
      ...(onHolidays ? [t('hours.holidays')] : []),
    ].join(' · ');
  };
}
