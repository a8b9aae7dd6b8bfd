import { useTranslation } from 'react-i18next';
import type { SpecialistHours } from '../../../shared/api/specialists.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { weekdayName } from '../../../shared/ui/days.ts';
import { clockIn } from '../../admin/fields/amounts.ts';
import { runsOf } from '../../admin/opening/week.ts';
import { useNames } from '../../session.tsx';

/** Languages spoken here besides those of the service's own list. */
const others = ['ru', 'uk', 'et', 'ar', 'so', 'fa', 'ku', 'vi', 'th', 'zh', 'es', 'fr', 'de'] as const;

/** How languages are called: by the list of the service, or by the browser's own words. */
export function useLanguageWords() {
  const names = useNames();
  const locale = useLocale();
  const listed = names.items('serviceLanguages').filter(({ id }) => id !== 'other');
  const word = (code: string) =>
    listed.find(({ id }) => id === code)?.label ?? new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  return { word, all: [...listed.map(({ id }) => id), ...others].map((id) => ({ id, label: word(id) })) };
}

/** "ma–to 9–16, pe 9–15". Empty where there are none. */
export function useHoursLine(): (hours: SpecialistHours) => string {
  const locale = useLocale();
  const day = (weekday: number) => weekdayName(weekday, locale, 'short');
  const clock = (time: string) => clockIn(time, locale, 'short');
  return (hours) =>
    runsOf({ ...hours, zone: '' })
      .map(({ from, to, slots }) => {
        const days = from === to ? day(from) : `${day(from)}–${day(to)}`;
        return `${days} ${slots.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`).join(' + ')}`;
      })
      .join(', ');
}

/** Days to come that are not as usual, in order: "ma 30.11.: ei päivystystä". */
export function useExceptionLines(): (hours: SpecialistHours, today: string, dayWord: (day: string) => string) => string[] {
  const { t } = useTranslation('specialists');
  const locale = useLocale();
  return ({ exceptions }, today, dayWord) => {
    const days = [...new Set(exceptions.map(({ date }) => date))].filter((day) => day >= today).sort();
    return days.map((day) => {
      const slots = exceptions.filter(({ date, closed }) => date === day && !closed);
      const times = slots.map(({ opens = '', closes = '' }) => `${clockIn(opens, locale, 'short')}–${clockIn(closes, locale, 'short')}`);
      return `${dayWord(day)}: ${times.join(' + ') || t('noHours')}`;
    });
  };
}
