import { Check } from 'lucide-react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../shared/ui/icon.tsx';
import { type Direction, DirectionWord, directions } from './direction.tsx';

/** Which way the display's arrow points, or no arrow at all. */
export function DirectionField({ value, onChange }: { value: Direction | null; onChange: (direction: Direction | null) => void }) {
  const { t } = useTranslation('queues');
  return (
    <RadioGroup
      className="field"
      value={value ?? 'none'}
      onChange={(id) => onChange(directions.find((one) => one === id) ?? null)}
      orientation="horizontal"
    >
      <Label className="field-label">{t('counter.direction')}</Label>
      <div className="choices">
        <Radio value="none" className="choice">
          {({ isSelected }) => (
            <>
              {isSelected ? <Icon of={Check} /> : null}
              {t('counter.noDirection')}
            </>
          )}
        </Radio>
        {directions.map((one) => (
          <Radio key={one} value={one} className="choice">
            {({ isSelected }) => (
              <>
                {isSelected ? <Icon of={Check} /> : null}
                <DirectionWord to={one} />
              </>
            )}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
