import { useTranslation } from 'react-i18next';
import type { DaysWords } from '../days/days-editor.tsx';

export function useDaysWords(): DaysWords {
  const { t } = useTranslation('booking-setup');
  return {
    title: t('days.title'),
    none: t('days.none'),
    what: t('days.what'),
    away: t('days.away'),
    other: t('days.other'),
    opens: t('hours.opens'),
    closes: t('hours.closes'),
    removeHours: t('days.removeHours'),
    moreHours: t('days.moreHours'),
    awayNow: (days) => t('days.awayNow', { days }),
    otherNow: (days) => t('days.otherNow', { days }),
  };
}
