import { useTranslation } from 'react-i18next';
import type { CardDifference } from '../../../shared/api/cards.ts';
import { useNames } from '../../session.tsx';
import { adviceLevels } from '../advice-levels.ts';
import { DifferenceList } from './difference-list.tsx';

/** What a card's draft or version says otherwise. */
export function Differences({ differences }: { differences: readonly CardDifference[] }) {
  const { t } = useTranslation('cards');
  const names = useNames();
  const say = (field: string, text: string) => {
    if (field === 'forward.unitId') return names.unit(text);
    const level = field === 'adviceLevel' ? adviceLevels.find((one) => one === text) : undefined;
    return level ? t(`levels.${level}`) : text;
  };
  return (
    <DifferenceList
      differences={differences}
      nameOf={(field) => t(`differing.${field.replace('.', '-')}` as 'differing.title')}
      say={say}
    />
  );
}
