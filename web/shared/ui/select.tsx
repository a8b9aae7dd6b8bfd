import './field.css';
import './list-box.css';
import './select.css';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Icon } from './icon.tsx';

export type Option = {
  id: string;
  label: string;
  hint?: string | undefined;
  /** Another name it is found by. */
  alias?: string | undefined;
};

type SelectProps = {
  label: string;
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  /** `line`: label and value on one line, as in the composer. */
  look?: 'field' | 'line';
  placeholder?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  hint?: ReactNode;
  problem?: string | undefined;
};

export function Select({ label, options, value, onChange, look = 'field', placeholder, hint, problem, ...aria }: SelectProps) {
  return (
    <AriaSelect
      {...aria}
      className={look === 'line' ? 'select-line' : 'field'}
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      isInvalid={problem !== undefined}
      placeholder={placeholder ?? '–'}
    >
      <Label className="field-label">{label}</Label>
      {hint ? <span className="hint">{hint}</span> : null}
      <Button className="picker">
        <SelectValue className="picker-value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <Icon of={ChevronDown} />
      </Button>
      <FieldError className="field-problem">{problem}</FieldError>
      <Popover className="popover" offset={2}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}

/** `empty`: what stands in the place of options where there are none. */
export function OptionList({ options, empty }: { options: readonly Option[]; empty?: string }) {
  return (
    <ListBox className="list-box" items={options} renderEmptyState={() => (empty ? <span className="list-empty">{empty}</span> : null)}>
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.label} className="list-option">
          <Icon of={Check} className="chosen" />
          <span>
            {option.label}
            {option.hint ? <span className="option-hint">{option.hint}</span> : null}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
