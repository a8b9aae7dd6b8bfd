import './field.css';
import './list-box.css';
import './select.css';
import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { closestFirst, matchesWords } from './option-order.ts';
import { type Option, OptionList } from './select.tsx';
import { useWholeRow } from './use-whole-row.ts';

type ComboBoxProps = {
  label: string;
  options: readonly Option[];
  value: string | null;
  onChange: (id: string | null) => void;
  placeholder?: string;
  problem?: string | undefined;
  isRequired?: boolean;
  autoFocus?: boolean;
};

/** A choice among many, narrowed by typing: what begins with what was typed stands first. */
export function ComboBox({ label, options, value, onChange, placeholder, problem, ...aria }: ComboBoxProps) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const whole = useWholeRow((row) => row.querySelector('input')?.focus());
  const ordered = useMemo(() => closestFirst(options, typed), [options, typed]);
  return (
    <AriaComboBox
      {...aria}
      className="field combo"
      defaultItems={ordered}
      defaultFilter={(label, words) => matchesWords(options.find((option) => option.label === label) ?? { label }, words)}
      onInputChange={setTyped}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      isInvalid={problem !== undefined}
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <div className="combo-box" {...whole}>
        <Input className="input" placeholder={placeholder} />
        <Button className="combo-open" aria-label={t('showChoices')}>
          <Icon of={ChevronDown} />
        </Button>
      </div>
      <FieldError className="field-problem">{problem}</FieldError>
      <Popover className="popover" offset={2}>
        <OptionList options={ordered} />
      </Popover>
    </AriaComboBox>
  );
}
