import { useTranslation } from 'react-i18next';
import { arrangementDrawing } from '../../shared/ui/arrangement-icon.tsx';
import { ArrangementChip, Chips } from '../../shared/ui/chip.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { useNames } from '../session.tsx';

/** Special needs as signs, for a row. */
export function NeedsMarks({ needs }: { needs: readonly string[] | null }) {
  const names = useNames();
  return (
    <span className="arranged">
      {(needs ?? []).map((need) => (
        <Icon key={need} of={arrangementDrawing(need)} label={names.item('specialNeeds', need)} />
      ))}
    </span>
  );
}

/** The same in words. */
export function NeedsWords({ needs }: { needs: readonly string[] | null }) {
  const { t } = useTranslation('visits');
  const names = useNames();
  if (needs === null) return <p className="quiet">{t('needs.hidden')}</p>;
  if (needs.length === 0) return <p className="quiet">{t('needs.none')}</p>;
  return (
    <Chips label={t('needs.title')}>
      {needs.map((need) => (
        <ArrangementChip key={need} kind={need} label={names.item('specialNeeds', need)} />
      ))}
    </Chips>
  );
}
