import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { dayIn, dayOf } from '../../../shared/ui/day-text.ts';
import { daysAfter } from '../../../shared/ui/days.ts';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { useFault } from '../edit/faults.ts';

type DayFieldProps = {
  label: string;
  name: string;
  value: string | null;
  onChange: (day: string | null) => void;
  hint?: string;
  isRequired?: boolean;
  problem?: string | undefined;
};

/** A day written in figures: a browser's own date field follows the computer's language, not the reader's. */
export function DayField({ label, name, value, onChange, hint, isRequired = false, problem }: DayFieldProps) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const shown = value ? dayIn(value, locale) : '';
  const [text, setText] = useState(shown);
  const [isLeft, setLeft] = useState(true);
  useEffect(() => setText((before) => ((dayOf(before) ?? '') === (value ?? '') ? before : shown)), [value, shown]);
  const fault = useFault(name);
  const isWrong = isLeft && text.trim() !== '' && dayOf(text) === null;
  const write = (next: string) => {
    setText(next);
    setLeft(false);
    const day = dayOf(next);
    if (day || next.trim() === '') onChange(day);
  };
  const leave = () => {
    setLeft(true);
    if (dayOf(text)) setText(shown);
  };
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      onChange={write}
      onBlur={leave}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      problem={isWrong ? t('faults.day') : (problem ?? fault)}
      isRequired={isRequired}
    />
  );
}

/** People think of the last day; the server keeps the first one after it. */
export function LastDayField({ value, onChange, ...field }: DayFieldProps) {
  return <DayField {...field} value={value && daysAfter(value, -1)} onChange={(day) => onChange(day && daysAfter(day, 1))} />;
}
