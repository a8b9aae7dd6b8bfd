import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineField } from '../fields/fields.tsx';

type MinutesFieldProps = {
  name: string;
  label: string;
  hint?: string;
  value: number | null;
  onChange: (minutes: number | null) => void;
  max?: number;
};

/** Whole minutes, or nothing. What is no such number is told at once and not kept. */
export function MinutesField({ name, label, hint, value, onChange, max = 480 }: MinutesFieldProps) {
  const { t } = useTranslation('queues');
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? (value === null ? '' : String(value));
  const isSound = shown.trim() === '' || minutesIn(shown, max) !== null;
  const write = (next: string) => {
    setText(next);
    if (next.trim() === '') onChange(null);
    else if (minutesIn(next, max) !== null) onChange(minutesIn(next, max));
  };
  return (
    <LineField
      name={name}
      label={label}
      hint={isSound ? hint : t('minutesFault', { max })}
      isInvalid={!isSound}
      value={shown}
      onChange={write}
      onBlur={() => setText(null)}
      inputMode="numeric"
      maxLength={3}
    />
  );
}

function minutesIn(text: string, max: number): number | null {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return minutes >= 1 && minutes <= max ? minutes : null;
}
