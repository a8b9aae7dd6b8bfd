import { useTranslation } from 'react-i18next';
import type { Bookable, BookingResource, NeedRule, ResourceKind } from '../../../shared/api/booking-setup.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';

export const kinds = ['person', 'room', 'interpreter', 'equipment', 'remote-desk'] as const satisfies readonly ResourceKind[];
export const ways = ['point', 'remote', 'phone', 'bus'] as const satisfies Bookable['ways'];
export const features = ['accessible', 'hearing-loop', 'safety', 'quiet', 'screen'] as const;

/** What a room or a thing has, in words; a feature nobody has named here shows its key. */
export function useFeatureWord(): (key: string) => string {
  const { t } = useTranslation('booking-setup');
  return (key) => {
    const known = features.find((one) => one === key);
    return known ? t(`features.${known}`) : key;
  };
}

/** Known features, and those that are used already. */
export function useFeatureOptions(used: readonly string[]) {
  const word = useFeatureWord();
  return [...new Set([...features, ...used])].map((id) => ({ id, label: word(id) }));
}

/** A rule as one would say it: "Interpreter needed → +30 min, an interpreter". */
export function useRuleWords(): (rule: NeedRule) => string {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const locale = useLocale();
  const feature = useFeatureWord();
  const { duration } = useTimes();
  return ({ need, minutes, part, room = [] }) => {
    const adds = [
      ...(minutes ? [`+${duration(minutes)}`] : []),
      ...(part ? [t(`parts.${part.kind}`, { count: part.count ?? 1 })] : []),
      ...(room.length > 0 ? [t('rule.room', { features: room.map(feature).join(', ') })] : []),
    ];
    const list = adds.length > 0 ? new Intl.ListFormat(locale).format(adds) : t('rule.nothing');
    return `${names.item('specialNeeds', need)} → ${list}`;
  };
}

/** Somebody or something by its name; what has none, by its kind. */
export function useResourceName(): (one: Pick<BookingResource, 'name' | 'kind'> | undefined) => string {
  const { t } = useTranslation('booking-setup');
  return (one) => (one ? one.name || t(`kinds.${one.kind}`) : t('gone'));
}
