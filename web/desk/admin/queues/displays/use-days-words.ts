import { useTranslation } from 'react-i18next';
import type { Slide } from '../../../../shared/api/displays.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { dayIn } from '../../../../shared/ui/day-text.ts';

/** On which days a slide is shown. */
export function useDaysWords(): (slide: Pick<Slide, 'shownFrom' | 'shownUntil'>) => string {
  const { t } = useTranslation('displays');
  const locale = useLocale();
  return ({ shownFrom, shownUntil }) => {
    if (shownFrom && shownUntil) return `${dayIn(shownFrom, locale)}–${dayIn(shownUntil, locale)}`;
    if (shownFrom) return t('slide.since', { day: dayIn(shownFrom, locale) });
    return shownUntil ? t('slide.till', { day: dayIn(shownUntil, locale) }) : t('slide.always');
  };
}
