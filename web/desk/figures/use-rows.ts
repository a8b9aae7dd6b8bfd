import { useTranslation } from 'react-i18next';
import type { FigureGroup, Figures } from '../../shared/api/figures.ts';
import { regional } from '../../shared/i18n/locale.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { weekdayName } from '../../shared/ui/days.ts';
import { useNames } from '../session.tsx';

export const sections = ['queue', 'organisation', 'hour', 'weekday', 'need', 'team'] as const;
export type Section = (typeof sections)[number];
/** `short`: what stands under its bar. */
export type GroupRow = FigureGroup & { key: string; label: string; short: string };

/** The groups of each kind, named in the reader's language. */
export function useRows({ byQueue, byOrganisation, byHour, byWeekday, byNeed, byTeam }: Figures): Record<Section, GroupRow[]> {
  const { t } = useTranslation('figures');
  const locale = useLocale();
  const names = useNames();
  const named = (groups: Figures['byQueue']) => groups.map((group) => row(group, group.id, nameIn(group.name, locale)));
  return {
    queue: named(byQueue),
    organisation: named(byOrganisation),
    hour: byHour.map((group) => row(group, String(group.hour), `${group.hour}–${group.hour + 1}`, String(group.hour))),
    weekday: byWeekday.map((group) => {
      const name = (length: 'long' | 'short') => weekdayName(group.weekday, regional[locale], length);
      return row(group, String(group.weekday), name('long'), name('short'));
    }),
    need: byNeed.map((group) => row(group, group.need ?? '', group.need === null ? t('noNeed') : names.item('specialNeeds', group.need))),
    team: named(byTeam),
  };
}

const row = (group: FigureGroup, key: string, label: string, short = label): GroupRow => ({ ...group, key, label, short });
