import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { dayIn, dayOf } from '../../../shared/ui/day-text.ts';
import { TextField } from '../../../shared/ui/text-field.tsx';

type DayFieldProps = { label: string; value: string | null; onChange: (day: string | null) => void };

/** A day in figures, as people write it; nothing is a day too where none is needed. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const [text, setText] = useState(value ? dayIn(value, locale) : '');
  const [isLeft, setLeft] = useState(true);
  const isWrong = isLeft && text.trim() !== '' && dayOf(text) === null;
  return (
    <TextField
      label={label}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      problem={isWrong ? t('hints.day') : undefined}
      onBlur={() => setLeft(true)}
      onChange={(next) => {
        setText(next);
        setLeft(false);
        if (dayOf(next) || next.trim() === '') onChange(dayOf(next));
      }}
    />
  );
}
