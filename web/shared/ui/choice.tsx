import './choice.css';
import './field.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Icon } from './icon.tsx';
import type { Option } from './select.tsx';

type ChoiceProps = {
  label: string;
  hideLabel?: boolean;
  note?: ReactNode;
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  /** `even`: five steps of a scale, all as wide. */
  look?: 'segments' | 'even';
};

/** One of a few, all in sight. Nothing is chosen until someone chooses. */
export function Choice({ label, hideLabel, note, options, value, onChange, look = 'segments' }: ChoiceProps) {
  return (
    <RadioGroup className="field" value={value} onChange={onChange} orientation="horizontal">
      <Label className={hideLabel ? 'heard' : 'field-label'}>
        {label} {note ? <span className="quiet">{note}</span> : null}
      </Label>
      <div className={`choices ${look === 'even' ? 'even' : ''}`}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice">
            {({ isSelected }) => (
              <>
                {isSelected ? <Icon of={Check} /> : null}
                {option.label}
              </>
            )}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

type ScaleProps = { label: string; note?: ReactNode; low: string; high: string; value: number | null; onChange: (grade: number) => void };

/** An estimate from 1 to 5, never preselected. */
export function Scale({ label, note, low, high, value, onChange }: ScaleProps) {
  return (
    <div>
      <Choice
        look="even"
        label={label}
        note={note}
        value={value === null ? null : String(value)}
        onChange={(grade) => onChange(Number(grade))}
        options={['1', '2', '3', '4', '5'].map((grade) => ({ id: grade, label: grade }))}
      />
      <p className="scale-ends">
        <span>1 {low}</span>
        <span>5 {high}</span>
      </p>
    </div>
  );
}
