import { useTranslation } from 'react-i18next';
import type { DaysWords } from '../days/days-editor.tsx';

export function useDaysWords(): DaysWords {
  const { t } = useTranslation(['bus', 'booking-setup']);
  return {
    title: t('keep.days.title'),
    none: t('keep.days.none'),
    what: t('booking-setup:days.what'),
    away: t('keep.days.away'),
    other: t('keep.days.other'),
    opens: t('keep.opens'),
    closes: t('keep.closes'),
    removeHours: t('keep.removeHours'),
    moreHours: t('keep.days.moreHours'),
    awayNow: (days) => t('keep.days.awayNow', { days }),
    otherNow: (days) => t('keep.days.otherNow', { days }),
  };
}
