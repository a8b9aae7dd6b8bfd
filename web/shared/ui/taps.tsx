import './choice.css';
import './field.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import { Icon } from './icon.tsx';
import type { Option } from './select.tsx';

type TapsProps = {
  label: string;
  hideLabel?: boolean;
  note?: ReactNode;
  options: readonly Option[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** Stands after the last tap, e.g. a button for the rest. */
  after?: ReactNode;
};

/** Any number of choices, one tap each. */
export function Taps({ label, hideLabel, note, options, value, onChange, after }: TapsProps) {
  return (
    <CheckboxGroup className="field" value={[...value]} onChange={onChange}>
      <Label className={hideLabel ? 'heard' : 'field-label'}>
        {label} {note ? <span className="quiet">{note}</span> : null}
      </Label>
      <div className="taps">
        {options.map((option) => (
          <Tap key={option.id} value={option.id}>
            {option.label}
          </Tap>
        ))}
        {after}
      </div>
    </CheckboxGroup>
  );
}

/** One yes or no, said by one tap. */
export function Tap({ value, isSelected, onChange, children }: TapProps) {
  const own = isSelected === undefined ? {} : { isSelected };
  return (
    <Checkbox className="tap" value={value} {...own} onChange={onChange ?? ignore}>
      {({ isSelected }) => (
        <>
          {isSelected ? <Icon of={Check} /> : null}
          {children}
        </>
      )}
    </Checkbox>
  );
}

type TapProps = { value: string; isSelected?: boolean; onChange?: (selected: boolean) => void; children: ReactNode };
const ignore = () => {};
