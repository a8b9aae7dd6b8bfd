import { useTranslation } from 'react-i18next';
import type { AdviceLevel } from '../../../shared/api/cards.ts';
import { Choice } from '../../../shared/ui/choice.tsx';
import { ComboBox } from '../../../shared/ui/combo-box.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { useUnitOptions } from '../../options.ts';
import { adviceLevels } from '../advice-levels.ts';
import type { EditedCard } from './edited-card.ts';

const tiers = [1, 2] as const;

type CommonFieldsProps = { value: EditedCard; onChange: (change: Partial<EditedCard>) => void; isDisabled: boolean };

/** What is the same in every language: how far tier 1 goes, and to whom it then goes. */
export function CommonFields({ value: { adviceLevel, forward }, onChange, isDisabled }: CommonFieldsProps) {
  const { t } = useTranslation('cards');
  const units = useUnitOptions(tiers);
  const put = (change: Partial<EditedCard['forward']>) => onChange({ forward: { ...forward, ...change } });
  return (
    <fieldset className="card-common" disabled={isDisabled}>
      <legend className="heard">{t('parts.forward')}</legend>
      <Choice
        label={t('fields.adviceLevel')}
        options={adviceLevels.map((id) => ({ id, label: t(`levels.${id}`) }))}
        value={adviceLevel}
        onChange={(level) => onChange({ adviceLevel: level as AdviceLevel })}
      />
      <div className="card-columns">
        <ComboBox label={t('fields.unit')} options={units} value={forward.unitId} onChange={(unitId) => put({ unitId })} />
        <TextField
          label={t('fields.specialist')}
          value={forward.specialist}
          onChange={(specialist) => put({ specialist })}
          maxLength={200}
        />
        <TextField label={t('fields.phone')} value={forward.phone} onChange={(phone) => put({ phone })} maxLength={60} />
      </div>
    </fieldset>
  );
}
