import { useTranslation } from 'react-i18next';
import type { GuideDifference } from '../../../shared/api/guides.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { dayIn } from '../../../shared/ui/day-text.ts';
import { useNames } from '../../session.tsx';
import { DifferenceList } from '../editor/difference-list.tsx';
import { guideKinds } from './guide-views.ts';

/** What a guide's draft or version says otherwise, names and days as they are read. */
export function GuideDifferences({ differences }: { differences: readonly GuideDifference[] }) {
  const { t } = useTranslation('guides');
  const names = useNames();
  const locale = useLocale();
  const each = (text: string, nameOf: (one: string) => string) => text.replace(/\S+/g, (one) => nameOf(one) || one);
  const say = (field: GuideDifference['field'], text: string) => {
    const kind = guideKinds.find((one) => field === 'kind' && one === text);
    if (kind) return t(`kind.${kind}`);
    if (field === 'points') return each(text, names.point);
    if (field === 'roles') return each(text, (role) => names.item('roles', role));
    if (field === 'organisations' || field === 'organisationId' || field === 'issuerId') return each(text, names.organisation);
    return (field === 'validFrom' || field === 'validUntil') && text ? dayIn(text, locale) : text;
  };
  return <DifferenceList differences={differences} nameOf={(field) => t(`fields.${field}`)} say={say} />;
}
